/* Lists that the reader narrows, with what was chosen in the address: `#kind=technique&q=ret`.

   Expects `<form class="lx-filter" data-lx-filter hidden>` with named controls, a reset button and an <output>; rows with
   `data-lx-row` and, for each control but `q`, `data-<name>="one two"`: the values with which the row is shown. `q` is
   looked for in the row's text. What holds rows and nothing else (`data-lx-group`, else a list or table with the heading
   before it) goes when all of them do. A hash without `=` is an anchor and changes nothing. What stands after `?` is
   taken for it where there is no hash: `?kind=technique`. */
(() => {
  "use strict"
  const form = document.querySelector("[data-lx-filter]")
  if (!form) return
  const output = form.querySelector("output")
  const controls = [...form.elements].filter(({ name }) => name)
  const rows = [...document.querySelectorAll("[data-lx-row]")]

  const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[-_/\s]+/g, " ").trim()
  const texts = new Map()
  function textOf(row) {
    if (!texts.has(row)) texts.set(row, folded(row.textContent))
    return texts.get(row)
  }

  /* Each group of rows with the elements that show it. */
  const groups = new Map()
  for (const row of rows) {
    const list = row.closest("[data-lx-group]") ?? row.closest("ul, ol, table")
    if (!groups.has(list)) {
      const before = list.hasAttribute("data-lx-group") ? null : list.previousElementSibling
      groups.set(list, { rows: [], parts: before?.matches("h2, h3") ? [list, before] : [list] })
    }
    groups.get(list).rows.push(row)
  }
  const jumps = [...document.querySelectorAll(".lx-az-bar a[href^='#']")]
  const opened = new Set() // by us, because a row in them is found

  const chosen = control => control.type === "checkbox" ? (control.checked ? control.value : "") : control.value.trim()

  function apply() {
    const wanted = controls.map(control => [control.name, chosen(control)]).filter(([, value]) => value)
    const words = folded(wanted.find(([name]) => name === "q")?.[1] ?? "").split(" ").filter(Boolean)
    const fits = row => wanted.every(([name, value]) => name === "q"
      ? words.every(word => textOf(row).includes(word))
      : (row.dataset[name] ?? "").split(" ").includes(value))
    let shown = 0
    for (const details of opened) details.open = false
    opened.clear()
    for (const { rows: some, parts } of groups.values()) {
      let here = 0
      for (const row of some) {
        row.hidden = !fits(row)
        if (row.hidden) continue
        here++
        const details = wanted.length ? row.closest("details:not([open])") : null
        if (details) { details.open = true; opened.add(details) }
      }
      for (const part of parts) part.hidden = !here
      shown += here
    }
    for (const link of jumps) {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      link.parentElement.hidden = Boolean(place?.closest("[hidden]"))
    }
    output.textContent = !wanted.length ? "" : shown ? `${shown} of ${rows.length} shown` : "Nothing matches"
    form.classList.toggle("lx-filter--on", wanted.length > 0)
  }

  /* From the address to the controls. */
  function read() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return
    const state = new URLSearchParams(location.hash.slice(1))
    for (const control of controls) {
      const value = state.get(control.name) ?? ""
      if (control.type === "checkbox") control.checked = value === control.value
      else control.value = value
      if (control.selectedIndex === -1) control.value = "" // no such choice
    }
    apply()
  }

  /* From the controls to the address: a step of the history for each choice, one for all that is typed. */
  function write(isNew) {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "")
    for (const control of controls) {
      const value = chosen(control)
      if (value) state.set(control.name, value)
      else state.delete(control.name)
    }
    const address = String(state) ? `#${state}` : location.pathname + location.search
    history[isNew ? "pushState" : "replaceState"](null, "", address)
  }

  let typed = null
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("input", ({ target }) => {
    const isTyping = target.name === "q"
    write(!isTyping || typed !== target)
    typed = isTyping ? target : null
    apply()
  })
  form.addEventListener("focusout", () => { typed = null })
  form.addEventListener("reset", () => setTimeout(() => { write(true); apply() }))
  /* A link to a filter leads to the first row that it shows, for readers without scripts: here to the form instead. */
  function show() {
    read()
    if (location.hash.includes("=") && document.getElementById(decodeURIComponent(location.hash.slice(1)))) {
      form.scrollIntoView()
    }
  }
  addEventListener("hashchange", show)
  addEventListener("popstate", read)

  form.hidden = false
  const asked = new URLSearchParams(location.search)
  if (!location.hash && [...asked.keys()].some(name => name === "sort" || controls.some(control => control.name === name))) {
    history.replaceState(null, "", `${location.pathname}#${asked}`)
  }
  if (location.hash) show()
})()
