/* How the map draws: colours from the palette of the page, one shape and colour per kind. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})

  const COLOURS = ["--lx-accent", "--lx-code-function", "--lx-code-number", "--lx-good", "--lx-code-special", "--lx-code-constant"]
  const OTHERS = { ink: "--lx-ink", quiet: "--lx-ink-2", paper: "--lx-raised", rule: "--lx-rule-strong", wash: "--lx-sunken",
    faint: "--lx-rule", ask: "--lx-ask", focus: "--lx-link" }

  /* The colours as they are now; a canvas understands neither variables nor `light-dark()`. */
  lexigraph.coloursOf = place => {
    const probe = lexigraph.element("span", { hidden: true })
    place.append(probe)
    const value = name => {
      probe.style.color = `var(${name})`
      return getComputedStyle(probe).color
    }
    const found = Object.fromEntries(Object.entries(OTHERS).map(([key, name]) => [key, value(name)]))
    found.kinds = COLOURS.map(value)
    probe.remove()
    return found
  }

  const polygon = (corners, turn = -90) => Array.from({ length: corners }, (_, corner) => {
    const angle = ((turn + (corner * 360) / corners) * Math.PI) / 180
    return [Math.cos(angle) * 1.15, Math.sin(angle) * 1.15]
  })
  const arm = 0.42
  const cross = [[-arm, -1], [arm, -1], [arm, -arm], [1, -arm], [1, arm], [arm, arm], [arm, 1], [-arm, 1], [-arm, arm],
    [-1, arm], [-1, -arm], [-arm, -arm]]
  const star = Array.from({ length: 10 }, (_, corner) => {
    const angle = ((corner * 36 - 90) * Math.PI) / 180
    const reach = corner % 2 ? 0.55 : 1.35
    return [Math.cos(angle) * reach, Math.sin(angle) * reach]
  })
  const SHAPES = [null, polygon(4, 45), polygon(3), polygon(4), polygon(5), cross, polygon(3, 90), star]
  const HEXAGON = polygon(6, 0)

  /* How a kind looks: the place of its colour (-1: that of questions), its shape, whether it is only an outline. */
  lexigraph.lookOf = (graph, kind) => {
    const key = graph.kinds[kind][0]
    if (key === "") return { colour: -1, shape: null, isOutline: true }
    if (key === "question") return { colour: -1, shape: HEXAGON, isOutline: false }
    return { colour: kind % COLOURS.length, shape: SHAPES[kind % SHAPES.length], isOutline: kind >= 12 }
  }

  /* Adds the shape at a place to the current path of the canvas. */
  lexigraph.trace = (context, shape, x, y, radius) => {
    if (!shape) {
      context.moveTo(x + radius, y)
      context.arc(x, y, radius, 0, 2 * Math.PI)
      return
    }
    shape.forEach(([dx, dy], corner) => context[corner ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius))
    context.closePath()
  }

  /* The mark of a kind as an SVG, for the legend. */
  lexigraph.markOf = (graph, kind) => {
    const { colour, shape, isOutline } = lexigraph.lookOf(graph, kind)
    const space = "http://www.w3.org/2000/svg"
    const svg = document.createElementNS(space, "svg")
    svg.setAttribute("viewBox", "-7 -7 14 14")
    svg.setAttribute("aria-hidden", "true")
    const mark = document.createElementNS(space, "path")
    const points = shape ?? polygon(24).map(([x, y]) => [x / 1.15, y / 1.15])
    mark.setAttribute("d", `M${points.map(([x, y]) => `${(x * 4.6).toFixed(1)} ${(y * 4.6).toFixed(1)}`).join("L")}Z`)
    const value = `var(${colour < 0 ? OTHERS.ask : COLOURS[colour]})`
    mark.style.fill = isOutline ? "none" : value
    mark.style.stroke = value
    if (isOutline) mark.style.strokeDasharray = "2.5 1.5"
    svg.append(mark)
    return svg
  }

  /* Patterns of lines by family of relation, the same as in the picture of an entry. */
  lexigraph.dashes = { tree: [], order: [9, 3], plain: [], peer: [4, 3], ask: [1, 4], loose: [1, 3], link: [1, 3] }
})()
