/* The rows of an answer, in the shape that Material shows: {location, title, text, score, terms}. It puts title and text
   into the page as HTML, so whatever comes from an entry is escaped here; the marks are ours. */
(lx => {
  "use strict"
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escape = text => text.replace(/[&<>"']/g, char => ENTITIES[char])
  const LONGEST = 260 // characters of a definition

  lx.rows = async (index, text, isOld) => {
    const query = index.parse(text)
    const matches = await lx.search(index, query, isOld)
    if (!matches.length) return scored(noRows(index, query))
    const { questions, home } = index.data
    const asks = questions && query.text && !query.states.length
    if (asks) matches.splice(lx.LIMIT - 1)
    const shown = await definitions(index, matches, isOld)
    const marked = marks(index, query, matches)
    const rows = matches.map((match, at) => row(index, match, shown[at], marked))
    rows[0].title += status(matches.length === 1 ? "1 result" : `${matches.length} results`)
    if (asks) rows.push(again(home, query.text))
    return scored(rows)
  }

  /* Enter opens the highest score, and a row that has no terms must say so. */
  const scored = rows => rows.map((row, at) => [{ text: "", ...row, score: rows.length - at, terms: {} }])

  /* Read by the page's script, which says it in place of Material's count. */
  const status = words => `<span hidden data-lx-status="${escape(words)}"></span>`

  /* The definition and headings of each match, as far as they come in time. */
  async function definitions({ data }, matches, isOld) {
    const { starts, files } = data.definitions
    const shards = matches.map(({ document }) => starts.findLastIndex(start => start <= document))
    const loads = new Map([...new Set(shards)].map(at => [at, lx.file(`search/definitions-${at}.${files[at]}.js`)]))
    const loaded = new Map()
    const all = Promise.all([...loads].map(async ([at, load]) => loaded.set(at, await load.catch(() => []))))
    await lx.within(isOld() ? 0 : lx.waits[0], all)
    return matches.map(({ document }, at) => loaded.get(shards[at])?.[document - starts[shards[at]]] ?? [])
  }

  /* A function that tells of a folded word how many of its letters to mark: all, the letters typed, or none. */
  function marks({ slips }, { words }, matches) {
    const near = new Set()
    const slipped = matches.some(({ level }) => level === 10)
    for (const word of slipped ? words : []) for (const [known] of slips.words(word)) near.add(known)
    return (word, singular, others) => {
      if (others?.includes(singular)) return Infinity
      let letters = 0
      for (const asked of words) {
        if (asked.singular === singular) return Infinity
        if (asked.isLast && word.startsWith(asked.raw)) letters = Math.max(letters, lx.size(asked.raw))
      }
      return letters || (near.has(singular) ? Infinity : 0)
    }
  }

  /* The text as HTML with marks in it. */
  function marked(text, letters, others) {
    let html = ""
    let word = []
    const flush = () => {
      const folded = word.map(([, char]) => char).join("").replace(/^\.+|\.+$/g, "")
      let most = folded ? letters(folded, lx.singular(folded), others) : 0
      const all = most === Infinity
      const head = []
      while (word.length && most > 0) {
        head.push(word[0][0])
        most -= lx.size(word.shift()[1])
      }
      const end = []
      while (all && head.length && /[.,]/.test(head.at(-1))) end.unshift(head.pop())
      if (head.length) html += `<mark>${escape(head.join(""))}</mark>`
      html += escape(end.join("") + word.map(([char]) => char).join(""))
      word = []
    }
    for (const char of text) {
      const folded = lx.fold(char)
      if (folded.includes(" ")) {
        flush()
        html += escape(char)
      } else word.push([char, folded])
    }
    flush()
    return html
  }

  function row(index, match, [definition = "", headings = []], letters) {
    const { data, names } = index
    const { document, name = -1, words = null, asked = [], section = 0 } = match
    const title = data.titles[document]
    const rank = name < 0 ? 0 : names.ranks[name]
    const about = [where(data, document)]
    if (rank === 1) about.unshift(`<b>${marked(names.texts[name], letters)}</b>, also called`)
    const found = words && section && headings[section - 1]
      ? `<p class="lx-hit__place">In “${marked(headings[section - 1], letters, words)}”: ${asked.map(word => `<mark>${escape(word)}</mark>`).join(", ")}</p>`
      : ""
    const cut = definition.length > LONGEST ? `${definition.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : definition
    return {
      location: location(data, document),
      title: `<span class="lx-hit__title">${marked(title, letters, words)}</span> <span class="lx-hit__about">${about.join(" · ")}</span>`,
      text: (cut ? `<p>${marked(cut, words || name < 0 ? letters : () => 0, words)}</p>` : "") + found,
    }
  }

  /* "Technique in Retrieval", "Open question on Embedding". */
  function where(data, document) {
    const [kind, label] = data.kinds[data.kind[document]]
    const [, topic] = data.topics[data.topic[document]]
    const state = kind === "question" ? data.statuses[data.status[document]].replace("-", " ") : ""
    const named = state ? `${state[0].toUpperCase()}${state.slice(1)} ${label.toLowerCase()}` : label
    const html = `<span class="lx-hit__kind" data-kind="${escape(kind)}">${escape(named)}</span>`
    const holder = Array.isArray(data.urls[document]) ? data.titles[data.urls[document][0]] : ""
    if (holder) return `${html} on ${escape(holder)}`
    return topic && kind !== "topic" ? `${html} in ${escape(topic)}` : html
  }

  const slug = text => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")

  /* An address that follows from the title is left out of the data. */
  function location(data, document) {
    const url = data.urls[document]
    const title = data.titles[document]
    if (Array.isArray(url)) return `${location(data, url[0])}#${url[1] || slug(title)}`
    if (url) return url
    const [topic] = data.topics[data.topic[document]]
    return `${topic ? `${topic}/` : ""}${slug(title)}${data.suffix}`
  }

  /* The last row: the same words, asked of the questions. The page's script asks without leaving the page. */
  function again(home, text) {
    const query = `is:question ${text}`
    return {
      location: `${home}?q=${encodeURIComponent(query)}`,
      title: `<span class="lx-hit__more" data-lx-query="${escape(query)}">Search open questions for “${escape(text)}”</span>`,
    }
  }

  function noRows(index, query) {
    const { data } = index
    const nearest = lx.nearest(index, query)
    const rows = nearest.map(match => row(index, match, [], () => 0))
    const name = query.text
    if (!name) return rows
    if (data.wanted) {
      const title = `<span class="lx-hit__more">See which names are wanted and have no entry yet</span>`
      rows.push({ location: data.wanted, title })
    }
    if (data.propose) {
      const title = `<span class="lx-hit__more">Propose an entry “${escape(name)}”</span>`
      rows.push({ location: `${data.propose}${encodeURIComponent(name)}&name=${encodeURIComponent(name)}`, title })
    }
    if (rows.length) {
      rows[0].title += status(nearest.length ? "Nothing found. The nearest names:" : "Nothing found.")
    }
    return rows
  }
})(self.lexigraphSearch)
