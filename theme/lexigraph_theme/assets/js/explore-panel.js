/* The chosen entry of Explore: what it is, its relations with links, and ways to other pages. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})
  const { element } = lexigraph
  const MOST = 12 // of a relation before "more"

  lexigraph.showPanel = (graph, box, { at, before, depth, path, choose, widen }) => {
    box.hidden = at < 0
    if (at < 0) return box.replaceChildren()
    const [kind, label] = graph.kindOf(at)
    const about = [element("span", { className: "lx-kind", "data-kind": kind || "question" }, label)]
    if (graph.topicOf(at)) about.push(` · ${graph.topicOf(at)}`)
    if (graph.open[at]) about.push(` · ${graph.open[at]} open ${graph.open[at] === 1 ? "question" : "questions"}`)
    const said = element("p", { className: "lx-def" })
    graph.definition(at).then(text => { said.textContent = text })
    const close = element("button", { type: "button", className: "lx-button", onclick: () => choose(-1) }, "Close")
    box.replaceChildren(
      element("div", { className: "lx-chosen__head" }, element("h2", {}, element("a", { href: graph.url(at) }, graph.titles[at])), close),
      element("p", { className: "lx-chosen__about" }, ...about), said,
      ...ways(graph, at, before, path), reach(depth, widen), groups(graph, at, choose))
  }

  /* Links to the path between the entry and the one chosen before it, and to the paths from it. */
  function ways(graph, at, before, path) {
    if (!path || graph.isWanted(at)) return []
    const asked = new URLSearchParams({ from: graph.id(at) })
    let words = `How is ${graph.titles[at]} related to …?`
    if (before >= 0 && before !== at && !graph.isWanted(before)) {
      asked.set("from", graph.id(before))
      asked.set("to", graph.id(at))
      words = `How are ${graph.titles[before]} and ${graph.titles[at]} related?`
    }
    return [element("p", { className: "lx-chosen__ways" }, element("a", { href: `${path}#${asked}` }, words))]
  }

  function reach(depth, widen) {
    const input = element("input", { type: "checkbox", checked: depth === 2, onchange: () => widen(input.checked ? "2" : "1") })
    return element("label", { className: "lx-chosen__depth" }, input, " Also what these are related to")
  }

  function groups(graph, at, choose) {
    const list = element("dl")
    const byDirection = new Map()
    for (const [other, direction] of graph.around[at]) {
      if (!byDirection.has(direction)) byDirection.set(direction, [])
      byDirection.get(direction).push(other)
    }
    for (const [direction, others] of byDirection) {
      const items = others.map(other => item(graph, other, choose))
      const rows = element("ul", {}, ...items.slice(0, MOST))
      const cell = element("dd", {}, rows)
      if (items.length > MOST) {
        cell.append(element("details", {}, element("summary", {}, `${items.length - MOST} more`), element("ul", {}, ...items.slice(MOST))))
      }
      list.append(element("dt", {}, graph.heading(direction)), cell)
    }
    return list
  }

  function item(graph, other, choose) {
    const show = element("button", { type: "button", ariaLabel: `Show ${graph.titles[other]} on the map`, onclick: () => choose(other) }, "◎")
    return element("li", {}, element("a", { href: graph.url(other), className: graph.isWanted(other) ? "lx-wanted" : "" }, graph.titles[other]), " ", show)
  }
})()
