"""What a report is made from."""

from dataclasses import dataclass

from lexigraph.change.report.places import Places
from lexigraph.check.introduced import Comparison
from lexigraph.query.difference import Difference

__all__ = ["Report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A difference with what else a reviewer wants to know."""

    difference: Difference
    checks: Comparison | None = None
    """Findings before and after; None: nothing was checked, and nothing is said of it."""
    places: Places = Places()  # noqa: RUF009 - immutable
    """Where the links of the report lead."""
