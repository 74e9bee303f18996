"""Suppressions: comments of the front matter, of `scheme.yml` and of a body that begin with `lexigraph:`.

Owns where they stand and what they cover. Whether a rule has such a name, and whether anything is suppressed, is
decided in `check`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from lexigraph.model import LineTable, Suppression
from lexigraph.parse.positions import BodyText
from lexigraph.parse.public_source import hidden_ranges
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_comments import SUPPRESSION
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node

__all__ = ["body_suppressions", "yaml_suppressions"]

_WORDS = re.compile(rf"\s*{SUPPRESSION}\s*(?P<word>[^\s:,]*)\s*(?P<selectors>[^:]*)(?::(?P<reason>.*))?\Z", re.DOTALL)
_SELECTOR = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_SPACE = re.compile(r"[ \t\r\n]*")
_QUOTE_MARKS = " \t>"


class _Comment(NamedTuple):
    """A comment that begins with `lexigraph:`, as offsets in the file."""

    start: int
    end: int
    inner: int
    """Where what it says begins."""
    said: str
    """What it says, without its marks."""
    is_alone: bool
    """Whether nothing else stands on its line."""


def yaml_suppressions(reporter: Reporter, tree: Mapping, end: int) -> tuple[Suppression, ...]:
    """The suppressions among the reporter's YAML comments; `tree` is what was read, up to the offset `end`."""
    text, line_of = reporter.text, reporter.lines.span
    found: list[Suppression] = []
    comments = sorted(set(reporter.comments))
    if not any(SUPPRESSION in text[start:stop] for start, stop in comments):
        return ()
    ends = dict(_ends(tree))
    starts = sorted(ends)
    content: dict[int, int] = {}
    """Start of a comment → where what follows begins, further comments left out."""
    for start, stop in reversed(comments):
        after = _SPACE.match(text, stop, end)
        at = after.end() if after else stop
        content[start] = at = content.get(at, at)
        line = start - line_of(start, start).column + 1
        comment = _Comment(start, stop, start + 1, text[start + 1 : stop], not text[line:start].strip())
        if not _WORDS.match(comment.said):
            continue
        first, last = line, stop
        if comment.is_alone and at < end:
            line_end = reporter.lines.start_of(line_of(at, at).line + 1)
            here = starts[bisect_left(starts, at) : bisect_left(starts, line_end)]
            is_first = not starts or start < starts[0]
            first, last = 0 if is_first else start, max([line_end, *(ends[place] for place in here)])
        found.append(_suppression(comment, reporter, first, last))
    return tuple(reversed(found))


def _ends(node: Node) -> Iterator[tuple[int, int]]:
    """Start → end of each pair and each item of a list, the outer ones last."""
    if isinstance(node, Mapping):
        for pair in node.pairs:
            yield from _ends(pair.value)
            yield pair.key.start, pair.value.end
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _ends(item)
            yield item.start, item.end


def body_suppressions(body: BodyText, tokens: Sequence[Token], lines: LineTable) -> tuple[Suppression, ...]:
    """The suppressions among the HTML comments of a body; `tokens` are its blocks in order."""
    if SUPPRESSION not in body.text:
        return ()
    found: list[Suppression] = []
    reporter = Reporter("", body.file_text, lines)
    ends: dict[int, int] = {}
    for token in tokens:
        if token.map is not None and token.nesting >= 0 and not _is_comment(token):
            ends.setdefault(token.map[0], token.map[1])
    starts = sorted(ends)
    for start, end in hidden_ranges(body, tokens):
        inner = body.offset(start + 4)
        said = body.file_text[inner : body.offset(end - 3)]
        if not body.text.startswith("<!--", start) or not _WORDS.match(said):
            continue
        first, last = body.line_of(start), body.line_of(end - 1)
        line_start, line_end = body.line_bounds(first)[0], body.line_bounds(last)[1]
        is_alone = not body.text[line_start:start].strip(_QUOTE_MARKS) and not body.text[end:line_end].strip()
        below = bisect_right(starts, last)
        if is_alone and below < len(starts):
            line_end = body.line_bounds(min(ends[starts[below]], len(body.line_starts)) - 1)[1]
        comment = _Comment(body.offset(start), body.offset(end - 1) + 1, inner, said, is_alone)
        found.append(_suppression(comment, reporter, body.offset(line_start), body.offset(line_end)))
    return tuple(found)


def _is_comment(token: Token) -> bool:
    content = token.content.strip()
    return token.type == "html_block" and content.startswith("<!--") and content.endswith("-->")


def _suppression(comment: _Comment, reporter: Reporter, start: int, end: int) -> Suppression:
    match = _WORDS.match(comment.said)
    assert match is not None, "the callers looked"  # noqa: S101  for the type checker
    selectors = tuple(_SELECTOR.finditer(comment.said, *match.span("selectors")))
    span = reporter.lines.span
    return Suppression(
        word=match["word"], selectors=tuple(selector[0] for selector in selectors),
        selector_spans=tuple(span(each.start() + comment.inner, each.end() + comment.inner) for each in selectors),
        reason=" ".join((match["reason"] or "").split()), span=span(comment.start, comment.end),
        removal=span(*_removal(comment, reporter)), start=start, end=end,
    )  # fmt: skip


def _removal(comment: _Comment, reporter: Reporter) -> tuple[int, int]:
    """The range that goes with the comment."""
    lines, text = reporter.lines, reporter.text
    line = comment.start - lines.span(comment.start, comment.start).column + 1
    if comment.is_alone:
        return line, lines.start_of(lines.span(comment.end, comment.end).line + 1)
    before = text[line : comment.start]
    return comment.start - (len(before) - len(before.rstrip(" \t"))), comment.end
