"""The names that are reserved are those of the pages that a site makes."""

from pathlib import Path

from lexigraph.check.rules.reserved_id import GENERATED
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, site_of

CONTENT = Path(__file__).parents[2] / "content"


def test_every_page_at_the_top_of_a_site_has_a_reserved_name() -> None:
    graph = load_graph(CONTENT)
    pages = site_of(graph, Addresses()).pages.values()
    top = {page.path.removesuffix(".md") for page in pages if "/" not in page.path and not page.subject}
    assert top - {"index"} <= GENERATED
