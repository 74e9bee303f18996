"""Nodes of linked data (schema.org) as JSON-LD: how they are made and written.

What a node says stands in `pages`, `entry`, `question`. A node without a property that its readers
require is not written at all: an invalid one is worse than none.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from lexigraph.export.artifact import Export, relative

__all__ = ["REQUIRED", "Node", "PageFacts", "node", "nodes", "script"]

Node = dict[str, Any]

REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Answer": ("text",),
        "BreadcrumbList": ("itemListElement",),
        "CollectionPage": ("name", "url"),
        "CreativeWork": ("name",),
        "DefinedTerm": ("name", "inDefinedTermSet"),
        "DefinedTermSet": ("name",),
        "EntryPoint": ("urlTemplate",),
        "FAQPage": ("mainEntity",),
        "ItemList": ("itemListElement",),
        "LearningResource": ("name", "description"),
        "ListItem": ("position", "name", "item"),
        "Person": ("name",),
        "Question": ("name",),
        "SearchAction": ("target", "query-input"),
        "TechArticle": ("headline",),
        "WebPage": ("name", "url"),
        "WebSite": ("name", "url"),
    }
)
"""Type → the properties without which there is no such node. Source: schema.org, and Google's documentation of
structured data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page as linked data speaks of it."""

    kind: str
    """Its page kind."""
    title: str
    description: str
    subject: str
    """Id of its entry, name of its topic; empty for a single page."""
    address: str
    """From the site's root, percent-encoded."""
    crumbs: tuple[tuple[str, str], ...] = ()
    """Title and address of the pages above it that it shows, outermost first."""
    changed: str = ""
    """Day of its last change, ISO 8601, when the page shows it."""
    faq: tuple[tuple[str, str], ...] = ()
    """Question and answer."""

    def href(self, export: Export, address: str) -> str:
        """The whole address, where the site's own is known; else the way from this page."""
        return export.site.absolute(address) if export.site.url else relative(self.address, address)


def node(type: str, **properties: Any) -> Node | None:
    """The node with the properties that say something; None when a required one does not.

    A name that is no Python name is written with `_` for `@` and `-`: `_id`, `query_input`.
    """
    made: Node = {"@type": type}
    for name, value in properties.items():
        if value is not None and value != "" and value != []:
            made[_NAMES.get(name, name)] = value
    return made if all(name in made for name in REQUIRED[type]) else None


_NAMES = {"_id": "@id", "query_input": "query-input"}


def nodes(found: Iterable[Node | None]) -> list[Node]:
    """Those of the nodes that there are."""
    return [item for item in found if item is not None]


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script(graph: Iterable[Node]) -> str:
    """The nodes as an element for the `<head>`; nothing in them can end it."""
    found = list(graph)
    if not found:
        return ""
    data = _encoded({"@context": "https://schema.org", "@graph": found})
    data = data.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{data}</script>\n'
