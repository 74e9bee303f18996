"""The card with a definition: when it comes, how it goes, what it says.

What a card is made of is read over http and from the disk; how it behaves after that is the same, and is tried on the
disk, where less is allowed.
"""

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.sites import address

ENTRY = "finding/rag"
DWELL, FOCUS, GRACE = 350, 400, 300
SOON = 120
"""Milliseconds in which something would have happened that must not."""


@pytest.fixture
def entry(page: Page, specimen_on_disk: str) -> Page:
    page.goto(address(specimen_on_disk, ENTRY))
    return page


@pytest.fixture
def anywhere(page: Page, specimen: str) -> Page:
    """The same over http, then from the disk."""
    page.goto(address(specimen, ENTRY))
    return page


def card(page: Page) -> Locator:
    return page.locator("#lx-card")


def link(page: Page, id: str = "vector-database") -> Locator:
    return page.locator(f'.lx-body a[data-lx="{id}"]').first


def count_milliseconds(page: Page, says: str = "") -> None:
    """Let the page note how long after the pointer or the focus came to a link the card did, with that in it."""
    page.evaluate(
        """says => {
      window.came = window.took = null
      for (const type of ["pointerover", "focusin"])
        document.addEventListener(type, ({ target }) => { if (target.closest("a[data-lx]")) window.came ??= performance.now() })
      const look = () => {
        const card = document.querySelector("#lx-card")
        if (window.came !== null && card?.textContent.includes(says)) window.took ??= performance.now() - window.came
      }
      new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true })
    }""",
        says,
    )


def test_a_mouse_that_rests_on_a_link_gets_the_definition_after_a_moment(anywhere: Page):
    count_milliseconds(anywhere)
    link(anywhere).hover()
    expect(card(anywhere)).to_be_visible()
    assert anywhere.evaluate("window.took") >= DWELL - 1
    expect(link(anywhere)).to_have_accessible_name("vector database")
    expect(link(anywhere)).to_have_accessible_description(
        "Vector database Concept Also called vector store, vector index. "
        "A store that finds the vectors nearest to a given one. 3 open questions"
    )


def test_a_mouse_that_passes_by_gets_nothing(entry: Page):
    link(entry).hover()
    entry.wait_for_timeout(DWELL - 2 * SOON)
    entry.mouse.move(0, 0)
    entry.wait_for_timeout(DWELL + SOON)
    expect(card(entry)).to_have_count(0)


