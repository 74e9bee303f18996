"""What a synthetic glossary of 10,000 entries costs a reader: part of `make audit`.

Prints what an entry page weighs with 100 entries and with all, the size of the map's file, and in a Chromium without a GPU
the time until the map's first view is drawn, the median frame while it is moved and zoomed, and the time from a typed
filter to its drawn answer, each beside its bound. `python -m tests.audit.scale_audit 1000` takes another size.
Ends with status 1 when a bound is missed.
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


_HEAVIEST = 60.0
"""KB of HTML of an entry page of 4 KB of Markdown."""


def _weight(content: Path, site: Path) -> float:
    """KB of HTML before compression, of the pages of entries of 3.5 to 4.5 KB: their median."""
    typical = [file for file in content.glob("*/*.md") if 3500 <= file.stat().st_size <= 4500]
    pages = [site / file.parent.name / file.stem / "index.html" for file in typical]
    weight = statistics.median(page.stat().st_size for page in pages) / 1000
    source = statistics.median(file.stat().st_size for file in typical) / 1000
    print(f"{'entry page, median':<22}{weight:>8.1f} KB (at most {_HEAVIEST:.0f}) for {source:.1f} KB of Markdown")
    return weight


def _built(folder: Path, count: int) -> Path:
    write(folder / "content", count)
    start = time.perf_counter()
    site = build(built_in_config(folder / "content"), folder / "site").output
    print(f"{count} entries, built in {time.perf_counter() - start:.1f} s")
    return site


def main(count: int) -> int:
    """Print the figures; 1 when one misses its bound."""
    with tempfile.TemporaryDirectory() as folder:
        few = _weight(Path(folder) / "few" / "content", _built(Path(folder) / "few", 100))
        site = _built(Path(folder) / "all", count)
        weight = _weight(Path(folder) / "all" / "content", site)
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
    is_heavy = weight > _HEAVIEST or few > _HEAVIEST
    return int(is_heavy or packed > 350 or any(value > _BOUNDS[what] for what, value in found.items()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
