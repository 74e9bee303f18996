/* What a reader takes away: the page as Markdown, a citation, code.

   `<a data-lx-markdown href="rag.md">` becomes, over http, a button that copies what the link leads to. Beside
   `<… data-lx-copy="Copy citation">` stands a button of that name, which copies the element's text. Each says so in a
   `role="status"`. */
(() => {
  "use strict"
  if (!navigator.clipboard) return // neither from file:// everywhere, nor over plain http from another machine

  function button(words, copied) {
    const made = document.createElement("button")
    Object.assign(made, { type: "button", textContent: words, className: "lx-copy" })
    const status = document.createElement("span")
    Object.assign(status, { role: "status", className: "lx-copied" })
    let token = 0
    made.addEventListener("click", async () => {
      const mine = ++token
      status.textContent = ""
      status.textContent = await copied() ? "Copied" : "Could not be copied"
      setTimeout(() => { if (mine === token) status.textContent = "" }, 4000)
    })
    return [made, status]
  }

  /* Safari wants the promise, not what comes of it, while the click lasts. */
  async function copiedFrom(address) {
    const text = fetch(address).then(answer => {
      if (!answer.ok) throw new Error(answer.statusText)
      return answer.text()
    })
    try {
      const item = new ClipboardItem({ "text/plain": text.then(found => new Blob([found], { type: "text/plain" })) })
      await navigator.clipboard.write([item])
      return true
    } catch {
      return text.then(found => navigator.clipboard.writeText(found)).then(() => true, () => false)
    }
  }

  if (/^https?:$/.test(location.protocol)) {
    for (const link of document.querySelectorAll("a[data-lx-markdown]")) {
      const [made, status] = button(link.textContent, () => copiedFrom(link.href))
      link.replaceWith(made, status)
    }
  }
  for (const code of document.querySelectorAll(".highlight > pre:not([data-lx-copy]) > code")) {
    const [made, status] = button("", () => navigator.clipboard.writeText(code.textContent).then(() => true, () => false))
    made.className = "lx-copy-code"
    made.ariaLabel = "Copy code"
    code.parentElement.append(made, status)
  }
  for (const source of document.querySelectorAll("[data-lx-copy]")) {
    const [made, status] = button(source.dataset.lxCopy || "Copy", () =>
      navigator.clipboard.writeText(source.textContent.trim()).then(() => true, () => false))
    const row = document.createElement("p")
    row.className = "lx-actions"
    row.append(made, status)
    source.after(row)
  }
})()
