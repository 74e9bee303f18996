"""Entries that embed one another in a circle.

An embed (`![[…]]`) puts one entry into another; in a circle there would be no end to it, so programs that show embeds
leave it out or stop with an error.

```
![[grounding]]      # in rag.md, while grounding.md embeds rag
```

Make one of them a link: take the `!` away. To embed one section of an entry (`![[grounding#Limits]]`) is fine.
"""

from collections.abc import Iterator, Sequence

from lexigraph.check.facts.circles import rings
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Reference, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E405", "embed-cycle", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry that embeds itself, and for each knot of entries that embed one another."""
    embeds: dict[tuple[str, str], Reference] = {}
    for entry in graph.entries.values():
        for number in entry.parsed.embeds:
            place, reference = graph.resolved[entry.path][number], entry.parsed.references[number]
            if place is not None and place.entry and not reference.fragment:
                embeds.setdefault((entry.id, place.entry), reference)
    others = [pair for pair in embeds if pair[0] != pair[1]]
    circles = [[id] for id, other in embeds if id == other]
    circles += rings(others, lambda entry: graph.entries[entry].path) if others else []
    for ids in circles:
        pairs = list(zip(ids, [*ids[1:], ids[0]], strict=True))
        yield _finding(graph, pairs, [embeds[pair] for pair in pairs])


def _finding(graph: Graph, pairs: Sequence[tuple[str, str]], embeds: Sequence[Reference]) -> Diagnostic:
    first = pairs[0][0]
    related = [
        Related(path=graph.entries[id].path, span=embed.span, message=f"{id} embeds {other}")
        for (id, other), embed in zip(pairs, embeds, strict=True)
    ]
    is_circle = len(pairs) > 1
    return RULE.at(
        graph.entries[first].path,
        embeds[0].span,
        f"embeds run in a circle of {len(pairs)}" if is_circle else f"{first} embeds itself",
        help="make one of them a link: take the '!' away" if is_circle else "delete it, or embed a part of it",
        related=related if is_circle else (),
        entry=first,
        subject=" ".join(sorted(id for id, _ in pairs)),
    )
