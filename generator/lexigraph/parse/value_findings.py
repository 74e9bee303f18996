"""The words for what is wrong with a key or a value: E007, W008, E010 and E011."""

import re
from functools import lru_cache

from lexigraph.parse.fields import Owner
from lexigraph.parse.findings import UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_CASE, WRONG_TYPE
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_mistakes import quoted
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Path, Scalar
from lexigraph.wording import nearest

__all__ = [
    "report_case", "report_lone_item", "report_missing_key", "report_unknown_key", "report_unknown_value",
    "report_wrong_type", "token",
]  # fmt: skip

_LISTS = {
    "kind": ("a kind", "kinds"), "status": ("a status", "statuses"), "level": ("a level", "levels"),
    "tags": ("a tag of this scheme", "tags"), "state": ("a state of a question", "states"),
    "review": ("a state of review", "states of review"), "help_wanted": ("a kind of help", "kinds of help"),
    "direction": ("a direction of evidence", "directions"), "ids": ("a way to make ids", "ways"),
}  # fmt: skip
"""Closed list → its item with article, and its plural."""

_LONGEST_QUOTE = 60
_PLAIN = re.compile(r"[^\W_](?:[\w ./()+'#-]*[\w.)+#])?")
"""Texts from a closed list that need no quotes."""
_NEEDS_QUOTES = re.compile(r"[\[\]{}]|: |:$| #")
"""In a text without quotes, what would end it between brackets."""


def token(reporter: Reporter, scalar: Scalar) -> str:
    """A key as the author wrote it, without quotes."""
    return reporter.text[scalar.start : scalar.end].strip("\"'") or scalar.value


def report_case(reporter: Reporter, scalar: Scalar, right: str, what: str) -> None:
    """Report a key or value with other capitals than `right`."""
    reporter.add(
        WRONG_CASE, scalar.start, scalar.end, f"{what} is written '{right}'", help=f"write {right}",
        subject=scalar.value, edits=[(scalar.start, scalar.end, _in_style(right, scalar.style))],
    )  # fmt: skip


def report_unknown_key(reporter: Reporter, path: Path, pair: Pair, owner: Owner, parent: Mapping) -> None:
    """Report a key that its mapping does not have."""
    key, value = pair
    if parent.is_flow and key.end == value.start == value.end:
        _report_unquoted_comma(reporter, key, owner, parent)
        return
    near = _nearest(key.value.lower(), owner.keys)
    hints = [f"the nearest key is '{near}'"] if near else []
    if len(path) == 1 and owner.name == "an entry":
        hints.append("a relation of your own is declared under 'relations' in scheme.yml")
    elif not near:
        hints.append(f"the keys are {', '.join(sorted(owner.keys))}")
    reporter.add(
        UNKNOWN_KEY, key.start, key.end, f"{owner.name} has no key '{key.value}'", help="; ".join(hints),
        subject="/".join(map(str, path)), edits=[(key.start, key.end, near)] if near else (), safe=False,
    )  # fmt: skip


def _report_unquoted_comma(reporter: Reporter, key: Scalar, owner: Owner, parent: Mapping) -> None:
    """Report what stands behind a comma in a text without quotes, between brackets."""
    before = [pair for pair in parent.pairs if pair.value.end < key.start and pair.value.end > pair.value.start]
    value = before[-1].value if before else None
    text = reporter.text
    is_plain = isinstance(value, Scalar) and not value.style and value.end > value.start
    edits = [(value.start, key.end, quoted(text[value.start : key.end]))] if value and is_plain else []
    reporter.add(
        UNKNOWN_KEY, key.start, key.end,
        f"{owner.name} has no key '{_short(key.value)}'; the ',' before it ends a value",
        help="put a text that holds ',' into quotes", subject=key.value, edits=edits, safe=False,
    )  # fmt: skip


def report_unknown_value(reporter: Reporter, node: Scalar, field: str, values: tuple[str, ...]) -> None:
    """Report a value outside its closed list."""
    item, _ = _LISTS[field]
    near = _nearest(node.value.lower(), values)
    edits = [(node.start, node.end, _in_style(near, node.style))] if near else ()
    reporter.add(
        UNKNOWN_VALUE, node.start, node.end, f"'{node.value}' is not {item}", help=_all_of(field, values),
        subject=node.value, edits=edits, safe=False,
    )  # fmt: skip


