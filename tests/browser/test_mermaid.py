"""Mermaid fences: drawn in the page's colours, loaded only where there are some, and harmless whoever wrote them.

What a hostile source asks of another host is refused in the frame where it is drawn, which the console says; had it got
out of there, the guard round every page would have failed the test.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.sites import address

DRAWN = "finding/rag"
HOSTILE = "hostile/diagrams"


def picture(page: Page) -> Locator:
    return page.locator(".lx-diagram__image > svg").first


def test_a_fence_becomes_a_picture_with_its_source_beside_it(page: Page, specimen: str):
    page.goto(address(specimen, DRAWN))
    expect(picture(page)).to_contain_text("Retriever")
    expect(page.get_by_role("img", name="From question to answer")).to_be_visible()
    source = page.locator(".lx-diagram details")
    source.locator("summary").click()
    expect(source).to_contain_text("flowchart LR")


def test_pages_without_diagrams_load_no_mermaid(open_page, specimen: str):
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(specimen, "finding/embedding"))
    page.wait_for_timeout(500)
    assert not [url for url in asked if "mermaid" in url or "diagrams" in url]


def test_the_colours_follow_the_palette(open_page, specimen_over_http: str):
    page = open_page(color_scheme="light")
    page.goto(address(specimen_over_http, DRAWN))
    box = picture(page).locator(".node rect").first
    expect(box).to_have_css("fill", "rgb(232, 241, 242)")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".lx-diagram__screen .node rect").first).to_have_css("fill", "rgb(23, 41, 46)")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".lx-diagram__screen")).to_be_hidden()
    expect(page.locator(".lx-diagram__paper .node rect").first).to_have_css("fill", "rgb(232, 241, 242)")


def test_hostile_diagrams_are_pictures_or_stay_text(open_page, specimen: str):
    page = open_page(tolerates="violates the following Content Security Policy")
    page.goto(address(specimen, HOSTILE))
    expect(picture(page)).to_contain_text("Alice")
    expect(page.locator(".lx-diagram-room")).to_have_count(0)
    assert page.title().startswith("Hostile diagrams")
    drawn = page.locator(".lx-diagram__image").evaluate_all("images => images.map(image => image.innerHTML).join()")
    assert not re.search(r"<(a|image|script|foreignObject|iframe)\b|url\((?!['\"]?#)|javascript:", drawn)
    expect(page.locator(".lx-body > .language-mermaid")).not_to_have_count(0)  # what cannot be drawn is there to read
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    "source",
    [
        'flowchart TD\n a --> b\n click a "javascript:document.title=1"\n click b href "http://evil.test/click"',
        "flowchart TD\n a[\"<img src='http://evil.test/label' onerror='document.title=1'>\"] --> b",
        '%%{init: {"securityLevel": "loose", "themeCSS": "* {background: url(http://evil.test/css)}"}}%%\nflowchart TD\n a --> b',
        "---\nconfig:\n  themeCSS: '*{background:url(http://evil.test/css)}'\n---\nflowchart TD\n a --> b",
        "flowchart TD\n a --> b\n classDef bad fill:#fff}*{display:none\n class b bad",
        'flowchart TD\n a@{ img: "http://evil.test/shape.png", label: "picture" } --> b',
        'C4Context\n Person(a, "A", "b", $sprite="http://evil.test/sprite.png")',
        'sequenceDiagram\n Alice->>Bob: <svg onload=document.title=1>\n links Alice: {"a": "http://evil.test/"}',
        "flowchart TD\n" + "\n".join(f"a{number} --> b{number}" for number in range(3000)),
    ],
    ids=["click", "label", "directive", "front matter", "rule", "image", "C4", "sequence", "large"],
)
def test_a_source_that_wants_more_than_a_picture_gets_none_of_it(open_page, specimen_over_http: str, source: str):
    page = open_page(tolerates="violates the following Content Security Policy")
    page.add_init_script(f"""new MutationObserver(() => {{
      const code = document.querySelector(".language-mermaid code")
      if (code && !code.dataset.put) {{ code.dataset.put = "yes"; code.textContent = {source!r} }}
    }}).observe(document, {{ childList: true, subtree: true }})""")
    page.goto(address(specimen_over_http, DRAWN))
    expect(page.locator(".lx-diagram-room")).to_have_count(0)  # it came with the load, and goes when all is drawn
    assert page.title().startswith("Retrieval-augmented generation")
    assert page.locator(".lx-diagram a").count() == 0
    expect(page.locator("h1")).to_be_visible()


def test_without_scripts_the_source_is_there(without_scripts: Page, specimen_on_disk: str):
    without_scripts.goto(address(specimen_on_disk, DRAWN))
    expect(without_scripts.locator(".language-mermaid code")).to_contain_text("flowchart LR")
