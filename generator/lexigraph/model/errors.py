"""The base of all errors that say that the program was misused."""

from collections.abc import Sequence

__all__ = ["CannotChange", "LexigraphError"]


class LexigraphError(Exception):
    """What a caller asked for cannot be. Problems in content are diagnostics, never exceptions."""


class CannotChange(LexigraphError, ValueError):
    """The change would write over something, or names what is not there. Nothing was written."""

    def __init__(self, message: str, *, entries: Sequence[str] = (), rows: Sequence[str] = (), help: str = "") -> None:
        self.message = message
        """What is in the way: lower case, no full stop."""
        self.entries = tuple(entries)
        """Ids of the entries that are."""
        self.rows = tuple(rows)
        """Further lines: files, findings."""
        self.help = help
        """What to do; may be empty."""
        super().__init__(message)

    def __reduce__(self) -> tuple[type["CannotChange"], tuple[str]]:
        """Make it picklable."""
        return CannotChange, (self.message,)
