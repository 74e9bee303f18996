/* On the page for addresses without one: the entries whose names are nearest to the last part of the address. Asks the
   search worker, which knows slips of the pen; a site without it has no such list. */
(async () => {
  "use strict"
  const box = document.querySelector("[data-lx-nearest]")
  const wanted = decodeURIComponent(location.pathname).replace(/\/(index\.html)?$/, "").split("/").pop()
    .replace(/\.html?$/, "").replace(/[-_]+/g, " ")
  const { base, search } = JSON.parse(document.querySelector("#__config").textContent)
  if (!box || !wanted || !search) return
  const root = new URL(`${base.replace(/\/$/, "")}/`, location.href)
  const index = await fetch(new URL("search/search_index.json", root)).then(answer => answer.ok ? answer.json() : null)
  if (!index?.config.lexigraph) return

  const known = new Set([...document.querySelectorAll("article a")].map(({ href }) => href))

  const worker = new Worker(new URL(search, location.href))
  worker.onmessage = ({ data: { type, data } }) => {
    if (type === 1) worker.postMessage({ type: 2, data: wanted })
    if (type !== 3) return
    worker.terminate()
    const places = data.items.flat().filter(({ title }) => !title.includes("data-lx-query")).map(({ location, title }) => ({ href: new URL(location, root).href, title }))
      .filter(({ href }) => href.startsWith(root.href) && !known.has(href)).slice(0, 5)
    for (const { href, title } of places) {
      const link = document.createElement("a")
      link.href = href
      const shown = new DOMParser().parseFromString(title, "text/html").body
      link.textContent = (shown.querySelector(".lx-hit__title") ?? shown).textContent.trim()
      const item = document.createElement("li")
      item.append(link)
      box.querySelector("ul").append(item)
    }
    box.hidden = !places.length
  }
  worker.postMessage({ type: 0, data: { ...index, options: {} } })
})()
