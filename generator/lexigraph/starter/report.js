// Puts report.md, written by the workflow that ran a stranger's changes, into one comment on its pull request.
// What is in the file is text from a stranger. Either it becomes text that mentions nobody, shows no picture and
// leads nowhere else, or there is no comment.
const fs = require('fs');

const MARK = '<!-- lexigraph-report -->';
const NOTHING = /^### Nothing in the graph changes$(?![^]*^\*\*Checks\*\*: (?!0 errors, 0 warnings introduced))/m;
const LONGEST = 60000; // bytes
const LONGEST_COMMENT = 65000; // characters; GitHub takes 65,536
const STOP = '\u200b'; // shown as nothing; ends what GitHub would take for a mention, an address, a number of an issue

const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const TAG = /\\?<(?:!--(?:(?!<!--)[^])*?-->|[a-z/!?][^<>]*>)/gi;
const KEPT_TAG = /^<\/?(?:details|summary)>$/i;
const ENTITY = /&(?!(?:amp|lt|gt|quot|#(?:3[3-9]|4[0-7]|5[89]|6[0-4]|9[1-6]|12[3-6]));)/g;
const LABEL = String.raw`\[(?:[^\[\]\\\n]|\\.)*\]`;
const PIECE = new RegExp(
  String.raw`^` + '```mermaid' + String.raw`\n(?<graph>[^` + '`' + String.raw`]*)\n` + '```' + String.raw`$` +
  String.raw`|(?<tag><\/?(?:details|summary)>)` +
  String.raw`|(?<image>(?<!!)!+${LABEL}\([^)\n]*\))` +
  String.raw`|(?<label>${LABEL})\((?<href>https:\/\/[\w.~:\/?#%&=+,;@!$*-]+)\)`, 'gim');
const NODE = String.raw`n\d+(?:(?:\["[^"]*"\])|(?:\(\["[^"]*"\]\))|(?:\{\{"[^"]*"\}\}))?(?::::\w+)?`;
const GRAPH_LINE = new RegExp(
  String.raw`^ *(?:(?:graph|flowchart) (?:LR|RL|TD|TB)` +
  String.raw`|${NODE}(?: (?:==>|-->|-\.->|---|-\.-|===|~~~)(?:\|"?[^|"]*"?\|)? ${NODE})?` +
  String.raw`|(?:classDef|class|linkStyle) [\w #:,.-]+;?)$`);

// Text that GitHub shows as it is written, but for emphasis, headings, lists, tables and code.
function plain(text) {
  return text
    .replace(ENTITY, '&amp;')
    .replace(/&#(?:35|47|58|64);/g, `$&${STOP}`)
    .replace(/\\?</g, '&lt;')
    .replace(/@/g, `@${STOP}`)
    .replace(/(?<!&)#(?=\d)/g, `#${STOP}`)
    .replace(/GH-(?=\d)/gi, `$&${STOP}`)
    .replace(/:(?=\\*\/)/g, `:${STOP}`)
    .replace(/www\./gi, found => `${found.slice(0, 3)}${STOP}.`)
    .replace(/(?<!!)!+(?=\[)/g, '')
    .replace(/!$/, `!${STOP}`)
    .replace(/\](?=[(:])/g, ']\\')
    .replace(/`{3,}/g, "'''")
    .replace(/~{3,}/g, '~~')
    .replace(/(?<!\\)\\+(?=[a-z])/gi, found => (found.length % 2 ? `${found}\\` : found));
}

// The address as Markdown takes it, when it is in one of the places; else nothing.
function inside(href, places) {
  if (/%2f|%5c/i.test(href) || !URL.canParse(href)) return '';
  const url = new URL(href);
  const where = `${url.origin}${url.pathname}`.toLowerCase();
  if (url.username || url.password || !places.some(place => `${where}/` === place || where.startsWith(place))) return '';
  return url.href.replaceAll('&', '&amp;');
}

function drawn(graph, whole) {
  const lines = graph.split('\n').filter(line => line.trim());
  return lines.every(line => GRAPH_LINE.test(line)) ? `\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n` : plain(whole);
}

// The report without what a stranger should not be able to put on a pull request.
function safe(text, places) {
  text = text.replace(/\r\n?/g, '\n').replace(HIDDEN, '');
  text = text.replace(TAG, tag => (tag[0] === '\\' || KEPT_TAG.test(tag) ? tag : ''));
  let made = '';
  let at = 0;
  for (const piece of text.matchAll(PIECE)) {
    const { graph, tag, image, label, href } = piece.groups;
    made += plain(text.slice(at, piece.index));
    at = piece.index + piece[0].length;
    const address = href && inside(href, places);
    if (graph !== undefined) made += drawn(graph, piece[0]);
    else if (tag) made += tag.toLowerCase();
    else if (address) made += `[${plain(label.slice(1, -1))}](${address})`;
    else if (!image) made += plain(piece[0]);
  }
  made += plain(text.slice(at));
  const open = made.split('<details>').length - made.split('</details>').length;
  return made.replace(/\n{3,}/g, '\n\n').trim() + '\n\n</details>'.repeat(Math.max(0, open));
}

// The body of the comment; throws when the file is not what the other workflow writes.
function comment(places) {
  const file = fs.lstatSync('report/report.md');
  if (!file.isFile() || fs.readdirSync('report').length !== 1) throw new Error('it is not one ordinary file');
  if (file.size > LONGEST) throw new Error(`it has more than ${LONGEST} bytes`);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync('report/report.md'));
  if (!text.startsWith(MARK)) throw new Error('it does not begin as a report does');
  const body = `${MARK}\n${safe(text.slice(MARK.length), places)}\n`;
  if (body.length > LONGEST_COMMENT) throw new Error('the comment would be too long');
  return body;
}

// The open pull request whose newest commit was checked; found from the event, never from the file.
async function pullRequest(run) {
  const found = await github.paginate(github.rest.pulls.list, {
    ...context.repo, state: 'open', head: `${run.head_repository.owner.login}:${run.head_branch}`, per_page: 100,
  });
  return found.find(pull => pull.head.sha === run.head_sha && pull.head.repo?.id === run.head_repository.id);
}

async function main() {
  const own = `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}/`;
  const places = [own, ...process.env.PLACES.split(/\s+/).filter(Boolean)].map(place => place.toLowerCase());
  let body;
  try {
    body = comment(places);
  } catch (error) {
    return core.warning(`no comment: report.md is no report: ${error.message}`);
  }
  const pull = await pullRequest(context.payload.workflow_run);
  if (!pull) return core.info('no comment: the commit is not the newest of an open pull request any more');
  const where = { ...context.repo, issue_number: pull.number };
  const written = await github.paginate(github.rest.issues.listComments, { ...where, per_page: 100 });
  const mine = written.find(one => one.user?.login === 'github-actions[bot]' && one.body?.startsWith(MARK));
  if (mine?.body === body) return core.info('the comment says this already');
  if (mine) return github.rest.issues.updateComment({ ...context.repo, comment_id: mine.id, body });
  if (NOTHING.test(body)) return core.info('no comment: nothing changes');
  return github.rest.issues.createComment({ ...where, body });
}

await main();
