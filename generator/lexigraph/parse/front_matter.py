"""Front matter: from the text between two `---` to typed fields, each with its place."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lexigraph.model import Diagnostic, Fields, FrozenMapping, LineTable, RelationItem, Scheme, Span, Suppression
from lexigraph.parse.decoding import FRONT_MATTER_LIMIT
from lexigraph.parse.empty_items import without_empty_items
from lexigraph.parse.fences import Fences, front_matter_fences
from lexigraph.parse.fields import FIELD_NAMES, KINDS_OF_KEYS, Owner, entry_adapter
from lexigraph.parse.findings import OVER_LIMIT, UNCLOSED_FRONT_MATTER
from lexigraph.parse.foreign_fields import OwnNames, with_own_names
from lexigraph.parse.hidden_characters import report_hidden_characters
from lexigraph.parse.paths import within_content
from lexigraph.parse.relations import in_long_form
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.suppressions import yaml_suppressions
from lexigraph.parse.validation import validated
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Scalar
from lexigraph.parse.yaml_recovery import read_mapping
from lexigraph.vocabulary import Vocabulary

__all__ = ["FrontMatter", "read_front_matter"]

_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)")
_BELOW_KEY = re.compile(r"[ \t]+\S|-[ \t]|#")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter of one file says."""

    fields: Fields
    places: MappingType[str, Span] = FrozenMapping()
    """As in `ParsedEntry.places`."""
    written: MappingType[str, str] = FrozenMapping()
    """Our name → the author's, where they differ."""
    relation_items: tuple[RelationItem, ...] = ()
    """In order."""
    body_start: int = 0
    """Offset of the first character of the body."""
    is_published: bool = True
    """False for `publish: false`: such a file is no entry."""
    suppressions: tuple[Suppression, ...] = ()
    """By place."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(path: str, text: str, lines: LineTable, scheme: Scheme) -> FrontMatter:
    """The front matter of a file; empty fields when it has none.

    Args:
        path: of the file, below the content folder.
        text: of the whole file, decoded.
        lines: of the text.
        scheme: says which kinds, relations, tags and foreign names there are.
    """
    fences = front_matter_fences(text)
    if fences is None:
        return FrontMatter(fields=Fields())
    reporter = Reporter(path, text, lines)
    if not fences.is_closed:
        fences = _unclosed(fences, reporter)
    if fences.end - fences.start > FRONT_MATTER_LIMIT:
        reporter.add(
            OVER_LIMIT, 0, 3, f"the front matter has {(fences.end - fences.start) // 1024} KiB; 64 are read",
            help="move text into the body; none of these keys is read", subject="front matter",
        )  # fmt: skip
        return FrontMatter(fields=Fields(), body_start=fences.body_start, diagnostics=reporter.diagnostics)
    report_hidden_characters(reporter, fences.start, fences.end)
    written = read_mapping(fences.start, fences.end, reporter, what="the front matter")
    names = with_own_names(written, scheme, reporter)
    values, tree = _values(names, scheme, reporter)
    found = _front_matter(values, tree, names, fences, reporter)
    return replace(found, suppressions=yaml_suppressions(reporter, written, fences.end)) if reporter.comments else found


def _values(names: OwnNames, scheme: Scheme, reporter: Reporter) -> tuple[dict[str, Any], Mapping]:
    """The validated values, relations among them, and the tree that holds exactly them."""
    directions = scheme.vocabulary.directions
    pairs = (
        in_long_form(pair, reporter) if pair.key.value in directions and pair.key.value not in FIELD_NAMES else pair
        for pair in names.tree.pairs
    )
    tree = names.tree._replace(pairs=tuple(pair for pair in pairs if pair is not None))
    tree = without_empty_items(tree, reporter)
    tree = within_content(tree, directions, reporter)
    return validated(tree, entry_adapter(scheme.vocabulary, scheme.tags), _owners(scheme.vocabulary), reporter)


def _owners(vocabulary: Vocabulary) -> MappingType[tuple[str, ...], Owner]:
    return _owners_of(tuple(vocabulary.directions))


@lru_cache(maxsize=16)
def _owners_of(directions: tuple[str, ...]) -> MappingType[tuple[str, ...], Owner]:
    relation = Owner("an item of a relation", ("to", "note", "source"))
    return {
        **dict.fromkeys(((key,) for key in directions), relation),
        **KINDS_OF_KEYS,
        (): Owner("an entry", tuple(sorted({*FIELD_NAMES, *directions}))),
    }


def _front_matter(
    values: dict[str, Any], tree: Mapping, names: OwnNames, fences: Fences, reporter: Reporter
) -> FrontMatter:
    places: dict[str, Span] = {}
    items: list[RelationItem] = []
    span = reporter.lines.span
    for key, value in tree.pairs:
        name = key.value
        places[f"key:{name}"] = span(key.start, key.end)
        places[name] = span(value.start, value.end)
        if name in FIELD_NAMES:
            _place_below(value, name, places, span)
        else:
            items += _relation_items(name, values.pop(name), value, places, span)
    fields = Fields(**values)
    if names.is_draft and not fields.status:
        fields = replace(fields, status="draft")
    return FrontMatter(
        fields=fields, places=FrozenMapping(places), written=FrozenMapping(names.written),
        relation_items=tuple(items), body_start=fences.body_start, is_published=names.is_published,
        diagnostics=reporter.diagnostics,
    )  # fmt: skip


def _relation_items(
    key: str, values: tuple[dict[str, Any], ...], listing: Node, places: dict[str, Span],
    span: Callable[[int, int], Span],
) -> Iterator[RelationItem]:  # fmt: skip
    """The validated items of one relation; the places of their targets, notes and sources are added."""
    for index, value in enumerate(values):
        node = listing.items[index]  # type: ignore[union-attr] # validated, so a list of mappings
        path = f"relations/{key}/{index}"
        for name, part in node.pairs:  # type: ignore[union-attr] # as above
            where = path if name.value == "to" else f"{path}/{name.value}"
            places[where] = span(part.start, part.end)
        yield RelationItem(
            key, value["to"], value.get("note", ""), value.get("source", ""), places[path], "field"
        )  # fmt: skip


def _place_below(node: Node, path: str, places: dict[str, Span], span: Callable[[int, int], Span]) -> None:
    """Add the places of the node's items, or of its keys and values, with all below them."""
    if isinstance(node, Listing):
        for index, item in enumerate(node.items):
            below = f"{path}/{index}"
            places[below] = span(item.start, item.end)
            if not isinstance(item, Scalar):
                _place_below(item, below, places, span)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            below = f"{path}/{key.value}"
            places[f"key:{below}"] = span(key.start, key.end)
            places[below] = span(value.start, value.end)
            if not isinstance(value, Scalar):
                _place_below(value, below, places, span)


def _unclosed(fences: Fences, reporter: Reporter) -> Fences:
    """Report front matter that nothing closes, and guess its end: after the last line that reads as a key."""
    lines, text = reporter.lines, reporter.text
    last_key, number = 0, 2
    end = at = fences.start
    while at < len(text):
        following = lines.start_of(number + 1)
        line = text[at:following].rstrip("\r\n")
        if _KEY_LINE.match(line):
            last_key, end = number, following
        elif last_key and _BELOW_KEY.match(line):
            end = following
        else:
            break
        at, number = following, number + 1
    hint = f"; line {last_key} is the last that reads as a key" if last_key else ""
    reporter.add(
        UNCLOSED_FRONT_MATTER, 0, 3, "the front matter that opens here is never closed",
        help=f"put a line '---' after the last key{hint}", subject="front matter",
    )  # fmt: skip
    return Fences(fences.start, end, end, is_closed=False)
