"""Where a graph comes from, and when two graphs are equal."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from lexigraph.concept_graph.errors import ReadOnlyGraph
from lexigraph.graph import Graph

__all__ = ["Identity"]


class Identity:
    """Two graphs are equal when entries, relations, links, questions and scheme are, wherever they were read from.

    Source, diagnostics, lines and addresses do not count. What is compared is a fingerprint, made when it is first
    asked for and kept.
    """

    linked: Graph

    @property
    def source(self) -> Path | str:
        """The content folder, or the file that it was read from; the address of a site, as a `str`.

        >>> graph.source.name
        'content'
        """
        published = self.linked.published
        if published is None:
            return self.linked.root
        return published.source if published.is_address else Path(published.source)

    @property
    def read_only(self) -> bool:
        """True for a graph that was read from a file or a site, which has no Markdown files that could change, and for
        a neighbourhood, which does not know who refers to it.

        >>> graph.read_only
        False
        """
        return self.linked.published is not None or self.linked.is_part

    @property
    def built_from(self) -> str | None:
        """Hash of the last commit that touched the content; None when nothing knows of one.

        >>> lexigraph.load("notes").built_from is None
        True
        """
        return self._built_from

    @cached_property
    def _built_from(self) -> str | None:
        from lexigraph.history import last_commit

        published = self.linked.published
        return (published.built_from if published is not None else last_commit(self.linked.root)) or None

    @property
    def fingerprint(self) -> str:
        """What two graphs have in common that are equal: a hash, in hexadecimal digits."""
        return self._fingerprint

    @cached_property
    def _fingerprint(self) -> str:
        from lexigraph.query.fingerprint import fingerprint

        return fingerprint(self.linked)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Identity):
            return NotImplemented
        return self is other or self.linked is other.linked or self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def require_files(self, what: str) -> None:
        """Refuse what only a folder of Markdown can do: be `changed`, as a whole, and be `checked`.

        Raises:
            ReadOnlyGraph: there are no files, or it is a part that would be changed.
        """
        if self.linked.published is not None:
            raise ReadOnlyGraph(str(self.source), what)
        if self.linked.is_part and what == "changed":
            raise ReadOnlyGraph(str(self.source), what, is_part=True)
