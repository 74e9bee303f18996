"""A reference whose name several entries have.

Which one is meant is the author's to say; it is never guessed, and the reference leads nowhere until it is
said.

```
A plan lets [[agent]] runs recover.      # two entries have the alias 'agent'
```

Write the id. In a wikilink the text can stay as it was: `[[software-agent|agent]]`.
"""

from collections.abc import Iterator, Sequence

from lexigraph.check.facts.redirect_files import RedirectFiles, old_name
from lexigraph.check.facts.references import loose_items, loose_links
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import NOWHERE, Diagnostic, Related, Rule, Span
from lexigraph.names import fold
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("E403", "ambiguous-name", __doc__)

_IN_HELP = 3
"""Entries that the help spells out at most."""
_PLACES = 5
"""Entries whose places are shown at most: with a name that hundreds claim, no list would help."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each relation item, wikilink and `destination` that may mean several entries."""
    for item, _ in loose_items(graph):
        if item.candidates:
            yield _finding(graph, item.path, item.span, item.name, item.candidates, "'{id}'", item.source)
    for item, written in loose_links(graph):
        if item.candidates:
            form = "[[{id}|{name}]]" if written.form == "wikilink" else "'{id}'"
            yield _finding(graph, item.path, item.span, item.name, item.candidates, form, item.source)
    files = RedirectFiles(graph)
    for path, id in graph.redirect_files.items():
        name = graph.redirecting[path].fields.destination
        candidates = () if id or files.next(path) else graph.names.candidates(old_name(name))
        if len(candidates) > 1:
            span = graph.redirecting[path].places.get("destination", NOWHERE)
            yield _finding(graph, path, span, name, candidates, "'{id}'", "")


def _finding(
    graph: Graph, path: str, span: Span, name: str, candidates: Sequence[str], form: str, source: str
) -> Diagnostic:
    written = [form.format(id=id, name=name) for id in candidates]
    more = f"; {len(written) - _IN_HELP} more have the name" if len(written) > _IN_HELP else ""
    return RULE.at(
        path,
        span,
        f"'{name}' may mean {len(candidates)} entries",
        help=f"write the id, {listed(written[:_IN_HELP], last='or')}{more}",
        related=[_claim(graph.entries[id], name) for id in candidates[:_PLACES]],
        entry=source,
        subject=name,
    )


def _claim(entry: EntryNode, name: str) -> Related:
    """Where the entry takes the name: `alias 'agent' of Software agent`."""
    fields, places = entry.parsed.fields, entry.parsed.places
    for index, alias in enumerate(fields.aliases):
        if fold(alias) == fold(name) != fold(entry.title):
            span = places.get(f"aliases/{index}", entry.parsed.title_span)
            return Related(path=entry.path, span=span, message=f"alias '{alias}' of {entry.title}")
    if fold(fields.acronym) == fold(name) != fold(entry.title):
        span = places.get("acronym", entry.parsed.title_span)
        return Related(path=entry.path, span=span, message=f"acronym '{fields.acronym}' of {entry.title}")
    what = "the title" if fold(entry.title) == fold(name) else f"the id '{entry.id}' of"
    return Related(path=entry.path, span=entry.parsed.title_span, message=f"{what} {entry.title}")
