/* The page Explore: filters, list, panel and map of one state, which is the hash of the address. */
(() => {
  "use strict"
  const page = document.querySelector(".lx-explore")
  if (!page || !window.lexigraphGraph) {
    document.documentElement.classList.add("lx-no-map")
    return
  }
  const { element, glide, isFiltered, matching, readState, writeState, withoutFilters } = lexigraph
  const $ = selector => page.querySelector(selector)
  const graph = new lexigraph.Graph(lexigraphGraph, page.dataset.root)
  const form = $("form"), announce = $(".lx-announce"), count = $(".lx-map__count")
  let state = readState()
  let rows = null, at = -1, before = -1, timer = 0

  page.hidden = false
  $("details").open = matchMedia("(min-width: 45em)").matches
  fillForm()
  const map = new lexigraph.Map(graph, $("canvas"))
  const list = new lexigraph.List(graph, $(".lx-explore__side"), (changes, isStep) =>
    "at" in changes ? choose(changes.at) : change(changes, isStep))
  map.onDraw = number => {
    const some = Math.min(number, graph.size).toLocaleString("en")
    count.textContent = `Showing ${some} of ${rows.length.toLocaleString("en")}${isFiltered(state) ? ` that match, of ${graph.size.toLocaleString("en")}` : ""}`
  }
  lexigraph.steer(map, $(".lx-map"), node => choose(node, true), moved)
  readView()
  apply(true)
  if (at >= 0 && !state.view) reveal()

  addEventListener("hashchange", back)
  addEventListener("popstate", back)
  new MutationObserver(() => map.palette()).observe(document.body, { attributeFilter: ["data-md-color-scheme"] })
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.palette())
  document.fonts.ready.then(() => map.palette())
  form.onsubmit = event => event.preventDefault()
  form.addEventListener("input", () => change({ ...formValues(), page: "1", view: "" }, false))
  form.addEventListener("reset", event => {
    event.preventDefault()
    change({ ...withoutFilters(state), page: "1", view: "" }, false)
    showForm()
  })

  function back() {
    const asked = readState()
    if (JSON.stringify(asked) === JSON.stringify(state)) return
    const isMoved = asked.view !== state.view
    state = asked
    if (isMoved) readView()
    showForm()
    apply(false)
  }

  /* Takes part of a new state, writes it to the address and shows it. */
  function change(changes, isStep) {
    state = { ...state, ...changes }
    writeState(state, isStep)
    apply(false)
  }

  function apply(isFirst) {
    const key = JSON.stringify(withoutView(state))
    if (key !== apply.key) rows = matching(graph, state)
    apply.key = key
    const chosen = state.at ? nodeOf(state.at) : -1
    if (chosen !== at) {
      before = at
      at = chosen
      tell()
    }
    const near = reachable()
    map.show({ rows, isFiltered: isFiltered(state), type: graph.types.findIndex(([type]) => state.rel && type === state.rel), hasLines: state.lines === "1", at, near })
    list.show(rows, state.sort, Number(state.page) || 1, at)
    lexigraph.showPanel(graph, $(".lx-chosen"), { at, before, depth: Number(state.depth), path: page.dataset.path, choose, widen: depth => change({ depth }, false) })
    if (key !== apply.told && !state.view && at < 0) {
      const isPart = isFiltered(state) && rows.length > 0
      if (!isFirst || isPart) glide(map, ...(isPart ? map.viewOf(rows) : [map.world.middle, 1]), () => {})
    }
    if (!isFirst && at < 0 && key !== apply.told) announce.textContent = rows.length === 1 ? "1 entry matches." : `${rows.length} entries match.`
    apply.told = key
  }

  function withoutView({ q, kind, topic, rel, open, hubs, wanted }) { return { q, kind, topic, rel, open, hubs, wanted } }

  function nodeOf(id) {
    return id.startsWith("~") ? graph.titles.indexOf(id.slice(1), graph.entries) : graph.node(id)
  }

  function choose(node, isOnMap = false) {
    const focused = document.activeElement
    const isRow = focused?.closest("tbody")
    change({ at: node < 0 ? "" : graph.isWanted(node) ? `~${graph.titles[node]}` : graph.id(node) }, true)
    if (node >= 0 && !isOnMap) reveal()
    if (isRow) $(`tbody [data-node='${focused.dataset.node}']`)?.focus()
  }

  /* Moves the map so that the chosen entry and what is near it are seen. */
  function reveal() { glide(map, ...map.viewOf([...reachable().keys()]), moved) }

  function tell() {
    if (at < 0) announce.textContent = before >= 0 ? "Nothing is chosen." : ""
    else announce.textContent = `${graph.titles[at]} is chosen, ${graph.around[at].length} relations.`
  }

  /* The chosen entry and what is one or two relations away: node → distance. */
  function reachable() {
    const found = new Map()
    if (at < 0) return found
    found.set(at, 0)
    for (let step = 1; step <= Math.min(2, Number(state.depth) || 1); step++) {
      for (const [node, away] of [...found]) {
        if (away !== step - 1) continue
        for (const [other] of graph.around[node]) if (!found.has(other) && found.size < 500) found.set(other, step)
      }
    }
    return found
  }

  function moved() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const [x, y] = map.middle.map(Math.round)
      const isAll = map.zoom === 1 && map.middle.every((value, axis) => value === map.world.middle[axis])
      state = { ...state, view: isAll ? "" : `${x},${y},${Number(map.zoom.toFixed(2))}` }
      writeState(state, false)
    }, 300)
  }

  function readView() {
    const [x, y, zoom] = state.view.split(",").map(Number)
    if (zoom > 0 && Number.isFinite(x + y)) map.look([x, y], zoom)
    else map.look(map.world.middle, 1)
  }

  /* The controls: options with the number of entries that have them, and the legend, which is the filter by kind. */
  function fillForm() {
    const has = (column, value) => column.reduce((sum, item) => sum + (item === value), 0)
    graph.topics.forEach(([key, title], number) => {
      const entries = has(graph.topic, number)
      if (entries) form.topic.append(element("option", { value: key }, `${title} (${entries})`))
    })
    graph.types.forEach(([key, words], number) => {
      if (key && graph.by.includes(number)) form.rel.append(element("option", { value: key }, words))
    })
    graph.kinds.forEach(([key, , plural], number) => {
      if (!key) return
      const input = element("input", { type: "checkbox", name: "kind", value: key })
      const text = element("span", { className: "lx-count" }, String(has(graph.kind, number)))
      $("fieldset").append(element("label", {}, input, lexigraph.markOf(graph, number), ` ${plural} `, text))
    })
    const last = graph.kinds.length - 1
    if (graph.size > graph.entries) $("[data-part=wanted]").firstElementChild.after(lexigraph.markOf(graph, last))
    else $("[data-part=wanted]").hidden = true
    showForm()
  }

  function showForm() {
    for (const key of ["q", "topic", "rel", "hubs"]) if (form[key].value !== state[key]) form[key].value = state[key]
    for (const key of ["open", "wanted", "lines"]) form[key].checked = state[key] === "1"
    const kinds = state.kind.split(",")
    for (const input of form.querySelectorAll("[name=kind]")) input.checked = kinds.includes(input.value)
  }

  function formValues() {
    const kinds = [...form.querySelectorAll("[name=kind]:checked")].map(input => input.value)
    const box = name => (form[name].checked ? "1" : "")
    return { q: form.q.value, topic: form.topic.value, rel: form.rel.value, hubs: form.hubs.value, kind: kinds.join(","),
      open: box("open"), lines: box("lines"), wanted: form.wanted.checked ? "1" : "0" }
  }
})()
