"""Which of the theme's scripts a page needs beside those of every page, by what is on it."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["scripts_for"]

_SCRIPTS: Mapping[str, str] = MappingProxyType(
    {
        " data-lx-filter": "assets/js/filters.js",
        " data-lx-sort": "assets/js/tables.js",
        '<div class="language-mermaid ': "assets/js/diagrams.js",
    }
)
"""What a page holds → the script for it, a path below the site's root. (An author who writes such a word in prose
has a script loaded that finds nothing to do.)"""


def scripts_for(html: str) -> tuple[str, ...]:
    """The scripts for that content."""
    return tuple(script for mark, script in _SCRIPTS.items() if mark in html)
