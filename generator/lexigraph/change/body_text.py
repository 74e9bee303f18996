"""The body of one file as a part of another: headings a level lower, footnotes with names of their own."""

import re
from collections.abc import Iterator, Mapping

from lexigraph.model import ParsedEntry

__all__ = ["as_part", "moved_anchors"]

_HEADING = re.compile(r"^( {0,3}#{1,5})(?=[ \t])")
_TITLE = re.compile(r"^ {0,3}#(?=[ \t])")
_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


def as_part(body: str, *, title: str, of: ParsedEntry, has_title: bool, into: str) -> str:
    """The body under a heading of its own.

    Args:
        body: Markdown, as it stands in the file.
        title: of the entry that it is the body of; becomes the heading.
        of: that file, parsed.
        has_title: whether its first heading is the title, which is left out.
        into: the body that it is put behind; footnotes that both have are told apart.
    """
    taken = set(_FOOTNOTE.findall(into)) & set(_FOOTNOTE.findall(body))
    names = {name: f"{of.stem}-{name}" for name in taken}
    lines = "".join(_lines(body, names, has_title=has_title))
    return f"## {title}\n\n{lines.strip()}\n"


def moved_anchors(of: ParsedEntry, whole: ParsedEntry) -> Mapping[str, str]:
    """Anchor of a heading in the file → the one that it has at the end of the whole, where they differ."""
    old = [heading for heading in of.headings if heading.level]
    new = [heading for heading in whole.headings if heading.level][-len(old) :] if old else []
    pairs = zip(old, new, strict=False)
    return {a.anchor: b.anchor for a, b in pairs if a.title == b.title and a.anchor != b.anchor}


def _lines(body: str, footnotes: Mapping[str, str], *, has_title: bool) -> Iterator[str]:
    fence = ""
    for line in body.splitlines(keepends=True):
        mark = _FENCE.match(line.rstrip("\r\n"))
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        elif has_title and _TITLE.match(line):
            has_title = False
            continue
        else:
            line = _HEADING.sub(r"\1#", line)
            line = _FOOTNOTE.sub(lambda name: f"[^{footnotes.get(name[1], name[1])}]", line)
        yield line
