"""Other people's names for our fields: which key means which field, and what has no field of its own.

Owns keys in other capitals too. Everything works on the tree as read; values are judged later.
"""

import re
from typing import NamedTuple

from lexigraph.model import Scheme
from lexigraph.parse.fields import FIELD_NAMES, LIST_FIELDS
from lexigraph.parse.findings import DUPLICATE_KEY
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.text_types import read_flag, read_url
from lexigraph.parse.value_findings import report_case, report_lone_item, report_wrong_type, token
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar
from lexigraph.vocabulary import FOREIGN_FIELDS, Vocabulary

__all__ = ["OwnNames", "own_names", "with_own_names"]

_FLAGS = ("draft", "publish", "published")
_SPECIAL = frozenset({"category", *_FLAGS})
"""Foreign keys that are no other name for one field."""
_PASSED_OVER = frozenset({"okf_version"})
"""Keys that say nothing of an entry: the version of the Open Knowledge Format, in a bundle's `index.md`."""
_DATE_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}.*", re.ASCII)


class OwnNames(NamedTuple):
    """Front matter with our names."""

    tree: Mapping
    written: dict[str, str]
    """Our name → the author's, where they differ."""
    is_draft: bool
    """True for `draft: true`."""
    is_published: bool
    """False for `publish: false` or `published: false`."""


def with_own_names(tree: Mapping, scheme: Scheme, reporter: Reporter) -> OwnNames:
    """The tree with every known key under our name; unknown ones stay as they are.

    Where our own name and a foreign one say the same, lists are joined; else ours is read and the other reported.
    """
    own: list[Pair] = []
    foreign: list[Pair] = []
    flags: dict[str, bool | None] = {}
    for pair in tree.pairs:
        if pair.key.value in _PASSED_OVER:
            continue
        name = _own_name(pair.key.value, scheme)
        if name is None or (name == pair.key.value and name not in _SPECIAL):
            own.append(pair)
            continue
        named = _named(pair, name, reporter)
        if name in _FLAGS:
            flags[name] = _flag(named, reporter)
        elif name == "category":
            foreign += _category(named, scheme, tree)
        else:
            (own if pair.key.value.lower() == name else foreign).append(named)
    pairs = _joined(own, foreign, scheme, reporter)
    is_ours = len(own) == len(tree.pairs) and all(pair is known for pair, known in zip(own, tree.pairs, strict=True))
    return OwnNames(
        tree._replace(pairs=tuple(_shaped(pair, reporter) for pair in pairs)),
        {} if is_ours else _written(pairs, reporter),
        is_draft=flags.get("draft") is True, is_published=False not in (flags.get("publish"), flags.get("published")),
    )  # fmt: skip


def _named(pair: Pair, name: str, reporter: Reporter) -> Pair:
    """The pair under our name; other capitals are reported."""
    lower = pair.key.value.lower()
    if lower != pair.key.value:
        report_case(reporter, pair.key, lower, f"the key '{pair.key.value}'")
    return Pair(pair.key._replace(value=name), pair.value)


def _written(pairs: list[Pair], reporter: Reporter) -> dict[str, str]:
    """Our name of each key → the author's, where they differ."""
    theirs = {pair.key.value: token(reporter, pair.key) for pair in pairs}
    return {ours: name for ours, name in theirs.items() if ours != name}


