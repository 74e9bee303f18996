/* Tier 2, the words of texts: `lexigraph.query.search.text`. Weights come from the build and are only added up. */
(lx => {
  "use strict"
  /* A document's sum while it is added up: how many words, how many of them defining, their weight. */
  const ONE_WORD = 2 ** 24
  const ONE_DEFINING = 2 ** 16
  const ALL_DEFINING = 2 ** 40
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

    /* At most that many of the documents that are wanted and hold at least half of the words: first those that hold all
       in names and definition, then those that hold most words, then by weight, then in order. */
    matches(loaded, isWanted, most) {
      const found = loaded.map(([word, known, postings]) => this.documents(word, known, postings))
      const totals = new Map()
      for (const [documents] of found) {
        for (const [document, bits] of documents) {
          const gained = ONE_WORD + (bits >> 15) * ONE_DEFINING + ((bits >> 8) & 127)
          totals.set(document, (totals.get(document) ?? 0) + gained)
        }
      }
      const best = [] // sorted; each [worth, document]
      for (const [document, total] of totals) {
        const matched = Math.floor(total / ONE_WORD)
        if (2 * matched < loaded.length || !isWanted(document)) continue
        const defining = Math.floor(total / ONE_DEFINING) % 256
        const worth = (defining === loaded.length ? ALL_DEFINING : 0) + matched * ONE_WORD + (total % ONE_DEFINING)
        let at = best.length
        while (at && (best[at - 1][0] < worth || (best[at - 1][0] === worth && best[at - 1][1] > document))) at -= 1
        if (at < most) best.splice(at, 0, [worth, document])
        if (best.length > most) best.pop()
      }
      return best.map(([, document]) => this.match(document, loaded, found))
    }

    match(document, loaded, found) {
      const match = { document, words: [], asked: [], isDefining: true, section: 0 }
      const sections = []
      found.forEach(([documents, which], at) => {
        const bits = documents.get(document)
        const [{ raw, singular }] = loaded[at]
        if (!(bits >> 15)) match.isDefining = false
        if (bits === undefined) return
        const word = which.get(document) ?? which.get(-1)
        match.words.push(word)
        match.asked.push(word === singular ? raw : `${raw}…`)
        if (!(bits >> 15)) sections.push(bits & 255)
      })
      if (sections.length) match.section = Math.min(...sections)
      return match
    }

    /* Document → whether defining (bit 15), weight (bits 8 to 14) and section of its heaviest posting of the word or, when
       it is not known and being typed, of the words that it starts; and which word that is (-1: of all others). */
    documents({ raw, singular, isLast }, known, postings) {
      const isUnfinished = isLast && lx.size(raw) >= this.rules.unfinishedFrom
      let chosen = [known.indexOf(singular)]
      if (chosen[0] < 0) chosen = isUnfinished ? known.map((word, at) => (word.startsWith(raw) ? at : -1)).filter(at => at >= 0) : []
      const best = new Map()
      const which = new Map([[-1, known[chosen[0]]]])
      for (const [turn, at] of chosen.entries()) {
        const steps = postings[at]
        let document = 0
        for (let next = 0; next < steps.length; next += 2) {
          document += steps[next]
          const packed = steps[next + 1]
          const bits = ((packed & 255) << 8) | (packed >> 8)
          if (turn && bits >> 8 <= (best.get(document) ?? -1) >> 8) continue
          best.set(document, bits)
          if (turn) which.set(document, known[at])
        }
      }
      return [best, which]
    }
  }
})(self.lexigraphSearch)
