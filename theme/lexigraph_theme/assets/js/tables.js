/* Tables with `data-lx-sort`: the headings become buttons that sort by their column, `#sort=holds-up` in the address,
   `#sort=-holds-up` the other way round. A cell's value is its `data-value`, else its text; numbers begin with the
   greatest, and empty cells are last either way. Rows in groups, a <tbody data-lx-group> for each with a row that names
   it, leave them for as long as they are sorted; of a long group the first twelve are shown until the reader asks for
   the rest, narrows the rows or sorts them. `#state=` asks for all. */
(() => {
  "use strict"
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true, sensitivity: "base" })
  const nameOf = heading => heading.textContent.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")

  const columns = [] // {name, heading, number, table}
  const tables = [...document.querySelectorAll("table[data-lx-sort]")].map(element => {
    const groups = [...element.querySelectorAll("tbody[data-lx-group]")]
    const bodies = groups.length ? groups : [element.tBodies[0]]
    const rows = bodies.flatMap(body => [...body.rows].filter(row => !groups.length || row.dataset.lxRow !== undefined))
    const homes = new Map(rows.map(row => [row, row.parentElement]))
    const table = { element, rows, homes, body: groups.length ? element.createTBody() : bodies[0] }
    for (const [index, heading] of [...element.tHead.rows[0].cells].entries()) {
      if (heading.textContent.trim()) columns.push(column(table, heading, index))
    }
    return table
  })
  if (!columns.length) return

  const FEW = 12
  for (const group of tables.flatMap(({ element }) => [...element.querySelectorAll("tbody[data-lx-group]")])) {
    if (group.rows.length - 1 > FEW) fold(group)
  }

  function fold(group) {
    const rest = [...group.rows].slice(FEW + 1)
    const body = document.createElement("tbody")
    const cell = body.insertRow().insertCell()
    const button = document.createElement("button")
    body.className = "lx-qmore"
    cell.colSpan = group.rows[0].cells[0].colSpan
    button.type = "button"
    button.textContent = `Show ${rest.length} more`
    button.addEventListener("click", () => {
      unfold(group)
      rest[0].querySelector("a")?.focus()
    })
    cell.append(button)
    group.classList.add("lx-folded")
    group.after(body)
  }

  function unfold(group) {
    group.classList.remove("lx-folded")
    group.nextElementSibling.remove()
  }

  function unfoldWhenAskedForAll() {
    if (new URLSearchParams(location.hash.slice(1)).get("state") !== "") return
    for (const group of document.querySelectorAll(".lx-folded")) unfold(group)
  }

  function column(table, heading, index) {
    const made = { table, heading, index, name: nameOf(heading) }
    const button = document.createElement("button")
    button.type = "button"
    button.append(...heading.childNodes)
    heading.append(button)
    heading.setAttribute("aria-sort", "none")
    button.addEventListener("click", () => {
      const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "")
      const [first, other] = values(made).isNumber ? [`-${made.name}`, made.name] : [made.name, `-${made.name}`]
      state.set("sort", state.get("sort") === first ? other : first)
      history.pushState(null, "", `#${state}`)
      sort()
    })
    return made
  }

  /* The column with what each row has in it, read when it is first asked for. */
  function values(column) {
    column.values ??= new Map(column.table.rows.map(row => {
      const cell = row.cells[column.index]
      return [row, cell?.dataset.value ?? cell?.textContent.trim() ?? ""]
    }))
    column.isNumber ??= [...column.values.values()].every(value => value === "" || !Number.isNaN(Number(value)))
    return column
  }

  function ordered(rows, { values, isNumber }, isDown) {
    const compare = isNumber ? (one, other) => one - other : collator.compare
    return rows.toSorted((one, other) => {
      const a = values.get(one), b = values.get(other)
      if (!a || !b) return Number(!a) - Number(!b)
      return isDown ? compare(b, a) : compare(a, b)
    })
  }

  let sorted = "" // what the tables are sorted by now
  function sort() {
    if (location.hash.length > 1 && !location.hash.includes("=")) return // an anchor
    const wanted = new URLSearchParams(location.hash.slice(1)).get("sort") ?? ""
    const isDown = wanted.startsWith("-")
    if (wanted === sorted) return
    sorted = wanted
    for (const table of tables) {
      const own = columns.filter(column => column.table === table)
      const chosen = own.find(({ name }) => name === (isDown ? wanted.slice(1) : wanted))
      for (const { heading } of own) heading.setAttribute("aria-sort", "none")
      chosen?.heading.setAttribute("aria-sort", isDown ? "descending" : "ascending")
      table.element.classList.toggle("lx-sorted", Boolean(chosen))
      if (chosen) table.body.append(...ordered(table.rows, values(chosen), isDown))
      else for (const row of table.rows) table.homes.get(row).append(row)
    }
  }

  addEventListener("hashchange", sort)
  addEventListener("hashchange", unfoldWhenAskedForAll)
  addEventListener("popstate", sort)
  sort()
  unfoldWhenAskedForAll()
})()
