"""Measures the map of a synthetic glossary in Chromium without GPU: `python -m tests.bench.explore_audit 10000`.

Prints the size of the graph's file, the time until the first view is drawn, the median frame while the map is moved
and zoomed, and the time from a typed filter to its drawn answer, each beside its bound.
"""

import functools
import gzip
import http.server
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config
from tests.bench.corpus import write

__all__ = ["measured"]

_FIRST_VIEW = """() => new Promise(resolve => {
  const look = () => document.querySelector(".lx-map__count")?.textContent
    ? requestAnimationFrame(() => resolve(performance.now())) : setTimeout(look, 5)
  look()
})"""

_FRAMES = """async () => {
  const canvas = document.querySelector(".lx-map canvas"), box = canvas.getBoundingClientRect()
  const at = (type, x, y, more = {}) => canvas.dispatchEvent(new (type === "wheel" ? WheelEvent : PointerEvent)(type,
    { clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true, cancelable: true, ...more }))
  canvas.setPointerCapture = () => {}
  const frames = []
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  let last = await frame()
  const step = async act => { act(); const now = await frame(); frames.push(now - last); last = now }
  for (let i = 0; i < 40; i++) await step(() => at("wheel", 250, 250, { deltaY: -60 }))
  at("pointerdown", 250, 250)
  for (let i = 0; i < 40; i++) await step(() => at("pointermove", 250 + 4 * i, 250 + 2 * i))
  at("pointerup", 400, 330)
  for (let i = 0; i < 40; i++) await step(() => at("wheel", 250, 250, { deltaY: 60 }))
  return frames
}"""

_FILTER = """async word => {
  const input = document.querySelector("[name=q]")
  const start = performance.now()
  input.value = word
  input.dispatchEvent(new Event("input", { bubbles: true }))
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return performance.now() - start
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def measured(page: Page, address: str) -> dict[str, float]:
    """Milliseconds by what was measured."""
    page.goto(address, wait_until="commit")
    first = page.evaluate(_FIRST_VIEW)
    page.wait_for_load_state("networkidle")
    frames = page.evaluate(_FRAMES)
    filters = [page.evaluate(_FILTER, word) for word in ("ba", "ce fo", "xyz", "")]
    return {"first view": first, "frame, median": statistics.median(frames), "filter, slowest": max(filters)}


_BOUNDS = {"first view": 2000.0, "frame, median": 100.0, "filter, slowest": 300.0}


def main(count: int) -> int:
    """Print the figures; 1 when one misses its bound."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "content", count)
        start = time.perf_counter()
        site = build(built_in_config(Path(folder) / "content"), Path(folder) / "site").output
        print(f"{count} entries, built in {time.perf_counter() - start:.1f} s")
        data = (site / "explore" / "graph.js").read_bytes()
        packed = len(gzip.compress(data, 9)) / 1024
        print(f"{'graph.js, compressed':<22}{packed:>8.0f} KB (at most 350)")
        handler = functools.partial(_Quiet, directory=site)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = os.environ.get("LEXIGRAPH_CHROMIUM") or shutil.which("chromium")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            found = measured(page, f"http://127.0.0.1:{server.server_port}/explore/")
            browser.close()
        server.shutdown()
    for what, value in found.items():
        print(f"{what:<22}{value:>8.0f} ms (at most {_BOUNDS[what]:.0f})")
    return int(packed > 350 or any(value > _BOUNDS[what] for what, value in found.items()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
