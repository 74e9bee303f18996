/* Tier 2, the words of texts: `lexigraph.query.search.text`. Weights come from the build and are only added up. */
(lx => {
  "use strict"
  /* FNV-1a over the first three code points; that file has every word that starts with them. */
  function shard(word, shards) {
    let hash = 2166136261
    for (const char of [...word].slice(0, 3)) hash = Math.imul(hash ^ char.codePointAt(0), 16777619)
    return (hash >>> 0) % shards
  }

  lx.Texts = class {
    constructor(files, rules) {
      this.files = files
      this.rules = rules
    }

    /* The files that hold the words of the query: [word, [words], [postings]] each. */
    load(words) {
      return Promise.all(words.map(async word => {
        const number = shard(word.raw, this.files.length)
        return [word, ...await lx.file(`search/words/${number}.${this.files[number]}.js`)]
      }))
    }

    /* Documents that hold at least half of the words, best first. */
    matches(loaded) {
      const found = new Map()
      for (const [word, known, postings] of loaded) {
        for (const [document, best] of this.documents(word, known, postings)) {
          if (found.has(document)) found.get(document).push(best)
          else found.set(document, [best])
        }
      }
      const matches = []
      for (const [document, held] of found) {
        if (2 * held.length < loaded.length) continue
        const others = held.filter(best => !best.isDefining)
        matches.push({
          document,
          matched: held.length,
          weight: held.reduce((sum, best) => sum + best.weight, 0),
          isDefining: held.length === loaded.length && !others.length,
          section: others.length ? Math.min(...others.map(best => best.section)) : 0,
          words: held.map(best => best.word),
          asked: held.map(best => best.word === lx.singular(best.asked) ? best.asked : `${best.asked}…`),
        })
      }
      return matches.sort((one, other) =>
        other.isDefining - one.isDefining || other.matched - one.matched ||
        other.weight - one.weight || one.document - other.document)
    }

    /* Document → its heaviest posting of the word; when it is not known and being typed, of the words that it starts. */
    documents({ raw, singular, isLast }, known, postings) {
      const best = new Map()
      const isUnfinished = isLast && lx.size(raw) >= this.rules.unfinishedFrom
      let chosen = [known.indexOf(singular)]
      if (chosen[0] < 0) chosen = isUnfinished ? known.map((word, at) => word.startsWith(raw) ? at : -1).filter(at => at >= 0) : []
      for (const at of chosen) {
        let document = 0
        for (let next = 0; next < postings[at].length; next += 2) {
          document += postings[at][next]
          const packed = postings[at][next + 1]
          const weight = packed & 127
          const isDefining = (packed & 128) > 0
          const before = best.get(document)
          if (!before || isDefining > before.isDefining || (isDefining === before.isDefining && weight > before.weight)) {
            best.set(document, { word: known[at], asked: raw, weight, isDefining, section: packed >> 8 })
          }
        }
      }
      return best
    }
  }
})(self.lexigraphSearch)
