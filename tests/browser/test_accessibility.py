"""Nothing for axe to complain of: WCAG 2.0 to 2.2, A and AA, and best practice, on one page of each kind, by day and night.

No rule is left out by day, none that looks at colours by night, and no finding is allowed.
"""

from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect
from tests.browser.guard import Guard, empty
from tests.browser.sites import address

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
}
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What the time of day can change: the pages themselves are the same."""

PAGES = {
    "home": "index",
    "entry": "finding/rag",
    "draft": "finding/vector-database",
    "deprecated": "finding/old-search",
    "hostile names": "hostile/quote",
    "diagrams": "hostile/diagrams",
    "disambiguation": "finding/agent-meanings",
    "comparison": "finding/fine-tuning-vs-rag",
    "lesson": "finding/second-steps",
    "question": "finding/when-to-retrieve",
    "answered question": "finding/can-passages-be-scored",
    "topic": "finding/index",
    "a-z": "a-z",
    "questions": "questions",
    "wanted": "wanted",
    "reading order": "reading-order",
    "tags": "tags",
    "explore": "explore",
    "path": "path",
    "recent": "recent",
    "statistics": "statistics",
}


def findings(page: Page) -> list[str]:
    """What axe finds, one line for each element."""
    page.evaluate(AXE)
    is_night = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    violations = page.evaluate(
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'] }).then(({ violations }) => violations)",
        OF_COLOURS if is_night else ALL,
    )
    return [
        f"{rule['id']}: {node['html'][:120]} — {node['failureSummary']}"
        for rule in violations
        for node in rule["nodes"]
    ]


@pytest.fixture(scope="module")
def reader(shared: Guard) -> Page:
    return shared.open(tolerates="Content Security Policy")


@pytest.fixture(params=["light", "dark"])
def visit(request, shared: Guard, reader: Page, specimen_over_http: str) -> Iterator[Callable[[str], Page]]:
    """A function that opens a page of the specimen, by day, then by night."""
    page = reader
    page.emulate_media(color_scheme=request.param)

    def visit(path: str) -> Page:
        response = page.goto(address(specimen_over_http, path))
        assert response is not None and response.ok
        return page

    yield visit
    empty(page)
    wrong, shared.wrong = shared.wrong, []
    assert wrong == []


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_a_page_of_each_kind(visit, kind: str):
    assert findings(visit(PAGES[kind])) == []


def test_axe_finds_nothing_while_all_details_are_open(visit):
    page = visit("finding/rag")
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    assert findings(page) == []


def test_axe_finds_nothing_while_a_card_is_open(visit):
    page = visit("finding/rag")
    page.locator(".lx-body a[data-lx]").first.hover()
    expect(page.locator("#lx-card")).to_be_visible()
    page.wait_for_timeout(200)  # the fade
    assert findings(page) == []


def test_axe_finds_nothing_while_the_search_is_open(visit):
    page = visit("finding/rag")
    page.keyboard.press("Control+k")
    page.keyboard.type("vector", delay=20)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.wait_for_timeout(400)  # the fade
    assert findings(page) == []


def test_axe_finds_nothing_while_the_shortcuts_are_shown(visit):
    page = visit("finding/rag")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    assert findings(page) == []


def test_axe_finds_nothing_while_a_list_is_filtered_and_a_table_sorted(visit):
    page = visit("a-z")
    page.evaluate("location.hash = 'kind=concept'")
    assert findings(page) == []
    page = visit("questions")
    page.locator("table[data-lx-sort] th button").first.click()
    assert findings(page) == []


def test_axe_finds_nothing_where_no_page_is(visit, specimen_over_http: str):
    page = visit("index")
    page.goto(f"{specimen_over_http}404.html")
    assert findings(page) == []


def test_axe_finds_nothing_in_the_drawer_of_a_phone(open_page, specimen_over_http: str):
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(address(specimen_over_http, "finding/rag"))
    page.locator(".md-header .lx-toggle").first.click()
    page.wait_for_timeout(400)  # it slides
    assert findings(page) == []
