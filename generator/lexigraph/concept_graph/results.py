"""Result sequences: tuples with manners."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, SupportsIndex, TypeVar, overload

from lexigraph.model import Diagnostic, Severity

__all__ = ["Diagnostics", "Results"]

T = TypeVar("T", covariant=True)
_SHOWN = 20


class Results(tuple[T, ...], Generic[T]):
    """A tuple whose slices are of its own class and whose `repr` is a list of the first 20 rows."""

    __slots__ = ()

    def __new__(cls, items: Iterable[T] = ()) -> Results[T]:
        """Take any iterable, like `tuple`."""
        return super().__new__(cls, items)

    @overload
    def __getitem__(self, key: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> Results[T]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> T | Results[T]:
        if isinstance(key, slice):
            return type(self)(super().__getitem__(key))
        return super().__getitem__(key)

    def __repr__(self) -> str:
        rows = [f"  {item!r}," for item in self[:_SHOWN]]
        if len(self) > _SHOWN:
            rows.append(f"  … and {len(self) - _SHOWN} more")
        return "\n".join(["[", *rows, "]"]) if rows else "[]"


class Diagnostics(Results[Diagnostic]):
    """Findings, with the questions one asks of them."""

    __slots__ = ()

    @property
    def errors(self) -> Diagnostics:
        """Those of severity error."""
        return Diagnostics(finding for finding in self if finding.severity is Severity.ERROR)

    @property
    def warnings(self) -> Diagnostics:
        """Those of severity warning."""
        return Diagnostics(finding for finding in self if finding.severity is Severity.WARNING)

    @property
    def ok(self) -> bool:
        """True when there are no errors."""
        return not self.errors

    @property
    def clean(self) -> bool:
        """True when there is no finding at all."""
        return not self
