"""Scripts that only some pages need."""

from lexigraph.page.scripts import scripts_for
from lexigraph.parse.code import code_block


def test_a_page_without_anything_special_needs_none():
    assert scripts_for("<p>Text.</p>") == ()


def test_a_diagram_a_filter_and_a_table_bring_their_scripts():
    html = code_block("flowchart LR", "mermaid") + "<form data-lx-filter><table data-lx-sort>"
    assert scripts_for(html) == ("assets/js/filters.js", "assets/js/tables.js", "assets/js/diagrams.js")
