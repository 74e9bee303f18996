"""The base of all errors that say that the program was misused."""

__all__ = ["LexigraphError"]


class LexigraphError(Exception):
    """What a caller asked for cannot be. Problems in content are diagnostics, never exceptions."""
