"""What lists say of an entry, which is the same on every page but for the link to it.

Each is rendered once from its template, with a stand-in where the link goes, and filled in per page.
"""

from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import Graph
from lexigraph.page.listings import Listings
from lexigraph.page.markup import element
from lexigraph.page.template import fill

__all__ = ["STENCILS", "Card", "Stencils"]

STENCILS = ("card", "definition", "from", "link", "member", "row", "term")
"""Names of the templates `entry_<name>.html`. In each the link, if any, comes before everything else."""

_LINK = "\ue000"
"""Stands where the link to the entry goes."""


class Card(NamedTuple):
    """An entry as other pages show it."""

    id: str
    title: str
    href: str
    kind: str
    """Key, for styles."""
    label: str
    """The kind in words."""
    definition: str
    """Plain; may be empty."""
    status: str
    """draft, stable, deprecated, or empty."""


class Stencils:
    """The stencils of one site; each is made when it is first asked for."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings
        self._graph: Graph = listings.graph
        self._made: dict[tuple[str, str], tuple[str, str]] = {}
        self._labels = {kind.key: kind.label for kind in self._graph.vocabulary.kinds}

    def filled(self, name: str, id: str, href: str) -> Markup:
        """The stencil of that name for the entry, with the link to it, percent-encoded."""
        before, after = self._made.get((name, id)) or self._make(name, id)
        return element(f"{before}{href}{after}" if after else before)

    def card(self, id: str, href: str) -> Card:
        """The entry as a page at which it is linked by `href` shows it."""
        node = self._graph.entries[id]
        return Card(
            id, node.title, href, node.kind, self.label(node.kind), node.definition, node.parsed.fields.status
        )  # fmt: skip

    def label(self, kind: str) -> str:
        """The kind in words; a kind that the vocabulary does not know, as written."""
        return self._labels.get(kind, kind)

    def _make(self, name: str, id: str) -> tuple[str, str]:
        node = self._graph.entries[id]
        html = fill(
            f"entry_{name}.html", card=self.card(id, _LINK), names=node.also_called,
            questions=self._listings.open_questions(id),
        )  # fmt: skip
        before, link, after = str(html).partition(f'href="{_LINK}"')  # no text has that quotation mark unescaped
        made = (f'{before}href="', f'"{after}') if link else (before, "")
        self._made[name, id] = made
        return made
