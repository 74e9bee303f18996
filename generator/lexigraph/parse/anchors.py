"""Fragments of one page: unique, stable, and none that the page itself uses."""

import re
from functools import lru_cache

from lexigraph.names import slug

__all__ = ["Anchors", "written_anchor"]

_slug = lru_cache(maxsize=4096)(slug)

_RESERVED = ("lx-", "fn-", "fnref-", "__")
"""Beginnings of ids that templates, footnotes and Material for MkDocs give."""

_WRITTEN = re.compile(r"[ \t]*\{[ \t]*#([^\s{}#\"'<>&]{1,200})[ \t]*\}[ \t]*$")


def written_anchor(content: str) -> tuple[str, str]:
    """The content without the `{#id}` at its end, and that id; empty when there is none."""
    if not content.endswith("}") or (match := _WRITTEN.search(content, max(len(content) - 250, 0))) is None:
        return content, ""
    return content[: match.start()], match[1]


class Anchors:
    """The anchors of one page, or the ids of one file, that are taken."""

    __slots__ = ("_numbers", "_taken")

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    @property
    def taken(self) -> frozenset[str]:
        """Those that are taken so far."""
        return frozenset(self._taken)

    def claim(self, text: str) -> str:
        """A new anchor made from a text: its slug, with a number where that is taken."""
        return self._numbered(_slug(text)[:100].strip("-") or "section")

    def written(self, anchor: str) -> str:
        """The anchor as its author wrote it, with a number where that is taken."""
        return self._numbered(anchor)

    def take(self, anchor: str) -> bool:
        """Take the anchor; False when it is taken or reserved."""
        if anchor in self._taken or anchor.lower().startswith(_RESERVED):
            return False
        self._taken.add(anchor)
        return True

    def _numbered(self, anchor: str) -> str:
        if anchor.lower().startswith(_RESERVED):
            anchor = f"x-{anchor}"
        found = anchor
        while found in self._taken:
            number = self._numbers[anchor] = self._numbers.get(anchor, 1) + 1
            found = f"{anchor}-{number}"
        self._taken.add(found)
        return found
