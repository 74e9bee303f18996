"""Errors say that the program was misused: the base of all, and those of which several stages speak."""

from collections.abc import Callable, Sequence

__all__ = ["CannotChange", "FileChanged", "LexigraphError", "UnknownRule"]


class LexigraphError(Exception):
    """What a caller asked for cannot be. Problems in content are diagnostics, never exceptions."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        """Make it picklable with its data: an exception is otherwise made again by calling its class on its message."""
        return type(self).__new__, (type(self),), {**self.__dict__, "args": self.args}


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


class FileChanged(LexigraphError, RuntimeError):
    """A file is not any more what it was when the change was planned; nothing was written."""

    def __init__(self, path: str) -> None:
        self.path = path
        """Below the content folder."""
        super().__init__(path)

    def __str__(self) -> str:
        return f"{self.path} changed in the meantime; nothing was written"


class UnknownRule(LexigraphError, ValueError):
    """A selector that names no rule."""

    def __init__(self, name: str, suggestions: tuple[str, ...], known: tuple[str, ...]) -> None:
        self.name = name
        """The word as given."""
        self.suggestions = suggestions
        """Names of the nearest rules, nearest first; at most three."""
        self.known = known
        """Names of all rules, in order of their codes."""
        nearest = f"; nearest: {', '.join(suggestions)}" if suggestions else ""
        super().__init__(f"no rule '{name}'{nearest}")
