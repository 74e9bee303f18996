/* The published graph as the pages Explore and Path ask it: `new lexigraph.Graph(data, root)`.

   `lexigraphGraph` is set by explore/graph.js (columns, see generator/lexigraph/page/graph_data.py); `lexigraph` is the
   one name under which scripts of these two pages share what they offer each other. Nodes are numbers. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})

  /* An element with properties (or attributes, where it has no such property) and children. */
  lexigraph.element = (tag, properties = {}, ...children) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(properties)) {
      if (name in made) made[name] = value
      else made.setAttribute(name, value)
    }
    made.append(...children)
    return made
  }

  /* Without accents, case, and the difference of space, hyphen and underscore. */
  lexigraph.fold = text =>
    text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[\s\-_‐-–—/]+/g, " ").trim()

  /* Orders strings by code points, as Python does; `<` would go by UTF-16. */
  lexigraph.compareText = (one, other) => {
    const left = Array.from(one), right = Array.from(other)
    for (let at = 0; at < left.length && at < right.length; at++) {
      const gap = left[at].codePointAt(0) - right[at].codePointAt(0)
      if (gap) return gap
    }
    return left.length - right.length
  }

  const slug = title =>
    title.replace(/[A-Z]+/g, part => part.toLowerCase()).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")

  lexigraph.Graph = class {
    constructor(data, root) {
      Object.assign(this, data)
      this.root = root
      this.size = data.titles.length
      this.link = data.types.length - 1 // the type of links in texts, which are no relations
      this.directionsOf = data.types.map(() => [])
      data.directions.forEach(([, , , , type], number) => this.directionsOf[type].push(number))
      this.definitions = new Map()
      this.joinEnds()
    }

    /* `around[node]` holds [other, direction, type]; a link has the direction -1 where it stands, -2 where it leads. */
    joinEnds() {
      this.around = Array.from({ length: this.size }, () => [])
      this.ends = []
      let edge = 0
      for (let source = 0; source < this.out.length; source++) {
        for (let count = this.out[source]; count > 0; count--, edge++) {
          const target = this.to[edge], type = this.by[edge]
          const [there = -1, back = type === this.link ? -2 : there] = this.directionsOf[type]
          this.around[source].push([target, there, type])
          this.around[target].push([source, back, type])
          this.ends.push(source)
        }
      }
      const last = this.directions.length
      const rank = direction => (direction < 0 ? last - direction : direction)
      for (const edges of this.around) edges.sort((one, other) => rank(one[1]) - rank(other[1]) || one[0] - other[0])
    }

    /* [other, direction, type] of the relations of an entry to entries, in order of the vocabulary. */
    relations(node) {
      return this.around[node].filter(([other, direction]) => direction >= 0 && other < this.entries)
    }

    isWanted(node) { return node >= this.entries }

    id(node) { return this.ids[node] ?? slug(this.titles[node]) }

    node(id) {
      this.numbers ??= new Map(Array.from({ length: this.entries }, (_, node) => [this.id(node), node]))
      return this.numbers.get(id) ?? -1
    }

    url(node) {
      return this.root + (this.urls[node] ?? this.folders[this.folder[node]] + this.id(node) + this.suffix)
    }

    kindOf(node) { return this.kinds[this.kind[node]] }

    topicOf(node) { return this.topic[node] < 0 ? "" : this.topics[this.topic[node]][1] }

    words(direction) {
      return direction < 0 ? ["links to", "is linked from"][-1 - direction] : this.directions[direction][2]
    }

    heading(direction) {
      return direction < 0 ? ["Links to", "Linked from"][-1 - direction] : this.directions[direction][1]
    }

    /* Folded title and other names of each node. */
    get names() {
      return (this.folded ??= this.titles.map((title, node) => [title, ...(this.aka[node]?.split("\n") ?? [])].map(lexigraph.fold)))
    }

    /* Nodes whose names match what was typed, best first: whole name, start of the title, of another name, of a word. */
    find(typed, limit = Infinity, last = this.entries) {
      const wanted = lexigraph.fold(typed)
      if (!wanted) return []
      const found = []
      for (let node = 0; node < last; node++) {
        const rank = rankOf(wanted, this.names[node])
        if (rank < 9) found.push([rank, node])
      }
      found.sort((one, other) => one[0] - other[0] || this.refs[other[1]] - this.refs[one[1]] || one[1] - other[1])
      return found.slice(0, limit).map(([, node]) => node)
    }

    /* A promise of the definition, empty where there is none; loads the file it stands in. */
    definition(node) {
      if (this.isWanted(node)) return Promise.resolve("")
      const number = Math.floor(node / this.shard)
      if (!this.definitions.has(number)) this.definitions.set(number, loadDefinitions(this.root, number))
      return this.definitions.get(number).then(list => list[node % this.shard] ?? "")
    }
  }

  function rankOf(wanted, names) {
    let best = 9
    names.forEach((name, place) => {
      let rank = 9
      if (name === wanted) rank = place ? 1 : 0
      else if (name.startsWith(wanted)) rank = place ? 3 : 2
      else if (` ${name}`.includes(` ${wanted}`)) rank = place ? 5 : 4
      else if (wanted.split(" ").every(word => ` ${name}`.includes(` ${word}`))) rank = place ? 7 : 6
      best = Math.min(best, rank)
    })
    return best
  }

  const arrived = new Map()
  window.lexigraphDefinitions = (number, list) => arrived.get(number)?.(list)

  function loadDefinitions(root, number) {
    return new Promise(resolve => {
      arrived.set(number, resolve)
      const script = lexigraph.element("script", { src: `${root}explore/definitions-${number}.js`, async: true })
      script.onerror = () => resolve([])
      document.head.append(script)
    })
  }
})()
