"""An id that a topic or a page of the site has already.

The entry keeps its address, and the page that the site makes for everybody gives way: `tags/` becomes
`all-tags/`, so that links to it from elsewhere lead to an entry they did not mean. A topic's name on an entry
outside the topic makes two things of one name.

```
tags.md            # at the top of the content; the list of all tags moves to 'all-tags/'
```

Rename the entry, or put it into the folder of a topic.
"""

from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["GENERATED", "RULE", "findings"]

RULE = Rule("W103", "reserved-id", __doc__)

GENERATED = frozenset(
    {"404", "a-z", "explore", "path", "questions", "reading-order", "recent", "statistics", "tags", "wanted"}
)
"""Names of the pages that a site has at its top beside the topics."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each entry at the top that is called like a page, and each entry called like another topic."""
    topics = frozenset(graph.topics)
    for entry in graph.entries.values():
        name = entry.id.rpartition("/")[2]
        if name in GENERATED and not entry.topic:
            yield _finding(entry, f"'{name}' is the address of a page of the site, which moves to 'all-{name}'")
        elif name in topics and entry.topic != name:
            moves = "" if entry.topic else f", whose page moves to 'all-{name}'"
            yield _finding(entry, f"'{name}' is the name of a topic{moves}")


def _finding(entry: EntryNode, message: str) -> Diagnostic:
    return RULE.at(
        entry.path,
        entry.parsed.title_span,
        message,
        help=f"give it another id: lexigraph rename {entry.id} <new-id>",
        entry=entry.id,
        subject=entry.id,
    )
