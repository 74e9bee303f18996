/* Tier 1, the names of all documents: `lexigraph.query.search.names`. Each tier gives [level, place, name]. A pass over
   all names costs a millisecond for ten thousand entries, and nothing has to be sorted before the first answer. */
(lx => {
  "use strict"
  function put(map, key, value) {
    const known = map.get(key)
    if (known) known.push(value)
    else map.set(key, [value])
  }

  lx.Names = class {
    /* All names, folded; their words are taken apart by `split`, when names alone are not enough. */
    static async of({ titles, also, hidden, language }) {
      const names = new lx.Names()
      Object.assign(names, { texts: [], owners: [], ranks: [], plain: [], key: [], tight: [], tightKey: [] })
      names.stop = new Set(language.stop)
      for (let owner = 0; owner < titles.length; owner += 1) {
        names.add(titles[owner], owner, 0)
        for (const text of also[owner] || []) names.add(text, owner, 1)
        for (const text of hidden[owner] ?? []) names.add(text, owner, 2)
        if (lx.isLate()) await lx.pause()
      }
      return names
    }

    add(text, owner, rank) {
      const plain = lx.plain(text)
      const key = lx.key(plain)
      this.texts.push(text)
      this.owners.push(owner)
      this.ranks.push(rank)
      this.plain.push(plain)
      this.key.push(key)
      this.tight.push(lx.tight(plain))
      this.tightKey.push(lx.tight(key))
    }

    split() {
      this.splitting ??= this.takeApart()
      return this.splitting
    }

    async takeApart() {
      this.words = new Map()
      this.initials = new Map()
      const letters = chosen => chosen.map(part => String.fromCodePoint(part.codePointAt(0))).join("")
      for (let name = 0; name < this.texts.length; name += 1) {
        const plain = this.plain[name]
        for (const word of new Set(lx.split(plain).map(lx.singular))) put(this.words, word, name)
        const parts = plain.split(" ")
        for (const some of new Set([letters(parts), letters(parts.filter(part => !this.stop.has(part)))])) {
          if (lx.size(some) > 1) put(this.initials, some, name)
        }
        if (lx.isLate()) await lx.pause()
      }
      this.sortedWords = [...this.words.keys()].sort()
    }

    *equal({ forms }) {
      for (const [number, form] of forms.entries()) {
        const key = lx.key(form)
        const tight = lx.tight(key)
        for (let name = 0; name < this.texts.length; name += 1) {
          if (this.tightKey[name] !== tight) continue // the widest of the three
          const level = this.ranks[name] > 0 ? 1 : 0
          if (this.plain[name] === form) yield [level + (number ? 2 : 0), 0, name]
          if (this.key[name] === key) yield [2 + level, 1, name]
          yield [4 + level, 2, name]
        }
      }
    }

    *starting({ forms }) {
      for (const form of forms) {
        const start = lx.tight(form)
        for (let name = 0; start && name < this.texts.length; name += 1) {
          if (this.tight[name].startsWith(start)) yield [6 + (this.ranks[name] > 0), 0, name]
        }
      }
    }

    *holding({ words }) {
      let names = null
      for (const word of words) {
        const held = new Set()
        for (const known of this.completions(word)) {
          for (const name of this.words.get(known)) if (!names || names.has(name)) held.add(name)
        }
        names = held
        if (!names.size) return
      }
      for (const name of names ?? []) yield [8 + (this.ranks[name] > 0), 0, name]
    }

    *beginning({ forms }) {
      for (const form of forms) {
        const tight = lx.tight(form)
        for (const letters of new Set([tight, lx.singular(tight)])) {
          for (const name of this.initials.get(letters) ?? []) yield [11, 0, name]
        }
      }
    }

    /* Known words that the word is, or of which it is the start while it is being typed. */
    completions({ raw, singular, isLast }) {
      const found = this.words.has(singular) ? [singular] : []
      if (isLast) {
        for (let at = lx.bisect(this.sortedWords, raw); this.sortedWords[at]?.startsWith(raw); at += 1) {
          found.push(this.sortedWords[at])
        }
      }
      return found
    }
  }
})(self.lexigraphSearch)
