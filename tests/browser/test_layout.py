"""The look on small screens, on paper, in forced colours, without motion, without scripts."""

from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address
from tests.browser.test_accessibility import PAGES


def test_no_page_scrolls_sideways(open_page, specimen_over_http: str):
    """640 is 1280 at 200 % zoom."""
    page = open_page(tolerates="Content Security Policy")
    wide = []
    for kind, path in PAGES.items():
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(address(specimen_over_http, path))
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 640})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((kind, width))
    assert wide == []


def test_no_page_of_the_flagship_scrolls_sideways_on_the_smallest_screen(open_page, http_site: str):
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address(http_site, "a-z"))
    links = page.locator("[data-lx-row] > a").evaluate_all("links => links.map(link => link.href)")
    wide = []
    listings = [address(http_site, path) for path in ("questions", "reading-order", "tags", "recent", "path")]
    for link in [*listings, *sorted(set(links))[::12]]:
        page.goto(link)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(link)
    assert wide == []


def test_wide_parts_scroll_by_keyboard_in_a_region_with_a_name(open_page, specimen_over_http: str):
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address(specimen_over_http, "finding/rag"))
    region = page.locator(".lx-body :is(.lx-table, .lx-scroll, .lx-formula)")
    for one in region.all():
        expect(one).to_have_attribute("tabindex", "0")
        assert one.get_attribute("aria-label")
    assert any(one.evaluate("box => box.scrollWidth > box.clientWidth") for one in region.all())


def test_the_definition_is_on_the_first_screen_of_a_phone(open_page, http_site: str):
    page = open_page(viewport={"width": 360, "height": 640})
    page.goto(address(http_site, "foundations/foundation-model"))
    expect(page.locator(".lx-definition")).to_be_in_viewport()


def test_both_palettes_are_chosen_by_the_system_and_by_the_reader(open_page, specimen: str):
    page = open_page(color_scheme="dark")
    page.goto(address(specimen, "finding/embedding"))
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 24, 27)")
    page.get_by_label("Switch to light colours").press("Enter")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") != "auto"


def test_forced_colours_keep_what_is_drawn(open_page, specimen_over_http: str):
    page = open_page(forced_colors="active", color_scheme="dark")
    page.goto(address(specimen_over_http, "finding/rag"))
    expect(page.locator(".lx-diagram__image .node rect").first).to_be_visible()
    rect, text = page.evaluate("""() => {
      const [rect, text] = [".node rect", ".node text"].map(one => document.querySelector(`.lx-diagram__image ${one}`))
      return [getComputedStyle(rect).fill, getComputedStyle(text).fill]
    }""")
    assert rect != text
    page.locator("a[data-lx]").first.hover()
    expect(page.locator("#lx-card")).to_be_visible()


def test_nothing_moves_for_those_who_do_not_want_it(open_page, specimen_over_http: str):
    page = open_page(reduced_motion="reduce")
    page.goto(address(specimen_over_http, "finding/rag"))
    moving = page.evaluate("""[...document.querySelectorAll("*")].filter(element =>
      !["0s", ""].includes(getComputedStyle(element).transitionDuration)
      || getComputedStyle(element).animationName !== "none").map(element => element.outerHTML.slice(0, 90))""")
    assert moving == []


def test_paper_holds_the_graph_opened_details_and_no_buttons(open_page, specimen_over_http: str):
    page = open_page(color_scheme="dark")
    page.goto(address(specimen_over_http, "finding/rag"))
    expect(page.locator(".lx-diagram__screen")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".lx-graph svg")).to_be_visible()
    expect(page.locator(".lx-terms dd").first).to_be_visible()
    expect(page.locator(".lx-exercises details")).to_contain_text("To cite.", use_inner_text=True)
    for gone in (".md-header", ".lx-actions", ".md-sidebar", ".lx-reader", ".lx-copy-code", ".md-footer"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    expect(page.locator("body")).to_have_css("color-scheme", "light only")


def test_the_text_of_the_paper_is_all_of_the_page(open_page, specimen_over_http: str, tmp_path: Path):
    file = tmp_path / "page.pdf"
    page = open_page()
    page.goto(address(specimen_over_http, "finding/rag"))
    page.pdf(path=file)
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(file).pages).split())
    for words in ("Fetching documents at query time", "A store that finds the vectors", "To cite.", "arxiv.org"):
        assert words in text
    assert text.count("Second steps") >= 3  # in the graph too


@pytest.mark.parametrize("kind", PAGES)
def test_each_kind_of_page_reads_without_scripts(without_scripts: Page, specimen_over_http: str, kind: str):
    without_scripts.goto(address(specimen_over_http, PAGES[kind]))
    expect(without_scripts.locator("h1")).to_be_visible()
    assert without_scripts.locator("article :is(a[href], p)").count() > 0


def test_no_page_holds_a_title_attribute_of_ours(page: Page, specimen_over_http: str):
    page.goto(address(specimen_over_http, "finding/rag"))
    assert page.locator("article [title]").count() == 0
