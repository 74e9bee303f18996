"""A link to a heading, block or question that its page does not have.

The page opens at its top, and the reader has to look for what was meant.

```
as [the limits](rag.md#limitations) show      # the heading is called 'Limits'
```

Write the anchor of the heading: its words in lower case, joined by hyphens. `lexigraph check --fix --unsafe-fixes`
puts the nearest.
"""

from collections.abc import Iterator
from operator import attrgetter

from lexigraph.check.links import retargeted
from lexigraph.check.written import documents
from lexigraph.graph import Graph, Resolved
from lexigraph.model import Diagnostic, Fix, ParsedEntry, Reference, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W404", "broken-anchor", __doc__)

_fragment = attrgetter("fragment")
_FAR = 0.4
"""Share of the letters from which on two anchors are no slip of each other."""
_SHOWN = 6
"""Anchors that the help lists at most."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each link whose page is there and whose anchor is not."""
    for id, parsed in documents(graph):
        if not any(map(_fragment, parsed.references)):
            continue
        for reference, place in zip(parsed.references, graph.resolved[parsed.path], strict=True):
            if not reference.fragment or place is None or place.fragment or reference.fragment.startswith(":~:"):
                continue
            target = _page(graph, place)
            if target is not None:
                yield _finding(parsed, reference, target, id)


def _page(graph: Graph, place: Resolved) -> ParsedEntry | None:
    """The file whose anchors are known; None for addresses, attachments and pages without a file."""
    return graph.entries[place.entry].parsed if place.entry else graph.pages.get(place.page)


def _finding(parsed: ParsedEntry, reference: Reference, target: ParsedEntry, id: str) -> Diagnostic:
    wanted = reference.fragment.removeprefix("^")
    near = _nearest(wanted, target)
    anchors = [heading.anchor for heading in target.headings if heading.anchor]
    if near:
        help = f"the nearest is '#{near}'"
    elif anchors:
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
        fix=Fix(edits=edits, safe=False) if edits else None,
    )


def _nearest(wanted: str, target: ParsedEntry) -> str:
    """The nearest anchor of the page; empty when none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    anchors = [*(heading.anchor for heading in target.headings), *(item.anchor for item in target.questions)]
    anchors += target.anchors
    known = sorted({anchor for anchor in anchors if anchor})
    folded = wanted.rpartition("#")[2].strip().lower().replace(" ", "-").replace("_", "-")
    found = process.extractOne(folded, known, scorer=DamerauLevenshtein.normalized_distance, score_cutoff=_FAR)
    if found is None:
        starts = [anchor for anchor in known if folded and (anchor.startswith(folded) or folded.startswith(anchor))]
        return starts[0] if len(starts) == 1 else ""
    return str(found[0])
