"""Relations in front matter: the three ways to write an item, as one."""

import re

from lexigraph.parse.findings import EMPTY_ITEM, WRONG_TYPE
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.value_findings import report_lone_item, token
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar, keys_of

__all__ = ["in_long_form"]

_TAKES_ONE = frozenset({"superseded_by"})
"""Relations that may be written with a lone name."""
_WIKILINK = re.compile(r"\[\[([^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|[^\[\]]*)?\]\]")


def in_long_form(pair: Pair, reporter: Reporter) -> Pair | None:
    """The pair of a relation with every item as `{to, note, source}`; None when none could be read."""
    key, value = pair
    if isinstance(value, Scalar) and not value.value:
        return pair
    if isinstance(value, Listing):
        items = value.items
    elif isinstance(value, Mapping) and "to" not in keys_of(value):
        items = _as_items(key, value, reporter)
    else:
        if key.value not in _TAKES_ONE or isinstance(value, Mapping):
            report_lone_item(reporter, key, value)
        items = (value,)
    long = [_long_form(key, item, reporter) for item in items]
    kept = tuple(item for item in long if item is not None)
    if items and not kept:
        return None
    return Pair(key, Listing(kept, value.start, value.end, is_flow=isinstance(value, Listing) and value.is_flow))


def _as_items(key: Scalar, value: Mapping, reporter: Reporter) -> tuple[Node, ...]:
    """The pairs of a mapping where a list belongs, each an item with its note."""
    name = token(reporter, key)
    edits = _dashes(value, reporter)
    reporter.add(
        WRONG_TYPE, value.start, value.pairs[0].key.end if value.pairs else value.end,
        f"'{name}' takes a list, not a mapping", subject=name,
        help="begin each line with '- '", edits=edits,
    )  # fmt: skip
    return tuple(Mapping((pair,), pair.key.start, pair.value.end, is_flow=value.is_flow) for pair in value.pairs)


def _dashes(value: Mapping, reporter: Reporter) -> list[tuple[int, int, str]]:
    """Edits that make each pair an item; none where a text runs on over lines, which would then end there."""
    text = reporter.text
    if value.is_flow or any("\n" in text[pair.key.start : pair.value.end] for pair in value.pairs):
        return []
    return [(pair.key.start, pair.key.start, "- ") for pair in value.pairs]


def _long_form(key: Scalar, item: Node, reporter: Reporter) -> Node | None:
    if isinstance(item, Scalar):
        return Mapping((_to(item),), item.start, item.end, is_flow=True) if item.value else item
    if isinstance(item, Mapping):
        keys = keys_of(item)
        if "to" in keys or not item.pairs:
            return _with_target(item, keys, reporter)
        if len(item.pairs) == 1:
            return _with_note(item, reporter)
        second = item.pairs[1].key
        reporter.add(
            WRONG_TYPE, second.start, second.end, "an item of a relation names one entry; this is a second key",
            help="write a line '- ' for each, or {to: …, note: …, source: …}", subject=second.value,
        )  # fmt: skip
        return None
    inner: Node = item
    while isinstance(inner, Listing) and len(inner.items) == 1:
        inner = inner.items[0]
    relation = token(reporter, key)
    reporter.add(
        WRONG_TYPE, item.start, item.end, f"an item of '{relation}' takes a name, not a list",
        help="write the name without brackets", subject=relation,
    )  # fmt: skip
    return Mapping((_to(inner),), item.start, item.end, is_flow=True) if isinstance(inner, Scalar) else None


def _with_target(item: Mapping, keys: dict[str, Pair], reporter: Reporter) -> Node | None:
    """The long form as written; None, with a finding, when its target is empty."""
    if "to" not in keys:
        return item
    key, target = keys["to"]
    if isinstance(target, Scalar) and not target.value:
        reporter.add(EMPTY_ITEM, key.start, key.end, "the key 'to' has no value", help="name an entry", subject="to")
        return None
    return item


def _with_note(item: Mapping, reporter: Reporter) -> Node:
    """The long form of a name with its note; a name with nothing behind its colon is reported."""
    name, note = item.pairs[0]
    if isinstance(note, Scalar) and not note.value:
        end = reporter.text.find(":", name.end) + 1
        reporter.add(
            EMPTY_ITEM, name.start, name.end, f"'{name.value}' has a ':' and no note", help="delete the ':'",
            subject=name.value, edits=[(name.end, max(end, note.end), "")],
        )  # fmt: skip
        return item._replace(pairs=(_to(name),))
    return item._replace(pairs=(_to(name), Pair(Scalar("note", name.start, name.end, ""), note)))


def _to(name: Scalar) -> Pair:
    """The target of an item; a wikilink in quotes means the name in it."""
    key = Scalar("to", name.start, name.start, "")
    if match := _WIKILINK.fullmatch(name.value):
        start = name.start + (1 if name.style else 0) + match.start(1)
        return Pair(key, Scalar(match[1].strip(), start, start + len(match[1]), ""))
    return Pair(key, name)
