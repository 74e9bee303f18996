/* A card with the definition, for links to entries in prose.

   Read from the page itself: `<a data-lx="rag">` is explained by the element with `data-lx-entry="rag"` (a row of
   Connections or of "Terms on this page"), whose first link is the title, `.lx-kind` the kind, `.lx-also` the other
   names, `.lx-count` the open questions, and `dd`, `.lx-def` or a paragraph without class the definition. A link
   `<a data-lx-wanted="4">` says how many entries want the name. */
(() => {
  "use strict"
  if (!("popover" in HTMLElement.prototype)) return
  const MOUSE = 350, FOCUS = 400, GRACE = 300 // milliseconds
  const GAP = 6, EDGE = 8 // pixels
  const NOT_HERE = "h1, h2, h3, h4, h5, h6, nav, summary, .lx-card, .lx-graph, .lx-az, .md-search"

  const card = document.createElement("div")
  Object.assign(card, { id: "lx-card", role: "tooltip", popover: "manual" })

  let open = null // the link whose card is open
  let description = null // what described that link before
  let left = null // the link whose card was closed by Escape or click, until pointer or focus has left it
  let token = 0 // of the last dwell or leave: what a timer with another one was set for is over
  let closedAt = -Infinity
  let pointer = null // where the mouse was when it came upon the link

  const key = "lexigraph.previews"
  let isOn = true
  try { isOn = localStorage.getItem(key) !== "off" } catch { /* no storage here */ }

  /* The link under the event that may have a card. */
  function linkOf(event) {
    const link = event.target instanceof Element && event.target.closest("a[data-lx], a[data-lx-wanted]")
    return link && !link.closest(NOT_HERE) && link.closest(".md-content") ? link : null
  }

  function later(milliseconds, action) {
    const mine = ++token
    setTimeout(() => { if (mine === token) action() }, milliseconds)
  }

  function textOf(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : ""
  }

  /* The paragraphs of a card, each a list of [element, class, text]; null when the page does not explain the link. */
  function explained(link) {
    const wanted = link.dataset.lxWanted
    if (wanted !== undefined) {
      const by = Number(wanted) ? `, wanted by ${wanted} ${wanted === "1" ? "entry" : "entries"}` : ""
      return [[["b", "", textOf(link)]], [["span", "", `Not written yet${by}`]]]
    }
    const block = document.querySelector(`[data-lx-entry="${CSS.escape(link.dataset.lx)}"]`)
    if (!block || block.contains(link)) return null
    const definition = block.querySelector("dd, .lx-def, p:not([class])")?.cloneNode(true)
    for (const part of definition?.querySelectorAll(".lx-kind, .lx-also, .lx-count, .lx-badge") ?? []) part.remove()
    return [
      [["b", "", textOf(block.querySelector("a"))], ["span", "lx-kind", textOf(block.querySelector(".lx-kind"))]],
      [["span", "lx-also", textOf(block.querySelector(".lx-also"))]],
      [["span", "", textOf(definition)]],
      [["span", "lx-count", textOf(block.querySelector(".lx-count"))]],
    ]
  }

  function fill(paragraphs) {
    card.replaceChildren()
    for (const parts of paragraphs) {
      const paragraph = document.createElement("p")
      for (const [tag, css, text] of parts) {
        if (!text) continue
        const part = document.createElement(tag)
        if (css) part.className = css
        part.textContent = text
        paragraph.append(paragraph.hasChildNodes() ? " " : "", part)
      }
      if (paragraph.hasChildNodes()) card.append(paragraph)
    }
  }

  /* Below the line of the link that the mouse is on, above it where there is more room; never over an edge. */
  function place() {
    const lines = [...open.getClientRects()]
    const line = lines.find(({ top, bottom }) => pointer >= top - 2 && pointer <= bottom + 2) ?? lines[0]
    if (!line) return close()
    const { clientWidth, clientHeight } = document.documentElement
    if (line.bottom < 0 || line.top > clientHeight) return close()
    const below = clientHeight - line.bottom - GAP - EDGE
    const above = line.top - GAP - EDGE
    card.style.maxHeight = `${Math.max(below, above)}px`
    const { width, height } = card.getBoundingClientRect()
    const start = document.dir === "rtl" || document.body.dir === "rtl" ? line.right - width : line.left
    card.style.left = `${Math.max(EDGE, Math.min(start, clientWidth - width - EDGE))}px`
    card.style.top = `${height <= below || below >= above ? line.bottom + GAP : line.top - GAP - height}px`
  }

  function show(link) {
    close()
    const paragraphs = isOn && link.isConnected && explained(link)
    if (!paragraphs) return
    fill(paragraphs)
    link.closest("main").append(card)
    card.showPopover()
    open = link
    description = open.getAttribute("aria-describedby")
    open.setAttribute("aria-describedby", card.id)
    place()
  }

  function close() {
    token++
    if (!open) return
    if (description === null) open.removeAttribute("aria-describedby")
    else open.setAttribute("aria-describedby", description)
    open = null
    closedAt = performance.now()
    card.remove()
  }

  function dismiss(link) {
    close()
    left = link
  }

  const hasFocus = link => link.matches(":focus-visible")
  const hasPointer = link => link.matches(":hover") || card.matches(":hover")

  document.addEventListener("pointerover", event => {
    if (event.pointerType !== "mouse") return
    if (card.contains(event.target)) return void token++ // on the card: it stays
    const link = linkOf(event)
    if (!link || link === left) return
    if (link === open) return void token++
    if (link.contains(event.relatedTarget)) return
    pointer = event.clientY
    const atOnce = open || performance.now() - closedAt < GRACE
    later(atOnce ? 0 : MOUSE, () => show(link))
  })

  document.addEventListener("pointerout", event => {
    if (event.pointerType !== "mouse") return
    const link = linkOf(event)
    const isOff = link && !link.contains(event.relatedTarget)
    if (isOff && link === left) left = null
    if (isOff && link !== open) token++
    if ((isOff && link === open) || (open && card.contains(event.target) && !card.contains(event.relatedTarget))) {
      later(GRACE, () => { if (open && !hasFocus(open) && !hasPointer(open)) close() })
    }
  })

  document.addEventListener("focusin", event => {
    const link = linkOf(event)
    if (!link || link === open || link === left || !hasFocus(link)) return
    later(FOCUS, () => {
      pointer = null
      if (document.activeElement === link) show(link)
    })
  })

  document.addEventListener("focusout", event => {
    const link = linkOf(event)
    if (!link) return
    if (link === left) left = null
    if (link === open ? !hasPointer(link) : !open) close()
  })

  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return
    dismiss(open ?? [...document.querySelectorAll("a:hover, a:focus-visible")].pop() ?? null)
  }, true)
  document.addEventListener("click", event => { const link = linkOf(event); if (link) dismiss(link) })
  addEventListener("scroll", () => { if (open) place() }, { capture: true, passive: true })
  addEventListener("resize", close)
  addEventListener("pagehide", close)
  addEventListener("blur", close)

  /* The switch in the footer. */
  const button = document.querySelector("[data-lx-previews]")
  if (!button) return
  const say = () => {
    button.setAttribute("aria-checked", String(isOn))
    button.lastElementChild.textContent = isOn ? ": on" : ": off"
  }
  say()
  button.hidden = false
  button.addEventListener("click", () => {
    isOn = !isOn
    say()
    try { localStorage.setItem(key, isOn ? "on" : "off") } catch { /* it holds for this page */ }
  })
})()
