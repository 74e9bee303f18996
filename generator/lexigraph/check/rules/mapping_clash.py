"""Mappings that contradict each other: to one IRI twice, from two entries to one, or into this scheme.

What is the same thing (`exact`) is not a wider, narrower or related one (SKOS S46), and two entries that are the
same thing as a third are the same as each other. A mapping leads to another vocabulary; inside this one there are
relations.

```
mappings:
  exact: [http://www.wikidata.org/entity/Q2539]
  broad: [http://www.wikidata.org/entity/Q2539]
```

Keep the mapping that is true. Entries that are one thing are merged.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import NOWHERE, Diagnostic, Mappings, Related, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("E308", "mapping-clash", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each mapping that cannot be true beside another, or leads back into the scheme."""
    exact: dict[str, tuple[EntryNode, Span]] = {}
    mapped = [entry for entry in graph.entries.values() if entry.parsed.fields.mappings is not None]
    for entry in sorted(mapped, key=lambda entry: entry.path):
        mappings = entry.parsed.fields.mappings or Mappings()
        yield from _own(graph, entry, mappings)
        for index, iri in enumerate(dict.fromkeys(mappings.exact)):
            span = _span(entry, "exact", index)
            first = exact.setdefault(iri, (entry, span))
            if first[0] is not entry:
                yield _shared(entry, span, iri, *first)
            yield from _twice(entry, mappings, iri, span)


def _own(graph: Graph, entry: EntryNode, mappings: Mappings) -> Iterator[Diagnostic]:
    """Those that lead into this scheme."""
    base = graph.scheme.base_iri
    for key in ("exact", "close", "broad", "narrow", "related") if base else ():
        for index, iri in enumerate(getattr(mappings, key)):
            if iri.startswith(base):
                yield RULE.at(
                    entry.path,
                    _span(entry, key, index),
                    f"'{iri}' belongs to this scheme",
                    help="use a relation; mappings lead to other vocabularies",
                    entry=entry.id,
                    subject=f"{key} {iri}",
                )


def _shared(entry: EntryNode, span: Span, iri: str, first: EntryNode, first_span: Span) -> Diagnostic:
    return RULE.at(
        entry.path,
        span,
        f"'{iri}' is exactly {first.id} already",
        help="put it under 'close', 'broad' or 'narrow' here; if both mean one thing, "
        f"merge the entries: lexigraph merge {entry.id} {first.id}",
        related=[Related(path=first.path, span=first_span, message=f"on {first.title}")],
        entry=entry.id,
        subject=iri,
    )


def _twice(entry: EntryNode, mappings: Mappings, iri: str, exact: Span) -> Iterator[Diagnostic]:
    """The same IRI under a key that says something else."""
    for key in ("broad", "narrow", "related"):
        iris = getattr(mappings, key)
        if iri in iris:
            yield RULE.at(
                entry.path,
                _span(entry, key, iris.index(iri)),
                f"'{iri}' stands under 'exact' and under '{key}'",
                help="keep the one that is true (SKOS S46)",
                related=[Related(path=entry.path, span=exact, message="under 'exact'")],
                entry=entry.id,
                subject=f"{key} {iri}",
            )


def _span(entry: EntryNode, key: str, index: int) -> Span:
    return entry.parsed.places.get(f"mappings/{key}/{index}", NOWHERE)
