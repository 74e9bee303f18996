"""The text of an entry with links that lead from file to file: wikilinks become links, dead ones words.

Nothing is parsed again: where each reference stands, and where it leads, was decided before.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from lexigraph.edit.links import written_destination
from lexigraph.export.artifact import Export, relative
from lexigraph.export.markdown.quoting import label
from lexigraph.graph import EntryNode, Resolved
from lexigraph.model import ParsedEntry, Reference
from lexigraph.parse.addresses import is_safe_address

__all__ = ["IS_ADDRESS", "Edit", "Layout", "document", "link", "site_layout"]

Edit = tuple[int, int, str]
"""Start and end in the source of a body, and what stands there instead."""

_IDENTIFIER = re.compile(r"\s*\{#[^{}\s]*\}\s*\Z")
_PLAIN_LABEL = re.compile(r"\[[^\[\]\\`]*\]")
IS_ADDRESS = "\0"
"""Stands before the address of a page, which is encoded already, where a path is expected."""
_ATX = re.compile(r"[ \t>]*#[ \t]")
_SETEXT = re.compile(r"[ \t]*\n[ \t]*=+[ \t]*(?=\n|\Z)")


class Layout(NamedTuple):
    """Where the files of an export are, and how a link names a place in one."""

    entries: Mapping[str, str]
    """Id of an entry → path of its file."""
    pages: Mapping[str, str]
    """Path of a page that is no entry → that of its file here; an address that is encoded begins with `IS_ADDRESS`."""
    fragment: Callable[[str, str], str]
    """From the id of an entry and the anchor of a place in it to what stands behind `#`; empty: no such place."""
    mark: Callable[[str], str] = lambda _anchor: ""
    """From the anchor of a question to what marks it at the end of its line."""
    embeds: bool = False
    """Whether `![[…]]` stays an embed."""
    title: str = ""
    """Of the home page."""


def site_layout(export: Export) -> Layout:
    """The `.md` files beside the pages of the site."""
    pages = {path: f"{IS_ADDRESS}{address}" for path, address in export.site.pages.items()}
    return Layout(export.site.files, pages, lambda _id, anchor: anchor, title=export.site.title)


def document(export: Export, parsed: ParsedEntry, here: str, layout: Layout, edits: Iterable[Edit] = ()) -> str:
    """The body of a file as written, without its title and comments, with links as they lead from the file `here`.

    `edits` are further ones of its source.
    """
    edits = [*_references(export, parsed, here, layout), *_title(parsed), *_marks(parsed, layout), *edits]
    parts: list[str] = []
    at = 0
    for start, end, replacement in sorted(edits):
        if start >= at:
            parts += (parsed.source[at:start], replacement)
            at = end
    parts.append(parsed.source[at:])
    text = "".join(parts).replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return text.strip("\n").rstrip()


def link(export: Export, here: str, node: EntryNode, fragment: str = "", layout: Layout | None = None) -> str:
    """A link to the entry from the file `here`, under its title."""
    files = layout.entries if layout else export.site.files
    return f"[{label(node.title)}]({_href(here, files[node.id], fragment)})"


def _references(export: Export, parsed: ParsedEntry, here: str, layout: Layout) -> Iterator[Edit]:
    places = export.graph.resolved.get(parsed.path, ())
    for written, place in zip(parsed.references, places, strict=False):
        start, end = written.span.start - parsed.body_start, written.span.end - parsed.body_start
        if start < 0 or end <= start:
            continue  # it stands in the front matter
        source = parsed.source[start:end]
        if source.startswith("<") and (place is None or not place.address):
            yield from _attribute(export, parsed, here, layout, written, place)
        elif (replacement := _written(export, here, layout, written, place, source)) is not None:
            yield start, end, replacement


def _attribute(
    export: Export, parsed: ParsedEntry, here: str, layout: Layout, written: Reference, place: Resolved | None
) -> Iterator[Edit]:
    """The address in a tag of raw HTML."""
    _, target = _target(export, layout, place) if place else ("", "")
    if place is None or not target or (read := written_destination(parsed, written)) is None:
        return
    found, _ = read
    anchor = layout.fragment(place.entry, place.fragment) if place.entry and place.fragment else ""
    start, end = found.target.start - parsed.body_start, found.fragment.end - parsed.body_start
    yield start, end, _href(here, target, anchor)


def _written(
    export: Export, here: str, layout: Layout, written: Reference, place: Resolved | None, source: str
) -> str | None:
    """What stands instead of the reference; None when it may stay as it is."""
    shown = _label(source, written)
    if place is None:
        return shown or label(written.target or written.fragment) if source.startswith(("[", "!")) else None
    if place.address:
        if not is_safe_address(place.address):
            return shown
        return f"[{shown}](<{place.address}>)" if source.endswith("]") and written.form == "link" else None
    name, target = _target(export, layout, place)
    if not target:
        return shown or label(name)
    if written.form == "image" and not place.entry:
        return f"![{label(written.title)}]({_href(here, target, '')})"
    anchor = layout.fragment(place.entry, place.fragment) if place.entry and place.fragment else ""
    is_embed = layout.embeds and source.startswith("![[")
    return f"{'!' if is_embed else ''}[{shown or label(name)}]({_href(here, target, anchor)})"


def _target(export: Export, layout: Layout, place: Resolved) -> tuple[str, str]:
    """Name and file of what a reference leads to; no file when the export has none."""
    if place.entry:
        return export.graph.entries[place.entry].title, layout.entries[place.entry]
    if place.file:
        return place.file.rpartition("/")[2], place.file
    return place.page.rpartition("/")[0] or layout.title, layout.pages.get(place.page, "")


def _href(here: str, target: str, fragment: str) -> str:
    """The way from one file of the export to another, or to a page's address."""
    anchor = f"#{quote(fragment)}" if fragment else ""
    if target == here and anchor:
        return anchor
    return relative(_quoted(here), target[1:] if target.startswith(IS_ADDRESS) else _quoted(target)) + anchor


