"""A relation or link to an entry that nobody should use any more.

The reader is sent to a page that sends them on. What is said of the old thing may no longer be true of the new one,
so a person has to look.

```
uses: [word2vec-embedding]     # deprecated, superseded by word-embedding
```

Name the successor, if the sentence holds for it. What is meant of the old thing on purpose stands in an entry that is
deprecated too, in a `supersedes`, or with a suppression.
"""

from collections.abc import Iterator

from lexigraph.check.facts.references import field_items, links_to
from lexigraph.edit.links import renamed, retargeted, way_to
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Edit, ParsedEntry, Reference, Related, RelationItem, Rule
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("W406", "deprecated-target", __doc__)

_SUCCESSION = frozenset({"superseded_by", "supersedes"})
_MAY_NAME_IT = frozenset({"disambiguation"})
"""Kinds whose entries list what a name has ever meant."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation item and link that leads from a live entry or page to a deprecated entry."""
    deprecated = {id for id, entry in graph.entries.items() if entry.parsed.fields.status == "deprecated"}
    if not deprecated:
        return
    for id, parsed, item in field_items(graph):
        target = graph.names.candidates(item.target)
        if item.key not in _SUCCESSION and len(target) == 1 and target[0] in deprecated and _is_live(graph, id):
            yield _finding(graph, id, parsed, item, graph.entries[target[0]])
    for id, parsed, reference, place in links_to(graph, deprecated):
        if _is_live(graph, id):
            yield _finding(graph, id, parsed, reference, graph.entries[place.entry])


def _is_live(graph: Graph, id: str) -> bool:
    """Whether the entry is in use and not only there to list names; a page is."""
    entry = graph.entries.get(id)
    return entry is None or (entry.parsed.fields.status != "deprecated" and entry.kind not in _MAY_NAME_IT)


def _finding(
    graph: Graph, id: str, parsed: ParsedEntry, written: Reference | RelationItem, target: EntryNode
) -> Diagnostic:
    successors = _successors(graph, target.id)
    names = [f"'{each.id}' (title {each.title})" for each in successors]
    reason = target.parsed.fields.deprecation_reason
    is_clear = len(successors) == 1 and successors[0].id != id
    edits = _instead(parsed, written, successors[0]) if is_clear else ()
    return RULE.at(
        parsed.path,
        written.span,
        f"{target.id} is deprecated" + (f": {_short(reason)}" if reason else ""),
        help=f"its successor is {listed(names, last='or')}; write that, if what is said holds for it"
        if names
        else "say what holds today, or delete the reference",
        related=[
            Related(
                path=target.path,
                span=target.parsed.places.get("status", target.parsed.title_span),
                message=f"{target.id} is deprecated",
            )
        ],
        entry=id,
        subject=written.target,
        edits=edits,
    )


def _instead(parsed: ParsedEntry, written: Reference | RelationItem, new: EntryNode) -> tuple[Edit, ...]:
    """Edits that name the new entry; an anchor of the old one goes."""
    if isinstance(written, RelationItem):
        return renamed(parsed, written, new.id)
    to = new.id if written.form == "wikilink" else way_to(parsed.path, new.path)
    return retargeted(parsed, written, to, "" if written.fragment else None)


def _successors(graph: Graph, id: str) -> list[EntryNode]:
    """The entries that stand in its place now; behind a chain of deprecated ones its end."""
    found: dict[str, None] = {}
    seen = {id}
    waiting = [id]
    while waiting:
        for view in graph.views(waiting.pop(), "superseded_by"):
            if view.other not in seen:
                seen.add(view.other)
                is_deprecated = graph.entries[view.other].parsed.fields.status == "deprecated"
                if is_deprecated and graph.views(view.other, "superseded_by"):
                    waiting.append(view.other)
                elif not is_deprecated:
                    found[view.other] = None
    return [graph.entries[each] for each in found]


def _short(text: str) -> str:
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= 80 else f"{line[:79]}…"
