"""The body of one file: from its text to sections, references and what structured headings say."""

import re
from dataclasses import dataclass, replace

from markdown_it.token import Token

from lexigraph.model import Block, Body, EmptySection, Fields, Html, Reference, Section, Segment, Span, Suppression
from lexigraph.parse.addresses import address
from lexigraph.parse.anchors import written_anchor
from lexigraph.parse.block_segments import block_parts, finished, places_of, prepared
from lexigraph.parse.comments import comment_ranges
from lexigraph.parse.empty_sections import empty_sections, with_unanswered
from lexigraph.parse.findings import HIDDEN_CHARACTERS, OUTSIDE_CONTENT
from lexigraph.parse.footnotes import back_references, take_footnotes
from lexigraph.parse.hidden_characters import report_hidden_characters
from lexigraph.parse.inline import inline_text
from lexigraph.parse.inline_segments import inline
from lexigraph.parse.lead import Lead, lead_of_field, lead_of_paragraph, take_first_paragraph
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.markdown import TooManyBlocks, blocks
from lexigraph.parse.outline import Draft, outline
from lexigraph.parse.paths import leaves_content
from lexigraph.parse.positions import BodyText
from lexigraph.parse.public_source import public_source
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.segments import Part, Renumbering, escaped, has_raw, joined
from lexigraph.parse.sentences import folded
from lexigraph.parse.stand_ins import STAND_INS
from lexigraph.parse.structure import Lifted, Structure
from lexigraph.parse.suppressions import body_suppressions

__all__ = ["ParsedBody", "parse_body"]

