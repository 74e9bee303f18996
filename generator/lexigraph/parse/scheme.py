"""`scheme.yml`: what holds for the whole knowledge base.

Read like front matter and by the same rules. What is broken in it falls back to its default alone.
"""

import re
from collections.abc import Mapping as MappingType
from functools import lru_cache
from typing import Annotated, Any, Required, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict  # pydantic refuses the one of typing before Python 3.12

from lexigraph.model import Diagnostic, FrozenMapping, LineTable, Scheme, SourceFile, Span
from lexigraph.parse.decoding import decode
from lexigraph.parse.empty_items import without_empty_items
from lexigraph.parse.fields import Owner
from lexigraph.parse.findings import WRONG_TYPE
from lexigraph.parse.hidden_characters import report_hidden_characters
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.suppressions import yaml_suppressions
from lexigraph.parse.text_types import Flag, FromText, Language, OneOf, Url
from lexigraph.parse.validation import validated
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar, keys_of, paths
from lexigraph.parse.yaml_recovery import read_mapping
from lexigraph.vocabulary import ATTRIBUTES, BUILT_IN, Kind, RelationType

__all__ = ["SchemeFile", "parse_scheme", "scheme_adapter"]

_CLOSED = ConfigDict(extra="forbid", use_attribute_docstrings=True)
_KEY = re.compile(r"[^\W\d_][\w-]*")
_HIERARCHICAL = frozenset(
    ("skos:broader", "iso-thes:broaderGeneric", "iso-thes:broaderPartitive", "iso-thes:broaderInstantial")
)


def _read_key(text: str) -> str | None:
    return text if _KEY.fullmatch(text) and text == text.lower() else None


Key: TypeAlias = Annotated[
    str,
    FromText(
        read=_read_key,
        expected="a word in lower case, with '_' or '-' between its parts",
        schema={"type": "string", "pattern": "^[^\\sA-Z0-9_:/#-][^\\sA-Z:/#]*$"},
    ),
]
Ids: TypeAlias = Annotated[str, OneOf("ids", ("stem", "path"))]


class KindItem(TypedDict, total=False):
    """A kind of the scheme's own."""

    __pydantic_config__ = _CLOSED  # type: ignore[misc] # pydantic's documented way for typed dicts

    key: Required[Key]
    """Singular, lower case, as written in front matter."""
    plural: str
    """Heading of a list of them; by default the key with an s."""


class RelationTypeItem(TypedDict, total=False):
    """A relation of the scheme's own."""

    __pydantic_config__ = _CLOSED  # type: ignore[misc] # as above

    key: Required[Key]
    """As written in front matter."""
    words: str
    """Verb phrase from source to target; by default the key with spaces."""
    heading: str
    """Group heading on the source's page; by default the words with a capital."""
    inverse: Key
    """Key of the other direction; needed unless the relation is symmetric."""
    inverse_words: str
    """Verb phrase from target to source; by default the inverse key with spaces."""
    inverse_heading: str
    """Group heading on the target's page; by default those words with a capital."""
    symmetric: Flag
    """True when both directions say the same."""
    transitive: Flag
    """True when it passes on along a chain."""
    acyclic: Flag
    """True when a circle is an error."""
    from_kinds: Annotated[tuple[Key, ...], Field(alias="from")]
    """Kinds the source may have; absent: any."""
    to_kinds: Annotated[tuple[Key, ...], Field(alias="to")]
    """Kinds the target may have; absent: any."""
    skos: str
    """The property it is, or refines, on export; by default `skos:related`."""


class SchemeFile(TypedDict, total=False):
    """What `scheme.yml` may say; all of it is optional."""

    __pydantic_config__ = _CLOSED  # type: ignore[misc] # as above

    title: str
    """Name of the knowledge base."""
    description: str
    """What it is about, in a sentence or two."""
    license: str
    """Licence of the content: an SPDX identifier or an address."""
    base_iri: Url
    """Prefix of the entries' IRIs."""
    language: Language
    """BCP 47 tag of the content."""
    tags: tuple[str, ...]
    """The closed list of tags; absent: any tag."""
    ids: Ids
    """What an entry's id is made from: its file name, or its path."""
    kinds: tuple[KindItem, ...]
    """Kinds beside the built-in ones: keys, or keys with their plurals."""
    relations: tuple[RelationTypeItem, ...]
    """Relations beside the built-in ones."""
    fields: dict[str, tuple[str, ...]]
    """Our name of a field → the name or names that the files use for it."""
    check: dict[str, Any]
    """Which rules run, and how severe they are."""


def _keys(typed: Any) -> tuple[str, ...]:
    return tuple(name.removesuffix("_kinds") for name in typed.__annotations__)


_OWNERS: MappingType[tuple[str, ...], Owner] = {
    (): Owner("a scheme", _keys(SchemeFile)),
    ("kinds",): Owner("a kind", _keys(KindItem)),
    ("relations",): Owner("a relation", _keys(RelationTypeItem)),
}


@lru_cache(maxsize=1)
def scheme_adapter() -> TypeAdapter[Any]:
    """Validates `scheme.yml`."""
    return TypeAdapter(SchemeFile)


