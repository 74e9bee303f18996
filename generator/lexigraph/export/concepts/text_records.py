"""The text of a file as a record: as Markdown and as prose, with its headings and with what it refers to.

Places in `markdown` are published, so that whoever reads the record can put other links in place of those that are
there without parsing anything.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lexigraph.export.artifact import Export
from lexigraph.export.plain_values import Record, at, filled, folded, plain_value
from lexigraph.graph import Resolved
from lexigraph.model import ParsedEntry, Reference, Span

__all__ = ["Offsets", "page_record", "text_record"]

_NOT_PUBLISHED = re.compile(r"\0|\r(?=\0*\n)")
"""Characters of a source that its Markdown lacks."""


class Offsets:
    """Turns places in a file into places in its Markdown."""

    def __init__(self, parsed: ParsedEntry) -> None:
        self._start = parsed.body_start
        self._end = len(parsed.source)
        self._lacking = [match.start() for match in _NOT_PUBLISHED.finditer(parsed.source)]

    def range(self, span: Span) -> tuple[int, int] | None:
        """Start and end, in characters from 0; None for what is not in the body, or is nothing there."""
        start, end = span.start - self._start, span.end - self._start
        if start < 0 or end > self._end:
            return None
        if self._lacking:
            start, end = (place - bisect_left(self._lacking, place) for place in (start, end))
        return (start, end) if start < end else None


def page_record(export: Export, parsed: ParsedEntry) -> Record:
    """The text of a topic or of the home page."""
    record = {"path": parsed.path, "title": parsed.title, **at(parsed.title_span), "definition": parsed.definition}
    return filled({**record, **text_record(export, parsed, "")})


def text_record(export: Export, parsed: ParsedEntry, id: str) -> Record:
    """What the file of the entry with that id says below its fields; no id: it is no entry."""
    prose, offsets = parsed.prose, Offsets(parsed)
    links, references = _references(export, parsed, id, offsets)
    return {
        "definition_markdown": _definition_markdown(parsed),
        "definition_span": None if parsed.fields.definition else offsets.range(parsed.definition_span),
        "title_span": offsets.range(parsed.title_span),
        "faq": [{"question": item.question, "answer": folded(item.text), "anchor": item.anchor} for item in prose.faq],
        "takeaways": [folded(item.text) for item in prose.takeaways],
        "exercises": [folded(item.text) for item in prose.exercises],
        "reading": [plain_value(item.source) for item in prose.reading],
        "markdown": parsed.markdown, "markdown_line": _first_line(parsed),
        "text": parsed.text, "headings": list(_headings(parsed)),
        "links": links, "references": references, "is_empty": parsed.is_empty,
    }  # fmt: skip


def _definition_markdown(parsed: ParsedEntry) -> str:
    written: str = plain_value(parsed.fields.definition)
    return "" if written == parsed.definition else written


def _first_line(parsed: ParsedEntry) -> int:
    """The line at which the body begins; 0 for the first, which need not be said."""
    line = parsed.lines.span(parsed.body_start, parsed.body_start).line
    return line if line > 1 else 0


def _headings(parsed: ParsedEntry) -> Iterator[Record]:
    """Each section, with the lines of the prose that it is: its title is the first of them."""
    number = 0
    for area, lines in parsed.text_lines():
        name, _, index = area.partition("/")
        end = number + len(lines)
        if name == "section":
            heading = parsed.headings[int(index)]
            if heading.level or lines:
                said = {"level": heading.level, "title": heading.title, "anchor": heading.anchor}
                yield {**filled(said), "lines": [number, end]}
        number = end


def _references(export: Export, parsed: ParsedEntry, id: str, offsets: Offsets) -> tuple[list[Record], list[Record]]:
    """Links to other entries, and all other references; by place."""
    links: list[Record] = []
    others: list[Record] = []
    embeds = frozenset(parsed.embeds)
    places = export.graph.resolved.get(parsed.path, ())
    for number, (reference, place) in enumerate(zip(parsed.references, places, strict=True)):
        if place is not None and place.entry and place.entry != id and reference.form != "image":
            links.append(_link(parsed, reference, place, offsets))
        else:
            record = _reference(reference, place, offsets)
            others.append({**record, "is_embed": True} if number in embeds else record)
    return links, others


def _link(parsed: ParsedEntry, reference: Reference, place: Resolved, offsets: Offsets) -> Record:
    """A link to another entry; its label stands in the sentence from character `at` on."""
    start, end = reference.sentence_span
    is_known = 0 <= reference.section < len(parsed.headings)
    return filled(
        {
            "target": place.entry, "fragment": place.fragment, "label": reference.sentence[start:end], "at": start,
            "heading": parsed.headings[reference.section].title if is_known else "", "sentence": reference.sentence,
            "form": "" if reference.form == "link" else reference.form, "span": offsets.range(reference.span),
            **at(reference.span),
        }
    )  # fmt: skip


def _reference(reference: Reference, place: Resolved | None, offsets: Offsets) -> Record:
    """Any other reference: as written, and where it leads."""
    leads_to = place if place is not None else Resolved()
    is_address = leads_to.address != ""
    return filled(
        {
            "form": "" if reference.form == "link" else reference.form,
            "target": "" if is_address else reference.target, "fragment": "" if is_address else reference.fragment,
            "title": reference.title, "entry": leads_to.entry, "page": leads_to.page, "file": leads_to.file,
            "address": leads_to.address, "anchor": leads_to.fragment, "span": offsets.range(reference.span),
            **at(reference.span),
        }
    )  # fmt: skip
