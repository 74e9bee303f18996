"""A date in the future, or an entry that was reviewed before it was written.

Dates say how far a text can be trusted; one that cannot be true makes the others doubtful too. Nearly always it is a
slip: a year, or day and month the wrong way round.

```
created: 2026-10-02
last_reviewed: 2026-02-10
```

Write the date on which it was. For a test or a build in the past, `--today DATE` says which day it is.
"""

from collections.abc import Iterator
from datetime import date

from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Diagnostic, Fields, ParsedEntry, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E502", "impossible-date", __doc__)


def findings(graph: Graph, today: date) -> Iterator[Diagnostic]:
    """One for each date and year that lies ahead, and one for each entry whose review came before it."""
    for entry in graph.entries.values():
        parsed = entry.parsed
        for key, day in _dates(parsed.fields):
            if day > today:
                yield _finding(parsed, entry.id, key, f"{day} lies in the future; today is {today}")
        for key, year, latest in _years(parsed.fields, today):
            if year > latest:
                yield _finding(parsed, entry.id, key, f"the year {year} lies in the future; today is {today}")
        fields = parsed.fields
        if fields.created and fields.last_reviewed and fields.last_reviewed < fields.created <= today:
            yield _finding(
                parsed, entry.id, "last_reviewed", f"reviewed on {fields.last_reviewed}, before it was created",
                Related(path=parsed.path, span=parsed.places.get("created", NOWHERE), message="created"),
            )  # fmt: skip


def _dates(fields: Fields) -> Iterator[tuple[str, date]]:
    for key in ("created", "last_reviewed", "state_date", "review_date"):
        day = getattr(fields, key)
        if day is not None:
            yield key, day
    if fields.resolution is not None and fields.resolution.date is not None:
        yield "resolution/date", fields.resolution.date


def _years(fields: Fields, today: date) -> Iterator[tuple[str, int, int]]:
    """Years with the last that is possible: what appears is often dated to the year after."""
    for key, origin in (("origin", fields.origin), ("raised", fields.raised)):
        if origin is not None and origin.year is not None:
            yield f"{key}/year", origin.year, today.year
    for index, source in enumerate(fields.sources):
        if source.year is not None:
            yield f"sources/{index}/year", source.year, today.year + 1


def _finding(parsed: ParsedEntry, id: str, key: str, message: str, *related: Related) -> Diagnostic:
    return RULE.at(
        parsed.path,
        parsed.places.get(key, parsed.title_span),
        message,
        help="write the date on which it was" if "year" not in key else "write the year in which it was",
        related=related,
        entry=id,
        subject=key,
    )
