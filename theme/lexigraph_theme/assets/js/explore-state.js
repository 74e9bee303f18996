/* What the reader of Explore asked for: read from the hash and written to it, and the nodes that match.

   `#q=vector&kind=tool,model&topic=retrieval&rel=uses&open=1&hubs=20&wanted=0&lines=1&sort=-in&page=2&at=rag&depth=2`
   and the view, `&view=x,y,zoom` (middle of the map in its own units). */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})

  const DEFAULTS = { q: "", kind: "", topic: "", rel: "", open: "", hubs: "", wanted: "1", lines: "", sort: "title",
    page: "1", at: "", depth: "1", view: "" }
  const FILTERS = ["q", "kind", "topic", "rel", "open", "hubs", "wanted"]

  lexigraph.readState = () => {
    const asked = new URLSearchParams(location.hash.slice(1))
    return Object.fromEntries(Object.entries(DEFAULTS).map(([key, value]) => [key, asked.get(key) ?? value]))
  }

  lexigraph.writeState = (state, isStep) => {
    const asked = new URLSearchParams()
    for (const [key, value] of Object.entries(DEFAULTS)) if (state[key] !== value) asked.set(key, state[key])
    const hash = asked.size ? `#${asked}`.replaceAll("%2C", ",") : location.pathname.split("/").pop() || "./"
    if (asked.size ? hash === location.hash : !location.hash) return
    history[isStep ? "pushState" : "replaceState"](null, "", hash)
  }

  lexigraph.isFiltered = state => FILTERS.some(key => state[key] !== DEFAULTS[key])
  lexigraph.withoutFilters = state => ({ ...state, ...Object.fromEntries(FILTERS.map(key => [key, DEFAULTS[key]])) })

  /* The nodes that match, by title. */
  lexigraph.matching = (graph, state) => {
    const kinds = new Set(state.kind.split(",").filter(Boolean))
    const topic = graph.topics.findIndex(([key]) => key === state.topic)
    const type = graph.types.findIndex(([key]) => key === state.rel)
    const most = Number(state.hubs) || Infinity
    const last = state.wanted === "0" ? graph.entries : graph.size
    const named = state.q.trim() ? new Set(graph.find(state.q, Infinity, last)) : null
    const found = []
    for (let node = 0; node < last; node++) {
      if (named && !named.has(node)) continue
      if (kinds.size && !kinds.has(graph.kindOf(node)[0])) continue
      if (state.topic && graph.topic[node] !== topic) continue
      if (state.open && !graph.open[node]) continue
      const around = graph.around[node]
      if (around.length > most) continue
      if (state.rel && !around.some(edge => edge[2] === type)) continue
      found.push(node)
    }
    return found
  }
})()