def own_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Every key that means something in the front matter of an entry."""
    return frozenset((*FIELD_NAMES, *vocabulary.directions, *_SPECIAL))


def _own_name(name: str, scheme: Scheme) -> str | None:
    """Our name of a key, None when it has none."""
    lower = name.lower()
    own = scheme.fields.get(lower) if scheme.fields else None
    if own is not None and (own in FIELD_NAMES or own in scheme.vocabulary.directions or own in _SPECIAL):
        return own
    if lower in FIELD_NAMES or lower in scheme.vocabulary.directions or lower in _SPECIAL:
        return lower
    own = FOREIGN_FIELDS.get(lower)
    return own if own in FIELD_NAMES or own in scheme.vocabulary.directions else None


def _flag(pair: Pair, reporter: Reporter) -> bool | None:
    value = read_flag(pair.value.value) if isinstance(pair.value, Scalar) else None
    if value is None:
        report_wrong_type(reporter, pair.key, pair.value, "true or false")
    return value


def _category(pair: Pair, scheme: Scheme, tree: Mapping) -> list[Pair]:
    """What a category means: the first that names a kind is the kind, all others are tags."""
    items = pair.value.items if isinstance(pair.value, Listing) else (pair.value,)
    has_kind = any(other.key.value.lower() == "kind" for other in tree.pairs)
    found: list[Pair] = []
    for item in items:
        is_kind = isinstance(item, Scalar) and scheme.vocabulary.kind(item.value.lower()) is not None
        if is_kind and not has_kind:
            has_kind = True
            found.append(Pair(pair.key._replace(value="kind"), item))
        else:
            found.append(Pair(pair.key._replace(value="tags"), Listing((item,), item.start, item.end, is_flow=True)))
    return found


def _joined(own: list[Pair], foreign: list[Pair], scheme: Scheme, reporter: Reporter) -> list[Pair]:
    pairs = {pair.key.value: pair for pair in own}
    for pair in foreign:
        name = pair.key.value
        first = pairs.setdefault(name, pair)
        if first is pair:
            continue
        if name in LIST_FIELDS or name in scheme.vocabulary.directions:
            items = (*_items(first, reporter), *_items(pair, reporter))
            is_flow = not isinstance(first.value, Listing) or first.value.is_flow
            pairs[name] = Pair(first.key, Listing(items, first.value.start, first.value.end, is_flow=is_flow))
            continue
        written = reporter.text[pair.key.start : pair.key.end]
        reporter.add(
            DUPLICATE_KEY, pair.key.start, pair.key.end,
            f"the key '{written}' means '{name}', which stands here too; this one is not read",
            help="keep one of the two", subject=written,
            related=[(first.key.start, first.key.end, f"the first '{name}'")],
        )  # fmt: skip
    return list(pairs.values())


def _items(pair: Pair, reporter: Reporter) -> tuple[Node, ...]:
    if isinstance(pair.value, Listing):
        return pair.value.items
    if isinstance(pair.value, Scalar) and not pair.value.value:
        return ()
    report_lone_item(reporter, pair.key, pair.value)
    return (pair.value,)


def _shaped(pair: Pair, reporter: Reporter) -> Pair:
    """The pair with the value in our shape where another glossary's is plain: sources, dates with a time."""
    value = pair.value
    if pair.key.value == "sources" and not (isinstance(value, Scalar) and not value.value):
        if not isinstance(value, Listing):
            report_lone_item(reporter, pair.key, value)
            value = Listing((value,), value.start, value.end, is_flow=True)
        return Pair(pair.key, value._replace(items=tuple(_source(item) for item in value.items)))
    if pair.key.value == "created" and isinstance(value, Scalar) and token(reporter, pair.key).lower() != "created":
        match = _DATE_WITH_TIME.fullmatch(value.value)
        return Pair(pair.key, value._replace(value=match[1])) if match else pair
    return pair


def _source(item: Node) -> Node:
    """A source as a mapping: a lone text is its address or its title."""
    if isinstance(item, Scalar):
        if not item.value:
            return item
        name = "url" if read_url(item.value) else "title"
        key = Scalar(name, item.start, item.start, "")
        return Mapping((Pair(key, item),), item.start, item.end, is_flow=True)
    if not isinstance(item, Mapping):
        return item
    names = {pair.key.value for pair in item.pairs}
    pairs = []
    for pair in item.pairs:
        if pair.key.value == "resource":
            pairs += _resource(pair, names)
            continue
        own = {"link_title": "title", "link_url": "url"}.get(pair.key.value.lower(), pair.key.value)
        pairs.append(pair if own in names else Pair(pair.key._replace(value=own), pair.value))
    return item._replace(pairs=tuple(pairs))


def _resource(pair: Pair, names: set[str]) -> list[Pair]:
    """What the `resource` of a source means, which is its address or says in words where it comes from.

    Source: Open Knowledge Format 0.2, 5.1 Provenance.
    """
    if names & {"url", "doi", "arxiv"}:
        return []
    if isinstance(pair.value, Scalar) and read_url(pair.value.value) is None:
        return [] if names & {"id", "title"} else [Pair(pair.key._replace(value="title"), pair.value)]
    return [Pair(pair.key._replace(value="url"), pair.value)]
