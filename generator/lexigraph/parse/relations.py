"""Relations in front matter: the three ways to write an item, as one."""

import re

from lexigraph.parse.findings import WRONG_TYPE
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.value_findings import report_lone_item, token
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar, keys_of

__all__ = ["in_long_form"]

_TAKES_ONE = frozenset({"superseded_by"})
"""Relations that may be written with a lone name."""
_WIKILINK = re.compile(r"\[\[([^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|[^\[\]]*)?\]\]")


def in_long_form(pair: Pair, reporter: Reporter) -> Pair:
    """The pair of a relation with every item as `{to, note, source}`."""
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
    return Pair(key, Listing(kept, value.start, value.end, is_flow=isinstance(value, Listing) and value.is_flow))


def _as_items(key: Scalar, value: Mapping, reporter: Reporter) -> tuple[Node, ...]:
    """The pairs of a mapping where a list belongs, each an item with its note."""
    name = token(reporter, key)
    reporter.add(
        WRONG_TYPE, value.start, value.pairs[0].key.end if value.pairs else value.end,
        f"'{name}' takes a list, not a mapping", subject=name, help="begin each line with '- '",
        edits=[] if value.is_flow else [(pair.key.start, pair.key.start, "- ") for pair in value.pairs],
    )  # fmt: skip
    return tuple(Mapping((pair,), pair.key.start, pair.value.end, is_flow=value.is_flow) for pair in value.pairs)


def _long_form(key: Scalar, item: Node, reporter: Reporter) -> Node | None:
    if isinstance(item, Scalar):
        return Mapping((_to(item),), item.start, item.end, is_flow=True) if item.value else item
    if isinstance(item, Mapping):
        if "to" in keys_of(item) or not item.pairs:
            return item
        if len(item.pairs) == 1:
            name, note = item.pairs[0]
            pairs = (_to(name), Pair(Scalar("note", name.start, name.end, ""), note))
            return (
                item._replace(pairs=pairs)
                if note != Scalar("", note.start, note.end, "")
                else item._replace(pairs=(_to(name), Pair(Scalar("note", name.start, name.end, ""), note)))
            )
        second = item.pairs[1].key
        reporter.add(
            WRONG_TYPE, second.start, second.end, "an item of a relation names one entry; this is a second key",
            help="write a line '- ' for each, or {to: …, note: …, source: …}", subject=second.value,
        )  # fmt: skip
        return None
    inner = item.items[0] if len(item.items) == 1 else None
    relation = token(reporter, key)
    reporter.add(
        WRONG_TYPE, item.start, item.end, f"an item of '{relation}' takes a name, not a list",
        help="write the name without brackets", subject=relation,
    )  # fmt: skip
    return Mapping((_to(inner),), item.start, item.end, is_flow=True) if isinstance(inner, Scalar) else None


def _to(name: Scalar) -> Pair:
    """The target of an item; a wikilink in quotes means the name in it."""
    key = Scalar("to", name.start, name.start, "")
    if match := _WIKILINK.fullmatch(name.value):
        start = name.start + (1 if name.style else 0) + match.start(1)
        return Pair(key, Scalar(match[1].strip(), start, start + len(match[1]), ""))
    return Pair(key, name)
