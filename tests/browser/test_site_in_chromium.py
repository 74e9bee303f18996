"""The site in a real browser, over http and from the disk. Without a browser these tests fail; they never skip."""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect, sync_playwright

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config

CONTENT = Path(__file__).parents[2] / "content"
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own; where there is neither, its launch fails and so do the tests."""
    found = os.environ.get("LEXIGRAPH_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found)
        yield browser
        browser.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def over_http(tmp_path_factory) -> Iterator[str]:
    site = build(built_in_config(CONTENT), tmp_path_factory.mktemp("http") / "site").output
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def from_disk(tmp_path_factory) -> str:
    site = build(built_in_config(CONTENT, use_directory_urls=False), tmp_path_factory.mktemp("disk") / "site").output
    return f"{site.as_uri()}/"


@pytest.fixture(params=["over_http", "from_disk"])
def site(request) -> str:
    return request.getfixturevalue(request.param)


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Page]:
    """A page that lets nothing out; the test fails if something tried, or if the console holds an error."""
    page = browser.new_page()
    wrong: list[str] = []
    own = urlsplit(site)

    def guard(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("data", "blob") or (address.scheme, address.netloc) == (own.scheme, own.netloc):
            route.continue_()
        else:
            wrong.append(f"asked another host: {route.request.url}")
            route.abort()

    def read(message: ConsoleMessage) -> None:
        is_known = own.scheme == "file" and message.location.get("url", "").endswith("/sitemap.xml")
        if message.type == "error" and not is_known:
            wrong.append(f"on the console: {message.text}")

    page.route("**/*", guard)
    page.on("console", read)
    page.on("pageerror", lambda error: wrong.append(f"uncaught: {error}"))
    yield page
    page.wait_for_load_state("networkidle")
    page.close()
    assert wrong == []


def address(site: str, path: str) -> str:
    """The address of a page by its path without suffix."""
    if site.startswith("file:"):
        return f"{site}{path}.html"
    return site if path == "index" else f"{site}{path}/"


def search(page: Page, words: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(words, delay=20)  # Material listens to keys, not to changes


def test_the_home_page_loads_and_its_search_leads_to_an_entry(visit: Page, site: str):
    visit.goto(address(site, "index"))
    expect(visit.locator("h1")).to_have_count(1)
    search(visit, "foundation model")
    result = visit.locator(".md-search-result__item a[href*='/foundation-model']").first
    expect(result).to_be_visible()
    result.click()
    expect(visit.locator("h1")).to_contain_text("Foundation model")


def test_an_entry_loads_with_its_definition_and_relations(visit: Page, site: str):
    visit.goto(address(site, "foundations/foundation-model"))
    expect(visit.locator("h1")).to_contain_text("Foundation model")
    assert visit.title().startswith("Foundation model")
    search(visit, "embedding")
    expect(visit.locator(".md-search-result__item a[href*='/embedding']").first).to_be_visible()


def test_a_link_between_entries_leads_to_the_other_page(visit: Page, site: str):
    visit.goto(address(site, "foundations/foundation-model"))
    link = visit.locator("article a[href*='language-model']").first
    link.click()
    expect(visit.locator("h1")).to_contain_text("anguage model")


def test_listings_load(visit: Page, site: str):
    for path in ("a-z", "questions"):
        visit.goto(address(site, path))
        expect(visit.locator("h1")).to_have_count(1)


def test_the_button_of_the_home_page_opens_the_search(visit: Page, site: str):
    visit.goto(address(site, "index"))
    visit.locator("a[data-lx-search]").click()
    expect(visit.locator("input.md-search__input")).to_be_focused()


@pytest.mark.parametrize(
    "path",
    [
        "index",
        "foundations/foundation-model",
        "foundations/foundation-model-vs-task-specific-model",
        "a-z",
        "questions",
    ],
)
def test_nothing_scrolls_sideways_on_the_smallest_screen(visit: Page, site: str, path: str):
    visit.set_viewport_size({"width": 320, "height": 640})
    visit.goto(address(site, path))
    assert visit.evaluate("document.documentElement.scrollWidth") == 320


def test_the_site_is_whole_without_javascript(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site, "foundations/foundation-model"))
    expect(page.locator(".lx-definition")).to_be_visible()
    expect(page.locator(".lx-connections .lx-sentence").first).to_contain_text("Foundation model")
    context.close()
