"""The picture in the report of a change: Mermaid draws what was meant, whatever the entries are called.

Drawn by the Mermaid that the theme brings, in its strict mode, as GitHub does it: with labels as HTML; and as text.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.change.report.hostile import HOSTILE
from tests.change.report.sample import SAMPLE, report_of, titled
from tests.worlds import graph

from lexigraph.change.report.phrase import cut
from lexigraph.change.report.picture import MOST_NODES, picture
from lexigraph.change.report.words import Words
from lexigraph.query.difference import difference

MERMAID = Path(__file__).parents[2] / "theme" / "lexigraph_theme" / "assets" / "mermaid" / "mermaid.tiny.js"
SHAPES = {"g", "path", "rect", "svg", "style", "marker", "circle", "text", "tspan", "defs", "filter", "feDropShadow",
          "linearGradient", "stop", "foreignObject", "div", "span", "p", "polygon"}  # fmt: skip


@pytest.fixture(scope="module")
def drawing(browser: Browser):
    """A page with Mermaid in it, which may ask no other host."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content("<!doctype html><title>pictures</title><body></body>")
    page.add_script_tag(path=MERMAID)
    yield page
    assert page.title() == "pictures"
    page.close()


def drawn(page: Page, source: str, *, html: bool) -> dict[str, list[str]]:
    """Names of the elements, labels of the nodes and of the edges, and addresses of the picture."""
    return page.evaluate(
        """async ([source, html]) => {
          mermaid.initialize({startOnLoad: false, securityLevel: "strict", flowchart: {htmlLabels: html}, htmlLabels: html})
          const {svg} = await mermaid.render("m" + Math.random().toString(36).slice(2), source)
          const box = document.createElement("div")
          box.innerHTML = svg
          const texts = selector => [...box.querySelectorAll(selector)].map(e => e.textContent.trim())
          return {
            elements: [...new Set([...box.querySelectorAll("*")].map(e => e.localName))],
            nodes: texts(".node .label"), edges: texts(".edgeLabels .edgeLabel .label"),
            addresses: [...box.querySelectorAll("*")].flatMap(e => [...e.attributes])
              .filter(a => /^(xlink:)?(href|src)$|^on/.test(a.name)).map(a => a.value),
          }
        }""",
        [source, html],
    )


def spaceless(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("html", [True, False], ids=["html", "text"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_title_is_the_label_of_one_node(drawing: Page, name: str, html: bool):
    found = difference(graph({}), titled((name, "plain")))
    made = drawn(drawing, picture(found, Words(found)).source, html=html)
    assert set(made["elements"]) <= SHAPES
    assert made["addresses"] == []
    assert len(made["nodes"]) == 2
    assert set(made["edges"]) == {"uses"}
    if html:  # as text Mermaid shows the entities themselves
        shown = sorted(map(spaceless, made["nodes"]))
        assert shown == sorted(spaceless(cut(text, 40)) for text in (name, "plain"))


def test_the_sample_is_drawn_with_its_neighbours(drawing: Page):
    found = report_of(SAMPLE.old, SAMPLE.new).difference
    made = drawn(drawing, picture(found, Words(found)).source, html=True)
    assert {"Mixture of experts", "Sparse model", "Router", "Transformer"} <= set(made["nodes"])
    assert len(made["nodes"]) == len(set(made["nodes"])) <= MOST_NODES


def test_a_great_change_has_a_picture_of_fifteen(drawing: Page):
    found = difference(graph({}), titled(tuple(f"{name} {number}" for number in range(4) for name in HOSTILE)))
    result = picture(found, Words(found))
    made = drawn(drawing, result.source, html=True)
    assert len(made["nodes"]) == MOST_NODES
    assert result.left_out > 0


def test_what_goes_is_dotted_and_what_comes_is_thick(drawing: Page):
    old = graph({"a.md": "---\ntitle: A\nuses: [b]\n---\n", "b.md": "# B\n", "c.md": "# C\n"})
    new = graph({"a.md": "---\ntitle: A\nuses: [c]\n---\n", "b.md": "# B\n", "c.md": "# C\n"})
    found = difference(old, new)
    source = picture(found, Words(found)).source
    assert source == 'graph LR\n  n1["A"] ==>|"uses"| n2["C"]\n  n1 -.->|"uses"| n3["B"]'
    assert set(drawn(drawing, source, html=True)["nodes"]) == {"A", "B", "C"}
