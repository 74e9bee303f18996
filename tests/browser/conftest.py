"""What the browser tests share. Everything is made once for all of them, but pages.

- `http_site`, `file_site`: base addresses, ending in a slash, of the flagship over http and as an offline build on the
  disk; `site` is both, one after the other: a test that takes it runs twice. `address(site, "retrieval/rag")` of
  `tests.browser.sites` gives the address of a page in either.
- `specimen`: the same of a small glossary of the tests' own, with one entry of each kind and hostile names; what it
  holds does not change under a test's hands.
- `page`: a page that lets nothing out. The test fails when the page asks another host, or when the console holds an
  error. `open_page(color_scheme="dark", has_touch=True, …)` makes more of them, with Playwright's context options;
  `tolerates="words"` lets errors with these words pass.
- `publish(folder, offline=False)`: builds any other folder of Markdown and returns its base address. Slow: share it.
- `browser`: the Chromium itself, unguarded.

Without a browser these tests fail; they never skip. Material listens to real keys: use `page.keyboard.type`, not `fill`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from tests.browser.sites import serving

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config

CONTENT = Path(__file__).parents[2] / "content"
SPECIMEN = Path(__file__).parent / "specimen"
NAMES = ("chromium", "chromium-browser", "google-chrome")

NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Nothing but this machine has an address, so that nothing has to stand between a page and what it asks for."""

expect.set_options(timeout=10_000)  # the machine may be busy


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own; where there is neither, its launch fails and so do the tests."""
    found = os.environ.get("LEXIGRAPH_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", NO_OTHER_HOST])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def publish(tmp_path_factory) -> Iterator[Callable[..., str]]:
    """A function that builds a folder and returns the address of its site, which is served until the last test."""
    with ExitStack() as stack:

        def publish(content: Path, *, offline: bool = False, **settings: object) -> str:
            config = built_in_config(content, use_directory_urls=not offline, **settings)
            site = build(config, tmp_path_factory.mktemp("site") / "site").output
            return f"{site.as_uri()}/" if offline else stack.enter_context(serving(site))

        yield publish


@pytest.fixture(scope="session")
def http_site(publish) -> str:
    return publish(CONTENT)


@pytest.fixture(scope="session")
def file_site(publish) -> str:
    return publish(CONTENT, offline=True)


@pytest.fixture(params=["http_site", "file_site"])
def site(request) -> str:
    """The flagship over http, then from the disk."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def specimen_over_http(publish) -> str:
    return publish(SPECIMEN, repo_url="https://example.org/specimen", edit_uri="edit/main/")


@pytest.fixture(scope="session")
def specimen_on_disk(publish) -> str:
    return publish(SPECIMEN, offline=True, repo_url="https://example.org/specimen", edit_uri="edit/main/")


@pytest.fixture(params=["specimen_over_http", "specimen_on_disk"])
def specimen(request) -> str:
    """The specimen over http, then from the disk."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens a guarded page in a context of its own."""
    wrong: list[str] = []
    pages: list[Page] = []

    def open_page(*, tolerates: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        context.on("request", lambda request: _guard(request, wrong))
        page = context.new_page()
        page.on("console", lambda message: _read(message, wrong, tolerates))
        page.on("pageerror", lambda error: wrong.append(f"uncaught: {error}"))
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.wait_for_load_state("load")
        page.context.close()
    assert wrong == []


@pytest.fixture
def page(open_page) -> Page:
    """A page that lets nothing out; the test fails if something tried, or if the console holds an error."""
    return open_page()


def _guard(request: Request, wrong: list[str]) -> None:
    """Only this machine is asked: the servers of these tests, and the disk for those who stand on it."""
    wanted = urlsplit(request.url)
    here = urlsplit(request.frame.url or request.url)
    if not (
        wanted.scheme in ("data", "blob")
        or wanted.hostname == "127.0.0.1"
        or (wanted.scheme == "file" and here.scheme in ("file", "about", ""))
    ):
        wrong.append(f"asked another host: {request.url}")


def _read(message: ConsoleMessage, wrong: list[str], tolerates: str) -> None:
    """Material asks for `sitemap.xml`, which no page on the disk may read."""
    address = message.location.get("url", "")
    is_known = address.startswith("file:") and address.endswith("/sitemap.xml")
    is_known |= bool(tolerates) and tolerates in message.text
    if message.type == "error" and not is_known:
        wrong.append(f"on the console: {message.text} ({address})")