@lru_cache(maxsize=65536)
def _quoted(path: str) -> str:
    return quote(path)


def _label(source: str, written: Reference) -> str:
    """What the reference shows, as Markdown; empty for a bare wikilink or one that is no construct of brackets."""
    if written.form == "image":
        return label(written.title)
    if written.form == "wikilink":
        return source.removesuffix("]]").partition("|")[2].strip()
    if not source.startswith("["):
        return source.strip("<>")
    return source[1 : _label_end(source)]


def _label_end(source: str) -> int:
    """Where the label ends that begins with the source: at the bracket that closes its first one.

    Brackets in code and after a backslash are none.
    """
    if _PLAIN_LABEL.match(source):
        return source.index("]")
    depth = at = 0
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif char == "`":
            ticks = len(source) - at - len(source[at:].lstrip("`"))
            close = source.find("`" * ticks, at + ticks)
            at = close + ticks - 1 if close >= 0 else at + ticks - 1
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if not depth:
                return at
        at += 1
    return len(source)


def _title(parsed: ParsedEntry) -> Iterator[Edit]:
    """The heading that gave the entry its title, which stands at the head of the file already."""
    start, end = parsed.title_span.start - parsed.body_start, parsed.title_span.end - parsed.body_start
    if start < 0 or end <= start:
        return
    first = parsed.source.rfind("\n", 0, start) + 1
    last = parsed.source.find("\n", end)
    last = len(parsed.source) if last < 0 else last
    if _ATX.match(parsed.source, first):
        yield first, last, ""
    elif under := _SETEXT.match(parsed.source.replace("\r", " "), end):
        yield first, under.end(), ""


def _marks(parsed: ParsedEntry, layout: Layout) -> Iterator[Edit]:
    """The ids at the end of questions."""
    for question in parsed.questions:
        start, end = question.span.start - parsed.body_start, question.span.end - parsed.body_start
        if question.is_anchored and start >= 0 and (found := _IDENTIFIER.search(parsed.source, start, end)):
            mark = layout.mark(question.anchor)
            yield found.start(), found.end(), f" {mark}" if mark else ""
