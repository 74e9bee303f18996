/* The list beside the map: the same entries as rows, sortable, 100 a page, with one stop for Tab and arrows within. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})
  const { element } = lexigraph
  const PAGE = 100

  lexigraph.List = class {
    /* `ask(changes, isStep)` is told what the reader wants: `sort`, `page` or `at`. */
    constructor(graph, box, ask) {
      Object.assign(this, { graph, ask, body: box.querySelector("tbody"), heads: box.querySelectorAll("[data-sort]"),
        pages: box.querySelector(".lx-pages"), at: -1, nodes: [], page: 1 })
      this.counts = graph.around.map(edges => {
        const ins = edges.filter(([, direction, type]) => direction === -2 || (direction >= 0 && graph.directions[direction][0] !== graph.types[type][0])).length
        return [ins, edges.length - ins]
      })
      for (const button of this.heads) {
        button.onclick = () => {
          const { sort } = button.dataset
          const isNumber = sort === "in" || sort === "out"
          const first = isNumber ? `-${sort}` : sort, second = isNumber ? sort : `-${sort}`
          this.ask({ sort: this.sort === first ? second : first, page: "1" }, false)
        }
      }
      for (const button of this.pages.querySelectorAll("button")) {
        button.onclick = () => this.ask({ page: String(this.page + Number(button.dataset.page)) }, false)
      }
      this.body.addEventListener("keydown", event => this.move(event))
      this.body.addEventListener("click", event => {
        const button = event.target.closest("button")
        if (button) this.ask({ at: Number(button.dataset.node) }, true)
      })
    }

    show(rows, sort, page, at) {
      if (rows !== this.rows || sort !== this.sort) {
        Object.assign(this, { rows, sort })
        this.sorted = this.inOrder(rows, sort)
      }
      const last = Math.max(1, Math.ceil(rows.length / PAGE))
      this.page = Math.max(1, Math.min(last, page))
      this.at = at
      this.nodes = this.sorted.slice((this.page - 1) * PAGE, this.page * PAGE)
      this.body.replaceChildren(...this.nodes.map(node => this.row(node)))
      const stop = this.body.querySelector("[aria-pressed=true]") ?? this.body.querySelector("button")
      if (stop) stop.tabIndex = 0
      for (const button of this.heads) {
        const isOn = sort.replace("-", "") === button.dataset.sort
        if (isOn) button.parentElement.ariaSort = sort.startsWith("-") ? "descending" : "ascending"
        else button.parentElement.removeAttribute("aria-sort")
      }
      this.pages.hidden = last === 1
      this.pages.querySelector("span").textContent = `Page ${this.page} of ${last}`
      this.pages.querySelector("[data-page='-1']").disabled = this.page === 1
      this.pages.querySelector("[data-page='1']").disabled = this.page === last
    }

    inOrder(rows, sort) {
      const { graph, counts } = this
      const values = { kind: node => graph.kind[node], topic: node => graph.topic[node],
        in: node => counts[node][0], out: node => counts[node][1] }
      const value = values[sort.replace("-", "")] ?? (node => node)
      const sign = sort.startsWith("-") ? -1 : 1
      return [...rows].sort((one, other) => sign * (value(one) - value(other)) || one - other)
    }

    row(node) {
      const { graph } = this
      const [ins, outs] = this.counts[node]
      const button = element("button", { type: "button", "data-node": node, ariaPressed: String(node === this.at), tabIndex: -1 }, graph.titles[node])
      return element("tr", {},
        element("th", { scope: "row" }, button),
        element("td", {}, graph.kindOf(node)[1]),
        element("td", {}, graph.topicOf(node)),
        element("td", {}, String(ins)),
        element("td", {}, String(outs)))
    }

    move(event) {
      const buttons = [...this.body.querySelectorAll("button")]
      const here = buttons.indexOf(document.activeElement)
      const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key]
      if (there === undefined || !buttons[there]) return
      event.preventDefault()
      buttons[here].tabIndex = -1
      buttons[there].tabIndex = 0
      buttons[there].focus()
    }

    /* Marks the chosen row without making the rows anew, so that the focus stays. */
    mark(at) {
      this.at = at
      for (const button of this.body.querySelectorAll("button")) button.ariaPressed = String(Number(button.dataset.node) === at)
    }
  }
})()
