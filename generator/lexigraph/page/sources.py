"""Sources and further reading: numbered, with the ways back to where they are cited."""

from typing import NamedTuple

from markupsafe import Markup

from lexigraph.model import Source, SourceItem
from lexigraph.page.body import join
from lexigraph.page.lifted import lifted
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.parse.addresses import leads_outside

__all__ = ["sources"]


class _Row(NamedTuple):
    anchor: str
    written: Markup
    """As the author wrote it under a heading; empty for a source of the front matter alone."""
    title: str
    address: str
    name: str
    """`doi:…` or `arXiv:…`; empty when it has neither."""
    year: int | None
    back: tuple[str, ...]
    """Fragments of the places that cite it."""


def sources(sheet: Sheet) -> Part | None:
    """The sources of the front matter, which are cited by number, then those written under a heading."""
    document = sheet.document
    if document is None:
        return None
    reading = document.prose.reading
    written = {item.source.address: number for number, item in enumerate(reading) if item.source.address}
    rows: list[_Row] = []
    for index, source in enumerate(sheet.citations.sources):
        number = written.pop(source.address, None) if source.address else None
        text = _written(sheet, reading[number], number) if number is not None else Markup("")
        back = tuple(sheet.citations.places.get(index, ()))
        rows.append(_row(source, sheet.citations.fragment(index), text, back))
    cited = {source.address for source in sheet.citations.sources if source.address}
    for number, item in enumerate(reading):
        if not item.source.address or item.source.address not in cited:
            rows.append(_row(item.source, "", _written(sheet, item, number), ()))
    html = fill("sources.html", rows=rows) if rows else Markup("")
    title = "Sources" if document.fields.sources else "Further reading"
    return lifted(sheet, "sources", title, "", html)


def _written(sheet: Sheet, item: SourceItem, number: int) -> Markup:
    return join(sheet, f"reading/{number}", item.segments)


def _row(source: Source, anchor: str, written: Markup, back: tuple[str, ...]) -> _Row:
    address = source.address if leads_outside(source.address) else ""
    name = f"doi:{source.doi}" if source.doi else f"arXiv:{source.arxiv}" if source.arxiv else ""
    title = source.title or source.address or source.id
    return _Row(anchor, written, title, address, name, source.year, back)
