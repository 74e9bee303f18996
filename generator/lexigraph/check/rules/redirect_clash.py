"""`redirect_from` that names a live entry, is claimed twice, or redirects that run in a circle.

An old name can lead to one place only, and never away from an entry that still exists: its page would be
written over.

```
redirect_from: [lora]      # in fine-tuning.md, while lora.md is still there
```

Delete the item, or fold the old entry into this one.
"""

from collections.abc import Iterator

from lexigraph.check.facts.redirect_files import RedirectFiles, old_name
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import NOWHERE, Diagnostic, Related, Rule, Span

__all__ = ["RULE", "findings"]

RULE = Rule("E505", "redirect-clash", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each item that names a live entry or an old name already claimed; one for each circle."""
    live = {entry.path.removesuffix(".md"): entry for entry in graph.entries.values()} | dict(graph.entries)
    claimed: dict[str, tuple[EntryNode, Span]] = {}
    for entry in sorted(graph.entries.values(), key=lambda entry: entry.path):
        for index, item in enumerate(entry.parsed.fields.redirect_from):
            span = entry.parsed.places.get(f"redirect_from/{index}", NOWHERE)
            name = old_name(item)
            if name in live:
                yield _live(entry, item, span, live[name])
            elif name in claimed:
                yield _twice(entry, item, span, *claimed[name])
            else:
                claimed[name] = (entry, span)
    for circle in RedirectFiles(graph).circles:
        yield _circle(graph, circle)


def _live(entry: EntryNode, item: str, span: Span, other: EntryNode) -> Diagnostic:
    if other.id == entry.id:
        message, help = f"'{item}' is this entry itself", "delete the item"
    else:
        message = f"'{item}' redirects here, but there is an entry '{other.id}'"
        help = f"delete the item, or fold that entry into this one: lexigraph merge {other.id} {entry.id}"
    related = [Related(path=other.path, span=other.parsed.title_span, message="the entry")] if other != entry else []
    return RULE.at(entry.path, span, message, help=help, related=related, entry=entry.id, subject=item)


def _twice(entry: EntryNode, item: str, span: Span, first: EntryNode, first_span: Span) -> Diagnostic:
    message = "stands twice" if first.id == entry.id else f"redirects to {first.id} already"
    return RULE.at(
        entry.path,
        span,
        f"'{item}' {message}; this item is not used",
        help="keep the one that readers of the old entry are to find",
        related=[Related(path=first.path, span=first_span, message="the first")],
        entry=entry.id,
        subject=item,
    )


def _circle(graph: Graph, circle: tuple[str, ...]) -> Diagnostic:
    places = [(path, graph.redirecting[path].places.get("destination", NOWHERE)) for path in circle]
    return RULE.at(
        *places[0],
        f"the redirects run in a circle of {len(circle)}" if len(circle) > 1 else "the redirect leads to itself",
        help="name the entry to which readers are led in one of them" if len(circle) > 1 else "name an entry",
        related=[
            Related(path=path, span=span, message=f"leads to '{graph.redirecting[path].fields.destination}'")
            for path, span in places
        ],
        subject=" ".join(circle),
    )
