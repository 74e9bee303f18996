"""Which entries a name may mean: zero, one and many are three outcomes, and many is never decided.

Built once by `link`; asked by everything that takes a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lexigraph.names import fold

__all__ = ["NameIndex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameIndex:
    """Names of all entries, one mapping a rung; each name with the ids that claim it, by path of the file."""

    ids: Mapping[str, tuple[str, ...]]
    """Ids, and redirects' old ids, as they are."""
    paths: Mapping[str, tuple[str, ...]]
    """Paths without `.md` (`llms/claude`), stems as they are, and redirects' old paths."""
    titles: Mapping[str, tuple[str, ...]]
    """Titles as they are."""
    folded: Mapping[str, tuple[str, ...]]
    """Titles, ids and stems, folded."""
    aliases: Mapping[str, tuple[str, ...]]
    """Aliases and acronyms, folded."""

    def candidates(self, name: str) -> tuple[str, ...]:
        """Ids of the entries that have the name, by the first rung that knows it.

        Rungs: id → path → title → folded title (case, space, hyphen) → alias.
        """
        name = name.strip()
        if found := self.ids.get(name):  # what nearly all references are
            return found
        path = name.removesuffix(".md").strip("/")
        folded = fold(name)
        return (
            self.paths.get(path) or self.titles.get(name) or self.folded.get(folded) or self.aliases.get(folded) or ()
        )

    def claimants(self, name: str) -> tuple[str, ...]:
        """Ids of the entries that have the name by any rung, in order of the rungs; first the `candidates`."""
        name = name.strip()
        path = name.removesuffix(".md").strip("/")
        folded = fold(name)
        rungs = (
            self.ids.get(name), self.paths.get(path), self.titles.get(name), self.folded.get(folded),
            self.aliases.get(folded),
        )  # fmt: skip
        return tuple(dict.fromkeys(id for ids in rungs for id in ids or ()))
