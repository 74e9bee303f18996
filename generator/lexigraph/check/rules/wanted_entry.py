"""A wikilink to a name that no entry has.

A wikilink may run ahead of the writing: the reader is led to the name's place on the Wanted page, where
whoever wants to write it finds every sentence that speaks of it. It is reported because it may be a slip.

```
as [[fine tunning]] does
```

Mend the name, or write the entry.
"""

from collections.abc import Iterator

from lexigraph.check.facts.references import loose_links
from lexigraph.check.words.did_you_mean import DidYouMean
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W402", "wanted-entry", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each wikilink to nothing."""
    near = DidYouMean(graph)
    for item, written in loose_links(graph):
        if written.form == "wikilink" and not item.candidates:
            yield RULE.at(
                item.path,
                item.span,
                f"no entry has the name '{item.name}'",
                help=near.nearest(item.name, "write the entry; until then the link leads to the Wanted page"),
                entry=item.source,
                subject=item.name,
            )
