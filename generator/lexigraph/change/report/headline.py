"""The first line: how many changes of each kind there are."""

from collections import Counter

from lexigraph.query.difference import Difference, Risk

__all__ = ["headline", "several"]

_FIRST = (
    "entry added", "entry removed", "entry renamed", "entry merged", "entry split off", "question raised",
    "question answered", "question reopened", "question removed", "relation added", "relation removed", "title changed",
    "definition changed", "kind changed", "status changed", "alias added", "alias removed",
)  # fmt: skip
"""Kinds that are named before all others."""
_MOST = 5
"""Kinds that are named; of the others, how many changes they are."""
_PLURALS = {
    "alias": "aliases", "entry": "entries", "evidence needed": "pieces of evidence needed",
    "evidence": "pieces of evidence", "raised by": "origins of questions", "help wanted": "calls for help",
    "reason why it is open": "reasons why a question is open", "automatic linking": "settings of automatic linking",
    "setting of the scheme": "settings of the scheme", "kind of the scheme": "kinds of the scheme",
    "relation of the scheme": "relations of the scheme", "tag of the scheme": "tags of the scheme",
    "field of the scheme": "fields of the scheme", "question's review": "reviews of questions",
    "question's file": "files of questions",
}  # fmt: skip
_ENDINGS = (
    " split off", " partially answered", " given a file", " added", " removed", " changed", " renamed", " moved",
    " merged", " raised", " reworded", " answered", " dissolved", " reopened",
)  # fmt: skip


def headline(difference: Difference) -> str:
    """`1 entry added, 2 relations added, text of 3 entries`: what breaks first, then in order of the table.

    Of many kinds the gravest are named.
    """
    counts: Counter[str] = Counter()
    risks: dict[str, Risk] = {}
    for change in difference.changes:
        counts[change.kind] += 1
        risks[change.kind] = min(risks.get(change.kind, Risk.SAFE), change.risk)
    place = {kind: number for number, kind in enumerate(_FIRST)}
    if not counts:
        return "Only references change" if difference.effects else "Nothing in the graph changes"

    def rank(kind: str) -> tuple[object, ...]:
        return place.get(kind, len(place)), -counts[kind], kind

    kinds = sorted(counts, key=lambda kind: (risks[kind], rank(kind)))
    named = kinds if len(kinds) <= _MOST + 1 else kinds[:_MOST]
    shown = sorted(named, key=lambda kind: (risks[kind] is not Risk.BREAKING, rank(kind)))
    left = sum(counts[kind] for kind in kinds) - sum(counts[kind] for kind in shown)
    return ", ".join([*(several(kind, counts[kind]) for kind in shown), *([f"{left} other changes"] if left else [])])


_SINGULARS = {"evidence": "piece of evidence", "evidence needed": "piece of evidence needed"}


def several(kind: str, number: int) -> str:
    """`2 relations added`, `text of 1 entry`."""
    if kind == "text changed":
        return f"text of {number} {'entry' if number == 1 else 'entries'}"
    ending = next((ending for ending in _ENDINGS if kind.endswith(ending)), "")
    word = kind.removesuffix(ending)
    word = _PLURALS.get(word, f"{word}s") if number > 1 else _SINGULARS.get(word, word)
    return f"{number} {word}{ending}"
