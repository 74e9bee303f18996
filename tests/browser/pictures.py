"""Takes the README's pictures: `python -m tests.browser.pictures SITE FOLDER` with a site built by `make site`."""

import functools
import http.server
import os
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGES = {
    "home": "",
    "entry": "foundations/foundation-model/",
    "comparison": "foundations/foundation-model-vs-task-specific-model/",
    "contrast": "compare/activation-patching-vs-probing/",
    "lesson": "retrieval/building-a-retrieval-system/",
    "question": "alignment/can-weak-supervision-align-strong-models/",
    "disambiguation": "agents/memory/",
    "topic": "retrieval/",
    "a-z": "a-z/",
    "tag": "tags/search/",
    "reading-order": "reading-order/",
    "questions": "questions/",
    "statistics": "statistics/",
    "explore": "explore/",
    "path": "path/#from=embedding&to=foundation-model",
    "recent": "recent/",
    "404": "404.html",
}
"""One page of each kind, by the name of its pictures."""
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def take(site: Path, folder: Path, pages: dict[str, str], *, whole: bool) -> None:
    """Write `<page>-<width>-<scheme>.png`; `whole` pages or the first screen."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = os.environ.get("LEXIGRAPH_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width in WIDTHS:
            for scheme in SCHEMES:
                size = {"width": width, "height": 800 if width > 600 else 740}
                context = browser.new_context(viewport=size, color_scheme=scheme)
                page = context.new_page()
                for name, address in pages.items():
                    page.goto(f"http://127.0.0.1:{server.server_port}/{address}", wait_until="networkidle")
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=whole)
                context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]), PAGES, whole="--whole" in sys.argv)
