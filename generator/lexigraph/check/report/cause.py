"""One cause, one message: findings that one change would mend, gathered under the first of them."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from lexigraph.model import Diagnostic
from lexigraph.names import fold

__all__ = ["Cause", "causes"]

_BY_NAME = frozenset({"unknown-entry", "wanted-entry"})
"""Rules whose findings have one cause when their subjects are one name."""
_BY_FILE = frozenset({"broken-link"})
"""Rules whose findings have one cause when their subjects are one path."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding, and the others that say the same of other places."""

    first: Diagnostic
    others: tuple[Diagnostic, ...] = ()

    @property
    def same(self) -> str:
        """What the others share with the first."""
        return "the same path" if self.first.rule in _BY_FILE else "the same name"


def causes(diagnostics: Iterable[Diagnostic]) -> tuple[Cause, ...]:
    """The findings by cause, in order of the first place of each."""
    groups: dict[tuple[str, ...] | int, list[Diagnostic]] = {}
    for number, diagnostic in enumerate(diagnostics):
        key = _key(diagnostic)
        groups.setdefault(number if key is None else key, []).append(diagnostic)
    return tuple(Cause(first, tuple(others)) for first, *others in groups.values())


def _key(diagnostic: Diagnostic) -> tuple[str, ...] | None:
    """What findings of one cause share; None for a finding that stands alone."""
    if diagnostic.rule in _BY_NAME:
        return diagnostic.rule, diagnostic.severity, fold(diagnostic.subject)
    if diagnostic.rule in _BY_FILE:
        folder = posixpath.dirname(diagnostic.path)
        return diagnostic.rule, diagnostic.severity, posixpath.normpath(posixpath.join(folder, diagnostic.subject))
    return None
