"""The same relation twice in front matter, or written on both sides.

It is one relation: the other side is derived, and a list that names an entry twice shows it once. Whoever mends
one of the two forgets the other.

```
uses: [embedding]          # in rag.md
used_by: [rag]             # in embedding.md
```

Keep the one with the note, on the side where it belongs; `check --fix` does it. A symmetric relation that has a
note of its own on each side says something different on each page, and is fine.
"""

from collections.abc import Iterator
from typing import TypeAlias

from lexigraph.edit.front_matter import without_item
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Related, RelationItem, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("I311", "repeated-relation", __doc__)

_Pair: TypeAlias = tuple[str, str, str]
"""Key of the relation, source and target; the ends of a symmetric one in their own order."""
_Written: TypeAlias = tuple[EntryNode, RelationItem]


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each item that repeats another: the one without a note, else the later by path and place."""
    seen: set[_Pair] = set()
    doubled = {pair for pair, _, _ in _items(graph) if pair in seen or seen.add(pair)}  # type: ignore[func-returns-value] # None is falsy
    written: dict[_Pair, list[_Written]] = {}
    for pair, entry, item in _items(graph) if doubled else ():
        if pair in doubled:
            written.setdefault(pair, []).append((entry, item))
    for items in written.values():
        first, *others = sorted(items, key=_by_place)
        for second in others:
            keeps_first = bool(first[1].note) or not second[1].note
            if not _is_told_twice(graph, first, second):
                yield _finding(*(first, second) if keeps_first else (second, first))


def _items(graph: Graph) -> Iterator[tuple[_Pair, EntryNode, RelationItem]]:
    """Each relation item of front matter that leads to another entry, with what it says whichever side it is on."""
    types = {
        key: (direction.type.key, direction.inverted, direction.type.symmetric)
        for key, direction in graph.vocabulary.directions.items()
    }
    entry_of = {name: ids[0] for name, ids in graph.names.ids.items() if len(ids) == 1}
    for entry in graph.entries.values():
        own = entry.id
        for item in entry.parsed.relation_items:
            key, target, _, _, _, origin = item
            if origin != "field":
                continue
            other = entry_of.get(target)
            if other is None:
                ids = graph.names.candidates(target)
                other = entry_of[target] = ids[0] if len(ids) == 1 else ""
            if other and other != own:
                type, inverted, symmetric = types[key]
                is_turned = own > other if symmetric else inverted
                yield (type, other, own) if is_turned else (type, own, other), entry, item


def _by_place(written: _Written) -> tuple[str, Span]:
    entry, item = written
    return entry.path, item.span


def _is_told_twice(graph: Graph, first: _Written, second: _Written) -> bool:
    """Whether each side of a symmetric relation has a note of its own."""
    is_symmetric = graph.vocabulary.directions[first[1].key].type.symmetric
    return is_symmetric and first[0] is not second[0] and bool(first[1].note and second[1].note)


def _finding(kept: _Written, other: _Written) -> Diagnostic:
    (keeper, kept_item), (entry, item) = kept, other
    edits = () if kept_item.note and item.note else without_item(entry.parsed, item.span)
    where = "here" if keeper is entry else f"on the side of {keeper.id}"
    return RULE.at(
        entry.path,
        item.span,
        f"'{item.key}' to {item.target} is written {where} already",
        help="delete it" if not (kept_item.note and item.note) else "keep one of the notes",
        related=[Related(path=keeper.path, span=kept_item.span, message=f"'{kept_item.key}' to {kept_item.target}")],
        entry=entry.id,
        subject=f"{item.key} {item.target}",
        edits=edits,
        safe=True,
    )
