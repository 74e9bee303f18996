"""Edits of front matter: an item taken out, one put in, a text written anew, whatever the style of its YAML.

What stands around stays as it was typed: other items, comments on lines of their own, quotes, line ends. Where that
cannot be promised (a file with mistakes in its YAML, unusual layout) there are no edits.
"""

import re
from itertools import pairwise

from lexigraph.edit.yaml_scalar import is_plain
from lexigraph.edit.yaml_trail import Range, key_of, range_at, scalar_at, size_of, trail_to, tree_of
from lexigraph.model import Edit, LineTable, ParsedEntry, Span
from lexigraph.parse.yaml_mistakes import quoted
from lexigraph.parse.yaml_nodes import Listing, Mapping, Scalar, paths

__all__ = ["appended", "moved", "rewritten", "with_item", "with_written", "without_item"]

_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_REST_OF_ITEM = re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_COMMENT = re.compile(r"[ \t]*#")
_NAMES = frozenset({"aliases", "acronym", "hidden_labels", "labels"})
"""Keys that are put below the title; others at the end."""


def without_item(parsed: ParsedEntry, span: Span) -> tuple[Edit, ...]:
    """Edits that take out the item of a list in which the place stands, with its note and the comment on its line.

    The last item of a list takes the key with it; a place in no list takes its key. Empty when the place is not in
    the front matter, or nothing can be taken out there without touching something else.
    """
    trail = trail_to(parsed, span)
    if not trail:
        return ()
    depth = max((depth for depth, (holder, _) in enumerate(trail) if isinstance(holder, Listing)), default=-1)
    if depth < 0:
        depth = len(trail) - 1
        depth -= depth > 0 and key_of(trail[depth]).value == "to"
    while depth and size_of(trail[depth][0]) == 1:
        depth -= 1
    text = parsed.front_matter
    holder, index = trail[depth]
    if holder.is_flow:
        return _edits(parsed, [_in_flow(text, holder, index)])
    return _edits(parsed, _in_lines(text, parsed.lines, holder, index))


def with_item(parsed: ParsedEntry, key: str, value: str) -> tuple[Edit, ...]:
    """Edits that add a text to the list of that key (ours, not the author's), which is written if there is none.

    A new key comes below the title if it is one of names, else at the end. Empty when there is no front matter, or
    what stands under the key takes no further item.
    """
    return _with_written(parsed, key, _scalar(value), None)


def with_written(parsed: ParsedEntry, key: str, written: str) -> tuple[Edit, ...]:
    """The same for an item that is YAML already, on one line, and may stand in any list; a new list is one of lines."""
    is_there = f"key:{key}" in parsed.places
    return _with_written(parsed, key, written, None if is_there else Listing((), 0, 0, is_flow=False))


def moved(parsed: ParsedEntry, span: Span, key: str) -> tuple[Edit, ...]:
    """Edits that move the item of a list in which the place stands, with its note, to the list of another key.

    Empty when that cannot be done; the comment on the item's line moves only where the key itself can be changed.
    """
    trail = trail_to(parsed, span)
    if len(trail) < 2 or not isinstance(trail[1][0], Listing):
        return ()
    listing, item = trail[1][0], trail[1][1]
    if size_of(listing) == 1 and f"key:{key}" not in parsed.places:
        old = key_of(trail[0])
        return (_edit(parsed, old.start, old.end, key),)
    node = listing.items[item]
    written = parsed.front_matter[node.start : node.end]
    taken, put = without_item(parsed, span), _with_written(parsed, key, written, listing)
    is_one_line = not set("\r\n") & set(written)
    return (*taken, *put) if taken and put and is_one_line else ()


def rewritten(parsed: ParsedEntry, span: Span, value: str) -> tuple[Edit, ...]:
    """Edits that write another text of one line in place of the one at that place, with its quotes if it has any.

    Empty when no text of the front matter stands exactly there.
    """
    node = scalar_at(parsed, span)
    if node is None:
        return ()
    if node.style == '"':
        written = quoted(value)
    elif node.style == "'":
        written = "'" + value.replace("'", "''") + "'"
    else:
        written = _scalar(value)
    return (_edit(parsed, node.start, node.end, written),)


def appended(parsed: ParsedEntry, span: Span, end: str) -> tuple[Edit, ...]:
    """Edits that add something to the end of the text at that place, inside its quotes. Empty as above."""
    node = scalar_at(parsed, span)
    if node is None:
        return ()
    at = node.end - (node.style in ('"', "'"))
    return (_edit(parsed, at, at, end),)


def _in_flow(text: str, holder: Listing | Mapping, index: int) -> Range | None:
    """What goes with an item between brackets: the comma before it, or after it at the front.

    With comments about, the item's own lines go where nothing else stands on them, else the item and its comma.
    """
    start, end = range_at(holder, index)
    is_last = index + 1 == size_of(holder)
    before = range_at(holder, index - 1)[1] if index else holder.start
    after = holder.end if is_last else range_at(holder, index + 1)[0]
    if "#" not in text[before:start] and "#" not in text[end:after]:
        return (before, end) if index else (start, end if is_last else after)
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    rest = _REST_OF_ITEM.match(text, end)
    if not text[line:start].strip() and rest and (is_last or "," in rest[0].partition("#")[0]):
        return line, _behind_line(text, rest.end())
    comma = text.find(",", end, after)
    if comma < 0 or is_last:
        return start, end
    if "#" in text[end:comma]:
        return None
    return start, comma + 1 + len(text[comma + 1 : after]) - len(text[comma + 1 : after].lstrip(" \t"))


