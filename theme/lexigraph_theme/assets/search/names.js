/* Tier 1, the names of all documents: `lexigraph.query.search.names`. Each tier gives [level, place, name]. */
(lx => {
  "use strict"
  function put(map, key, value) {
    const known = map.get(key)
    if (known) known.push(value)
    else map.set(key, [value])
  }

  lx.Names = class {
    static async of(data) {
      const names = new lx.Names()
      names.take(data)
      await names.fold(new Set(data.language.stop))
      return names
    }

    take({ titles, also, hidden }) {
      Object.assign(this, { texts: [], owners: [], ranks: [] })
      titles.forEach((title, owner) => {
        const names = [[title], also[owner] || [], hidden[owner] ?? []]
        names.forEach((texts, rank) => {
          for (const text of texts) {
            this.texts.push(text)
            this.owners.push(owner)
            this.ranks.push(rank)
          }
        })
      })
    }

    async fold(stop) {
      Object.assign(this, { plain: [], tight: [], byPlain: new Map(), byKey: new Map(), byTight: new Map() })
      Object.assign(this, { words: new Map(), initials: new Map() })
      for (let name = 0; name < this.texts.length; name += 1) {
        this.add(name, lx.plain(this.texts[name]), stop)
        if (lx.isLate()) await lx.pause()
      }
      this.sortedWords = [...this.words.keys()].sort()
      if (lx.isLate()) await lx.pause()
      const starts = this.tight.map((text, name) => `${text}\0${name}`).filter(text => text[0] !== "\0").sort()
      this.starts = starts
    }

    add(name, plain, stop) {
      const key = lx.key(plain)
      const tight = lx.tight(plain)
      this.plain.push(plain)
      this.tight.push(tight)
      put(this.byPlain, plain, name)
      put(this.byKey, key, name)
      put(this.byTight, lx.tight(key), name)
      for (const word of new Set(lx.split(plain).map(lx.singular))) put(this.words, word, name)
      const parts = plain.split(" ")
      const letters = chosen => chosen.map(part => String.fromCodePoint(part.codePointAt(0))).join("")
      for (const some of new Set([letters(parts), letters(parts.filter(part => !stop.has(part)))])) {
        if (lx.size(some) > 1) put(this.initials, some, name)
      }
    }

    *equal({ forms }) {
      for (const [number, form] of forms.entries()) {
        const key = lx.key(form)
        const found = [this.byPlain.get(form), this.byKey.get(key), this.byTight.get(lx.tight(key))]
        for (const [place, names] of found.entries()) {
          const level = [number ? 2 : 0, 2, 4][place]
          for (const name of names ?? []) yield [level + (this.ranks[name] > 0), place, name]
        }
      }
    }

    *starting({ forms }) {
      for (const form of forms) {
        const start = lx.tight(form)
        if (!start) continue
        for (let at = lx.bisect(this.starts, start); this.starts[at]?.startsWith(start); at += 1) {
          const name = Number(this.starts[at].slice(this.starts[at].lastIndexOf("\0") + 1))
          yield [6 + (this.ranks[name] > 0), 0, name]
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
