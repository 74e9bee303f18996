"""One page while it is rendered: where it stands, what it speaks of, and which fragments are taken."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from markupsafe import Markup

from lexigraph.graph import EntryNode, Graph, Mention, RelationView, Resolved
from lexigraph.model import ParsedEntry
from lexigraph.page.anchors import anchors_of
from lexigraph.page.citations import Citations
from lexigraph.page.markup import element, escaped, inline, quoted
from lexigraph.page.page import Page, Site
from lexigraph.page.stencils import DEFINING, Card

__all__ = ["Card", "Sheet", "inline"]


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
        self.anchors = anchors_of(document)
        self.defined: set[str] = set()
        """Ids of the entries of which the page says what they are, so far."""
        self.ambiguous: dict[str, tuple[str, ...]] = {}
        """Names of several entries that the page links to, so far → ids of the entries."""
        self.wants = False
        """Whether the page links to a name that no entry has, so far."""
        self._hrefs: dict[str, str] = {}
        self._own_anchors: dict[str, str] = {}
        self._stencils = site.stencils
        self._ways_up = site.addresses.ways_up(page.path)

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
    def mentions(self) -> Mapping[str, Mapping[int, Sequence[Mention]]]:
        """Area → number of the text in it → the mentions there, by place."""
        found: dict[str, dict[int, list[Mention]]] = {}
        for mention in self.graph.mentions_in.get(self.id, ()):
            found.setdefault(mention.area, {}).setdefault(mention.text, []).append(mention)
        return found

    def href_of(self, id: str) -> str:
        """The link to the entry's page."""
        href = self._hrefs.get(id)
        if href is not None:
            return href
        url = self.site.urls[id]
        for folder, way in self._ways_up:
            if url.startswith(folder):
                href = way + url[len(folder) :] or "./"
                break
        self._hrefs[id] = href = href or "./"
        return href

    def card(self, id: str) -> Card:
        """The entry as this page shows it."""
        return self.site.stencils.card(id, self.href_of(id))

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """The entries as this page shows them, in the same order."""
        return tuple(self.card(id) for id in ids)

    def stencil(self, name: str, id: str) -> Markup:
        """What lists say of the entry, in the form of that name, with the link from this page."""
        if name in DEFINING:
            self.defined.add(id)
        before, after = self._stencils.halves(name, id)
        return element(f"{before}{self.href_of(id)}{after}" if after else before)

    def stencils(self, name: str, ids: Iterable[str]) -> list[Markup]:
        """The same of several entries, in the same order."""
        return [self.stencil(name, id) for id in ids]

    def link(self, id: str) -> Markup:
        """The entry's title as a link."""
        return self.stencil("link", id)

    def links(self, ids: Iterable[str]) -> list[Markup]:
        """The titles of the entries as links, in the same order."""
        return [self.stencil("link", id) for id in ids]

    def href(self, path: str, fragment: str = "") -> str:
        """The link to the page of that path."""
        return self.site.addresses.href(self.page.path, path, fragment)

    def own_anchor(self, name: str) -> str:
        """The fragment of the page's one part of that name, the same whenever it is asked for."""
        if name not in self._own_anchors:
            self._own_anchors[name] = self.anchors.claim(name)
        return self._own_anchors[name]

    def special(self, kind: str, fragment: str = "") -> str:
        """The link to the single page of that kind; empty when the site has none."""
        path = self.site.special.get(kind, "")
        return self.href(path, fragment) if path else ""

    def of_kind(self, kind: str, subject: str) -> str:
        """The link to the page of that kind about the subject; empty when the site has none."""
        path = self.site.paths.get((kind, subject), "")
        return self.href(path) if path else ""

    @property
    def markdown_href(self) -> str:
        """The link to the Markdown of the page, which is published under the path of its file."""
        addresses, path = self.site.addresses, self.page.path
        return addresses.file_href(path, addresses.place(path))

    def topic(self, folder: str) -> str:
        """The link to the topic's page; empty when the site has none."""
        return self.of_kind("topic", folder)

    def tags(self, names: Iterable[str]) -> list[Markup]:
        """The tags as links to their pages."""
        return [
            element(f'<a class="lx-tag" href="{quoted(self.of_kind("tags", name))}">{escaped(name)}</a>')
            for name in names
        ]
