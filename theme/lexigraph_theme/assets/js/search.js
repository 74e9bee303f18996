/* What the search box needs on the page: the index fetched ahead when the box is pointed at or focused, the worker's own
   count in place of Material's, and the row that asks the questions, without leaving the page. */
(() => {
  "use strict"
  const box = document.querySelector(".md-search")
  if (!box) return
  const input = box.querySelector("input")
  const meta = box.querySelector(".md-search-result__meta")
  const list = box.querySelector(".md-search-result__list")

  /* Only over http: from file:// nothing may be fetched, and nothing is far away. */
  async function fetchAhead() {
    const base = new URL(JSON.parse(document.querySelector("#__config").textContent).base, location.href)
    const root = base.href.replace(/\/?$/, "/")
    try {
      const { config } = await (await fetch(`${root}search/search_index.json`)).json()
      for (const path of [config.lexigraph.engine, config.lexigraph.names]) {
        const link = document.createElement("link")
        Object.assign(link, { rel: "prefetch", href: root + path })
        document.head.append(link)
      }
    } catch {} // the worker will say what is wrong
  }
  if (location.protocol !== "file:") {
    const once = { once: true, passive: true }
    const ahead = () => {
      removeEventListener("focusin", focused)
      box.removeEventListener("pointerenter", ahead, once)
      fetchAhead()
    }
    const focused = ({ target }) => target === input && ahead()
    box.addEventListener("pointerenter", ahead, once)
    addEventListener("focusin", focused)
  }

  /* Material counts rows; the last of ours is no result. It writes the count first, then the list. */
  function say() {
    const status = list.querySelector("[data-lx-status]")?.dataset.lxStatus
    if (status && meta.textContent !== status) meta.textContent = status
  }
  new MutationObserver(say).observe(list, { childList: true })

  addEventListener("click", event => {
    const row = event.target.closest?.(".md-search-result__link")
    const query = row?.querySelector("[data-lx-query]")?.dataset.lxQuery
    if (!query || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    input.value = query
    input.focus()
    input.dispatchEvent(new KeyboardEvent("keyup"))
  }, true)
})()
