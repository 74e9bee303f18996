/* How a text becomes words that can be compared: `lexigraph.query.search.folding`. */
(lx => {
  "use strict"
  const { more, spaces, gone, pairs, unspaced } = lx.folding
  const table = new Map(Object.entries(more))
  for (const [ranges, folded] of [[spaces, " "], [gone, ""]]) {
    for (let at = 0; at < ranges.length; at += 2) {
      for (let code = ranges[at]; code < ranges[at + 1]; code += 1) table.set(String.fromCodePoint(code), folded)
    }
  }
  for (let at = 0; at < pairs.length; at += 2) table.set(pairs[at], pairs[at + 1])
  const ranges = unspaced.map(([start, end]) => `\\u{${start.toString(16)}}-\\u{${(end - 1).toString(16)}}`).join("")
  const runs = new RegExp(`([${ranges}]+)`, "u")

  lx.size = text => [...text].length
  lx.fold = char => table.get(char) ?? char

  lx.plain = text => {
    let folded = ""
    if (/^[\x20-\x7e]*$/.test(text)) folded = text.toLowerCase().replace(/['`]/g, "").replace(/[^a-z0-9+#.]+/g, " ")
    else for (const char of text) folded += table.get(char) ?? char // what the line above does, for all others
    const parts = []
    for (const part of folded.split(" ")) {
      if (part && /[^+#.]/.test(part)) parts.push(part.includes(".") ? part.replace(/^\.+|\.+$/g, "") : part)
    }
    return parts.join(" ") || text.replace(/^ +| +$/g, "")
  }

  lx.singular = word => {
    const last = word.at(-1)
    if ((last !== "s" && last !== "e") || (word.length < 8 && lx.size(word) < 4)) return word
    if (last === "s" && /[a-rt-z]s$/.test(word)) word = word.slice(0, -1)
    if (!word.endsWith("e")) return word
    if (word.endsWith("ie") && lx.size(word) > 4) return `${word.slice(0, -2)}y`
    return /(?:che|she|sse|xe|ze)$/.test(word) ? word.slice(0, -1) : word
  }

  lx.key = plain => plain.split(" ").map(lx.singular).join(" ")
  lx.tight = plain => plain.replace(/[ .]/g, "")

  lx.split = plain => {
    if (!runs.test(plain)) return plain ? plain.split(" ") : []
    const found = []
    for (const part of plain.split(" ")) {
      part.split(runs).forEach((run, number) => {
        if (!run) return
        if (number % 2 === 0) return void found.push(run)
        const chars = [...run]
        if (chars.length === 1) found.push(run)
        for (let at = 0; at + 1 < chars.length; at += 1) found.push(chars[at] + chars[at + 1])
      })
    }
    return found
  }

  /* Index of the first of the sorted texts that is not before the text. */
  lx.bisect = (sorted, text) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle] < text) low = middle + 1
      else high = middle
    }
    return low
  }
})(self.lexigraphSearch)
