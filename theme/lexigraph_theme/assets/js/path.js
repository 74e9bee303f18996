/* The page "How are two related?": two entries chosen by name, the shortest path between them, what both are related
   to, and the relations of the two side by side. The state is the hash: `#from=rag&to=embedding` (ids). */
(() => {
  "use strict"
  const page = document.querySelector(".lx-path")
  if (!page || !window.lexigraphGraph) return
  const { element, Graph, combobox } = lexigraph
  const graph = new Graph(lexigraphGraph, page.dataset.root)
  const answer = page.querySelector("[data-part=answer]")
  const status = page.querySelector("[role=status]")
  const chosen = { from: -1, to: -1 }
  const boxes = {}

  for (const end of ["from", "to"]) {
    const input = page.querySelector(`#lx-${end}`)
    boxes[end] = combobox(input, page.querySelector(`#lx-${end}-list`), graph, node => {
      if (chosen[end] === node) return
      chosen[end] = node
      write()
      show()
    })
  }
  page.querySelector("form").onsubmit = event => event.preventDefault()
  page.querySelector("[data-part=swap]").onclick = () => {
    [chosen.from, chosen.to] = [chosen.to, chosen.from]
    for (const end of ["from", "to"]) boxes[end].set(chosen[end])
    write()
    show()
  }
  page.querySelector("form").hidden = false
  addEventListener("hashchange", read)
  read()

  function read() {
    const asked = new URLSearchParams(location.hash.slice(1))
    for (const end of ["from", "to"]) {
      chosen[end] = graph.node(asked.get(end) ?? "")
      boxes[end].set(chosen[end])
    }
    show()
    const unknown = ["from", "to"].map(end => asked.get(end)).filter(id => id && graph.node(id) < 0)
    if (unknown.length) status.textContent = `No entry has the id ${unknown.map(id => `“${id}”`).join(" or ")}.`
  }

  function write() {
    const asked = new URLSearchParams()
    for (const end of ["from", "to"]) if (chosen[end] >= 0) asked.set(end, graph.id(chosen[end]))
    history.pushState(null, "", `#${asked}`)
  }

  function show() {
    const { from, to } = chosen
    answer.replaceChildren()
    if (from < 0 || to < 0) {
      status.textContent = ""
      return
    }
    if (from === to) {
      status.textContent = "Both are the same entry."
      return
    }
    const path = lexigraph.shortestPath(graph, from, to)
    const count = path?.length
    status.textContent = path
      ? `${graph.titles[from]} and ${graph.titles[to]} are ${count === 1 ? "related directly" : `${count} relations apart`}.`
      : `${graph.titles[from]} and ${graph.titles[to]} are not connected yet.`
    answer.append(...(path ? [chain(from, path)] : [propose(from, to)]), ...both(from, to), ...sides(from, to), share())
  }

  function link(node) { return element("a", { href: graph.url(node) }, graph.titles[node]) }

  function kind(node) {
    const [key, label] = graph.kindOf(node)
    return element("span", { className: "lx-kind", "data-kind": key }, label)
  }

  function heading(text) { return element("h2", {}, text) }

  /* The path as sentences: each entry with its definition, and between two of them the words that join them. */
  function chain(from, path) {
    const list = element("ol", { className: "lx-chain" })
    let here = from
    list.append(stop(from))
    for (const [other, direction] of path) {
      const sentence = element("p", { className: "lx-sentence" },
        element("b", {}, graph.titles[here]), ` ${graph.words(direction)} `, element("b", {}, graph.titles[other]))
      list.append(element("li", { className: "lx-step" }, sentence), stop(other))
      here = other
    }
    return list
  }

  function stop(node) {
    const said = element("p", { className: "lx-def" })
    graph.definition(node).then(text => { said.textContent = text })
    return element("li", { className: "lx-stop" }, element("p", {}, link(node), " ", kind(node)), said)
  }

  function propose(from, to) {
    const text = element("p", {}, "If you know how they are related, ")
    if (page.dataset.propose) {
      const title = encodeURIComponent(`${graph.titles[from]} and ${graph.titles[to]}`)
      text.append(element("a", { href: page.dataset.propose + title, rel: "noopener" }, "propose a relation"), ".")
    } else {
      text.append("add a relation to the file of either.")
    }
    return text
  }

  function both(from, to) {
    const found = lexigraph.relatedToBoth(graph, from, to)
    if (!found.length) return []
    const sentences = (node, other) => graph.relations(node).filter(([end]) => end === other)
      .map(([, direction]) => `${graph.titles[node]} ${graph.words(direction)} it`).join(", ")
    const items = found.map(node => element("li", {}, link(node), " ", kind(node),
      element("p", { className: "lx-def" }, `${sentences(from, node)}; ${sentences(to, node)}.`)))
    return [heading("Both are related to"), element("ul", { className: "lx-az" }, ...items)]
  }

  /* Shared relations, then those that only one has, in two columns. */
  function sides(from, to) {
    const { shared, first, second } = lexigraph.compareEntries(graph, from, to)
    const made = []
    if (shared.length) made.push(heading("Shared relations"), relations(shared))
    if (first.length || second.length) {
      const column = (node, steps) => element("section", {},
        element("h3", {}, `Only ${graph.titles[node]}`), steps.length ? relations(steps) : element("p", {}, "Nothing of its own."))
      made.push(heading("Side by side"),
        element("div", { className: "lx-columns" }, column(from, first), column(to, second)))
    }
    return made
  }

  function relations(steps) {
    const list = element("dl", { className: "lx-common" })
    let last = null, words
    for (const [other, direction] of steps) {
      if (direction !== last) list.append(element("dt", {}, graph.heading(direction)), (words = element("dd")))
      words.append(words.childNodes.length ? ", " : "", link(other))
      last = direction
    }
    return list
  }

  function share() {
    return element("p", { className: "lx-count" }, "This answer has an address of its own: ",
      element("a", { href: location.hash }, "link to it"), ".")
  }
})()
