"""A position without evidence, evidence without a source, or a dispute with only one side.

A position is worth as much as what speaks for it. A reader who cannot look up the evidence has only somebody's word;
and where one side is missing, the page takes sides.

```
review: disputed
positions:
  - claim: It only sharpens what the base model can do.
    evidence:
      - {direction: supports, note: Base models solve more problems with many samples.}   # says who?
```

Add the source, or the evidence; give the other side a position of its own; or take the position out. The same holds
for the `camps` of a `contested` term.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Position, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("W605", "unsupported-position", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each position, each piece of evidence and each dispute that lacks something, in order of the file."""
    for entry in graph.entries.values():
        fields = entry.parsed.fields
        if fields.contested is not None and len(fields.contested.camps) < 2:
            yield _at(
                entry, _place(entry, "contested"), "contested", "a contested term with only one side",
                "name under 'camps' each meaning that the term has, and who uses it so",
            )  # fmt: skip
        if entry.kind == "question":
            if fields.review == "disputed" and _is_one_sided(fields.positions):
                yield _at(
                    entry, _place(entry, "review"), "review", "a disputed question with only one side",
                    "add the position of those who disagree, or evidence against this one",
                )  # fmt: skip
            for number, position in enumerate(fields.positions):
                yield from _unsupported(entry, number, position)


def _is_one_sided(positions: tuple[Position, ...]) -> bool:
    against = any(item.direction in ("opposes", "mixed") for position in positions for item in position.evidence)
    return len(positions) < 2 and not (positions and against)


def _unsupported(entry: EntryNode, number: int, position: Position) -> Iterator[Diagnostic]:
    path, name = f"positions/{number}", position.id or str(number + 1)
    if not position.evidence:
        yield _at(
            entry, _place(entry, f"{path}/claim", f"{path}/id", path, "positions"), name,
            f"the position '{name}' has no evidence",
            "write under 'evidence' what speaks for it or against it, each with its 'source'",
        )  # fmt: skip
    for place, item in enumerate(position.evidence):
        if not item.source:
            at = f"{path}/evidence/{place}"
            yield _at(
                entry, _place(entry, at, f"{at}/note", f"{at}/direction", path), f"{name} {place + 1}",
                f"evidence without a source, for the position '{name}'",
                "add 'source': the id of an item of 'sources', or a URL",
            )  # fmt: skip


def _at(entry: EntryNode, span: Span, subject: str, message: str, help: str) -> Diagnostic:
    return RULE.at(entry.path, span, message, help=help, entry=entry.id, subject=subject)


def _place(entry: EntryNode, *names: str) -> Span:
    """The first of these places that the file has, its title where it has none."""
    places = entry.parsed.places
    return next((places[name] for name in names if name in places), entry.parsed.title_span)
