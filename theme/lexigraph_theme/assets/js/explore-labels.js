/* Names on the map, none over another: `new lexigraph.Labels(context, width, height)`, then `place` in order of weight. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})
  const CELL = 48

  function cells(left, top, right, bottom) {
    const found = []
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) found.push(row * 4096 + column)
    }
    return found
  }

  lexigraph.Labels = class {
    constructor(context, width, height) {
      Object.assign(this, { context, width, height, names: new Map(), marks: new Map(), placed: [] })
    }

    /* Whether the name found room beside the mark at x, y: to the right, left, below or above, straight or aslant. An
       important one may lie over the marks of others, none over another name. */
    place(text, x, y, radius, style) {
      const { width, height } = style
      const side = radius + 2, half = height / 2
      const spots = style.isCentred ? [[x - width / 2, y - half]] : [
        [x + side, y - half], [x - side - width, y - half], [x - width / 2, y + side], [x - width / 2, y - side - height],
        [x + side * 0.7, y + side * 0.5], [x + side * 0.7, y - side * 0.5 - height],
        [x - side * 0.7 - width, y + side * 0.5], [x - side * 0.7 - width, y - side * 0.5 - height],
      ]
      const free = grids => spots.find(([left, top]) => this.isFree(grids, left, top, width, height))
      const spot = free([this.names, this.marks]) ?? (style.isImportant ? free([this.names]) : undefined)
      if (!spot) return false
      this.take(this.names, spot[0], spot[1], width, height)
      this.placed.push({ text, x: spot[0], y: spot[1] + height / 2, style })
      return true
    }

    mark(x, y, radius) { this.take(this.marks, x - radius + 1, y - radius + 1, 2 * radius - 2, 2 * radius - 2) }

    isFree(grids, left, top, width, height) {
      if (left < 2 || top < 2 || left + width > this.width - 2 || top + height > this.height - 2) return false
      for (const grid of grids) {
        for (const key of cells(left, top, left + width, top + height)) {
          for (const box of grid.get(key) ?? []) {
            if (left < box[2] && left + width > box[0] && top < box[3] && top + height > box[1]) return false
          }
        }
      }
      return true
    }

    take(grid, left, top, width, height) {
      const box = [left - 1, top, left + width + 1, top + height]
      for (const key of cells(...box)) {
        if (grid.has(key)) grid.get(key).push(box)
        else grid.set(key, [box])
      }
    }

    /* Draws all that found room, each with a rim that keeps it readable over lines. */
    draw(rim) {
      const { context } = this
      context.textBaseline = "middle"
      context.lineJoin = "round"
      context.lineWidth = 3
      context.strokeStyle = rim
      let font = ""
      for (const { text, x, y, style } of this.placed) {
        if (style.font !== font) context.font = font = style.font
        context.strokeText(text, x, y)
        context.fillStyle = style.colour
        context.fillText(text, x, y)
      }
    }
  }
})()
