/* The keys of the site, listed in a dialog under `?`. Keys without Ctrl can be switched off there, Material's too:
   speech input types letters (WCAG 2.1.4). */
(() => {
  "use strict"
  const SINGLE = ["/", "s", "f", "?", "n", "p", ".", ","] // ours and Material's
  const store = "lexigraph.keys"
  const isMac = /Mac|iP/.test(navigator.platform)
  let isOn = true
  try { isOn = localStorage.getItem(store) !== "off" } catch { /* no storage here */ }

  const lessons = { n: ".lx-pager a[rel=next]", p: ".lx-pager a[rel=prev]" }
  const LIST = [
    [[isMac ? "⌘" : "Ctrl", "K"], "Search", () => document.querySelector(".md-search")],
    [["/"], "Search", () => document.querySelector(".md-search")],
    [["n"], "Next lesson", () => document.querySelector(lessons.n)],
    [["p"], "Previous lesson", () => document.querySelector(lessons.p)],
    [["Esc"], "Close a preview, the search, the menu", () => true],
    [["?"], "This list", () => true],
  ]

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  let dialog = null
  function makeDialog() {
    const rows = LIST.filter(([, , applies]) => applies()).flatMap(([keys, words]) => [
      element("dt", {}, ...keys.flatMap((key, at) => [at ? " " : "", element("kbd", {}, key)])),
      element("dd", {}, words),
    ])
    const box = element("input", { type: "checkbox", checked: isOn })
    box.addEventListener("change", () => {
      isOn = box.checked
      try { localStorage.setItem(store, isOn ? "on" : "off") } catch { /* it holds for this page */ }
    })
    const close = element("button", { type: "button", className: "md-button", autofocus: true }, "Close")
    const heading = element("h2", { id: "lx-shortcuts-title" }, "Keyboard shortcuts")
    const made = element("dialog", { id: "lx-shortcuts", className: "md-typeset" },
      heading, element("dl", {}, ...rows),
      element("label", {}, box, " Shortcuts of a single key"), element("p", {}, close))
    made.setAttribute("aria-labelledby", heading.id)
    close.addEventListener("click", () => made.close())
    made.addEventListener("click", event => { if (event.target === made) made.close() }) // beside the box
    made.addEventListener("close", () => { made.remove(); dialog = null })
    return made
  }

  function show() {
    if (dialog) return
    dialog = makeDialog()
    document.body.append(dialog)
    dialog.showModal()
  }

  const isTyped = target => target instanceof Element &&
    target.matches("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]")

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !SINGLE.includes(event.key)) return
    if (isTyped(event.target)) return
    if (!isOn || dialog) return event.stopPropagation()
    if (event.key === "?") {
      event.preventDefault()
      show()
    } else if (!"/sf".includes(event.key)) {
      event.stopPropagation() // Material goes to the next page of its navigation
      document.querySelector(lessons[event.key] ?? ":not(*)")?.click()
    }
  }, true)

  for (const button of document.querySelectorAll("[data-lx-shortcuts]")) {
    button.hidden = false
    button.addEventListener("click", show)
  }
})()
