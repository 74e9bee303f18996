"""Reads the mapping that front matter or `scheme.yml` is, and after a mistake as much of it as can be read.

After a mistake the text is read block by block (a key at the left edge with the lines below it), and what
`yaml_mistakes` can mend in place is read as mended. A block that cannot be read is left out alone.
"""

import re
from collections.abc import Iterator

from lexigraph.parse.findings import MALFORMED_YAML, OVER_LIMIT, WRONG_TYPE
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_events import DEPTH_LIMIT, TooDeep, YamlMistake, read_node, without_repeats
from lexigraph.parse.yaml_mistakes import diagnose
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair

__all__ = ["read_mapping"]

_BLOCK_START = re.compile(r"(?:\A|(?<=\n)|(?<=\r))(?![ \t\r\n#\]}]|-(?:[ \t\r\n]|\Z))")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|\Z)|%")
_MENDINGS = 20
"""Attempts at one block, so that time is bounded."""


def read_mapping(start: int, end: int, reporter: Reporter, *, what: str) -> Mapping:
    """The mapping between two offsets of the reporter's text; empty when there is none.

    Args:
        start: the offset at which it begins.
        end: the offset after it.
        reporter: takes the findings.
        what: what is being read, for messages: `the front matter`.
    """
    draft = reporter.draft()
    try:
        node = read_node(reporter.text[start:end], start, draft)
    except YamlMistake as mistake:
        return _block_by_block(start, end, reporter, mistake)
    except TooDeep:
        return _block_by_block(start, end, reporter, None)
    reporter.take(draft)
    if isinstance(node, Mapping):
        return node
    if node is not None:
        found = "a list" if isinstance(node, Listing) else "a text"
        reporter.add(
            WRONG_TYPE, node.start, _line_end(reporter, node), f"{what} is {found}, not keys with values",
            help="write each line as 'key: value'", subject="front matter",
        )  # fmt: skip
    return Mapping((), start, start, is_flow=False)


def _block_by_block(start: int, end: int, reporter: Reporter, mistake: YamlMistake | None) -> Mapping:
    before = reporter.count
    pairs: list[Pair] = []
    for first, last in _blocks(reporter.text, start, end):
        pairs += _read_block(first, last, reporter)
    if reporter.count == before and mistake is not None:
        finding = diagnose(mistake, reporter.text[start:end])
        finding.report(reporter, start)
    return Mapping(tuple(without_repeats(pairs, reporter)), start, end, is_flow=False)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges that begin with a character at the left edge, in order; blank ranges are left out."""
    starts = [match.start() for match in _BLOCK_START.finditer(text, start, end) if match.start() < end]
    if not starts or starts[0] != start:
        starts.insert(0, start)
    for first, last in zip(starts, [*starts[1:], end], strict=True):
        if not text[first:last].isspace():
            yield first, last


def _read_block(start: int, end: int, reporter: Reporter) -> tuple[Pair, ...]:
    source = reporter.text[start:end]
    if _DOCUMENT.match(source):
        reporter.add(
            MALFORMED_YAML, start, start + 3, "front matter ends at a line '---' and has no other documents",
            help="delete this line", subject="document",
        )  # fmt: skip
        return ()
    before = reporter.count
    for _ in range(_MENDINGS):
        draft = reporter.draft()
        try:
            node = read_node(source, start, draft)
        except TooDeep as too_deep:
            at = start + too_deep.at
            reporter.add(
                OVER_LIMIT, at, at + 1, f"more than {DEPTH_LIMIT} levels of lists and mappings",
                help="write it flatter; this key is not read", subject="depth",
            )  # fmt: skip
            return ()
        except YamlMistake as mistake:
            finding = diagnose(mistake, source)
            if finding.rule is not MALFORMED_YAML or reporter.count == before:
                finding.report(reporter, start)
            if finding.mended is None or finding.mended == source:
                return ()
            source = finding.mended
            continue
        reporter.take(draft)
        if isinstance(node, Mapping):
            return node.pairs
        if node is not None and reporter.count == before:
            _report_no_key(node, reporter)
        return ()
    return ()


def _report_no_key(node: Node, reporter: Reporter) -> None:
    """Report a block that is no mapping."""
    end = _line_end(reporter, node)
    if isinstance(node, Listing):
        message, help = "a list without a key above it", "put a key with a colon on the line before"
    elif re.match(r"[\w-]+:\S", reporter.text[node.start : node.end]):
        message, help = "a key whose colon is not followed by a space", "put a space after the colon"
    else:
        message, help = "a line that is no key: ': ' is missing", "write it as 'key: value', or indent it by two spaces"
    reporter.add(MALFORMED_YAML, node.start, end, message, help=help, subject="line")


def _line_end(reporter: Reporter, node: Node) -> int:
    """Where the node ends on its first line."""
    line = reporter.lines.span(node.start, node.start).line
    return max(node.start, min(node.end, reporter.lines.start_of(line + 1) - 1))
