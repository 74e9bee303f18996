"""Rules that do not run for some paths: `paths` in the scheme's `check` settings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from lexigraph.check.selection import of_scheme
from lexigraph.model import Rule, Scheme

__all__ = ["exempt"]

_DEEPEST = 50
"""Segments of a glob; a longer one matches nothing."""


def exempt(rules: Sequence[Rule], scheme: Scheme) -> Callable[[str, str], bool]:
    """Whether a file, by path, is exempt from a rule, by name: called with the rule, then the path.

    `paths: {"landscape/**": {ignore: [3xx]}}`: `*`, `?` and `[…]` stop at a slash, `**` does not.
    """
    ignored = tuple(_ignored(rules, scheme))

    def is_exempt(rule: str, path: str) -> bool:
        return any(rule in names and _matches(glob, tuple(path.split("/"))) for glob, names in ignored)

    return is_exempt


def _ignored(rules: Sequence[Rule], scheme: Scheme) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    paths = scheme.check.get("paths")
    for glob, settings in paths.items() if isinstance(paths, Mapping) else ():
        segments = tuple(str(glob).split("/"))
        if isinstance(settings, Mapping) and len(segments) <= _DEEPEST:
            yield segments, of_scheme(rules, settings.get("ignore"))


@lru_cache(maxsize=4096)
def _matches(glob: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Segment by segment, remembered: as one regular expression a hostile glob could take for ever."""
    if not glob:
        return not path
    if glob[0] == "**":
        return _matches(glob[1:], path) or (bool(path) and _matches(glob, path[1:]))
    return bool(path) and fnmatchcase(path[0], glob[0]) and _matches(glob[1:], path[1:])
