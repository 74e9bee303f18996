/* How two entries are connected. The same rules as generator/lexigraph/query/paths.py, to which tests hold them. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})

  /* [other, direction] of each step of the shortest path, null without one. Of several paths: the fewest relations,
     then those earliest in the vocabulary, then ids. Comparisons, lessons, questions and disambiguations are ends only. */
  lexigraph.shortestPath = (graph, source, target) => {
    const isEnd = node => graph.kindOf(node)[3] === 1
    const away = distances(graph, target, source, isEnd)
    if (!away.has(source)) return null
    const layers = []
    let here = [source]
    for (let left = away.get(source); left > 0; left--) {
      let best = Infinity
      const found = here.map(node => {
        const steps = graph.relations(node).filter(
          ([other]) => away.get(other) === left - 1 && (left === 1 || !isEnd(other)))
        for (const [, direction] of steps) best = Math.min(best, direction)
        return [node, steps]
      })
      const layer = new Map()
      for (const [node, steps] of found) {
        const kept = steps.filter(([, direction]) => direction === best)
        if (kept.length) layer.set(node, kept)
      }
      layers.push(layer)
      here = [...new Set([...layer.values()].flat().map(([other]) => other))]
    }
    return firstById(graph, source, layers)
  }

  /* How many relations each entry is away from `start`, as far as `end` is. */
  function distances(graph, start, end, isEnd) {
    const away = new Map([[start, 0]])
    const waiting = [start]
    for (let at = 0; at < waiting.length; at++) {
      const here = waiting[at]
      if (away.has(end) && away.get(here) >= away.get(end)) break
      if (here !== start && isEnd(here)) continue
      for (const [other] of graph.relations(here)) {
        if (away.has(other)) continue
        away.set(other, away.get(here) + 1)
        waiting.push(other)
      }
    }
    return away
  }

  function firstById(graph, source, layers) {
    for (let at = layers.length - 2; at >= 0; at--) {
      for (const [node, steps] of layers[at]) {
        layers[at].set(node, steps.filter(([other]) => layers[at + 1].get(other)?.length))
      }
    }
    const path = []
    let here = source
    for (const layer of layers) {
      const step = layer.get(here).reduce((one, other) =>
        lexigraph.compareText(graph.id(other[0]), graph.id(one[0])) < 0 ? other : one)
      path.push(step.slice(0, 2))
      here = step[0]
    }
    return path
  }

  /* Entries to which both have a relation, most relations first, then by title. */
  lexigraph.relatedToBoth = (graph, first, second) => {
    const one = new Set(graph.relations(first).map(([other]) => other))
    const both = new Set(graph.relations(second).map(([other]) => other).filter(other => one.has(other)))
    both.delete(first)
    both.delete(second)
    const count = node => graph.relations(node).length
    return [...both].sort((left, right) => count(right) - count(left) || left - right)
  }

  /* The relations of two entries side by side: { shared, first, second }, each a list of [other, direction]. */
  lexigraph.compareEntries = (graph, first, second) => {
    const key = ([other, direction]) => `${direction} ${other}`
    const own = graph.relations(first), theirs = graph.relations(second)
    const ownKeys = new Set(own.map(key)), theirKeys = new Set(theirs.map(key))
    return {
      shared: own.filter(step => theirKeys.has(key(step))),
      first: own.filter(step => !theirKeys.has(key(step)) && step[0] !== second),
      second: theirs.filter(step => !ownKeys.has(key(step)) && step[0] !== first),
    }
  }
})()
