/* Moves and zooms the map of Explore by mouse, touch, keys and buttons: `lexigraph.steer(map, box, choose, moved)`. */
(() => {
  "use strict"
  const lexigraph = (window.lexigraph ??= {})
  const STEP = 1.5
  const STILL = 5 // pixels up to which a press is a click

  lexigraph.steer = (map, box, choose, moved) => {
    const pointers = new Map()
    let pressed = null, travel = 0

    const place = event => {
      const { left, top } = map.canvas.getBoundingClientRect()
      return [event.clientX - left, event.clientY - top]
    }

    /* Zooms so that the point of the map at x, y on the screen stays there. */
    function zoomAt(x, y, factor) {
      const before = map.point(x, y)
      map.look(map.middle, map.zoom * factor)
      const after = map.point(x, y)
      map.look([map.middle[0] + before[0] - after[0], map.middle[1] + before[1] - after[1]], map.zoom)
      moved()
    }

    function pan(dx, dy) {
      map.look([map.middle[0] - dx / map.scale, map.middle[1] - dy / map.scale], map.zoom)
      moved()
    }

    const { canvas } = map
    canvas.addEventListener("wheel", event => {
      event.preventDefault()
      zoomAt(...place(event), Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)))
    }, { passive: false })

    canvas.addEventListener("pointerdown", event => {
      canvas.setPointerCapture(event.pointerId)
      pointers.set(event.pointerId, place(event))
      pressed = place(event)
      travel = 0
    })
    canvas.addEventListener("pointermove", event => {
      const here = place(event), before = pointers.get(event.pointerId)
      if (!before) return hover(here)
      if (pointers.size === 1) {
        travel += Math.hypot(here[0] - before[0], here[1] - before[1])
        if (travel > STILL) pan(here[0] - before[0], here[1] - before[1])
      } else {
        const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, spot]) => spot)
        const gap = spot => Math.max(10, Math.hypot(spot[0] - other[0], spot[1] - other[1]))
        zoomAt((here[0] + other[0]) / 2, (here[1] + other[1]) / 2, gap(here) / gap(before))
        pan((here[0] - before[0]) / 2, (here[1] - before[1]) / 2)
        travel = Infinity
      }
      pointers.set(event.pointerId, here)
    })
    for (const kind of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(kind, event => {
        if (kind === "pointerup" && pressed && pointers.size === 1 && travel <= STILL) choose(map.hit(...place(event)))
        pointers.delete(event.pointerId)
      })
    }
    canvas.addEventListener("pointerleave", () => hover([-100, -100]))

    function hover(here) {
      const node = map.hit(...here)
      if (node === map.hovered) return
      map.hovered = node
      canvas.style.cursor = node < 0 ? "grab" : "pointer"
      map.ask()
    }

    const centre = factor => zoomAt(map.width / 2, map.height / 2, factor)
    const far = () => 0.2 * Math.min(map.width, map.height)
    const acts = {
      in: () => centre(STEP),
      out: () => centre(1 / STEP),
      all: () => glide(map, map.world.middle, 1, moved),
      left: () => pan(far(), 0),
      right: () => pan(-far(), 0),
      up: () => pan(0, far()),
      down: () => pan(0, -far()),
    }
    const keys = { "+": "in", "=": "in", "-": "out", 0: "all", ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" }
    for (const button of box.querySelectorAll("[data-do]")) button.onclick = acts[button.dataset.do]
    box.addEventListener("keydown", event => {
      const act = acts[keys[event.key]]
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    })
  }

  /* Goes to a view, gently unless the reader wants less motion. */
  lexigraph.glide = glide
  function glide(map, middle, zoom, moved) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    const from = { middle: map.middle, zoom: map.zoom }
    const started = performance.now()
    const token = (map.gliding = {})
    const step = now => {
      if (map.gliding !== token) return
      const part = still ? 1 : Math.min(1, Math.max(0, (now - started) / 300))
      const eased = part * (2 - part)
      map.look(from.middle.map((value, axis) => value + (middle[axis] - value) * eased), from.zoom * (zoom / from.zoom) ** eased)
      if (part < 1) requestAnimationFrame(step)
      else moved()
    }
    step(started)
  }
})()
