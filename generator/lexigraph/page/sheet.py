"""One page while it is rendered: where it stands, what it speaks of, and which fragments are taken."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import EntryNode, Graph, Mention, RelationView, Resolved
from lexigraph.model import ParsedEntry
from lexigraph.page.anchors import Anchors
from lexigraph.page.citations import Citations
from lexigraph.page.page import Page, Site
from lexigraph.parse.inline import inline_html

__all__ = ["Card", "Sheet", "inline"]


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


def inline(text: str) -> Markup:
    """Inline Markdown of a field as HTML."""
    return Markup(inline_html(text))  # noqa: S704 - the parser returns clean HTML


class Sheet:
    """What rendering one page works on."""

    def __init__(self, page: Page, site: Site, document: ParsedEntry | None = None, id: str = "") -> None:
        self.page = page
        self.site = site
        self.graph: Graph = site.graph
        self.document = document
        """The file whose text it shows; None for a page that is derived alone."""
        self.id = id
        """Id of its entry; empty for a page about none."""
        self.anchors = Anchors(document)
        self._cards: dict[str, Card] = {}

    @cached_property
    def citations(self) -> Citations:
        """The sources of the document and where they are cited on the page."""
        return Citations(self.document.fields.sources if self.document else (), self.anchors)

    @property
    def entry(self) -> EntryNode:
        """The entry the page is about."""
        return self.graph.entries[self.id]

    @cached_property
    def resolved(self) -> tuple[Resolved | None, ...]:
        """Where each reference of the document leads."""
        return self.graph.resolved.get(self.document.path, ()) if self.document else ()

    @cached_property
    def views(self) -> Mapping[str, tuple[RelationView, ...]]:
        """The relations of the entry by key of their direction, in order of the vocabulary."""
        found: dict[str, list[RelationView]] = {}
        for view in self.graph.relations_at.get(self.id, ()):
            found.setdefault(view.direction.key, []).append(view)
        return {key: tuple(views) for key, views in found.items()}

    def others(self, key: str) -> tuple[str, ...]:
        """Ids of the entries at the other end of the relations in that direction."""
        return tuple(view.other for view in self.views.get(key, ()))

    @cached_property
    def mentions(self) -> Mapping[str, Mapping[int, tuple[Mention, ...]]]:
        """Area → number of the text in it → the mentions there, by place."""
        found: dict[str, dict[int, list[Mention]]] = {}
        for mention in self.graph.mentions_in.get(self.id, ()):
            found.setdefault(mention.area, {}).setdefault(mention.text, []).append(mention)
        return {
            area: {number: tuple(sorted(items, key=lambda item: item.start)) for number, items in texts.items()}
            for area, texts in found.items()
        }

    def card(self, id: str) -> Card:
        """The entry as this page shows it."""
        if (known := self._cards.get(id)) is not None:
            return known
        node = self.graph.entries[id]
        card = Card(
            id, node.title, self.href(node.path), node.kind, self.kind_label(node.kind), node.definition,
            node.parsed.fields.status,
        )  # fmt: skip
        self._cards[id] = card
        return card

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """The entries as this page shows them, in the same order."""
        return tuple(self.card(id) for id in ids)

    def kind_label(self, kind: str) -> str:
        """The kind in words; a kind that the vocabulary does not know, as written."""
        known = self.graph.vocabulary.kind(kind)
        return known.label if known else kind

    def href(self, path: str, fragment: str = "") -> str:
        """The link to the page of that path."""
        return self.site.addresses.href(self.page.path, path, fragment)

    def special(self, kind: str, fragment: str = "") -> str:
        """The link to the single page of that kind; empty when the site has none."""
        path = self.site.special.get(kind, "")
        return self.href(path, fragment) if path else ""

    def topic(self, folder: str) -> str:
        """The link to the topic's page; empty when the site has none."""
        path = self.site.paths.get(("topic", folder), "")
        return self.href(path) if path else ""