def parse_scheme(source: SourceFile | None) -> tuple[Scheme, tuple[Diagnostic, ...]]:
    """The scheme that the file declares, and what is wrong with it; defaults without a file."""
    if source is None:
        return Scheme(), ()
    text, diagnostics = decode(source)
    reporter = Reporter(source.path, text, LineTable(text))
    report_hidden_characters(reporter, 0, len(text))
    written = read_mapping(0, len(text), reporter, what="the scheme")
    shaped = written._replace(pairs=tuple(_shaped(pair) for pair in written.pairs))
    values, tree = validated(without_empty_items(shaped, reporter), scheme_adapter(), _OWNERS, reporter)
    relations = tuple(
        _relation_type(item, node, reporter)
        for item, node in zip(values.get("relations", ()), _relation_nodes(tree), strict=True)
    )
    readable = tuple(relation for relation in relations if not {relation.key, relation.inverse} & ATTRIBUTES)
    kinds = tuple(
        Kind(key=item["key"], plural=item.get("plural") or f"{_capital(_spaced(item['key']))}s")
        for item in values.get("kinds", ())
    )
    base_iri = values.get("base_iri", "")
    plain = ("title", "description", "license", "language", "tags", "ids")
    scheme = Scheme(
        **{key: values[key] for key in plain if key in values},
        base_iri=f"{base_iri.rstrip('/')}/" if base_iri else "",
        fields=FrozenMapping({
            theirs.lower(): ours.lower() for ours, names in values.get("fields", {}).items() for theirs in names
        }),
        vocabulary=BUILT_IN.extended(kinds, readable) if kinds or readable else BUILT_IN,
        check=_frozen(values.get("check", {})), is_declared=True,
        declared_kinds=kinds, declared_relations=relations,
        declared_fields=FrozenMapping({ours: tuple(names) for ours, names in values.get("fields", {}).items()}),
        places=FrozenMapping(_places(tree, reporter)),
        suppressions=yaml_suppressions(reporter, written, len(text)),
    )  # fmt: skip
    return scheme, (*diagnostics, *reporter.diagnostics)


def _places(tree: Mapping, reporter: Reporter) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for path, node, key in paths(tree):
        name = "/".join(map(str, path))
        if name:
            found[name] = reporter.lines.span(node.start, node.end)
        if key is not None and isinstance(path[-1], str):
            found[f"key:{name}"] = reporter.lines.span(key.start, key.end)
    return found


def _shaped(pair: Pair) -> Pair:
    """The pair with short forms written out: a kind as its key, a field as one foreign name."""
    name, value = pair.key.value.lower(), pair.value
    if name == "kinds" and isinstance(value, Listing):
        return pair._replace(value=value._replace(items=tuple(_kind_item(item) for item in value.items)))
    if name == "fields" and isinstance(value, Mapping):
        return pair._replace(value=value._replace(pairs=tuple(_foreign_names(field) for field in value.pairs)))
    return pair


def _kind_item(item: Node) -> Node:
    if not isinstance(item, Scalar) or not item.value:
        return item
    return Mapping((Pair(Scalar("key", item.start, item.start, ""), item),), item.start, item.end, is_flow=True)


def _foreign_names(field: Pair) -> Pair:
    value = field.value
    if not isinstance(value, Scalar) or not value.value:
        return field
    return field._replace(value=Listing((value,), value.start, value.end, is_flow=True))


def _relation_nodes(tree: Mapping) -> tuple[Node, ...]:
    pair = keys_of(tree).get("relations")
    return pair.value.items if pair and isinstance(pair.value, Listing) else ()


def _relation_type(item: MappingType[str, Any], node: Node, reporter: Reporter) -> RelationType:
    key, is_symmetric = item["key"], item.get("symmetric", False)
    inverse = item.get("inverse", "")
    if not inverse and not is_symmetric:
        at = keys_of(node)["key"].value if isinstance(node, Mapping) else node
        reporter.add(
            WRONG_TYPE, at.start, at.end, f"the relation '{key}' has no 'inverse' and is not symmetric",
            help="name the other direction with inverse: …, or write symmetric: true", subject=key,
        )  # fmt: skip
        inverse = f"{key}_of"
    words = item.get("words") or _spaced(key)
    inverse_words = item.get("inverse_words") or _spaced(inverse)
    skos = item.get("skos", "skos:related")
    return RelationType(
        key=key, words=words, heading=item.get("heading") or _capital(words), inverse=inverse,
        inverse_words=inverse_words, inverse_heading=item.get("inverse_heading") or _capital(inverse_words),
        symmetric=is_symmetric, transitive=item.get("transitive", False), acyclic=item.get("acyclic", False),
        hierarchical=skos in _HIERARCHICAL, from_kinds=item.get("from_kinds", ()), to_kinds=item.get("to_kinds", ()),
        skos=skos,
    )  # fmt: skip


def _spaced(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _frozen(value: object) -> Any:
    """The value with mappings and lists that cannot change."""
    if isinstance(value, dict):
        return FrozenMapping({key: _frozen(item) for key, item in value.items()})
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
