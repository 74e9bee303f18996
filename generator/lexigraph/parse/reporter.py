"""Collects the findings of one file while it is read."""

from collections.abc import Sequence

from lexigraph.model import Diagnostic, Edit, LineTable, Related, Rule

__all__ = ["Reporter"]


class Reporter:
    """One file's path and line table, and the findings in it so far."""

    __slots__ = ("_found", "comments", "lines", "path", "text")

    def __init__(self, path: str, text: str, lines: LineTable) -> None:
        self.path = path
        self.text = text
        self.lines = lines
        self._found: list[Diagnostic] = []
        self.comments: list[tuple[int, int]] = []
        """Ranges of YAML comments, where one of them may be a suppression."""

    def add(
        self, rule: Rule, start: int, end: int, message: str, *, help: str = "", subject: str = "",
        related: Sequence[tuple[int, int, str]] = (), edits: Sequence[tuple[int, int, str]] = (), safe: bool = True,
    ) -> None:  # fmt: skip
        """Add a finding at the offsets `start` to `end`; `edits` are `(start, end, replacement)`."""
        self._found.append(
            rule.at(
                self.path, self.lines.span(start, end), message, help=help, subject=subject,
                related=[Related(path=self.path, span=self.lines.span(a, b), message=said) for a, b, said in related],
                edits=[Edit(path=self.path, span=self.lines.span(a, b), text=text) for a, b, text in edits], safe=safe,
            )
        )  # fmt: skip

    def draft(self) -> "Reporter":
        """A reporter of the same file without findings, for an attempt that may fail."""
        return Reporter(self.path, self.text, self.lines)

    def take(self, draft: "Reporter") -> None:
        """Add the findings and comments of an attempt."""
        self._found += draft._found
        self.comments += draft.comments

    @property
    def count(self) -> int:
        """How many findings there are so far."""
        return len(self._found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings in the order of their places."""
        return tuple(sorted(self._found, key=lambda diagnostic: diagnostic.sort_key))
