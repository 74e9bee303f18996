"""What structured headings became: takeaways, frequently asked questions, exercises."""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from lexigraph.model import Item
from lexigraph.page.anchors import heading, landing
from lexigraph.page.body import join, remains
from lexigraph.page.page import TocItem
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet

__all__ = ["exercises", "faq", "lifted", "takeaways"]


def lifted(
    sheet: Sheet, role: str, title: str, css: str, items: Markup, *,
    toc: tuple[TocItem, ...] = (), anchors: Sequence[str] = (), is_derived: bool = False,
) -> Part | None:  # fmt: skip
    """The part of a structured heading: what could not be lifted from under it, then the items.

    Without items and text there is no part; a link to the heading then lands where it would be.
    """
    anchor, text = remains(sheet, role, anchors)
    has_text = bool(text.striptags().strip()) or "<img" in text
    if not items and not has_text:
        return Part(html=Markup('<span id="{}"></span>{}\n').format(anchor, text)) if anchor else None
    return Part(
        title=title, anchor=anchor or sheet.anchors.claim(role), css=css, html=text + items, toc=toc,
        is_derived=is_derived,
    )  # fmt: skip


def takeaways(sheet: Sheet) -> Part | None:
    """Key takeaways as a list."""
    items = sheet.document.prose.takeaways if sheet.document else ()
    return lifted(sheet, "takeaways", "Key takeaways", "lx-takeaways", _list(sheet, "ul", "takeaway", items))


def exercises(sheet: Sheet) -> Part | None:
    """Exercises as a numbered list."""
    items = sheet.document.prose.exercises if sheet.document else ()
    return lifted(sheet, "exercises", "Exercises", "lx-exercises", _list(sheet, "ol", "exercise", items))


def faq(sheet: Sheet) -> Part | None:
    """Frequently asked questions, open on the page, each with an anchor of its own."""
    items = sheet.document.prose.faq if sheet.document else ()
    html = Markup("").join(
        (heading(3, item.anchor, escape(item.question)) if item.question else landing((item.anchor,)))
        + Markup("\n")
        + join(sheet, f"faq/{number}", item.segments)
        for number, item in enumerate(items)
    )
    is_empty = not any(item.question or item.text for item in items)
    return lifted(
        sheet, "faq", "Frequently asked questions", "lx-faq", Markup("") if is_empty else html,
        toc=tuple(TocItem(item.question, item.anchor, 3) for item in items if item.question),
        anchors=() if is_empty else tuple(item.anchor for item in items),
    )  # fmt: skip


def _list(sheet: Sheet, tag: str, area: str, items: Sequence[Item]) -> Markup:
    if not items:
        return Markup("")
    rows = Markup("").join(
        Markup("<li>{}</li>\n").format(join(sheet, f"{area}/{number}", item.segments))
        for number, item in enumerate(items)
    )
    return Markup("<{}>\n{}</{}>\n").format(tag, rows, tag)


Slot = Callable[[Sheet], Part | None]
"""Makes one part of a page; None when there is nothing to show."""