def _in_style(value: str, style: str) -> str:
    """The text as a scalar of YAML, in single quotes where they were there, in double ones where it needs them."""
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return value if style != '"' and _PLAIN.fullmatch(value) else quoted(value)


@lru_cache(maxsize=64)
def _all_of(field: str, values: tuple[str, ...]) -> str:
    return f"{_LISTS[field][1]} are {', '.join(sorted(values))}"


@lru_cache(maxsize=1024)
def _nearest(word: str, words: tuple[str, ...]) -> str | None:
    return next(iter(nearest(word, words)), None)


def report_lone_item(reporter: Reporter, key: Scalar, node: Node) -> None:
    """Report one item where a list belongs; a text with commas may be one item or several."""
    name = token(reporter, key)
    written = reporter.text[node.start : node.end]
    is_plain = isinstance(node, Scalar) and not node.style
    has_commas = is_plain and "," in written
    if is_plain and not has_commas and _NEEDS_QUOTES.search(written):
        written = quoted(written)
    edits: list[tuple[int, int, str]]
    if isinstance(node, Mapping) and not node.is_flow:
        edits = _as_item(reporter, node)
        help = "begin it with '- ', and indent the rest as deep"
    elif "\n" in written or "\r" in written or written[:1] in ("|", ">"):
        help, edits = "begin each item with '- ' on a line of its own", []
    else:
        help = f"write {name}: [{written}]{', with quotes if it is one item' if has_commas else ''}"
        edits = [(node.start, node.end, f"[{written}]")]
    found = "a text" if isinstance(node, Scalar) else "a mapping"
    reporter.add(
        WRONG_TYPE, node.start, _first_line_end(reporter, node), f"'{name}' takes a list, not {found}", help=help,
        subject=name, edits=edits, safe=not has_commas,
    )  # fmt: skip


def _as_item(reporter: Reporter, node: Mapping) -> list[tuple[int, int, str]]:
    """Edits that make a mapping of several lines the item of a list; none when it does not begin on a line of its own.

    Lines of comments and texts move with it, so that what belongs together stays so.
    """
    lines, text = reporter.lines, reporter.text
    first = lines.span(node.start, node.start).line
    if text[lines.start_of(first) : node.start].strip():
        return []
    starts = (lines.start_of(line) for line in range(first + 1, lines.span(node.end, node.end).line + 1))
    return [
        (node.start, node.start, "- "),
        *((start, start, "  ") for start in starts if start < node.end and text[start : start + 1] not in "\r\n"),
    ]


def report_wrong_type(reporter: Reporter, key: Scalar, node: Node, expected: str, *, what: str = "") -> None:
    """Report a value of the wrong shape; `what` it is when it is not the key's own value: `an item of `."""
    name = token(reporter, key)
    if isinstance(node, Scalar):
        found = f"'{_short(node.value)}'"
    else:
        found = "a list" if isinstance(node, Listing) else "a mapping"
    help = f"write {expected}"
    if expected == "a text" and not isinstance(node, Scalar):
        help = "write one text, in quotes if it holds ': ' or begins with a bracket"
    reporter.add(
        WRONG_TYPE, node.start, _first_line_end(reporter, node),
        f"{what}'{name}' takes {expected}, not {found}", help=help, subject=name,
    )  # fmt: skip


def report_missing_key(reporter: Reporter, node: Node, key: str) -> None:
    """Report a mapping without a key that it needs."""
    reporter.add(
        WRONG_TYPE, node.start, _first_line_end(reporter, node), f"the key '{key}' is missing", help=f"write {key}: …",
        subject=key,
    )  # fmt: skip


def _short(text: str) -> str:
    """The text on one line, cut where a message would become too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def _first_line_end(reporter: Reporter, node: Node) -> int:
    """Where the node ends, or its first line where it has more than one."""
    line = reporter.lines.span(node.start, node.start).line
    following = reporter.lines.start_of(line + 1)
    if node.end < following:
        return node.end
    return node.start + len(reporter.text[node.start : following].rstrip())
