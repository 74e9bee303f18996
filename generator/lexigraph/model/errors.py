"""Errors say that the program was misused: the base of all, and those of which several stages speak."""

from collections.abc import Callable, Sequence

__all__ = [
    "CannotChange", "CannotLoad", "FileChanged", "LexigraphError", "MissingExtra", "ReadOnlyGraph", "UnknownRule",
    "UnsupportedSchema",
]  # fmt: skip


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


class MissingExtra(LexigraphError, ImportError):
    """What was asked for needs a package that is not installed; the message is the line that installs it."""

    def __init__(self, extra: str, install: str = "") -> None:
        self.extra = extra
        """Of this distribution (`parquet`), or the name of the package itself (`pandas`)."""
        self.install = install or f"lexigraph[{extra}]"
        """What pip is to install."""
        super().__init__(f'pip install "{self.install}"')


class CannotLoad(LexigraphError, OSError):
    """The source is no knowledge base, or cannot be reached."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        """As asked for."""
        self.reason = reason
        """Why not: lower case, no full stop."""
        super().__init__(f"cannot load {source!r}: {reason}")


class UnsupportedSchema(LexigraphError, ValueError):
    """The file was written by a version that gave its keys another meaning."""

    def __init__(self, found: int, supported: int, source: str = "") -> None:
        self.found = found
        """Number of the file's schema."""
        self.supported = supported
        """Number of the schema that this version reads."""
        self.source = source
        """The file or address; may be empty."""
        way_out = (
            "upgrade this program: pip install --upgrade lexigraph"
            if found > supported
            else "build the site again with this version of lexigraph"
        )
        where = f"{source!r} has" if source else "this is"
        super().__init__(f"{where} schema {found}, and this version of lexigraph reads schema {supported}; {way_out}")


class ReadOnlyGraph(LexigraphError, TypeError):
    """The graph was read from a file or a site, so there are no Markdown files to look at or to change; or it is a
    neighbourhood, which does not know who refers to it."""

    def __init__(self, source: str, what: str = "changed", *, is_part: bool = False) -> None:
        self.source = source
        """Where the graph was read from."""
        why = (
            "it is a part of a graph; change the whole"
            if is_part
            else "it has no Markdown files; load the folder that it was made from"
        )
        super().__init__(f"{source!r} cannot be {what}: {why}")


class UnknownRule(LexigraphError, ValueError):
    """A selector that names no rule."""

    def __init__(self, word: str, suggestions: tuple[str, ...], known: tuple[str, ...]) -> None:
        self.word = word
        """As asked for."""
        self.suggestions = suggestions
        """Names of the nearest rules, nearest first; at most three."""
        self.known = known
        """Names of all rules, in order of their codes."""
        nearest = f"; nearest: {', '.join(suggestions)}" if suggestions else ""
        super().__init__(f"no rule '{word}'{nearest}")
