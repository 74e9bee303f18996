/* The worker behind Material's search box: takes its messages {type, data} and answers each query once, in order.

   SETUP (0) brings the settings that the build left in search_index.json, READY (1) goes back at once; QUERY (2) has the
   raw input, RESULT (3) at most twenty groups of one item. What else it needs is loaded at the first query. From file://
   it runs in a frame on the page's own thread (iframe-worker), so long work is cut into slices. The ranking is that of
   `lexigraph.query.search`, rule by rule. */
self.lexigraphSearch ??= {}
;(lx => {
  "use strict"
  const SLICE = 8 // milliseconds
  lx.inWorker = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope
  const here = lx.inWorker ? self.location.href : document.currentScript.src
  const root = new URL("../../", here)
  let sliced = 0

  /* True when the slice is used up; then `await lx.pause()`. */
  lx.isLate = () => performance.now() - sliced > SLICE
  lx.pause = () => new Promise(resume => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      sliced = performance.now()
      resume()
    }
    port2.postMessage(null)
  })

  /* Runs a script. The frame's own importScripts never tells of a missing one. */
  function script(address) {
    if (lx.inWorker) return void importScripts(address)
    return new Promise((resolve, reject) => {
      const element = document.createElement("script")
      Object.assign(element, { src: address, charset: "utf-8", onload: resolve, onerror: reject })
      document.body.append(element)
    })
  }

  /* The value in an index file, `lexigraphSearch.value("name",{…})`, by its path below the site's root. */
  const files = new Map()
  const arrived = new Map()
  lx.value = (name, value) => arrived.set(name, value)
  lx.file = path => {
    if (!files.has(path)) {
      const loading = read(path)
      files.set(path, loading)
      loading.catch(() => files.delete(path)) // asked again next time
    }
    return files.get(path)
  }

  async function read(path) {
    const address = new URL(path, root).href
    if (lx.inWorker) {
      const response = await fetch(address)
      if (!response.ok) throw new Error(`${response.status} ${address}`)
      const text = await response.text()
      return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")))
    }
    await script(address)
    const name = path.replace(/^search\/|\.[0-9a-f]+\.js$/g, "")
    const value = arrived.get(name)
    arrived.delete(name)
    return value
  }

  let settings = null
  let prepared = null
  async function prepare() {
    const names = lx.file(settings.names) // asked for before the parts run
    names.catch(() => {})
    await script(new URL(settings.engine, root).href) // the other scripts of this folder as one
    lx.docs = settings.docs
    lx.waits = settings.waits
    return lx.index(await names)
  }

  let open = 0
  let last = Promise.resolve()
  async function answer(text) {
    let items = []
    sliced = performance.now()
    try {
      if (text.trim() && settings.names) {
        prepared ??= prepare()
        const index = await prepared
        items = await lx.rows(index, text, () => open > 1)
      }
    } catch (error) {
      prepared = null
      console.error(error)
    }
    open -= 1
    postMessage({ type: 3, data: { items } })
    if (prepared) prepared.then(lx.warm).catch(() => {})
  }

  addEventListener("message", ({ data: message }) => {
    if (message.type === 0) {
      const { config, docs } = message.data
      settings = { ...config.lexigraph, docs }
      postMessage({ type: 1 })
    } else if (message.type === 2) {
      open += 1
      last = last.then(() => answer(message.data))
    }
  })
})(self.lexigraphSearch)
