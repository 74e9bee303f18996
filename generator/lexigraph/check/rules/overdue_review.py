"""An entry whose next review is due: `last_reviewed` plus `review_every` days is past.

Its author said how long such a text stays true. After that a reader can no longer rely on the date it carries.

```
last_reviewed: 2025-01-15
review_every: 180
```

Read it against its sources, mend what changed, and set `last_reviewed`; or give it more time with a larger
`review_every`.
"""

from collections.abc import Iterator
from datetime import date

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule
from lexigraph.query.overdue import overdue
from lexigraph.wording import counted

__all__ = ["RULE", "findings"]

RULE = Rule("I507", "overdue-review", __doc__)


def findings(graph: Graph, today: date) -> Iterator[Diagnostic]:
    """One for each such entry that is not deprecated."""
    for id, due in overdue(graph, today).items():
        entry = graph.entries[id]
        late = (today - due).days
        yield RULE.at(
            entry.path,
            entry.parsed.places.get("last_reviewed", entry.parsed.title_span),
            f"a review was due on {due}, {counted(late, 'day', 'days')} ago",
            help="look it over and set 'last_reviewed', or give it more time with a larger 'review_every'",
            entry=id,
        )
