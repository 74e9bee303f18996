"""What a body looks like as HTML, and what is wrong with it: the eyes of the tests of `parse`."""

import html
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from lexigraph.model import Html, ParsedEntry, Segment, Text

__all__ = ["body_html", "html_of", "misplaced", "mistakes", "texts_of"]

_VOID = {"br", "hr", "img", "input", "wbr", "col"}


def html_of(segments: Iterable[Segment]) -> str:
    """The segments as HTML; a reference is a `ref` element with its number."""
    return "".join(
        part.text
        if isinstance(part, Html)
        else html.escape(part.raw, quote=False)
        if isinstance(part, Text)
        else f"<ref n={part.number}>{html_of(part.label)}</ref>"
        for part in segments
    )


def body_html(entry: ParsedEntry) -> str:
    """All blocks of all sections."""
    return "".join(html_of(section.segments) for section in entry.body.sections)


def texts_of(segments: Iterable[Segment]) -> Iterator[Text]:
    """All texts, those in labels too."""
    for part in segments:
        if isinstance(part, Text):
            yield part
        elif not isinstance(part, Html):
            yield from texts_of(part.label)


class _Balance(HTMLParser):
    """Finds tags that do not match, and what an entry may not contain."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        if tag in ("script", "style", "iframe", "object", "embed", "svg", "form"):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on") or name == "style" or (name in ("href", "src") and (value or "")[:1] != "#"):
                self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}>")


def mistakes(entry: ParsedEntry) -> list[str]:
    """What is wrong with the HTML of an entry: tags out of balance, ids twice, anything that runs or loads."""
    found: list[str] = []
    ids: list[str] = []
    runs = [segments for name, segments in entry.areas() if not name.startswith("section")]
    runs += [block.segments for section in entry.body.sections for block in section.blocks]
    runs += [section.heading for section in entry.body.sections]
    for segments in runs:
        balance = _Balance()
        balance.feed(html_of(segments))
        balance.close()
        found += balance.found + [f"<{tag}> open" for tag in balance.open]
        ids += balance.ids
    ids += [section.anchor for section in entry.body.sections if section.anchor]
    ids += [item.anchor for item in entry.questions]
    return found + sorted({f"id {anchor} twice" for anchor in ids if ids.count(anchor) > 1})


def misplaced(entry: ParsedEntry, text: str) -> list[str]:
    """Texts and references that do not stand where they say: at the same character, in brackets of their own."""
    found: list[str] = []
    runs = [segments for _, segments in entry.areas()] + [section.heading for section in entry.body.sections]
    for part in (part for segments in runs for part in texts_of(segments)):
        for index, char in enumerate(part.raw):
            there = text[part.offset(index) : part.offset(index) + 1]
            if there != char and there != "&" and not (char == "\n" and there == "\r"):
                found.append(f"{char!r} of {part} is {there!r} at {part.offset(index)}")
                break
    for reference in entry.references:
        written = text[reference.span.start : reference.span.end]
        if not (written.startswith(("[", "![", "<")) and written.endswith(("]", ")", ">"))):
            found.append(f"{reference} stands at {written!r}")
    return found
