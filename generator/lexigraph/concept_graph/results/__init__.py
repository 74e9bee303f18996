"""Result sequences: tuples with manners."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, NoReturn, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    from typing import Self

    import pandas
    import polars

    from lexigraph.concept_graph.diagnostic import Diagnostic  # noqa: F401 - in the base of Diagnostics, quoted

__all__ = ["Diagnostics", "Results"]

T = TypeVar("T", covariant=True)


class Results(tuple[T, ...], Generic[T]):
    """A tuple that shows itself as a table and turns into records and frames; a slice is of the same class.

    >>> models = graph.entries(kind="model")
    >>> models[0].kind, type(models[:5]).__name__, len(models[:5])
    ('model', 'Results', 5)
    >>> models[:1].to_records()[0]["kind"]
    'model'
    """

    _of: type | None

    def __new__(cls, items: Iterable[T] = (), *, of: type | None = None) -> Self:
        """Take any iterable, like `tuple`; `of` is the class of the items, for when there are none."""
        made = super().__new__(cls, items)
        object.__setattr__(made, "_of", of if of is not None or not made else type(made[0]))
        return made

    @overload
    def __getitem__(self, key: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    def __getitem__(self, key: SupportsIndex | slice) -> T | Self:
        if isinstance(key, slice):
            return type(self)(super().__getitem__(key), of=self._of)
        return super().__getitem__(key)

    def to_records(self) -> list[dict[str, Any]]:
        """A row for each, in order: the rows of the CSV export, lists as lists and dates as dates.

        All have the same keys. Entries and questions stand as their ids; what is empty is there too.

        >>> graph["RAG"].relations("uses").to_records()[0]["dst"]
        'dense-retrieval'
        """
        from lexigraph.concept_graph.results.rows import row_type

        return [row_type(type(item).__name__).row(item) for item in self]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows of `to_records` as a frame of your own pandas; it has all columns even when there are no rows.

        Raises:
            MissingExtra: pandas is not installed.

        >>> frame = graph.entries(kind="model").to_pandas()
        >>> list(frame.columns[:5])
        ['id', 'title', 'kind', 'topic', 'definition']
        """
        from lexigraph.concept_graph.results.frames import pandas_frame

        return pandas_frame(self.columns, self.to_records())

    def to_polars(self) -> polars.DataFrame:
        """The rows of `to_records` as a frame of your own polars; it has all columns even when there are no rows.

        Raises:
            MissingExtra: polars is not installed.

        >>> frame = graph.entries(kind="model").to_polars()
        >>> frame["kind"].unique().to_list()
        ['model']
        """
        from lexigraph.concept_graph.results.frames import polars_frame

        return polars_frame(self.columns, self.to_records())

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its records, in order; empty when there is nothing and no saying of what.

        >>> graph.relations().columns[:3]
        ('src', 'dst', 'relation')
        """
        from lexigraph.concept_graph.results.rows import row_type

        return row_type(self._of.__name__).columns if self._of is not None else ()

    def __repr__(self) -> str:
        from lexigraph.concept_graph.results.display import as_text

        return as_text(self) if self else "[]"

    def _repr_html_(self) -> str:
        from lexigraph.concept_graph.results.display import as_html

        return as_html(self)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed", name=name, obj=self)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed", name=name, obj=self)

    def __reduce__(self) -> tuple[object, ...]:
        return _results, (type(self), tuple(self), self._of)


def _results(cls: type[Results[T]], items: tuple[T, ...], of: type | None) -> Results[T]:
    return cls(items, of=of)


class Diagnostics(Results["Diagnostic"]):
    """Findings, with the questions one asks of them.

    >>> graph.diagnostics.ok
    True
    """

    @property
    def errors(self) -> Diagnostics:
        """Those of severity error, in the same order."""
        return Diagnostics((finding for finding in self if finding.severity == "error"), of=self._of)

    @property
    def warnings(self) -> Diagnostics:
        """Those of severity warning, in the same order."""
        return Diagnostics((finding for finding in self if finding.severity == "warning"), of=self._of)

    @property
    def ok(self) -> bool:
        """True when there are no errors."""
        return not self.errors

    @property
    def clean(self) -> bool:
        """True when there is no finding at all."""
        return not self