def test_the_pointer_travels_into_the_card_and_the_card_stays(entry: Page):
    link(entry).hover()
    expect(card(entry)).to_be_visible()
    box = card(entry).bounding_box()
    assert box is not None
    entry.mouse.move(box["x"] + 20, box["y"] - 3)
    entry.wait_for_timeout(GRACE // 2)
    entry.mouse.move(box["x"] + 20, box["y"] + 20)
    entry.wait_for_timeout(GRACE + SOON)
    expect(card(entry)).to_be_visible()
    entry.mouse.move(0, 0)
    expect(card(entry)).to_have_count(0)
    expect(link(entry)).not_to_have_attribute("aria-describedby", "lx-card")


def test_the_next_card_comes_at_once(entry: Page):
    link(entry).hover()
    expect(card(entry)).to_contain_text("Vector database")
    count_milliseconds(entry, "A list of numbers")
    link(entry, "embedding").hover()
    expect(card(entry)).to_contain_text("A list of numbers")
    assert entry.evaluate("window.took") < DWELL


def test_escape_closes_the_card_under_the_pointer_and_it_stays_closed(entry: Page):
    link(entry).hover()
    expect(card(entry)).to_be_visible()
    entry.keyboard.press("Escape")
    expect(card(entry)).to_have_count(0)
    entry.wait_for_timeout(DWELL + SOON)
    expect(card(entry)).to_have_count(0)
    entry.mouse.move(0, 0)
    link(entry).hover()
    expect(card(entry)).to_be_visible()


def test_the_keyboard_gets_the_card_and_escape_leaves_the_focus(entry: Page):
    count_milliseconds(entry)
    entry.keyboard.press("Tab")
    for _ in range(80):
        if link(entry, "embedding").evaluate("link => link === document.activeElement"):
            break
        entry.keyboard.press("Tab")
    expect(link(entry, "embedding")).to_be_focused()
    expect(card(entry)).to_contain_text("A list of numbers")
    assert entry.evaluate("window.took") >= FOCUS - 1
    entry.keyboard.press("Escape")
    expect(card(entry)).to_have_count(0)
    expect(link(entry, "embedding")).to_be_focused()
    entry.wait_for_timeout(FOCUS + SOON)
    expect(card(entry)).to_have_count(0)
    entry.keyboard.press("Tab")
    entry.keyboard.press("Shift+Tab")
    expect(card(entry)).to_be_visible()
    entry.keyboard.press("Tab")
    expect(card(entry)).not_to_contain_text("A list of numbers")


def test_a_click_closes_it_and_follows_the_link(anywhere: Page):
    link(anywhere).hover()
    expect(card(anywhere)).to_be_visible()
    link(anywhere).click()
    expect(anywhere.locator("h1")).to_contain_text("Vector database")
    expect(card(anywhere)).to_have_count(0)


def test_it_closes_when_the_link_scrolls_out_of_view(entry: Page):
    entry.set_viewport_size({"width": 800, "height": 300})
    link(entry).hover()
    expect(card(entry)).to_be_visible()
    entry.evaluate("window.scrollBy({ top: 900, behavior: 'instant' })")
    expect(card(entry)).to_have_count(0)


def test_a_finger_follows_the_link_and_sees_no_card(open_page, specimen_on_disk: str):
    page = open_page(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page.goto(address(specimen_on_disk, ENTRY))
    page.evaluate("""new MutationObserver(() => { if (document.querySelector("#lx-card")) sessionStorage.card = "yes" })
      .observe(document.body, { childList: true, subtree: true })""")
    link(page).tap()
    expect(page.locator("h1")).to_contain_text("Vector database")
    assert page.evaluate("sessionStorage.card") is None


def test_a_wanted_name_says_so(anywhere: Page):
    anywhere.locator("a.lx-wanted", has_text="reranker").first.hover()
    expect(card(anywhere)).to_contain_text("reranker")
    expect(card(anywhere)).to_contain_text("Not written yet, wanted by 1 entry")


@pytest.mark.parametrize("place", [".lx-crumbs a", "h3 a", ".lx-sentence a", ".md-nav__link[href]", ".lx-terms dt a"])
def test_links_that_are_no_prose_have_no_card(entry: Page, place: str):
    entry.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found = entry.locator(place).first
    if found.count():
        found.hover()
        entry.wait_for_timeout(DWELL + SOON)
    expect(card(entry)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_it_stays_within_the_window(open_page, specimen_on_disk: str, width: int):
    page = open_page(viewport={"width": width, "height": 360})
    page.goto(address(specimen_on_disk, ENTRY))
    for one in page.locator(".lx-body a[data-lx]").all():
        page.mouse.move(0, 0)
        one.hover()
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] >= 0 and box["y"] + box["height"] <= 360
        assert box["width"] <= 22 * 20
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_paragraph_that_is_copied_is_what_its_author_wrote(entry: Page):
    link(entry).hover()
    expect(card(entry)).to_be_visible()
    text = entry.evaluate("""() => {
      getSelection().selectAllChildren(document.querySelector(".lx-body p"))
      return String(getSelection())
    }""")
    assert text == (
        "A passage is turned into an embedding first. Then a vector database is asked for the nearest ones, "
        "and a reranker sorts them. Some speak of an agentic search instead."
    )


def test_a_reader_can_switch_them_off_and_that_is_remembered(entry: Page):
    switch = entry.get_by_role("switch", name="Previews")
    expect(switch).to_be_checked()
    switch.click()
    expect(switch).not_to_be_checked()
    expect(switch).to_have_text("Previews: off")
    entry.reload()
    expect(entry.get_by_role("switch", name="Previews")).not_to_be_checked()
    link(entry).hover()
    entry.wait_for_timeout(DWELL + SOON)
    expect(card(entry)).to_have_count(0)
    entry.get_by_role("switch", name="Previews").click()
    link(entry).hover()
    expect(card(entry)).to_be_visible()


def test_names_in_a_card_are_text(page: Page, specimen: str):
    page.goto(address(specimen, "hostile/diagrams"))
    name = '<img src=x onerror=alert(1)> & "quotes"'
    page.evaluate("""() => {
      const link = document.createElement("a")
      Object.assign(link, { href: "#x", textContent: "a link" })
      link.dataset.lx = "quote"
      document.querySelector(".lx-body").prepend(link)
    }""")
    link(page, "quote").hover()
    expect(card(page)).to_contain_text(name)
    expect(card(page).locator("img")).to_have_count(0)


def test_reduced_motion_takes_the_fade_away(open_page, specimen_on_disk: str):
    page = open_page(reduced_motion="reduce")
    page.goto(address(specimen_on_disk, ENTRY))
    link(page).hover()
    expect(card(page)).to_be_visible()
    assert card(page).evaluate("card => getComputedStyle(card).transitionDuration") == "0s"


def test_paper_shows_no_card(entry: Page):
    link(entry).hover()
    expect(card(entry)).to_be_visible()
    entry.emulate_media(media="print")
    expect(card(entry)).to_be_hidden()
