"""A finding as a good compiler writes it: where, what, the author's own line, and the way out."""

from collections.abc import Iterator

from lexigraph.check.report.cause import Cause, causes
from lexigraph.check.report.concise import head, place
from lexigraph.check.report.excerpt import excerpt, harmless
from lexigraph.check.report.view import View, way_out
from lexigraph.model import Diagnostic

__all__ = ["full"]

_FURTHER = 12
"""Places that explain a finding and are printed; more are counted."""
_PLACES = 3
"""Other places of one cause that are printed; more are counted."""


def full(diagnostics: tuple[Diagnostic, ...], view: View) -> str:
    """Each cause once, with a blank line between two."""
    return "\n".join("".join(f"{line}\n" for line in _lines(cause, view)) for cause in causes(diagnostics))


def _lines(cause: Cause, view: View) -> Iterator[str]:
    first, prefix = cause.first, view.prefix
    here = [related for related in first.related if (related.path, related.span) == (first.path, first.span)]
    yield head(first, prefix)
    yield from excerpt(first.path, first.span, view.lines_of, here[0].message if here else "")
    further = [related for related in first.related if related not in here]
    for related in further[:_FURTHER]:
        yield f"  also: {place(prefix + related.path, related.span)} {harmless(related.message)}"
    if len(further) > _FURTHER:
        yield f"  also: … and {len(further) - _FURTHER} more"
    shown = cause.others if len(cause.others) <= _PLACES else cause.others[: _PLACES - 1]
    for other in shown:
        yield f"  also: {place(prefix + other.path, other.span)} {cause.same}"
    if len(cause.others) > len(shown):
        yield f"  also: … and {len(cause.others) - len(shown)} more"
    if help := way_out(first):
        yield f"  help: {harmless(help)}"
