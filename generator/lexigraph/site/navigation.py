"""The navigation: the pages that lead to all others, never entries, so that it is as long on every site."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Navigation, Section

from lexigraph.page import Site
from lexigraph.site.page import LexigraphPage

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem

__all__ = ["navigation", "set_parents"]

_LISTINGS = ("a-z", "reading-order", "questions", "explore", "path", "wanted", "recent")
"""Kinds of the single pages that stand below the topics, in this order."""


def navigation(pages: Iterable[LexigraphPage], site: Site) -> Navigation:
    """Home, the topics as one section, then the lists; what the site does not have is left out."""
    by_path = {page.planned.path: page for page in pages}
    singles = {kind: by_path[path] for kind, path in site.special.items() if path in by_path}
    home = [singles["home"]] if "home" in singles else []
    topics = [page for page in by_path.values() if page.planned.kind == "topic"]
    listings = [singles[kind] for kind in _LISTINGS if kind in singles]
    items: list[StructureItem] = [*home]
    if topics:
        section = Section("Topics", [*topics])
        for topic in topics:
            topic.parent = section
        items.append(section)
    return Navigation([*items, *listings], [*home, *topics, *listings])


def set_parents(pages: Mapping[str, LexigraphPage]) -> None:
    """Put each page that is not in the navigation below the page of its folder (an entry below its topic).

    MkDocs marks the parents of the page being read as active, whatever they are, so the topic is marked too.
    """
    for path, page in pages.items():
        if page.parent is None and (parent := _above(path, pages)) is not None:
            page.parent = parent  # type: ignore[assignment]  # MkDocs names sections only, but asks no more of it


def _above(path: str, pages: Mapping[str, LexigraphPage]) -> LexigraphPage | None:
    """The page of the nearest folder above the path that has one, other than the home page."""
    folder = path.rpartition("/")[0]
    while folder:
        for name in (f"{folder}/index.md", f"{folder}.md"):
            if name in pages and name != path:
                return pages[name]
        folder = folder.rpartition("/")[0]
    return None
