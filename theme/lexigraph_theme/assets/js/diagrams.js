/* Mermaid fences as pictures, in the colours of the page, drawn anew when those change.

   The source may be anybody's, so it is drawn in a frame that may load nothing but our own files, without directives,
   and only shapes, texts and rules for them are copied from there: no links, no HTML, no addresses. What mermaid does
   not understand, or what is too large, stays on the page as source. */
(() => {
  "use strict"
  const LONGEST = 20_000 // characters of one source
  const MOST = 50 // pictures on one page
  const home = new URL("../", document.currentScript.src) // assets/
  const SVG = "http://www.w3.org/2000/svg"

  /* Kinds of diagrams; others can keep a browser busy for ever (C4), or are not in this build of mermaid (mindmap). */
  const KINDS = new RegExp("^\\s*(?:%%[^\n]*\\n\\s*)*(graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|" +
    "erDiagram|gantt|pie|gitGraph|timeline|quadrantChart|journey|xychart|requirementDiagram|sankey|block)\\b")

  const SHAPES = new Set(("svg g path rect circle ellipse line polygon polyline text tspan marker defs title desc " +
    "symbol use linearGradient radialGradient stop clipPath mask pattern filter feDropShadow feGaussianBlur feOffset " +
    "feMerge feMergeNode feFlood feComposite style").split(" "))

  /* Blocks with a source that can be drawn, each with the figure it becomes a part of. */
  const diagrams = [...document.querySelectorAll(".language-mermaid.highlight")].slice(0, MOST)
    .map(block => ({ block, source: harmless(block.textContent), figure: null }))
    .filter(({ source }) => source.length <= LONGEST && KINDS.test(source))
  if (!diagrams.length) return

  /* Without directives and front matter, which change settings (removing one may make another), without the menus of
     sequences and the finest ticks of time, and with elements as text, but line breaks. */
  function harmless(source) {
    let text = source.replace(/^\s*---[\s\S]*?\n---[ \t]*\n/, "")
    for (let before = ""; before !== text;) {
      before = text
      text = text.replace(/%%\{[\s\S]*?(\}%%|$)/g, "")
    }
    text = text.replace(/^[ \t]*(links?[ \t]+[^:\n]+:|tickInterval\b.*(second|minute)).*$/gm, "")
    return text.replace(/(?<!<)<(?=[a-z/!?])(?!br\s*\/?>)/gi, "#lt;")
  }

  const isForced = () => matchMedia("(forced-colors: active)").matches

  /* The page's colours for mermaid; `light` ones whatever the page's are, for paper. */
  function variables(light) {
    const probe = document.body.appendChild(document.createElement("span"))
    probe.style.forcedColorAdjust = "none"
    if (light) probe.style.colorScheme = "only light"
    const colour = (name, forced) => {
      probe.style.color = isForced() && !light ? forced : `var(--lx-${name})`
      return getComputedStyle(probe).color
    }
    const ink = colour("ink", "CanvasText"), soft = colour("ink-2", "CanvasText"), paper = colour("paper", "Canvas")
    const wash = colour("wash", "Canvas"), ask = colour("ask-wash", "Canvas"), sunken = colour("sunken", "Canvas")
    const accent = colour("accent", "CanvasText"), rule = colour("rule-strong", "CanvasText")
    probe.remove()
    return {
      background: paper, primaryColor: wash, primaryTextColor: ink, primaryBorderColor: accent, secondaryColor: ask,
      secondaryTextColor: ink, secondaryBorderColor: rule, tertiaryColor: sunken, tertiaryTextColor: ink,
      tertiaryBorderColor: rule, lineColor: soft, textColor: ink, mainBkg: wash, nodeBorder: accent, titleColor: ink,
      clusterBkg: sunken, clusterBorder: rule, edgeLabelBackground: paper, noteBkgColor: ask, noteTextColor: ink,
      noteBorderColor: rule, actorBkg: wash, actorBorder: accent, actorTextColor: ink, signalColor: soft,
      signalTextColor: ink, labelBoxBkgColor: wash, labelBoxBorderColor: accent, labelTextColor: ink,
      loopTextColor: ink, activationBkgColor: sunken, activationBorderColor: rule, errorBkgColor: paper,
      errorTextColor: ink, fontSize: "15px",
    }
  }

  const settings = light => ({
    startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true, deterministicIds: true,
    maxTextSize: LONGEST, maxEdges: 300, htmlLabels: false, flowchart: { htmlLabels: false }, theme: "base",
    fontFamily: getComputedStyle(document.body).getPropertyValue("--lx-sans"), themeVariables: variables(light),
    secure: ["secure", "securityLevel", "startOnLoad", "maxTextSize", "maxEdges", "suppressErrorRendering", "theme",
      "themeCSS", "themeVariables", "htmlLabels", "fontFamily", "altFontFamily", "dompurifyConfig"],
  })

  /* A frame out of sight in which mermaid is loaded. */
  async function room() {
    const frame = document.createElement("iframe")
    const from = home.protocol === "file:" ? "file:" : home.href
    const nonce = crypto.getRandomValues(new Uint32Array(4)).join("")
    frame.className = "lx-diagram-room"
    frame.inert = true
    frame.setAttribute("aria-hidden", "true")
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
      `script-src 'nonce-${nonce}'; style-src 'unsafe-inline' ${from}; font-src ${from}"><title>-</title><body>`
    await new Promise(done => { frame.onload = done; document.body.append(frame) })
    const inside = frame.contentDocument
    const sheets = [...document.styleSheets].filter(({ href }) => href?.startsWith(`${home}lexigraph.`))
    const load = (tag, properties) => new Promise((loaded, failed) => {
      inside.head.append(Object.assign(inside.createElement(tag), properties, { onload: loaded, onerror: failed }))
    })
    await Promise.all(sheets.map(({ href }) => load("link", { rel: "stylesheet", href })))
    await inside.fonts.load(`16px ${settings(false).fontFamily}`).catch(() => {})
    await load("script", { nonce, src: new URL("mermaid/mermaid.tiny.js", home).href })
    return frame
  }

  const isSafe = text => !/url\(\s*["']?(?!["']?#)|image-set|@import|expression|javascript:/i.test(text)

  /* The rules for what is inside the picture, as the browser understood them. */
  function rulesOf(style, id) {
    return [...style.sheet.cssRules].filter(rule => isSafe(rule.cssText) && (rule instanceof
      style.ownerDocument.defaultView.CSSKeyframesRule || rule.selectorText?.split(",").every(selector =>
      selector.trim().startsWith(`#${id}`)))).map(rule => rule.cssText).join("\n")
  }

  /* A copy of the element for our page, of nothing but shapes and texts. */
  function copied(element, id) {
    const copy = document.createElementNS(SVG, element.localName)
    for (const { name, value } of element.attributes) {
      const isLink = /href$/i.test(name) && !value.startsWith("#")
      if (!/^on/i.test(name) && !isLink && isSafe(name === "style" ? element.style.cssText : value)) {
        if (name === "style") copy.style.cssText = element.style.cssText
        else copy.setAttribute(name, value)
      }
    }
    if (element.localName === "style") {
      copy.textContent = rulesOf(element, id)
      return copy
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) copy.append(child.data)
      else if (child.localName === "a") for (const part of child.children) append(part)
      else append(child)
    }
    function append(child) {
      if (child.namespaceURI === SVG && SHAPES.has(child.localName)) copy.append(copied(child, id))
    }
    return copy
  }

  let number = 0
  async function drawn(frame, source, light) {
    const { mermaid } = frame.contentWindow
    const id = `lx-diagram-${++number}`
    mermaid.initialize(settings(light))
    const { svg } = await mermaid.render(id, source)
    const box = frame.contentDocument.body.appendChild(frame.contentDocument.createElement("div"))
    box.innerHTML = svg // in the frame, which loads and runs nothing
    const picture = box.querySelector("svg")
    const { width, height } = picture.viewBox.baseVal
    const copy = copied(picture, id)
    box.remove()
    if (!width || !height) throw new Error("nothing drawn")
    for (const name of [...copy.getAttributeNames()]) if (/^(aria-.*|role|width|height)$/.test(name)) copy.removeAttribute(name)
    copy.setAttribute("aria-hidden", "true") // what is round it has the name
    copy.style.cssText = `width: clamp(${0.7 * width}px, 100%, ${width}px); aspect-ratio: ${width / height}`
    return copy
  }

  /* <figure class="lx-diagram"><div class="lx-scroll" …><div role="img">svg</div></div><details>source</details> */
  function framed(diagram) {
    const make = (tag, attributes, ...children) => {
      const made = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
      made.append(...children)
      return made
    }
    diagram.image = make("div", { role: "img", class: "lx-diagram__image" })
    const scroll = make("div", { class: "lx-scroll", role: "region", tabindex: "0", "aria-label": "Diagram" }, diagram.image)
    const source = make("details", {}, make("summary", {}, "Diagram source"))
    diagram.figure = make("figure", { class: "lx-diagram" }, scroll, source)
    diagram.block.replaceWith(diagram.figure)
    source.append(diagram.block)
  }

  async function draw(frame, diagram, withPaper) {
    const pictures = [await drawn(frame, diagram.source, false)]
    if (withPaper) {
      pictures[0].classList.add("lx-diagram__screen")
      const paper = await drawn(frame, diagram.source, true)
      paper.classList.add("lx-diagram__paper")
      pictures.push(paper)
    }
    if (!diagram.figure) framed(diagram)
    const name = pictures[0].querySelector(":scope > title")?.textContent
    const says = pictures[0].querySelector(":scope > desc")?.textContent
    diagram.image.setAttribute("aria-label", [name || "Diagram", says].filter(Boolean).join(". "))
    diagram.image.replaceChildren(...pictures)
  }

  let turn = 0
  async function drawAll() {
    const mine = ++turn
    const frame = await room().catch(() => null)
    const isDark = variables(true).background !== variables(false).background
    for (const diagram of frame ? diagrams : []) {
      if (mine !== turn) break
      await draw(frame, diagram, isDark).catch(() => {}) // its source is there to read
    }
    frame?.remove()
  }

  new MutationObserver(drawAll).observe(document.body, { attributeFilter: ["data-md-color-scheme"] })
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", drawAll)
  }
  if (document.readyState === "complete") drawAll()
  else addEventListener("load", drawAll)
})()
