"""What the browser tests share. Everything is made once for all of them, but pages.

- `http_site`, `file_site`: base addresses, ending in a slash, of the flagship over http and as an offline build on the
  disk; `site` is both, one after the other: a test that takes it runs twice. `address(site, "retrieval/rag")` of
  `tests.browser.sites` gives the address of a page in either.
  What is loaded, fetched or addressed is tried on both; what happens after that is the same, and is tried on the disk,
  where less is allowed.
- `specimen`: the same of a small glossary of the tests' own, with one entry of each kind and hostile names; what it
  holds does not change under a test's hands.
- `page`: a page that lets nothing out. The test fails when the page asks another host, or when the console holds an
  error. It is one for all tests and emptied after each. `open_page(color_scheme="dark", has_touch=True, …)` makes new
  ones, with Playwright's context options; `tolerates="words"` lets errors with these words pass.
- `without_scripts`: a page of one who switched them off.
- `publish(folder, offline=False)`: builds any other folder of Markdown and returns its base address. Slow: share it.
- `browser`: the Chromium itself, unguarded.

Without a browser these tests fail; they never skip. Material listens to real keys: use `page.keyboard.type`, not `fill`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.browser.guard import Guard, empty
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
def http_site(flagship_site: Path) -> Iterator[str]:
    with serving(flagship_site) as address:
        yield address


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


@pytest.fixture(scope="session")
def shared(browser: Browser) -> Iterator[Guard]:
    """Guards pages that more than one test sees: starting one anew costs as much as what is tried on it."""
    guard = Guard(browser)
    yield guard
    assert guard.wrong == []


@pytest.fixture(scope="session")
def shared_page(shared: Guard) -> Page:
    """The page of `page`."""
    return shared.open()


@pytest.fixture
def page(shared: Guard, shared_page: Page) -> Iterator[Page]:
    """A page that lets nothing out, and is empty; the test fails if something tried, or if the console holds an error."""
    yield shared_page
    empty(shared_page)
    wrong, shared.wrong = shared.wrong, []
    assert wrong == []


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A function that opens a guarded page in a context of its own."""
    guard = Guard(browser)
    yield guard.open
    for context in guard.contexts:
        for page in context.pages:
            page.wait_for_load_state("load")
        context.close()
    assert guard.wrong == []


@pytest.fixture(scope="session")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A page for all who read without scripts: it keeps nothing that another could see."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