def _in_lines(text: str, lines: LineTable, holder: Listing | Mapping, index: int) -> list[Range | None]:
    """The lines on which an item stands with its dash, or a key with its value, but those of comments."""
    start, end = range_at(holder, index)
    if isinstance(holder, Listing):
        dash = len(text[:start].rstrip()) - 1
        if text[dash] != "-":
            return [None]
        start = dash
    first = lines.start_of(lines.span(start, start).line)
    rest = _REST_OF_LINE.match(text, end)
    if text[first:start].strip() or rest is None:
        return [None]
    starts = [first]
    while starts[-1] < end:
        starts.append(lines.start_of(lines.span(starts[-1], starts[-1]).line + 1))
    node = holder.items[index] if isinstance(holder, Listing) else holder.pairs[index].value
    texts = [part for _, part, _ in paths(node) if isinstance(part, Scalar)]
    kept = [
        at > start and _COMMENT.match(text, at) is not None and not any(each.start < at < each.end for each in texts)
        for at in starts[:-1]
    ]
    gone = [pair for pair, is_kept in zip(pairwise(starts), kept, strict=True) if not is_kept]
    return list(_joined(gone))


def _joined(ranges: list[Range]) -> list[Range]:
    """The same with those that touch as one."""
    found: list[Range] = []
    for start, end in ranges:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _behind_line(text: str, at: int) -> int:
    """The offset after the line end that stands there."""
    return at + 2 if text.startswith("\r\n", at) else min(at + 1, len(text))


def _with_written(parsed: ParsedEntry, key: str, written: str, like: Listing | None) -> tuple[Edit, ...]:
    """Edits that add an item, as it is written in a list like that one (None: it may stand in any)."""
    tree, text = tree_of(parsed.front_matter), parsed.front_matter
    if tree is None or tree.is_flow:
        return ()
    place = parsed.places.get(f"key:{key}")
    trail = trail_to(parsed, place) if place else []
    if not trail:
        return _new_key(parsed, tree, key, written, like)
    node = tree.pairs[trail[0][1]].value
    if isinstance(node, Listing) and node.items:
        if like is not None and like.is_flow is not node.is_flow:
            return ()
        last = node.items[-1].end
        if node.is_flow:
            return (_edit(parsed, last, last, f", {written}"),)
        dash = len(text[: node.items[0].start].rstrip()) - 1
        indent = text[parsed.lines.start_of(parsed.lines.span(dash, dash).line) : dash]
        is_usual = text[dash] == "-" and not indent.strip()
        return _new_line(parsed, last, f"{indent}- {written}") if is_usual else ()
    if isinstance(node, Scalar) and node.value and node.style not in ("|", ">") and like is None:
        lone = text[node.start : node.end] if node.style else _scalar(node.value)
        return (_edit(parsed, node.start, node.end, f"[{lone}, {written}]"),)
    return ()


def _new_key(parsed: ParsedEntry, tree: Mapping, key: str, written: str, like: Listing | None) -> tuple[Edit, ...]:
    pairs = [pair for pair in tree.pairs if key in _NAMES and pair.key.value == "title"] or list(tree.pairs[-1:])
    name = parsed.written.get(key, key)
    if not pairs:
        return ()
    is_flow = like is None or like.is_flow
    line_end = _line_end(parsed.front_matter)
    return _new_line(
        parsed, pairs[0].value.end, f"{name}: [{written}]" if is_flow else f"{name}:{line_end}  - {written}"
    )


def _new_line(parsed: ParsedEntry, at: int, line: str) -> tuple[Edit, ...]:
    """A line below the one on which something ends there; none when anything but a comment follows on that."""
    if _REST_OF_LINE.match(parsed.front_matter, at) is None:
        return ()
    below = parsed.lines.start_of(parsed.lines.span(at, at).line + 1)
    return (_edit(parsed, below, below, line + _line_end(parsed.front_matter)),)


def _scalar(value: str) -> str:
    """The text in YAML, wherever it may stand."""
    return value if is_plain(value, in_brackets=True) else quoted(value)


def _line_end(text: str) -> str:
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def _edits(parsed: ParsedEntry, ranges: list[Range | None]) -> tuple[Edit, ...]:
    """Deletions of the ranges; none when one of them could not be found."""
    known = [each for each in ranges if each is not None]
    return tuple(_edit(parsed, *each, "") for each in known) if len(known) == len(ranges) else ()


def _edit(parsed: ParsedEntry, start: int, end: int, text: str) -> Edit:
    return Edit(path=parsed.path, span=parsed.lines.span(start, end), text=text)
