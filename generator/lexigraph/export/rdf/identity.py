"""What things are called in linked data: the IRIs of the scheme, its entries, questions, topics, kinds and relations.

An entry is the scheme's `base_iri` and its id; without a base it is the address of its page; without an address
either it is a placeholder under `urn:lexigraph:`, which is the same for the same title of the scheme. So that no two
things share a name, what is no entry has its own below `#` of the scheme.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import quote

from lexigraph.export.artifact import Export
from lexigraph.export.rdf.terms import iri
from lexigraph.graph import EntryNode, Question
from lexigraph.names import slug

__all__ = ["PLACEHOLDER", "Identity"]

PLACEHOLDER = "urn:lexigraph:"
"""Begins the IRIs of a scheme that has neither a base nor an address."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The IRIs of one export. (Without slots: what is derived once is kept.)"""

    export: Export
    """With a base for its addresses: of the site, else of the scheme, else a placeholder."""
    is_placed: bool
    """Whether the addresses of pages are known."""

    @classmethod
    def of(cls, export: Export) -> "Identity":
        """The identities of the things that an export is about."""
        if export.site.url:
            return cls(export=export, is_placed=True)
        graph = export.graph
        words = slug(graph.scheme.title or export.site.title)
        base = graph.scheme.base_iri or f"{PLACEHOLDER}{quote(words) or 'concepts'}/"
        scheme = replace(graph.scheme, base_iri=base)
        placed = replace(export, graph=replace(graph, scheme=scheme), site=replace(export.site, url=base))
        return cls(export=placed, is_placed=False)

    @property
    def is_placeholder(self) -> bool:
        """Whether the scheme has neither a base nor an address."""
        return self.scheme.startswith(PLACEHOLDER)

    @cached_property
    def scheme(self) -> str:
        """Of the scheme as a whole: what the pages call the set of terms."""
        site = self.export.site
        base = self.export.graph.scheme.base_iri
        return iri(base) or iri(site.absolute(site.singles.get("home", "./")))

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix → namespace, of what the scheme names itself."""
        base = iri(self.export.graph.scheme.base_iri)
        names = {name: f"{self.scheme}#{name}/" for name in ("relation", "kind", "topic")}
        return {"": base, **names} if base else names

    def entry(self, node: EntryNode) -> str:
        """Of an entry."""
        return iri(self.export.iri(node)) or self.page(node)

    def page(self, node: EntryNode) -> str:
        """The address of the entry's page."""
        return iri(self.export.site.absolute(self.export.site.entries[node.id]))

    def question(self, question: Question) -> str:
        """Of a question: of its entry, or the place of its bullet."""
        if question.entry:
            return self.entry(self.export.graph.entries[question.entry])
        return iri(self.export.site.absolute(self.export.site.questions[question.id]))

    def own(self, what: str, name: str) -> str:
        """Of something that the scheme names itself: `relation`, `kind`, `topic`."""
        return f"{self.scheme}#{what}/{quote(name, safe='')}"
