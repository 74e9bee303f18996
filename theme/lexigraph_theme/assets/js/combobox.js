/* A text box that offers entries by name: `lexigraph.combobox(input, list, graph, choose)`.

   The pattern is "editable combobox with list autocomplete" of the ARIA Authoring Practices: the focus stays in the box,
   `aria-activedescendant` names the option. `choose` gets a node, or -1 when the box is emptied. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})
  const { element } = lexigraph
  const MOST = 12

  lexigraph.combobox = (input, list, graph, choose) => {
    let options = [] // nodes offered
    let active = -1 // place of the one that Enter takes

    function show(nodes) {
      options = nodes
      list.replaceChildren(...nodes.map((node, place) => option(graph, list, node, place, input.value)))
      list.hidden = !nodes.length
      input.ariaExpanded = String(!list.hidden)
      activate(nodes.length ? 0 : -1)
    }

    function activate(place) {
      active = place
      for (const [at, item] of [...list.children].entries()) item.ariaSelected = String(at === place)
      if (place < 0) return input.removeAttribute("aria-activedescendant")
      input.setAttribute("aria-activedescendant", list.children[place].id)
      list.children[place].scrollIntoView({ block: "nearest" })
    }

    const close = () => show([])

    function take(node) {
      input.value = graph.titles[node]
      close()
      choose(node)
    }

    input.addEventListener("input", () => {
      show(graph.find(input.value, MOST))
      if (!input.value.trim()) choose(-1)
    })
    input.addEventListener("blur", close)
    input.addEventListener("keydown", event => {
      const { key } = event
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault()
        if (list.hidden) return show(graph.find(input.value, MOST))
        const step = key === "ArrowDown" ? 1 : options.length - 1
        activate((active + step) % options.length)
      } else if (key === "Enter") {
        event.preventDefault()
        if (active >= 0) take(options[active])
        else show(graph.find(input.value, MOST))
      } else if (key === "Escape") {
        if (list.hidden) {
          input.value = ""
          choose(-1)
        }
        close()
      }
    })
    list.addEventListener("pointerdown", event => {
      event.preventDefault() // the focus stays in the box
      const place = [...list.children].indexOf(event.target.closest("li"))
      if (place >= 0) take(options[place])
    })
    return { set: node => { input.value = node < 0 ? "" : graph.titles[node] } }
  }

  function option(graph, list, node, place, typed) {
    const wanted = lexigraph.fold(typed)
    const other = graph.names[node].findIndex(name => ` ${name}`.includes(` ${wanted}`))
    const names = [graph.titles[node], ...(graph.aka[node]?.split("\n") ?? [])]
    const item = element("li", { id: `${list.id}-${place}`, role: "option" }, element("span", {}, names[0]), " ")
    if (other > 0) item.append(element("span", { className: "lx-also" }, `(${names[other]})`), " ")
    item.append(element("span", { className: "lx-kind" }, graph.kindOf(node)[1]))
    return item
  }
})()
