/* What Material's script leaves out: Ctrl K and ⌘ K, focus that returns when the search closes, and buttons for the
   drawer and the search box, which Material opens by labels that no key reaches. */
(() => {
  "use strict"
  const $ = (selector, within = document) => within.querySelector(selector)

  /* Wraps the icon of a label in the header in a button; the label stays, because Material listens to it. */
  function addButton(toggle, name) {
    const label = $(`.md-header__button[for="${toggle.id}"]`)
    const button = document.createElement("button")
    Object.assign(button, { type: "button", className: "lx-toggle", ariaLabel: name, ariaExpanded: "false" })
    button.append(...label.childNodes)
    label.append(button)
    button.onclick = () => toggle.click()
    toggle.addEventListener("change", () => { button.ariaExpanded = String(toggle.checked) })
    return button
  }

  const search = $(".md-search")
  if (search) {
    const toggle = $("#__search")
    const input = $("input", search)
    let origin = null // what had the focus before the search
    const open = event => {
      event.preventDefault()
      input.focus()
      input.select()
    }
    addButton(toggle, search.ariaLabel)
    if (/Mac|iP/.test(navigator.platform)) $(".lx-shortcut kbd", search).textContent = "⌘"
    for (const link of document.querySelectorAll("[data-lx-search]")) link.onclick = open
    input.addEventListener("focus", ({ relatedTarget }) => {
      if (!search.contains(relatedTarget)) origin = relatedTarget
    })
    addEventListener("keydown", event => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") open(event)
      if (event.key === "Escape" && toggle.checked) setTimeout(() => (origin ? origin.focus() : document.activeElement.blur()))
    }, true)
  }

  const drawer = $(".md-sidebar--primary")
  if (drawer) {
    const toggle = $("#__drawer")
    const button = addButton(toggle, $("nav", drawer).ariaLabel)
    toggle.addEventListener("change", () => toggle.checked && $("li a", drawer).focus())
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return
      toggle.click()
      button.focus()
    })
  }

  /* For `<pre class="mermaid">` Material fetches mermaid from a CDN, unless the site has one. Ours shows the source. */
  window.mermaid ??= {
    initialize() {},
    async render(_, source) {
      const pre = document.createElement("pre")
      pre.textContent = source
      return { svg: pre.outerHTML }
    },
  }

  /* Tables of raw HTML, which have no region of ours around them, scroll by keyboard too. */
  addEventListener("load", () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
    }
  })
})()
