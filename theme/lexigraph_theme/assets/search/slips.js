/* Slips of the pen: `lexigraph.query.search.slips`. A text is passed over before its distance is taken when its length
   or its letters (32 bits, one for each class of them) differ by more than the slips allowed could explain. */
(lx => {
  "use strict"
  const codes = text => Array.from(text, char => char.codePointAt(0))

  function bits(points) {
    let mask = 0
    for (const code of points) mask |= 1 << (code & 31)
    return mask
  }

  function count(mask) {
    let found = 0
    for (; mask; mask &= mask - 1) found += 1
    return found
  }

  /* Optimal string alignment: a swapped pair counts once. More than `most` is reported as `most + 1`. */
  function distance(one, other, most) {
    let before = []
    let above = Array.from({ length: other.length + 1 }, (_, at) => at)
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i]
      let least = i
      for (let j = 1; j <= other.length; j += 1) {
        let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1))
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1)
        }
        row.push(cost)
        if (cost < least) least = cost
      }
      if (least > most + 1) return most + 1
      before = above
      above = row
    }
    return Math.min(above[other.length], most + 1)
  }

  lx.distance = (one, other, most) => distance(codes(one), codes(other), most)

  lx.Near = class {
    constructor(texts) {
      this.texts = texts
      this.lengths = new Uint16Array(texts.length)
      this.masks = new Int32Array(texts.length)
    }

    static async of(texts) {
      const near = new lx.Near(texts)
      for (let at = 0; at < texts.length; at += 1) {
        const points = codes(texts[at])
        near.lengths[at] = Math.min(points.length, 65535)
        near.masks[at] = bits(points)
        if (lx.isLate()) await lx.pause()
      }
      return near
    }

    /* [index, distance] of the texts at most that far from the wanted one. */
    *within(wanted, most) {
      const points = codes(wanted)
      const mask = bits(points)
      for (let at = 0; at < this.texts.length; at += 1) {
        if (Math.abs(this.lengths[at] - points.length) > most || count(this.masks[at] ^ mask) > 2 * most) continue
        const found = distance(points, codes(this.texts[at]), most)
        if (found <= most) yield [at, found]
      }
    }
  }

  lx.Slips = class {
    constructor(names, rules) {
      Object.assign(this, { names, rules })
    }

    measure() {
      this.measuring ??= this.take()
      return this.measuring
    }

    async take() {
      this.whole = new Map()
      this.names.tight.forEach((text, name) => {
        if (this.whole.has(text)) this.whole.get(text).push(name)
        else this.whole.set(text, [name])
      })
      this.wholeNear = await lx.Near.of([...this.whole.keys()])
      this.wordsNear = await lx.Near.of(this.names.sortedWords)
    }

    *near({ words, forms }) {
      if (!words.length) return
      const costs = this.byWords(words)
      for (const [text, cost] of this.costs(forms.at(-1).replace(/[ .]/g, ""), this.wholeNear)) {
        for (const name of this.whole.get(text)) costs.set(name, Math.min(cost, costs.get(name) ?? cost))
      }
      for (const [name, cost] of costs) {
        if (cost) yield [10, cost * 2 + (this.names.ranks[name] > 0), name]
      }
    }

    byWords(words) {
      let total = null
      for (const word of words) {
        const found = new Map()
        for (const [known, cost] of this.words(word)) {
          for (const name of this.names.words.get(known)) {
            if (!total || total.has(name)) found.set(name, Math.min(cost, found.get(name) ?? cost))
          }
        }
        if (total) for (const [name, cost] of found) found.set(name, cost + total.get(name))
        total = found
        if (!total.size) break
      }
      return total ?? new Map()
    }

    /* Known words near the word, with what their slips cost; 0 for the word itself and those it starts. */
    words(word) {
      const { startFrom, perSlip, unfinished } = this.rules
      const found = new Map(this.costs(word.singular, this.wordsNear))
      if (word.isLast && lx.size(word.raw) >= startFrom) {
        for (const known of this.startingNear(word.raw)) {
          found.set(known, Math.min(perSlip + unfinished, found.get(known) ?? Infinity))
        }
      }
      for (const known of this.names.completions(word)) found.set(known, 0)
      return found
    }

    *startingNear(raw) {
      const sorted = this.names.sortedWords
      const points = codes(raw)
      const first = String.fromCodePoint(points[0])
      for (let at = lx.bisect(sorted, first); sorted[at]?.startsWith(first); at += 1) {
        if (this.wordsNear.lengths[at] <= points.length + 1) continue
        const longer = codes(sorted[at])
        const lengths = [points.length - 1, points.length, points.length + 1]
        if (lengths.some(length => distance(points, longer.slice(0, length), 1) <= 1)) yield sorted[at]
      }
    }

    *costs(wanted, near) {
      const { lengths, perSlip, startsOtherwise } = this.rules
      const size = lx.size(wanted)
      const most = lengths.filter(length => size >= length).length
      if (!most) return
      const first = wanted.codePointAt(0)
      for (const [at, slips] of near.within(wanted, most)) {
        const text = near.texts[at]
        if (slips) yield [text, perSlip * slips + (text.codePointAt(0) === first ? 0 : startsOtherwise)]
      }
    }
  }
})(self.lexigraphSearch)
