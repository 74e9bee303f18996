"""A page as its parts in order: each a section under its own heading, from which the contents follow."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from lexigraph.page.anchors import heading
from lexigraph.page.markup import element
from lexigraph.page.page import Content, TocItem
from lexigraph.page.template import fill

__all__ = ["Part", "assemble", "parts_of"]

_FEWEST_CONTENTS = 3
"""Sections from which on a page lists its contents where the sidebar that holds them is hidden."""


if TYPE_CHECKING:
    from lexigraph.page.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a page, rendered."""

    html: Markup
    """What stands under the heading; the whole part when it has no title."""
    title: str = ""
    """Plain text; empty: no heading of its own."""
    anchor: str = ""
    """Fragment of its heading."""
    css: str = ""
    """Classes of the section beside `lx-section`."""
    toc: tuple[TocItem, ...] = ()
    """Headings in `html`: of level 3, or of level 2 when the part has no title."""
    is_derived: bool = False
    """True when it is made from other entries, which search leaves out."""

    @property
    def contents(self) -> tuple[TocItem, ...]:
        """What it adds to the table of contents."""
        return (TocItem(self.title, self.anchor, 2, self.toc),) if self.title else self.toc

    @property
    def section(self) -> Markup:
        """The part as HTML with its heading."""
        if not self.title:
            return self.html
        head = heading(2, self.anchor, escape(self.title), is_derived=self.is_derived)
        css = f"lx-section {self.css}".rstrip()
        return element(f'<section class="{css}">\n{head}\n{self.html}</section>\n')


_NOT_WRITTEN = Part(html=Markup('<span id="lx-not-written" hidden>not written yet</span>\n'))
"""What `aria-describedby` of a link to a wanted name points at."""


def parts_of(sheet: "Sheet", slots: Iterable[Callable[..., Part | None]]) -> tuple[Part, ...]:
    """The parts that the slots make of a sheet, in their order, without those that have nothing to show.

    After them stands the description of the links to names that no entry has, when there are any.
    """
    parts = tuple(part for slot in slots if (part := slot(sheet)) is not None)
    return (*parts, _NOT_WRITTEN) if sheet.wants else parts


def assemble(head: Markup, parts: Iterable[Part], *, with_contents: bool = True) -> Content:
    """The page: its head, its contents where they are long, its parts."""
    parts = tuple(parts)
    toc = tuple(item for part in parts for item in part.contents)
    contents = fill("contents.html", items=toc) if with_contents and len(toc) >= _FEWEST_CONTENTS else ""
    return Content(html="".join((head, contents, *(part.section for part in parts))), toc=toc)
