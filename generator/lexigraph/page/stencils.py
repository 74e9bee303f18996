"""What lists say of an entry, which is the same on every page but for the link to it.

Each is rendered once from its template, with a stand-in where the link goes, and filled in per page.
"""

from typing import NamedTuple

from lexigraph.graph import Graph
from lexigraph.page.listings import Listings
from lexigraph.page.markup import inline
from lexigraph.page.template import fill

__all__ = ["DEFINING", "STENCILS", "Card", "Stencils"]

STENCILS = ("card", "definition", "from", "link", "meaning", "member", "row", "side", "term")
"""Names of the templates `entry_<name>.html`. In each there is at most one link."""

DEFINING = frozenset({"card", "definition", "meaning", "member", "side", "term"})
"""Those that say what the entry is, so that a preview card can be read there."""

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
    """Plain, of a disambiguation what it may mean; may be empty."""
    status: str
    """draft, stable, deprecated, or empty."""


class Stencils:
    """The stencils of one site; each is made when it is first asked for."""

    def __init__(self, listings: Listings) -> None:
        self._listings = listings
        self._graph: Graph = listings.graph
        self._made: dict[str, dict[str, tuple[str, str]]] = {name: {} for name in STENCILS}
        self._labels = {kind.key: kind.label for kind in self._graph.vocabulary.kinds}

    def halves(self, name: str, id: str) -> tuple[str, str]:
        """The stencil of that name for the entry: what stands before and after the link to it.

        The second is empty, and the first is all, when there is no link in it.
        """
        return self._made[name].get(id) or self._make(name, id)

    def card(self, id: str, href: str) -> Card:
        """The entry as a page at which it is linked by `href` shows it."""
        node = self._graph.entries[id]
        said = node.definition if node.kind != "disambiguation" else self._listings.may_mean(id) or node.definition
        return Card(id, node.title, href, node.kind, self.label(node.kind), said, node.parsed.fields.status)

    def label(self, kind: str) -> str:
        """The kind in words; a kind that the vocabulary does not know, as written."""
        return self._labels.get(kind, kind)

    def _make(self, name: str, id: str) -> tuple[str, str]:
        node = self._graph.entries[id]
        note = node.parsed.fields.scope_note if name == "meaning" else ""
        html = fill(
            f"entry_{name}.html", card=self.card(id, _LINK), names=node.also_called,
            questions=self._listings.open_questions(id), scope=inline(note) if note else "",
        )  # fmt: skip
        before, link, after = str(html).partition(f'href="{_LINK}"')  # no text has that quotation mark unescaped
        made = (f'{before}href="', f'"{after}') if link else (before, "")
        self._made[name][id] = made
        return made
