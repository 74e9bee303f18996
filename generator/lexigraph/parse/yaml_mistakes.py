"""Puts what the YAML parser refuses into words, and mends in place what the author plainly meant.

Owns the wording of E003, E004 and E005. All offsets count from the start of the block in question; mended text
has the same length, so that places stay true.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lexigraph.model import LineTable, Rule
from lexigraph.parse.findings import MALFORMED_YAML, TAB_INDENT, UNQUOTED_COLON
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_events import STAND_INS, TooDeep, YamlMistake, read_node

__all__ = ["Finding", "diagnose", "quoted"]

_LINE = re.compile(r"[^\r\n]*")
_KEY_AND_VALUE = re.compile(
    r"[ ]*(?:-[ ]+)*(?P<key>\"[^\"\r\n]*\"|'[^'\r\n]*'|"
    r"[^\s\"'\[{#&*!|>%@`-][^\r\n]*?|-[^\s][^\r\n]*?):[ \t]+"
)
_ITEM = re.compile(r"[ ]*(?:-[ ]+)+")
_NEEDS_QUOTES = "@`%*&"
_STARTS_OTHERWISE = "\"'[{|>#!" + _NEEDS_QUOTES
_TAB_LINE = re.compile(r"^[ ]*\t[ \t]*(?=[^\s])", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A mistake in words."""

    rule: Rule
    start: int
    end: int
    message: str
    help: str
    edits: Sequence[tuple[int, int, str]] = ()
    """`(start, end, replacement)` that mend the file."""
    related: Sequence[tuple[int, int, str]] = ()
    mended: str | None = None
    """The block to read instead, of the same length; None when it cannot be read."""

    def report(self, reporter: Reporter, offset: int) -> None:
        """Report the finding in a block that begins at the offset."""
        reporter.add(
            self.rule, self.start + offset, self.end + offset, self.message, help=self.help, subject=self.message,
            edits=[(start + offset, end + offset, text) for start, end, text in self.edits],
            related=[(start + offset, end + offset, said) for start, end, said in self.related],
        )  # fmt: skip


def diagnose(mistake: YamlMistake, text: str) -> Finding:
    """What the author got wrong, given what the parser refused."""
    return _tab(mistake, text) or _colon(mistake, text) or _special_start(mistake, text) or _other(mistake, text)


def quoted(value: str) -> str:
    """The text as a YAML scalar in double quotes."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line_around(text: str, at: int) -> tuple[int, int]:
    """The range of the line that holds the offset, without its end."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    match = _LINE.match(text, start)
    return start, match.end() if match else len(text)


def _tab(mistake: YamlMistake, text: str) -> Finding | None:
    start, end = _line_around(text, mistake.at)
    if "tab character" not in mistake.problem and text[mistake.at : mistake.at + 1] != "\t":
        return None
    if not _TAB_LINE.match(text[start:end]):
        return None
    at = text.index("\t", start)
    lines = list(_TAB_LINE.finditer(text))
    tabs = [line.start() + line[0].index("\t") for line in lines]
    edits = [(line.start(), line.end(), line[0].replace("\t", "  ")) for line in lines]
    is_mendable = _is_yaml(_TAB_LINE.sub(lambda line: line[0].replace("\t", "  "), text))
    return Finding(
        rule=TAB_INDENT, start=at, end=at + 1, message="this line is indented with a tab; YAML takes spaces only",
        help="use two spaces" if is_mendable else "use two spaces for each level",
        edits=edits if is_mendable else (),
        related=[(tab, tab + 1, "another such line") for tab in tabs if tab != at][:3],
        mended=_TAB_LINE.sub(lambda line: line[0].replace("\t", " "), text),
    )  # fmt: skip


def _is_yaml(text: str) -> bool:
    try:
        read_node(text, 0, Reporter("", text, LineTable(text)))
    except (YamlMistake, TooDeep):
        return False
    return True


def _colon(mistake: YamlMistake, text: str) -> Finding | None:
    """A second colon in a plain value, in a line of its own or between brackets."""
    at = mistake.at
    if text[at : at + 1] != ":":
        return None
    if "flow" in mistake.context:
        where = _flow_value(text, mistake.context_at, at)
    elif "not allowed" in mistake.problem:
        where = _line_value(text, at)
    else:
        return None
    if where is None:
        return None
    key, start, end = where
    value = text[start:end]
    return Finding(
        rule=UNQUOTED_COLON, start=at, end=at + 1, message="a second ': ' in a value without quotes",
        help=f"write {key}: {quoted(' '.join(value.split()))}", edits=[(start, end, quoted(value))],
        mended=text[:start] + value.replace(":", chr(STAND_INS[ord(":")])) + text[end:],
    )  # fmt: skip


def _line_value(text: str, at: int) -> tuple[str, int, int] | None:
    """Key and range of the plain value of a block mapping that holds the offset."""
    start, _ = _line_around(text, at)
    words = text[start:at].strip()
    while True:
        match = _KEY_AND_VALUE.match(text, start)
        if match and match.end() <= at:
            break
        if start == 0 or " " not in words:
            return None
        start, _ = _line_around(text, start - 1)
    if text[match.end()] in _STARTS_OTHERWISE:
        return None
    column = match.start("key") - start
    return match["key"], match.end(), _plain_end(text, match.end(), column)


