"""The graph as one JSON-LD document: each thing once, in the words of SKOS and of schema.org side by side.

The statements are those of the SKOS export and the nodes are those of the pages, joined by `@id`. The context stands in
the document, so that nobody has to fetch one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.json_ld.entry import main_node
from lexigraph.export.json_ld.pages import set_node
from lexigraph.export.json_ld.question import question_node
from lexigraph.export.json_ld.schema_org import Node, PageFacts, nodes
from lexigraph.export.rdf.identity import Identity
from lexigraph.export.rdf.names import NAMESPACES, RDF, SCHEMA, SKOS, XSD
from lexigraph.export.rdf.terms import Description, Iri, Literal, Term
from lexigraph.export.skos.scheme import descriptions

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = (
    "bodies, links in them, mentions, the text of the home page", "notes and citations of relations", "ids of sources",
    "origin and disagreement as data (kept as notes)", "why a question is open, what would settle it",
    "dates of states, who answered a question, what help is wanted, where it is discussed, ids of positions",
    "reasoning for positions, and what evidence shows", "names and mappings that clash with stronger ones",
    "mappings of what is no concept", "relations of an entry with itself", "which names are not to be linked",
    "wanted names", "redirects", "dates of the next review", "kinds and tags of the scheme that no entry has", "places",
)  # fmt: skip
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = False
SUFFIX = ".jsonld"

_IN_LANGUAGES = (
    "prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote", "note", "historyNote", "changeNote",
)  # fmt: skip
_LINKS = (
    "broader", "narrower", "related", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch",
    "hasTopConcept", "topConceptOf", "inScheme", "member",
)  # fmt: skip
_OTHER_LINKS = (
    "iso-thes:broaderPartitive", "iso-thes:narrowerPartitive", "iso-thes:broaderInstantial",
    "iso-thes:narrowerInstantial", "iso-thes:broaderGeneric", "iso-thes:narrowerGeneric", "dct:type", "dct:source",
    "dct:isReplacedBy", "dct:replaces", "dct:requires", "dct:isPartOf", "dct:relation", "dct:license", "adms:status",
    "rdfs:subPropertyOf", "owl:inverseOf", "rdfs:isDefinedBy", "url",
)  # fmt: skip
_TYPED = MappingProxyType(
    {"dct:created": "xsd:date", "dct:modified": "xsd:date", "dct:issued": "xsd:gYear", "lastReviewed": "xsd:date"}
)
_CONTEXT: Mapping[str, Any] = MappingProxyType(
    {
        "@vocab": SCHEMA,
        **NAMESPACES,
        "notation": "skos:notation",
        **{name: {"@id": f"skos:{name}", "@container": "@language"} for name in _IN_LANGUAGES},
        **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in _LINKS},
        **{name: {"@type": "@id"} for name in _OTHER_LINKS},
        **{name: {"@type": type} for name, type in _TYPED.items()},
    }
)
"""What the keys mean; those that are not here are schema.org's."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def artifacts(export: Export) -> Iterator[Artifact]:
    """One document, a line for each thing."""
    identity = Identity.of(export)
    words = _Words(identity)
    rows = ",\n".join(map(_json, words.merged(descriptions(identity), _pages(identity))))
    yield Artifact("concepts.jsonld", f'{{\n"@context": {_json(words.context)},\n"@graph": [\n{rows}\n]\n}}\n'.encode())


def _pages(identity: Identity) -> Iterator[Node]:
    """The main nodes of the pages, in the order of the entries; then those of questions that have no entry."""
    export, site = identity.export, identity.export.site
    home = _page(site.singles.get("home", "./"))
    found = [
        set_node(export, home),
        *(main_node(export, _page(site.entries[id]), node) for id, node in export.graph.entries.items()),
        *(question_node(export, home, each) for each in export.graph.questions.values() if not each.entry),
    ]
    for node in nodes(found):
        yield node if identity.is_placed else _without_addresses(node)


def _page(address: str) -> PageFacts:
    """A page of which nothing but the address is asked."""
    return PageFacts(kind="", title="", description="", subject="", address=address)


def _without_addresses(node: Node) -> Node:
    """The node, and those in it, without addresses of pages that nobody knows."""
    return {key: _cleaned(value) for key, value in node.items() if key != "url"}


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return value if value.get("@type") == "CreativeWork" else _without_addresses(value)
    return [_cleaned(each) for each in value] if isinstance(value, list) else value


class _Words:
    """Terms as keys and values of JSON."""

    def __init__(self, identity: Identity) -> None:
        own = {name: namespace for name, namespace in identity.prefixes.items() if name}
        relations = {}
        for key in identity.export.graph.vocabulary.directions:
            if identity.own("relation", key) == f"{own['relation']}{key}":
                relations[f"relation:{key}"] = {"@type": "@id"}
        self.context = {**_CONTEXT, **own, **relations}
        self.prefixes = {namespace: prefix for prefix, namespace in {**NAMESPACES, **own}.items()}

    def merged(self, said: Iterable[Description], pages: Iterable[Node]) -> Iterator[Node]:
        """A node for each thing; where both speak of it in words of schema.org, the page's are taken."""
        pages_by_id = {node["@id"]: node for node in pages if "@id" in node}
        for subject, statements in said:
            page = pages_by_id.pop(subject, {})
            types = [self.key(term.value) for property, terms in statements if property == f"{RDF}type"
                     for term in terms if isinstance(term, Iri)]  # fmt: skip
            types += [page["@type"]] if page and page["@type"] not in types else []
            node: Node = {"@id": subject}
            if types:
                node["@type"] = types if len(types) > 1 else types[0]
            for property, terms in statements:
                key = self.key(property)
                if property != f"{RDF}type" and key not in page:
                    node[key] = self.value(key, terms)
            yield node | {key: value for key, value in page.items() if not key.startswith("@")}
        yield from pages_by_id.values()

    def key(self, name: str) -> str:
        """The IRI of a property or class as the context abbreviates it."""
        at = max(name.rfind("/"), name.rfind("#")) + 1
        namespace, local = name[:at], name[at:]
        if namespace == SCHEMA or (namespace == SKOS and local in self.context):
            return local
        prefix = self.prefixes.get(namespace)
        return f"{prefix}:{local}" if prefix else name

    def value(self, key: str, terms: tuple[Term, ...]) -> Any:
        """The values of a property, as the context says that they are to be read."""
        settings = self.context.get(key)
        kind = settings if isinstance(settings, dict) else {}
        if kind.get("@container") == "@language":
            by_language: dict[str, list[str]] = {}
            for term in terms:
                if isinstance(term, Literal):
                    by_language.setdefault(term.language, []).append(term.text)
            return {language: _one(texts) for language, texts in by_language.items()}
        return _one([self._term(kind.get("@type", ""), term) for term in terms])

    def _term(self, type: str, term: Term) -> Any:
        if isinstance(term, Iri):
            return term.value if type == "@id" else {"@id": term.value}
        if term.datatype == f"{XSD}boolean":
            return term.text == "true"
        if type and term.datatype and self.key(term.datatype) == type:
            return term.text
        if term.language or term.datatype or type:
            more = {"@language": term.language} if term.language else {}
            return {"@value": term.text, **more, **({"@type": term.datatype} if term.datatype else {})}
        return term.text


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