_MOST_LINES = 100_000
"""A paragraph of a million lines would take markdown-it ten seconds."""
_BLOCK_ID = re.compile(r"(?:(?<=\s)|^)\^([A-Za-z0-9-]{1,100})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedBody:
    """What one body says, for `entry` to put together with its front matter."""

    body: Body
    heading_title: str
    """The H1 that was taken out as title, plain; empty when there is none."""
    heading_span: Span
    lead: Lead
    references: tuple[Reference, ...]
    lifted: Lifted
    source: str
    """The body as written, a NUL for each character that nobody shall see."""
    suppressions: tuple[Suppression, ...]
    """By place."""
    anchors: frozenset[str]
    """Every fragment of the page."""
    empty_sections: tuple[EmptySection, ...]
    """By place."""


def parse_body(reporter: Reporter, start: int, fields: Fields, definition_span: Span, language: str) -> ParsedBody:
    """The body that begins at offset `start` of the reporter's text."""
    removed = _removed(reporter, start)
    body = BodyText(reporter.text, start, removed)
    manuscript = Manuscript(body, reporter)
    tokens = _block_tokens(manuscript)
    seen = tokens
    suppressions = body_suppressions(body, tokens, reporter.lines)
    tokens, notes = take_footnotes(tokens)
    plan = outline(tokens, fields.title, language)
    drafts = plan.drafts
    empty = empty_sections(manuscript, drafts)
    title, title_span = "", reporter.lines.span(start, start)
    if plan.title is not None:
        title, title_span = _title(manuscript, plan.title)
    first = None if fields.definition else take_first_paragraph(drafts)
    if notes and not any(not draft.role for draft in drafts):
        drafts.insert(0, Draft(level=0))
    if not drafts:
        drafts.append(Draft(level=0))
    for index, draft in enumerate(drafts):
        draft.index = index
    lead = _lead(manuscript, fields.definition, definition_span, first)
    for draft in drafts:
        _write_heading(manuscript, draft)
    structure = Structure(manuscript)
    name = title or fields.title
    sections = [_section(manuscript, draft, structure, name) for draft in drafts]
    if notes:
        _add_footnotes(manuscript, sections, notes)
    _report_outside(manuscript)
    source = public_source(body, removed, seen, manuscript.env, frozenset(manuscript.footnotes))
    found = ParsedBody(
        body=Body(tuple(sections)), heading_title=title, heading_span=title_span, lead=lead,
        references=tuple(manuscript.references), lifted=structure.lifted, source=source,
        suppressions=suppressions, anchors=manuscript.anchors.taken,
        empty_sections=with_unanswered(empty, structure.lifted.faq),
    )  # fmt: skip
    return _without_lost(found, manuscript.lost) if manuscript.lost else found


def _lead(manuscript: Manuscript, definition: str, span: Span, first: tuple[Draft, Token] | None) -> Lead:
    """What the field says, else the first paragraph."""
    if definition:
        return lead_of_field(_field_manuscript(manuscript), definition, span)
    if first is None:
        return Lead()
    manuscript.section = first[0].index
    return lead_of_paragraph(manuscript, first[1])


def _removed(reporter: Reporter, start: int) -> list[tuple[int, int]]:
    """The ranges of the file that Markdown shall not see: comments, invisible characters, our stand-ins."""
    text = reporter.text
    ranges = comment_ranges(text, start)
    if not text.isascii():
        before = len(reporter.diagnostics)
        report_hidden_characters(reporter, start, len(text))
        if len(reporter.diagnostics) > before:
            ranges.extend(
                (found.span.start, found.span.end)
                for found in reporter.diagnostics
                if found.rule == HIDDEN_CHARACTERS.name and found.span.start >= start
            )
        ranges.extend(match.span() for match in STAND_INS.finditer(text, start))
    return sorted(ranges)


def _block_tokens(manuscript: Manuscript) -> list[Token]:
    text = manuscript.body.text
    try:
        is_short = len(manuscript.body.line_starts) <= _MOST_LINES
        tokens = blocks(text, manuscript.env) if is_short else None
    except TooManyBlocks:
        tokens = None
    if tokens is None:
        manuscript.report_limit(
            0, 1, "more blocks or lines than are read", "split the entry; it is shown as written", "body"
        )
        manuscript.env.clear()
        parts: list[Part] = [Html(f'<pre class="lx-plain">{escaped(text)}</pre>\n')]
        tokens = [prepared(parts)]
    return tokens


def _field_manuscript(manuscript: Manuscript) -> Manuscript:
    """The manuscript as the definition of the front matter sees it: without footnotes and link definitions."""
    reporter = manuscript.reporter
    return Manuscript(
        BodyText(reporter.text.replace("\r", "\n")), reporter, references=manuscript.references, section=-1,
        anchors=manuscript.anchors, lost=manuscript.lost,
    )  # fmt: skip


def _title(manuscript: Manuscript, token: Token) -> tuple[str, Span]:
    """The title as plain text; links in it are no references."""
    places = places_of(manuscript, token)
    content, _ = written_anchor(token.content)
    span = manuscript.span(places.offset(0), places.offset(max(len(content) - 1, 0)) + 1)
    return inline_text(content), span


def _write_heading(manuscript: Manuscript, draft: Draft) -> None:
    if draft.head is None:
        return
    manuscript.section = draft.index
    places = places_of(manuscript, draft.head)
    content, anchor = written_anchor(draft.head.content)
    written = inline(manuscript, content, places, may_link=False)
    draft.title = folded(written.plain)
    draft.heading = finished(manuscript, written.parts)
    draft.anchor = manuscript.anchors.written(anchor) if anchor else manuscript.anchors.claim(draft.title)


def _section(manuscript: Manuscript, draft: Draft, structure: Structure, name: str) -> Section:
    manuscript.section = draft.index
    manuscript.heading = draft.title or name
    groups = structure.lift(draft) if draft.role else draft.groups
    anchors = [_take_block_id(manuscript, group) for group in groups]
    written = [block_parts(manuscript, group) for group in groups]
    blocks: tuple[Block, ...]
    if any(has_raw(parts) for parts in written):
        for anchor, parts in zip(anchors, written, strict=True):
            if anchor:
                parts.insert(0, Html(f'<span id="{anchor}"></span>'))
        blocks = (Block("", finished(manuscript, [part for parts in written for part in parts])),)
    else:
        blocks = tuple(Block(anchor, joined(parts)) for anchor, parts in zip(anchors, written, strict=True) if parts)
    return Section(draft.level, draft.anchor, draft.title, draft.heading, draft.role, blocks)


def _take_block_id(manuscript: Manuscript, group: list[Token]) -> str:
    """The Obsidian block id at the end of a paragraph, which is cut off; empty when there is none."""
    if group[0].type != "paragraph_open" or "^" not in group[1].content[-102:]:
        return ""
    token = group[1]
    match = _BLOCK_ID.search(token.content, max(len(token.content) - 102, 0))
    if match is None or not manuscript.anchors.take(match[1]):
        return ""
    token.meta["places"] = places_of(manuscript, token)
    token.content = token.content[: match.start()].rstrip()
    return match[1]


def _add_footnotes(manuscript: Manuscript, sections: list[Section], notes: dict[str, list[Token]]) -> None:
    """Add the footnotes that were referred to as the last block of the last section that is no structured one."""
    index = max(number for number, section in enumerate(sections) if not section.role)
    manuscript.section = index
    items: list[tuple[Segment, ...]] = []
    while len(items) < len(manuscript.footnotes):  # a footnote may refer to another
        items.extend(
            finished(manuscript, block_parts(manuscript, notes.get(label, [])))
            for label in list(manuscript.footnotes)[len(items) :]
        )
    if not items:
        return
    parts: list[Part] = ['<div class="footnote">\n<hr>\n<ol>\n']
    for content, (number, uses) in zip(items, manuscript.footnotes.values(), strict=True):
        parts.extend([f'<li id="fn-{number}">', *_with_end(content, back_references(number, uses)), "</li>\n"])
    parts.append("</ol>\n</div>\n")
    section = sections[index]
    sections[index] = section._replace(blocks=(*section.blocks, Block("", joined(parts))))


def _report_outside(manuscript: Manuscript) -> None:
    """Report links and images whose path leaves the content folder."""
    reporter = manuscript.reporter
    for reference in manuscript.references:
        target = reference.target
        if ".." not in target or reference.form == "wikilink" or address(target).is_absolute:
            continue
        if leaves_content(reporter.path, target):
            reporter.add(
                OUTSIDE_CONTENT, reference.span.start, reference.span.end,
                f"'{target}' lies outside the content folder",
                help="link to an entry or a file below the content folder, or to an address", subject=target,
            )  # fmt: skip


def _with_end(segments: tuple[Segment, ...], end: str) -> list[Segment]:
    """The segments with some HTML at the end of their last paragraph."""
    *before, last = segments or (Html(""),)
    if isinstance(last, Html) and last.text.endswith("</p>\n"):
        return [*before, Html(f"{last.text[:-5]}{end}</p>\n")]
    return [*segments, Html(end)]


def _without_lost(found: ParsedBody, lost: set[int]) -> ParsedBody:
    """The same without the references whose place in the text was removed; those after them move up."""
    kept = [number for number in range(len(found.references)) if number not in lost]
    renumber = Renumbering({old: new for new, old in enumerate(kept)})
    return replace(
        found,
        body=Body(tuple(
            section._replace(
                heading=renumber(section.heading),
                blocks=tuple(Block(block.anchor, renumber(block.segments)) for block in section.blocks),
            )
            for section in found.body.sections
        )),
        lead=found.lead._replace(segments=renumber(found.lead.segments)),
        references=tuple(found.references[number] for number in kept),
        lifted=found.lifted.with_segments(renumber),
    )  # fmt: skip