def _plain_end(text: str, start: int, column: int) -> int:
    """Where a plain value ends that may run on over lines indented deeper than its key's column."""
    end = 0
    line_start = start
    while line_start < len(text):
        line_end = _line_around(text, line_start)[1]
        line = text[line_start:line_end]
        if end and (not line.strip() or len(line) - len(line.lstrip(" ")) <= column):
            break
        text_end, mark, _ = line.partition(" #")
        end = line_start + len(text_end.rstrip())
        if mark:
            break
        line_start = line_end + (2 if text[line_end : line_end + 2] == "\r\n" else 1)
    return end


def _flow_value(text: str, opened: int, at: int) -> tuple[str, int, int] | None:
    """Key and range of the plain value between brackets that holds the offset."""
    start = max(text.rfind(char, opened, at) for char in ",{[") + 1
    match = re.match(r"\s*(\"[^\"]*\"|'[^']*'|[^\s\"':][^:]*?):\s+", text[start:at])
    if match is None or match.end() + start >= at or text[start + match.end()] in _STARTS_OTHERWISE:
        return None
    end = re.compile(r"[,\]}\r\n]|\Z").search(text, at)
    last = end.start() if end else len(text)
    value_start = start + match.end()
    return match[1], value_start, value_start + len(text[value_start:last].rstrip())


def _special_start(mistake: YamlMistake, text: str) -> Finding | None:
    """A value that begins with a character that has a meaning in YAML."""
    start, end = _line_around(text, mistake.context_at if mistake.context.endswith("alias") else mistake.at)
    line = text[start:end]
    match = _KEY_AND_VALUE.match(line) or _ITEM.match(line)
    if match is None or line[match.end() : match.end() + 1] not in tuple(_NEEDS_QUOTES):
        return None
    first = start + match.end()
    column = match.start("key") if "key" in match.groupdict() else match.end() - 1
    last = _plain_end(text, first, column)
    value = text[first:last]
    written = quoted(" ".join(value.split()))
    if "key" in match.groupdict():
        written = f"{match['key']}: {written}"
    return Finding(
        rule=MALFORMED_YAML, start=first, end=first + 1, message=f"a value that begins with '{value[0]}' needs quotes",
        help=f"write {written}", mended=text[:first] + value.translate(STAND_INS) + text[last:],
    )  # fmt: skip


_WORDS = (
    ("unexpected end of stream", "quoted", "the quote that opens here is never closed", "close it on its line"),
    ("unexpected document indicator", "quoted", "the quote that opens here is never closed", "close it on its line"),
    ("expected ',' or ']'", "", "the bracket '[' that opens here is not closed, or a ',' is missing", ""),
    ("expected ',' or '}'", "", "the bracket '{' that opens here is not closed, or a ',' is missing", ""),
)
"""Problem, context and what it means, for those whose cause is where the context began."""

_WORDS_AT = (
    ("unknown escape", "this backslash is no escape between double quotes", "use single quotes, or write '\\\\'"),
    ("block sequence entries", "a list item on the line of its key", "begin the list on its own line, or use [a, b]"),
    ("mapping values", "a key below a value, or indented deeper than the key it follows",
     "indent keys of one mapping alike; put a text with ': ' into quotes"),
    ("expected ':'", "a line that is no key: ': ' is missing", "write it as 'key: value'"),
    ("expected key", "a line that does not fit the lines above it",
     "indent keys and items of one list alike; put a text with special characters into quotes"),
    ("expected '-'", "a line that does not fit the list above it", "indent the items of one list alike"),
    ("tab character", "a tab where YAML takes spaces", "use spaces"),
    ("cannot start any token", "a character that cannot begin a value", "put the value into quotes"),
    ("comment or line break", "text on the line of '|' or '>'", "begin the text on the next line, or use quotes"),
    ("document", "a line that stands further left than those above it", "indent keys of one mapping alike"),
    ("node content", "a ',' or a bracket where a value belongs", "delete it, or put the value into quotes"),
)  # fmt: skip


def _other(mistake: YamlMistake, text: str) -> Finding:
    at, message, help = _worded(mistake, text)
    at = min(at, max(len(text.rstrip()) - 1, 0))
    start, end = _line_around(text, at)
    is_first = not text[:start].strip()
    return Finding(
        rule=MALFORMED_YAML, start=at, end=max(min(at + 1, len(text)), at), message=message, help=help,
        mended=None if is_first else text[:start] + " " * (end - start) + text[end:],
    )  # fmt: skip


def _worded(mistake: YamlMistake, text: str) -> tuple[int, str, str]:
    """Place, message and help."""
    for problem, context, message, help in _WORDS:
        if problem in mistake.problem and context in mistake.context:
            return mistake.context_at, message, help or "close it, or put the value into quotes"
    before = text[: mistake.at].rstrip(" ")[-1:]
    if "expected key" in mistake.problem and before and before in "\"'])}" and text[mistake.at - 1] not in "\r\n":
        closing = "quote" if before in "\"'" else "bracket"
        return mistake.at, f"text after the closing {closing}", "put the whole value into quotes"
    for problem, message, help in _WORDS_AT:
        if problem in mistake.problem:
            at = mistake.context_at if problem == "expected ':'" else mistake.at
            return at, message, help
    return mistake.at, f"YAML that cannot be read: {mistake.problem}", "put the value into quotes"
