"""What a caller may have asked wrongly. Problems in content are diagnostics, never exceptions."""

from lexigraph.model import CannotChange, FileChanged, LexigraphError, UnknownRule

__all__ = [
    "AmbiguousName", "CannotChange", "CannotLoad", "FileChanged", "LexigraphError", "UnknownEntry", "UnknownFormat",
    "UnknownRelation", "UnknownRule",
]  # fmt: skip


class UnknownEntry(LexigraphError, KeyError):
    """No entry has the name, or no question the id."""

    def __init__(self, name: str, suggestions: tuple[str, ...] = (), *, what: str = "entry") -> None:
        self.name = name
        self.suggestions = suggestions
        """Ids of the nearest entries or questions, at most three."""
        nearest = f"; nearest: {', '.join(suggestions)}" if suggestions else ""
        super().__init__(f"no {what} {name!r}{nearest}")

    def __str__(self) -> str:
        return str(self.args[0])


class AmbiguousName(LexigraphError, KeyError):
    """Several entries have the name."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        self.name = name
        self.candidates = candidates
        """Ids, by path of the file."""
        super().__init__(f"{name!r} may mean {len(candidates)} entries: {', '.join(candidates)}")

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownRelation(LexigraphError, ValueError):
    """The vocabulary has no relation with the key."""

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        self.word = word
        self.known = known
        super().__init__(f"no relation {word!r}; relations are {', '.join(known)}")


class UnknownFormat(LexigraphError, ValueError):
    """There is no export format of that name."""

    def __init__(self, word: str, known: tuple[str, ...]) -> None:
        self.word = word
        self.known = known
        super().__init__(f"no format {word!r}; formats are {', '.join(known)}")


class CannotLoad(LexigraphError, OSError):
    """The source is no knowledge base."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"cannot load {source!r}: {reason}")
