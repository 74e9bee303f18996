"""Every page as linked data: which nodes each kind of page has, and the trail of pages above it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lexigraph.export.artifact import Export
from lexigraph.export.json_ld.entry import entry_nodes, page_node, set_id
from lexigraph.export.json_ld.question import short_question_node
from lexigraph.export.json_ld.schema_org import Node, PageFacts, node, nodes, script

__all__ = ["json_ld", "page_nodes", "set_node"]

_MOST_LISTED = 1_000
"""Members of a list that linked data repeats; a longer list is left to `concepts.json`."""


def json_ld(export: Export, page: PageFacts) -> str:
    """The page's nodes as an element for its `<head>`."""
    return script(page_nodes(export, page))


def page_nodes(export: Export, page: PageFacts) -> list[Node]:
    """The nodes of the page, in a fixed order; the trail stands last."""
    if page.subject in export.graph.entries and page.kind in ("entry", "comparison", "question"):
        found = entry_nodes(export, page)
    else:
        found = _KINDS.get(page.kind, _any)(export, page)
    return [*nodes(found), *nodes((_breadcrumbs(export, page),))]


def _breadcrumbs(export: Export, page: PageFacts) -> Node | None:
    """Home, the pages above that the page shows, the page itself."""
    home = export.site.singles.get("home", "./")
    trail = [(export.site.title, home), *page.crumbs, (page.title, page.address)]
    rows = dict.fromkeys((address, name) for name, address in (trail if page.address != home else trail[:1]))
    items = [
        node("ListItem", position=position, name=name, item=page.href(export, address))
        for position, (address, name) in enumerate(rows, start=1)
    ]
    return node("BreadcrumbList", itemListElement=nodes(items))


def _any(export: Export, page: PageFacts) -> Iterator[Node | None]:
    yield page_node(export, page)


def _collection(export: Export, page: PageFacts) -> Iterator[Node | None]:
    yield page_node(export, page, type="CollectionPage")


def _home(export: Export, page: PageFacts) -> Iterator[Node | None]:
    """The site with its search, which needs an address, and the set of its terms."""
    url = export.site.url
    search = node(
        "SearchAction", target=node("EntryPoint", urlTemplate=f"{url}?q={{search_term_string}}" if url else ""),
        query_input="required name=search_term_string",
    )  # fmt: skip
    if url:
        yield node(
            "WebSite", _id=f"{url}#site", url=url, name=page.title, description=page.description,
            inLanguage=export.graph.scheme.language, potentialAction=search,
        )  # fmt: skip
    yield set_node(export, page)


def set_node(export: Export, page: PageFacts, terms: list[Node] | None = None) -> Node | None:
    """The set of the site's terms."""
    scheme = export.graph.scheme
    return node(
        "DefinedTermSet", _id=set_id(export, page), name=export.site.title, description=scheme.description,
        url=page.href(export, page.address), inLanguage=scheme.language, hasDefinedTerm=terms,
    )  # fmt: skip


def _a_to_z(export: Export, page: PageFacts) -> Iterator[Node | None]:
    """The set with its terms."""
    entries = export.graph.entries
    kinds = {kind.key for kind in export.graph.vocabulary.kinds if not kind.is_concept}
    known = [entry for entry in entries.values() if entry.kind not in kinds]
    terms = [
        {
            "@type": "DefinedTerm", "@id": export.iri(entry) or page.href(export, export.site.entries[entry.id]),
            "name": entry.title, "inDefinedTermSet": {"@id": set_id(export, page)},
        }
        for entry in known
    ]  # fmt: skip
    yield set_node(export, page, terms if len(entries) <= _MOST_LISTED else None)


def _questions(export: Export, page: PageFacts) -> Iterator[Node | None]:
    """The page with the questions that it lists."""
    made = page_node(export, page, type="CollectionPage")
    questions = export.graph.questions
    if made is not None and len(questions) <= _MOST_LISTED:
        made["hasPart"] = nodes(short_question_node(export, page, question) for question in questions.values())
    yield made


def _order(export: Export, page: PageFacts) -> Iterator[Node | None]:
    """The lessons in order."""
    yield page_node(export, page)
    items = [
        node(
            "ListItem", position=position, name=export.graph.entries[id].title,
            item=page.href(export, export.site.entries[id]),
        )
        for position, id in enumerate(export.site.lessons, start=1)
    ]  # fmt: skip
    yield node("ItemList", name=page.title, itemListElement=nodes(items))


def _contrast(export: Export, page: PageFacts) -> Iterator[Node | None]:
    """Two entries side by side: a page about both."""
    yield node(
        "TechArticle", headline=page.title, description=page.description, url=page.href(export, page.address),
        inLanguage=export.graph.scheme.language,
    )  # fmt: skip


_KINDS: Mapping[str, Callable[[Export, PageFacts], Iterator[Node | None]]] = MappingProxyType(
    {
        "home": _home,
        "topic": _collection,
        "tag": _collection,
        "tags": _collection,
        "a-z": _a_to_z,
        "disambiguation": _collection,
        "contrast": _contrast,
        "order": _order,
        "reading-order": _order,
        "questions": _questions,
        "wanted": _collection,
        "recent": _collection,
        "backlinks": _collection,
    }
)
"""Kind of a page → its nodes; any other is a plain page."""
