"""How quick the search is with 10,000 entries, beside Material's own on the same glossary: part of `make audit`.

Builds the synthetic glossary twice, once with our worker and once with Material's, serves both compressed on this
machine, and types into the box of a Chromium without a GPU. `python -m tests.audit.search_audit 1000` takes another size.
Ends with status 1 when a figure of ours is over its budget.
"""

import gzip
import os
import random
import shutil
import statistics
import sys
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config
from tests.audit.__main__ import Compressing
from tests.bench.corpus import entries, write
from tests.browser.sites import serving

ENTRIES = 10_000
TYPED = 25
"""Queries that are typed."""
PAUSE = 120
"""Milliseconds between two keys."""

WATCH = """() => {
  const list = document.querySelector(".md-search-result__list")
  const seen = window.seen = { answers: [], tasks: [], pressed: 0 }
  new PerformanceObserver(found => seen.tasks.push(...found.getEntries().map(task => task.duration)))
    .observe({ type: "longtask" })
  addEventListener("keydown", () => { seen.pressed ||= performance.now() }, true)
  new MutationObserver(() => {
    if (!list.childElementCount || !seen.pressed) return
    const pressed = seen.pressed
    seen.pressed = 0
    requestAnimationFrame(() => setTimeout(() => seen.answers.push(performance.now() - pressed)))
  }).observe(list, { childList: true })
}"""


class Figures(NamedTuple):
    """What was measured."""

    first: float
    """Milliseconds from the first key to rows on the screen."""
    later: float
    """95th percentile of the same for later keys."""
    task: float
    """Longest task of the page's own thread, in milliseconds; 0 when none was over 50."""
    loaded: float
    """KB, compressed, that were loaded for the first answer: index, engine and definitions."""


BUDGET = Figures(first=500, later=50, task=50, loaded=350)


@cache
def compressed(path: Path) -> bytes:
    """The file as a host has it ready."""
    return gzip.compress(path.read_bytes(), mtime=0)


class Recording(Compressing):
    """Serves a folder, its index compressed beforehand, and remembers what was asked."""

    disable_nagle_algorithm = True  # else headers and body come 40 ms apart
    asked: list[str]

    def __init__(self, *arguments: object, asked: list[str], **options: object) -> None:
        self.asked = asked
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # handed on

    def do_GET(self) -> None:
        self.asked.append(self.path.partition("?")[0])
        path = Path(self.translate_path(self.path))
        if path.suffix != ".js" or "search" not in path.parts:
            return super().do_GET()
        body = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        return None


def queries(count: int) -> list[str]:
    """Names of the glossary, some cut short, some with a slip."""
    rng = random.Random(5)
    names = [text.split("\n", 2)[1].removeprefix("title: ") for _, text in entries(count)]
    chosen = rng.sample(names, TYPED)
    return [
        name[:6] if number % 3 == 0 else name[:3] + name[4:10] if number % 3 == 1 else name[:12]
        for number, name in enumerate(chosen)
    ]


def measured(page: Page, url: str, folder: Path, asked: list[str], typed: list[str]) -> Figures:
    """Type the queries on an entry's page."""
    page.goto(url)
    page.locator("article a[href]").first.click()
    page.wait_for_load_state("networkidle")
    for path in (folder / "search").rglob("*.js"):
        compressed(path)
    before = set(asked)
    page.evaluate(WATCH)
    page.keyboard.press("Control+k")
    page.evaluate("() => { seen.pressed = 0 }")
    page.keyboard.press(typed[0][0])
    page.wait_for_function("seen.answers.length", timeout=120_000)
    page.wait_for_timeout(500)
    loaded = {path for path in asked if path not in before or "search" in path}
    size = sum(len(gzip.compress((folder / path.lstrip("/")).read_bytes())) for path in loaded if "search" in path)
    first = page.evaluate("() => seen.answers.splice(0)[0]")
    for query in typed:
        page.keyboard.press("Control+a")
        for letter in query:
            page.keyboard.type(letter)  # its delay would stand between key down and key up, at which Material asks
            page.wait_for_timeout(PAUSE)
    answers, tasks = page.evaluate("() => [seen.answers, seen.tasks]")
    later = statistics.quantiles(answers, n=20)[-1] if len(answers) > 1 else float("inf")
    return Figures(first=first, later=later, task=max(tasks, default=0), loaded=size / 1000)


def audited(content: Path, folder: Path, typed: list[str], *, material: bool) -> Figures:
    """Build with our worker or Material's, and measure."""
    theme = {"name": "lexigraph", "search_worker": False if material else None}
    site = build(built_in_config(content, theme=theme), folder).output
    asked: list[str] = []
    with serving(site, partial(Recording, asked=asked)) as url, sync_playwright() as playwright:
        chromium = os.environ.get("LEXIGRAPH_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        figures = measured(browser.new_page(), url, site, asked, typed)
        browser.close()
    return figures


def main(count: int = ENTRIES) -> int:
    """Print the figures; the status of the command."""
    print(f"{count} entries{'first answer ms':>22}{'later p95 ms':>16}{'longest task ms':>18}{'loaded KB gzip':>16}")
    typed = queries(count)
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write(content, count)
        ours = audited(content, Path(folder) / "ours", typed, material=False)
        theirs = audited(content, Path(folder) / "theirs", typed, material=True)
    for name, figures in {"ours": ours, "Material": theirs, "budget": BUDGET}.items():
        print(f"{name:<14}" + "".join(f"{value:>17.0f}" for value in figures))
    return 0 if all(value <= most for value, most in zip(ours, BUDGET, strict=True)) else 1


if __name__ == "__main__":
    sys.exit(main(*(int(count) for count in sys.argv[1:2])))
