"""Text of an entry as HTML: segments joined, references led to where they go, names linked.

Nothing here parses Markdown or HTML; what a reference means was decided in `link`.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from lexigraph.graph import Mention
from lexigraph.model import Html, Section, Segment, Text
from lexigraph.page.anchors import heading, landing
from lexigraph.page.markup import element, escaped, quoted
from lexigraph.page.page import TocItem
from lexigraph.page.part import Part
from lexigraph.page.references import lead
from lexigraph.page.sheet import Sheet

__all__ = ["before_headings", "body", "body_with_lead", "join", "remains", "under_headings"]


def join(sheet: Sheet, area: str, segments: Iterable[Segment]) -> Markup:
    """The segments as HTML, with the mentions of that area as links."""
    mentions = sheet.mentions.get(area)
    parts: list[str] = []
    number = -1
    for segment in segments:
        if type(segment) is Html:
            parts.append(_lowered(segment.text) if "h1" in segment.text else segment.text)
        elif type(segment) is Text:
            number += 1
            here = mentions.get(number) if mentions else None
            parts.append(_prose(sheet, segment.raw, here) if here else escaped(segment.raw))
        elif not isinstance(segment, Html | Text):
            parts.append(lead(sheet, segment, _label(sheet, segment.label)))
    return element("".join(parts))  # texts are escaped, the rest is finished HTML


def body(sheet: Sheet) -> Part | None:
    """The text where the author put it: all sections but those whose headings have a place of their own."""
    return _text(sheet, _own_sections(sheet))


def body_with_lead(sheet: Sheet) -> Part | None:
    """The same with the first paragraph, on a page whose head shows something else."""
    document = sheet.document
    lead = f"<p>{join(sheet, 'lead', document.prose.lead)}</p>\n" if document and document.prose.lead else ""
    return _text(sheet, _own_sections(sheet), lead)


def before_headings(sheet: Sheet) -> Part | None:
    """The text before the first heading."""
    return _text(sheet, [(number, section) for number, section in _own_sections(sheet) if not section.level])


def under_headings(sheet: Sheet) -> Part | None:
    """The text from the first heading on."""
    return _text(sheet, [(number, section) for number, section in _own_sections(sheet) if section.level])


def _own_sections(sheet: Sheet) -> list[tuple[int, Section]]:
    """The sections that stay where they are, with their numbers."""
    sections = sheet.document.body.sections if sheet.document else ()
    return [(number, section) for number, section in enumerate(sections) if not section.role]


def _text(sheet: Sheet, sections: Sequence[tuple[int, Section]], lead: str = "") -> Part | None:
    parts = [lead]
    toc: list[TocItem] = []
    levels = list(_levels(section.level for _, section in sections))
    for place, (number, section) in enumerate(sections):
        if _has_text(section) or any(_below(sections[place:], section)):
            parts.append(_heading(sheet, section, levels[place], toc))
            parts.append(_blocks(sheet, number, section))
        else:
            parts.append(landing((section.anchor,)))
    html = "".join(parts).strip()
    return Part(html=element(f'<div class="lx-body">\n{html}\n</div>\n'), toc=tuple(toc)) if html else None


def remains(sheet: Sheet, role: str, anchors: Sequence[str] = ()) -> tuple[str, Markup]:
    """The anchor of the structured heading, and the text under it that could not be lifted.

    Also landings for its other headings, but those in `anchors`, which the lifted items carry. The anchor is
    empty when the document has no such heading.
    """
    sections = sheet.document.body.sections if sheet.document else ()
    found = [(number, section) for number, section in enumerate(sections) if section.role == role]
    if not found:
        return "", Markup("")
    first = found[0][1].anchor
    parts: list[str] = []
    for number, section in found:
        printed = _has_text(section)
        if section.anchor != first and section.anchor not in anchors:
            parts.append(_heading(sheet, section, 3, []) if printed else landing((section.anchor,)))
        if printed:
            parts.append(_blocks(sheet, number, section))
    return first, Markup("".join(parts))  # noqa: S704 - joined from finished HTML


def _blocks(sheet: Sheet, number: int, section: Section) -> Markup:
    segments: list[Segment] = []
    for block in section.blocks:
        if block.anchor:
            segments.append(Html(landing((block.anchor,))))
        segments.extend(block.segments)
    return join(sheet, f"section/{number}", segments)


def _heading(sheet: Sheet, section: Section, level: int, toc: list[TocItem]) -> Markup:
    """The heading of the section; it is noted in `toc`."""
    title = section.title.strip()
    if not section.level or not title:
        return landing((section.anchor,))
    if level == 2 or (level == 3 and not toc):
        toc.append(TocItem(title, section.anchor, 2))
    elif level == 3:
        last = toc[-1]
        toc[-1] = TocItem(last.title, last.anchor, 2, (*last.children, TocItem(title, section.anchor, 3)))
    return heading(level, section.anchor, _label(sheet, section.heading)) + Markup("\n")


def _levels(written: Iterable[int]) -> Iterator[int]:
    """The levels on the page: the outermost is 2, and none is left out on the way down."""
    open_levels: list[int] = []
    for level in written:
        if level:
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
        yield min(6, len(open_levels) + 1)


def _has_text(section: Section) -> bool:
    return any(
        bool(segment.text.strip()) if type(segment) is Html else bool(segment.raw.strip()) if type(segment) is Text
        else True
        for segment in section.segments
    )  # fmt: skip


def _below(sections: Sequence[tuple[int, Section]], top: Section) -> Iterator[bool]:
    """For each section below the first of these, whether it has text."""
    for _, section in sections[1:]:
        if section.level <= top.level:
            return
        yield _has_text(section)


def _label(sheet: Sheet, segments: Sequence[Segment]) -> Markup:
    """What a link or heading shows: no mention is linked in it."""
    if len(segments) == 1 and type(segments[0]) is Text:
        return element(escaped(segments[0].raw))
    return join(sheet, "", segments)


def _prose(sheet: Sheet, raw: str, mentions: Iterable[Mention]) -> str:
    parts: list[str] = []
    at = 0
    for mention in mentions:
        if mention.start < at:
            continue
        target, href = quoted(mention.target), sheet.href_of(mention.target)
        parts.append(escaped(raw[at : mention.start]))
        name = escaped(raw[mention.start : mention.end])
        parts.append(f'<a class="lx-mention" data-lx="{target}" href="{href}">{name}</a>')
        at = mention.end
    parts.append(escaped(raw[at:]))
    return "".join(parts)


def _lowered(html: str) -> str:
    """The HTML with headings of level 1, which an author wrote as HTML, at level 2: the page has its own."""
    return html.replace("<h1>", "<h2>").replace("<h1 ", "<h2 ").replace("</h1>", "</h2>")
