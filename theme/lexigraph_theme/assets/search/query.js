/* What a reader typed, taken apart: `lexigraph.query.search.query`. */
(lx => {
  "use strict"
  const begins = (parts, phrase) =>
    parts.length > phrase.length && phrase.every((word, at) => parts[at] === word)
  const ends = (parts, phrase) =>
    parts.length > phrase.length && phrase.every((word, at) => parts[parts.length - phrase.length + at] === word)

  lx.parser = ({ before, after, beside, articles, stop }, { longest, mostWords }) => {
    const isArticle = new Set(articles)
    const isCommon = new Set(stop)

    function stripped(parts) {
      const start = before.find(phrase => begins(parts, phrase))?.length ?? 0
      parts = parts.slice(start)
      while (parts.length > 1 && isArticle.has(parts[0])) parts = parts.slice(1)
      const phrases = start ? [...beside, ...after] : beside
      const end = phrases.find(phrase => ends(parts, phrase))?.length ?? 0
      return parts.slice(0, parts.length - end)
    }

    function carrying(short) {
      const all = lx.split(short).slice(0, mostWords)
      const words = all.map((raw, at) => ({ raw, singular: lx.singular(raw), isLast: at === all.length - 1 }))
      const rarer = words.filter(word => !isCommon.has(word.raw))
      return rarer.length ? rarer : words
    }

    return text => {
      const filters = { kind: [], topic: [], is: [] }
      const rest = []
      for (const part of [...text].slice(0, longest).join("").split(/[ \t\n\r\u00a0\u3000]+/)) {
        const found = /^(kind|topic|is):([^]*)$/i.exec(part)
        if (found) {
          const value = lx.plain(found[2])
          if (value) filters[found[1].toLowerCase()].push(value)
        } else if (part) rest.push(part)
      }
      const full = lx.plain(rest.join(" "))
      const short = stripped(full.split(" ")).join(" ")
      return {
        kinds: filters.kind,
        topics: filters.topic,
        states: filters.is,
        forms: full ? [...new Set([full, short])] : [],
        words: carrying(short),
        text: rest.join(" "),
      }
    }
  }
})(self.lexigraphSearch)
