/* The ranking: `lexigraph.query.search.index`. Strict levels, each asked only while those above found too little. */
(lx => {
  "use strict"
  const DEFINITION = 12
  const TEXT = 13
  const PAGE = 14
  const FILTER = 15
  lx.LIMIT = 20

  /* The promise's value, or undefined when it takes longer, or fails. */
  const within = (milliseconds, promise) => Promise.race([
    promise.catch(() => undefined),
    new Promise(resolve => setTimeout(resolve, milliseconds)),
  ])
  lx.within = within

  /* What a query needs beyond the names as they are; made after the first answer, if nobody asked for it before. */
  lx.warm = async ({ names, slips }) => {
    await names.split()
    await slips.measure()
  }

  lx.index = async data => {
    const names = await lx.Names.of(data)
    return {
      data,
      names,
      slips: new lx.Slips(names, data.rules),
      texts: new lx.Texts(data.words, data.rules),
      parse: lx.parser(data.language, data.rules),
      kinds: data.kinds.map(([key]) => lx.plain(key)),
      topics: data.topics.map(([key]) => lx.plain(key)),
      statuses: data.statuses.map(lx.plain),
    }
  }

  function passes({ data, kinds, topics, statuses }, document, query) {
    const starts = (text, asked) => asked.some(start => text.startsWith(start))
    if (query.kinds.length && !starts(kinds[data.kind[document]], query.kinds)) return false
    if (query.topics.length && !starts(topics[data.topic[document]], query.topics)) return false
    const state = statuses[data.status[document]]
    const isQuestion = data.kinds[data.kind[document]][0] === "question"
    return query.states.every(asked => state.startsWith(asked) || (isQuestion && "question".startsWith(asked)))
  }

  /* Puts the documents of a tier behind those found before; pages that are no entries into `late`. */
  function take(index, tier, query, found, late) {
    const best = new Map()
    for (const [level, place, name] of tier) {
      const document = index.names.owners[name]
      if (found.has(document)) continue
      const known = best.get(document)
      if (!known || level - known[0] < 0 || (level === known[0] && (place - known[1] || name - known[2]) < 0)) {
        best.set(document, [level, place, name])
      }
    }
    const ordered = [...best].sort(([one, [a, b]], [other, [c, d]]) => a - c || b - d || one - other)
    for (const [document, [level, place, name]] of ordered) {
      if (!passes(index, document, query)) continue
      if (document < index.data.firstPage) found.set(document, { document, level, name })
      else if (!late.has(document)) late.set(document, [level, place, name])
    }
  }

  /* The best matches of a parsed query: {document, level, name, words, section}. `isOld` tells that a newer query waits,
     so that nothing more is waited for. */
  lx.search = async (index, query, isOld) => {
    const { data, names, slips, texts } = index
    if (!query.forms.length) return filtered(index, query)
    const found = new Map()
    const late = new Map()
    const tiers = [
      () => names.equal(query), () => names.starting(query), () => names.holding(query),
      () => slips.near(query), () => names.beginning(query),
    ]
    for (const [at, tier] of tiers.entries()) {
      if (at === 2) await names.split()
      if (at === 3) await slips.measure()
      take(index, tier(), query, found, late)
      if (found.size >= lx.LIMIT) return [...found.values()].slice(0, lx.LIMIT)
      if (lx.isLate()) await lx.pause()
    }
    const pages = [...late].map(([document, place]) => [place, { document, level: PAGE, name: place[2] }])
    const matches = [...found.values()]
    if (matches.length < data.rules.enough && !isOld()) {
      const [few, none] = lx.waits
      const loaded = await within(matches.length ? few : none, texts.load(query.words))
      const isNew = document => !found.has(document) && !late.has(document) && passes(index, document, query)
      const isEntry = document => document < data.firstPage && isNew(document)
      const isPage = document => document >= data.firstPage && isNew(document)
      for (const match of texts.matches(loaded ?? [], isEntry, lx.LIMIT)) {
        matches.push({ ...match, level: match.isDefining ? DEFINITION : TEXT })
      }
      for (const match of texts.matches(loaded ?? [], isPage, lx.LIMIT)) {
        pages.push([[PAGE, pages.length, match.document], { ...match, level: PAGE }])
      }
    }
    pages.sort(([[a, b, c]], [[d, e, f]]) => a - d || b - e || c - f)
    return [...matches, ...pages.map(([, match]) => match)].slice(0, lx.LIMIT)
  }

  function filtered(index, query) {
    if (!query.kinds.length && !query.topics.length && !query.states.length) return []
    const found = []
    for (let document = 0; document < index.data.titles.length && found.length < lx.LIMIT; document += 1) {
      if (passes(index, document, query)) found.push({ document, level: FILTER })
    }
    return found
  }

  /* Up to three documents whose names are nearest to a query that found nothing. */
  lx.nearest = ({ data, names, slips }, query) => {
    if (!query.forms.length) return []
    const wanted = lx.tight(query.forms.at(-1)).slice(0, 60)
    const size = lx.size(wanted)
    const near = new Map()
    for (const [at, slipped] of slips.wholeNear.within(wanted, Math.floor(size / 2))) {
      const text = slips.wholeNear.texts[at]
      const share = slipped / Math.max(size, lx.size(text))
      for (const name of slips.whole.get(text)) {
        const document = names.owners[name]
        if (document >= data.firstPage || names.ranks[name] > 1 || near.get(document) <= share) continue
        near.set(document, share)
      }
    }
    const ordered = [...near].sort(([one, a], [other, b]) => a - b || one - other)
    return ordered.slice(0, 3).map(([document]) => ({ document, level: FILTER }))
  }
})(self.lexigraphSearch)
