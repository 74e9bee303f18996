"""A link to a heading, block or question that its page does not have.

The page opens at its top, and the reader has to look for what was meant.

```
as [the limits](rag.md#limitations) show      # the heading is called 'Limits'
```

Write the anchor of the heading: its words in lower case, joined by hyphens. `lexigraph check --fix --unsafe-fixes`
puts the nearest.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from lexigraph.check.facts.references import documents
from lexigraph.edit.links import retargeted
from lexigraph.graph import Graph, Resolved
from lexigraph.model import Diagnostic, ParsedEntry, Reference, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W404", "broken-anchor", __doc__)

_fragment = attrgetter("fragment")
_FAR = 0.4
"""Share of the letters from which on two anchors are no slip of each other."""
_MOST_COMPARED = 1_000_000
"""Anchors that are compared in all; the nearest to the links that are left is not looked for."""
_SHOWN = 6
"""Anchors that the help lists at most."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each link whose page is there and whose anchor is not."""
    anchors = _Anchors()
    for id, parsed in documents(graph):
        if not any(map(_fragment, parsed.references)):
            continue
        for reference, place in zip(parsed.references, graph.resolved[parsed.path], strict=True):
            if not reference.fragment or place is None or place.fragment or reference.fragment.startswith(":~:"):
                continue
            target = _page(graph, place)
            if target is not None:
                yield _finding(parsed, reference, target, id, anchors)


def _page(graph: Graph, place: Resolved) -> ParsedEntry | None:
    """The file whose anchors are known; None for addresses, attachments and pages without a file."""
    return graph.entries[place.entry].parsed if place.entry else graph.pages.get(place.page)


class _Anchors:
    """The anchors of pages, each page's gathered once; comparing them ends when too much was compared."""

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}
        self._headings: dict[str, list[str]] = {}
        self._left = _MOST_COMPARED

    def nearest(self, wanted: str, target: ParsedEntry) -> str:
        """The nearest anchor of the page; empty when none is near."""
        known = self._known.get(target.path)
        if known is None:
            known = self._known[target.path] = _anchors(target)
        self._left -= len(known)
        return _nearest(wanted, known) if self._left >= 0 else ""

    def headings(self, target: ParsedEntry) -> list[str]:
        """Those of the page's headings, in their order."""
        if target.path not in self._headings:
            self._headings[target.path] = [heading.anchor for heading in target.headings if heading.anchor]
        return self._headings[target.path]


def _finding(parsed: ParsedEntry, reference: Reference, target: ParsedEntry, id: str, known: _Anchors) -> Diagnostic:
    wanted = reference.fragment.removeprefix("^")
    near = known.nearest(wanted, target)
    if near:
        help = f"the nearest is '#{near}'"
    elif anchors := known.headings(target):
        more = f" and {len(anchors) - _SHOWN} more" if len(anchors) > _SHOWN else ""
        shown = ", ".join(f"'#{anchor}'" for anchor in anchors[:_SHOWN])
        help = f"its headings are {shown}{more}"
    else:
        help = "it has no headings; link to the page alone"
    edits = retargeted(parsed, reference, fragment=near) if near else ()
    where = "this page" if target is parsed else target.path
    return RULE.at(
        parsed.path,
        reference.span,
        f"{where} has no {'block' if reference.fragment.startswith('^') else 'heading'} '#{reference.fragment}'",
        help=help,
        entry=id,
        subject=f"{reference.target}#{reference.fragment}",
        edits=edits,
    )


def _anchors(target: ParsedEntry) -> list[str]:
    anchors = [*(heading.anchor for heading in target.headings), *(item.anchor for item in target.questions)]
    return sorted({anchor for anchor in (*anchors, *target.anchors) if anchor})


def _nearest(wanted: str, known: Sequence[str]) -> str:
    """The nearest of the anchors; empty when none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    folded = wanted.rpartition("#")[2].strip().lower().replace(" ", "-").replace("_", "-")
    found = process.extractOne(folded, known, scorer=DamerauLevenshtein.normalized_distance, score_cutoff=_FAR)
    if found is None:
        starts = [anchor for anchor in known if folded and (anchor.startswith(folded) or folded.startswith(anchor))]
        return starts[0] if len(starts) == 1 else ""
    return str(found[0])
