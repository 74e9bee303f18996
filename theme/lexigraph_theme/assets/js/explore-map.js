/* The map of Explore on a canvas: regions, the most important entries that there is room for, and relations where they
   were asked for. Holds what is shown, the view (middle and scale) and the marks on the screen; pointer and keys are in
   explore-pointer.js. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})
  const FIRST = 150 // entries in the first view, before it is zoomed
  const MOST_NAMES = 200
  const IMPORTANT = 12 // marks whose names may lie over others
  const MOST_LINES = 3000
  const MOST_ZOOM = 60

  lexigraph.Map = class {
    constructor(graph, canvas) {
      Object.assign(this, { graph, canvas, context: canvas.getContext("2d"), rows: [], order: [], at: -1, near: new Map(),
        hovered: -1, isFiltered: false, type: -1, hasLines: false, marks: [], widths: new Map(), onDraw: () => {} })
      this.looks = graph.kinds.map((_, kind) => lexigraph.lookOf(graph, kind))
      this.world = boundsOf(graph)
      this.middle = this.world.middle
      this.zoom = 1
      this.palette()
      new ResizeObserver(() => this.resize()).observe(canvas.parentElement)
      this.resize()
    }

    palette() {
      this.colours = lexigraph.coloursOf(this.canvas.parentElement)
      this.family = getComputedStyle(this.canvas.parentElement).fontFamily
      this.widths.clear()
      this.ask()
    }

    resize() {
      const { clientWidth, clientHeight } = this.canvas.parentElement
      const ratio = Math.min(2, devicePixelRatio || 1)
      Object.assign(this, { width: clientWidth, height: clientHeight, ratio })
      Object.assign(this.canvas, { width: clientWidth * ratio, height: clientHeight * ratio })
      this.ask()
    }

    /* What is shown: matching nodes, the type of relation asked for, the chosen node and what is near it. */
    show({ rows, isFiltered, type, hasLines, at, near }) {
      const { refs } = this.graph
      if (rows !== this.rows) this.order = [...rows].sort((one, other) => refs[other] - refs[one] || one - other)
      Object.assign(this, { rows, isFiltered, type, hasLines, at, near })
      this.isShown = new Uint8Array(this.graph.size)
      for (const node of rows) this.isShown[node] = 1
      for (const node of near.keys()) this.isShown[node] = 1
      this.ask()
    }

    get scale() { return this.zoom * Math.min(this.width / this.world.width, this.height / this.world.height) }

    look(middle, zoom) {
      this.middle = middle
      this.zoom = Math.max(0.8, Math.min(MOST_ZOOM, zoom))
      this.ask()
    }

    /* The middle and zoom at which all the nodes are seen, at most 8 times nearer than the whole. */
    viewOf(nodes) {
      const [left, right] = bounds(nodes.map(node => this.graph.x[node]))
      const [top, bottom] = bounds(nodes.map(node => this.graph.y[node]))
      const whole = Math.min(this.width / this.world.width, this.height / this.world.height)
      const fit = Math.min(this.width / (right - left + 1), this.height / (bottom - top + 1)) * 0.75
      return [[(left + right) / 2, (top + bottom) / 2], Math.max(1, Math.min(8, fit / whole))]
    }

    screen(node) {
      const { scale, middle } = this
      return [(this.graph.x[node] - middle[0]) * scale + this.width / 2, (this.graph.y[node] - middle[1]) * scale + this.height / 2]
    }

    point(x, y) {
      return [(x - this.width / 2) / this.scale + this.middle[0], (y - this.height / 2) / this.scale + this.middle[1]]
    }

    /* The node whose mark is nearest to a place on the screen, at most 14 pixels away; -1 without one. */
    hit(x, y) {
      let best = -1, least = 14 ** 2
      for (const [node, left, top] of this.marks) {
        const away = (left - x) ** 2 + (top - y) ** 2
        if (away < least) [best, least] = [node, away]
      }
      return best
    }

    ask() {
      this.asked ??= requestAnimationFrame(() => {
        this.asked = null
        this.draw()
      })
    }

    draw() {
      const { context, ratio, width, height, colours } = this
      if (!width) return
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      this.marks = this.inView()
      this.drawRegions()
      this.drawLines()
      this.drawMarks()
      const labels = new lexigraph.Labels(context, width, height)
      this.nameAll(labels)
      labels.draw(colours.paper)
      this.onDraw(this.marks.length)
    }

    /* [node, x, y, radius] of what is drawn: what there is room for, most referred to first; what is chosen always. */
    inView() {
      const limit = FIRST * Math.max(1, this.zoom) ** 2
      const found = []
      const grow = 1 + Math.log2(Math.max(1, this.zoom)) * 0.12
      const add = node => {
        const [x, y] = this.screen(node)
        if (x < -20 || y < -20 || x > this.width + 20 || y > this.height + 20) return
        found.push([node, x, y, (2.6 + Math.log2(1 + this.graph.refs[node]) * 0.75) * grow])
      }
      for (let place = 0; place < this.order.length && place < limit; place++) {
        if (!this.near.has(this.order[place])) add(this.order[place])
      }
      for (const node of this.near.keys()) add(node)
      return found
    }

    drawRegions() {
      const { context, colours, scale } = this
      context.lineWidth = 1
      for (const [, x, y, radius] of this.graph.regions) {
        const left = (x - this.middle[0]) * scale + this.width / 2, top = (y - this.middle[1]) * scale + this.height / 2
        context.beginPath()
        context.arc(left, top, radius * scale * 1.04 + 5, 0, 2 * Math.PI)
        context.fillStyle = colours.wash
        context.fill()
        context.strokeStyle = colours.faint
        context.stroke()
      }
    }

    /* Lines at the chosen entry; else all between marks, when they were asked for or the map is filtered or near. */
    drawLines() {
      const { graph, at, near } = this
      const places = new Map(this.marks.map(mark => [mark[0], mark]))
      const lines = []
      if (at >= 0) {
        for (const [node, step] of near) {
          for (const [other, direction, type] of graph.around[node]) {
            if (!near.has(other) || other < node && near.get(other) === step) continue
            if (near.get(other) === step + 1 || node === at) lines.push([node, other, type])
          }
        }
      } else if (this.hasLines || this.isFiltered || this.zoom > 2) {
        for (const [node] of this.marks) {
          for (const [other, direction, type] of graph.around[node]) {
            const isOnce = direction >= 0 ? graph.directions[direction][0] === graph.types[type][0] && (graph.directions[direction][3] !== direction || node < other) : direction === -1
            if (isOnce && places.has(other) && (this.type < 0 || type === this.type)) lines.push([node, other, type])
            if (lines.length > MOST_LINES) return
          }
        }
      }
      this.strokeLines(lines, at >= 0)
    }

    strokeLines(lines, isChosen) {
      const { context, colours, graph } = this
      const families = new Map()
      for (const line of lines) {
        const family = graph.types[line[2]][2]
        if (!families.has(family)) families.set(family, [])
        families.get(family).push(line)
      }
      for (const [family, own] of families) {
        context.beginPath()
        for (const [one, other] of own) {
          context.moveTo(...this.screen(one))
          context.lineTo(...this.screen(other))
        }
        context.setLineDash(lexigraph.dashes[family] ?? [])
        context.strokeStyle = family === "ask" ? colours.ask : isChosen ? colours.focus : colours.rule
        context.globalAlpha = isChosen ? 0.8 : lines.length > 400 ? 0.25 : 0.5
        context.lineWidth = family === "tree" ? 1.75 : 1
        context.stroke()
      }
      context.setLineDash([])
      context.globalAlpha = 1
    }

    drawMarks() {
      const { context, colours, at, near, hovered } = this
      const batches = new Map()
      for (const mark of this.marks) {
        const isDim = at >= 0 && !near.has(mark[0])
        const key = this.graph.kind[mark[0]] * 2 + (isDim ? 1 : 0)
        if (!batches.has(key)) batches.set(key, [])
        batches.get(key).push(mark)
      }
      for (const [key, marks] of [...batches].sort((one, other) => (other[0] % 2) - (one[0] % 2))) {
        const { colour, shape, isOutline } = this.looks[key >> 1]
        context.beginPath()
        for (const [, x, y, radius] of marks) lexigraph.trace(context, shape, x, y, radius)
        context.globalAlpha = key % 2 ? 0.3 : 1
        context.fillStyle = isOutline ? colours.paper : colour < 0 ? colours.ask : colours.kinds[colour]
        context.fill()
        context.lineWidth = isOutline ? 1.5 : 1
        context.strokeStyle = isOutline ? (colour < 0 ? colours.ask : colours.kinds[colour]) : colours.paper
        context.stroke()
      }
      context.globalAlpha = 1
      for (const [node, x, y, radius] of this.marks) {
        if (node !== at && node !== hovered) continue
        context.beginPath()
        context.arc(x, y, radius + 4, 0, 2 * Math.PI)
        context.strokeStyle = node === at ? colours.ink : colours.focus
        context.lineWidth = 2
        context.stroke()
      }
    }

    /* Names in order of weight: what is chosen or under the pointer, regions, then the most referred to. */
    nameAll(labels) {
      const { marks, at, near, hovered, graph } = this
      for (const [, x, y, radius] of marks) labels.mark(x, y, radius)
      const rank = ([node]) => (node === at ? 0 : node === hovered ? 1 : near.has(node) ? 2 : 3)
      const first = marks.filter(mark => rank(mark) < 3).sort((one, other) => rank(one) - rank(other))
      let left = MOST_NAMES
      const name = ([node, x, y, radius], isStrong, isImportant) => {
        const [text, font] = [shortened(graph.titles[node]), `${isStrong ? 600 : 400} 12px ${this.family}`]
        const style = { font, colour: this.colours.ink, width: this.measure(text, font), height: 14, isImportant }
        if (left > 0 && labels.place(text, x, y, radius, style)) left--
      }
      for (const mark of first) name(mark, rank(mark) < 2, true)
      const told = this.nameRegions(labels)
      if (at >= 0) return
      marks.slice(0, 4 * MOST_NAMES).forEach((mark, place) => {
        if (rank(mark) === 3 && !told.has(graph.titles[mark[0]])) name(mark, false, place < IMPORTANT)
      })
    }

    /* The names of the regions that found room: above the circle, below it, or else above it over marks. */
    nameRegions(labels) {
      const { scale, colours } = this
      const told = new Set()
      for (const [name, x, y, radius] of this.graph.regions) {
        const reach = radius * scale * 1.04 + 5
        if (reach > this.width * 0.7) continue // within it, its name says nothing
        const font = `600 ${Math.max(12, Math.min(17, reach * 0.16))}px ${this.family}`
        const text = shortened(name)
        const left = (x - this.middle[0]) * scale + this.width / 2, top = (y - this.middle[1]) * scale + this.height / 2
        const style = { font, colour: colours.quiet, width: this.measure(text, font), height: 18, isCentred: true }
        const tries = [[-reach - 4, false], [reach + 4, false], [-reach + 12, false], [-reach - 4, true], [reach + 4, true]]
        if (tries.some(([gap, isImportant]) => labels.place(text, left, top + gap, 0, { ...style, isImportant }))) told.add(name)
      }
      return told
    }

    measure(text, font) {
      const key = font + text
      if (!this.widths.has(key)) {
        this.context.font = font
        this.widths.set(key, this.context.measureText(text).width)
      }
      return this.widths.get(key)
    }
  }

  const shortened = text => (text.length > 36 ? `${text.slice(0, 35).trimEnd()}…` : text)

  const bounds = values => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity])

  function boundsOf({ x, y }) {
    const [left, right] = bounds(x), [top, bottom] = bounds(y)
    return { middle: [(left + right) / 2, (top + bottom) / 2], width: (right - left) * 1.06 + 160, height: (bottom - top) * 1.06 + 160 }
  }
})()
