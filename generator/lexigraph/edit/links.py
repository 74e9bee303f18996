"""Edits of links and images in text: another target, another fragment, and the form of the link as it was.

Works on what was written, so that labels, titles, quotes and line ends stay. Where a target could not be found as it
was read, there are no edits.
"""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from markdown_it.common.utils import normalizeReference, unescapeAll

from lexigraph.edit.front_matter import rewritten
from lexigraph.model import Edit, ParsedEntry, Reference, RelationItem, Span
from lexigraph.parse.addresses import address
from lexigraph.parse.wikilinks import wikilink

__all__ = [
    "Destination",
    "destination",
    "in_style",
    "renamed",
    "retargeted",
    "way_to",
    "written_at",
    "written_destination",
]

_INLINE_END = re.compile(
    r"\]\([ \t\r\n]*(?P<to><[^<>\r\n]*>|[^\s<][^\s]*?|)"
    r"(?:[ \t\r\n]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t\r\n]*\)\Z"
)
_LABELS = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](?:\[((?:[^\[\]\\]|\\.)*)\])?\Z", re.DOTALL)
_DEFINITION = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?\[(?P<label>(?:[^\[\]\\\r\n]|\\.)+)\]:[ \t]*(?:\r?\n[ \t>]*)?"
    r"(?P<to><[^<>\r\n]*>|[^\s<]\S*)",
    re.MULTILINE,
)
_ATTRIBUTE = re.compile(r"(?:href|src)\s*=\s*(?P<to>\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_LONGEST = 10_000
"""Characters of a link beyond which its target is not looked for."""
_MOST_ENDS = 50
"""Places at which the target of one link is looked for."""


class Destination(NamedTuple):
    """Where a link says where it leads."""

    style: str
    """`plain`, `angle` (`<…>`), `wikilink` or `attribute` (in an HTML tag, quotes not included)."""
    target: Span
    """The target as written, without fragment; empty for a link to its own file."""
    fragment: Span
    """What follows `#`; empty, behind the target, when there is none."""


def written_at(parsed: ParsedEntry, start: int, end: int) -> str:
    """The characters of the file between two offsets; a NUL for each that its page does not show."""
    if end <= parsed.body_start:
        return parsed.front_matter[start:end]
    return parsed.source[max(start - parsed.body_start, 0) : end - parsed.body_start]


def destination(parsed: ParsedEntry, reference: Reference) -> Destination | None:
    """Where the target of the reference stands; for `[label][name]` in the definition of the name.

    None when it does not stand there as it was read.
    """
    span = reference.span
    text = written_at(parsed, span.start, span.end)
    if len(text) != span.end - span.start or len(text) > _LONGEST:
        return None
    for style, start, written in _candidates(parsed, reference, text):
        found = _taken_apart(parsed, reference, style, start, written)
        if found is not None:
            return found
    return None


def written_destination(parsed: ParsedEntry, reference: Reference) -> tuple[Destination, str] | None:
    """Where the target of the reference seems to stand, and that target, decoded; None when it stands nowhere.

    For a reference of which is known where it stands and where it leads, but not what was written: one of a graph that
    was read from a published site.
    """
    span = reference.span
    text = written_at(parsed, span.start, span.end)
    if len(text) != span.end - span.start or len(text) > _LONGEST:
        return None
    for style, start, written in _candidates(parsed, reference, text):
        if style == "wikilink":
            link = wikilink(written)
            target, fragment = (link.target, link.fragment) if link else ("", "")
        else:
            target, fragment = address(html.unescape(written) if style == "attribute" else unescapeAll(written))[:2]
        seen = reference._replace(target=target, fragment=fragment)
        if (found := _taken_apart(parsed, seen, style, start, written)) is not None:
            return found, target
    return None


def retargeted(
    parsed: ParsedEntry, reference: Reference, target: str | None = None, fragment: str | None = None
) -> tuple[Edit, ...]:
    """Edits that let the reference lead to another target, another fragment, or both; None leaves it as it is.

    An empty fragment takes the `#` away. Empty when the target does not stand there as it was read.
    """
    place = destination(parsed, reference)
    if place is None:
        return ()
    edits: list[Edit] = []
    if target is not None:
        edits.append(Edit(path=parsed.path, span=place.target, text=in_style(place.style, target)))
    if fragment is not None:
        start = place.target.end
        text = f"#{in_style(place.style, fragment)}" if fragment else ""
        edits.append(Edit(path=parsed.path, span=parsed.lines.span(start, place.fragment.end), text=text))
    return tuple(edits)


def renamed(parsed: ParsedEntry, item: RelationItem, name: str) -> tuple[Edit, ...]:
    """Edits that let an item of a relation, which is no link, name its entry by another name. Empty when the item does
    not stand there as it was read."""
    span = item.span
    if edits := rewritten(parsed, span, name):
        return edits
    is_text = written_at(parsed, span.start, span.end) == item.target
    is_in_brackets = written_at(parsed, span.start - 2, span.start) == "[["
    if is_text and (is_in_brackets or span.start >= parsed.body_start):
        return (Edit(path=parsed.path, span=span, text=name),)
    return ()


def way_to(path: str, other: str) -> str:
    """The path of another file as a link in the file at `path` writes it: `../adaptation/fine-tuning.md`."""
    return posixpath.relpath(other, posixpath.dirname(path) or ".")


def _candidates(parsed: ParsedEntry, reference: Reference, text: str) -> Iterator[tuple[str, int, str]]:
    """Style, offset in the file and text of what may be the address of the reference."""
    at = reference.span.start
    if reference.form == "wikilink":
        opening = text.find("[[")
        if opening >= 0 and text.endswith("]]"):
            inner = text[opening + 2 : -2]
            name = inner.partition("|")[0].removesuffix("\\")
            yield "wikilink", at + opening + 2 + len(name) - len(name.lstrip()), name.strip()
    elif text.startswith("<"):
        for match in _ATTRIBUTE.finditer(text):
            quotes = match["to"][0] in "\"'"
            yield "attribute", at + match.start("to") + quotes, match["to"][1:-1] if quotes else match["to"]
    elif text.endswith(")"):
        opening = text.rfind("](")
        for _ in range(_MOST_ENDS):  # from behind, where the label of no link is
            if opening < 0:
                break
            if end := _INLINE_END.match(text, opening):
                yield _bare(at + end.start("to"), end["to"])
            opening = text.rfind("](", 0, opening)
    elif labels := _LABELS.search(text):
        known = _definitions(parsed.source).get(normalizeReference(labels[2] or labels[1]))
        if known is not None:
            yield _bare(parsed.body_start + known[0], known[1])


@lru_cache(maxsize=8)
def _definitions(source: str) -> Mapping[str, tuple[int, str]]:
    """Name of a link that is defined → offset and text of its destination; the first of several holds."""
    found: dict[str, tuple[int, str]] = {}
    for match in _DEFINITION.finditer(source):
        found.setdefault(normalizeReference(match["label"]), (match.start("to"), match["to"]))
    return found


def _bare(at: int, written: str) -> tuple[str, int, str]:
    """A destination without the angle brackets round it."""
    return ("angle", at + 1, written[1:-1]) if written.startswith("<") else ("plain", at, written)


def _taken_apart(parsed: ParsedEntry, reference: Reference, style: str, start: int, written: str) -> Destination | None:
    """The candidate, when it says what was read."""
    if style == "wikilink":
        link = wikilink(written)
        if link is None or (link.target, link.fragment) != (reference.target, reference.fragment):
            return None
        target, mark, rest = written.partition("#")
        if not link.fragment:
            target, mark, rest = written, "", ""
        first = start + len(target) + len(mark) + len(rest) - len(rest.lstrip())
        return Destination(style, _span(parsed, start, len(target.rstrip())), _span(parsed, first, len(link.fragment)))
    meant = html.unescape(written) if style == "attribute" else unescapeAll(written)
    if address(meant) != (reference.target, reference.fragment):
        return None
    target, mark, rest = written.partition("#")
    return Destination(
        style, _span(parsed, start, len(target)), _span(parsed, start + len(target) + len(mark), len(rest))
    )


def _span(parsed: ParsedEntry, start: int, length: int) -> Span:
    return parsed.lines.span(start, start + length)


def in_style(style: str, text: str) -> str:
    """The target or fragment as it has to be written there."""
    if style == "wikilink":
        return text
    if style == "attribute":
        return html.escape(quote(text, safe="/:@!$&'()*+,;=~._-%") if " " in text else text)
    if style == "angle":
        return text.replace("%", "%25").replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
    return "".join(char if char.isalnum() or char in "/:@!$&'*+,;=~._-^?" else quote(char) for char in text)
