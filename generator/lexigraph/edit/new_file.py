"""The text of a file that does not exist yet: front matter of plain values, and a body.

Only for new files: one that exists is edited in place.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from lexigraph.edit.yaml_scalar import is_plain
from lexigraph.parse.hidden_characters import without_hidden
from lexigraph.parse.yaml_comments import SUPPRESSION

__all__ = ["comment_lines", "in_a_line", "new_file", "yaml_scalar"]

Value = str | Sequence[str | Mapping[str, str]]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
_SHORT = 80
"""Characters of a list on one line; a longer one has a line for each item."""


def new_file(values: Mapping[str, Value], body: str = "", comments: Iterable[str] = ()) -> str:
    """The text of a file with these keys in their order; empty values are left out.

    Args:
        values: a text, or a list of texts and mappings of texts.
        body: Markdown, as it is.
        comments: lines that are comments below the keys.
    """
    lines = [line for key, value in values.items() if value for line in _pair(key, value)]
    text = "\n".join(["---", *lines, *comment_lines(comments), "---", ""])
    body = body.strip("\n")
    return f"{text}\n{body}\n" if body else text


def yaml_scalar(value: str, *, in_brackets: bool = False) -> str:
    """The text as a scalar of YAML, on one line, in quotes where it needs them."""
    line = in_a_line(value)
    return line if is_plain(line, in_brackets=in_brackets) else json.dumps(line, ensure_ascii=False)


def comment_lines(said: Iterable[str]) -> list[str]:
    """Each as a comment of one line, which is never one for `check`."""
    lines = (in_a_line(line) for line in said)
    return [f"# {'- ' if line.lower().startswith(SUPPRESSION) else ''}{line}".rstrip() for line in lines]


def in_a_line(text: str) -> str:
    """The text on one line without control characters and characters that nobody sees."""
    return " ".join(without_hidden(_CONTROL.sub(" ", text)).split())


def _pair(key: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {yaml_scalar(value)}"]
    items = [_item(item) for item in value]
    in_one = f"{key}: [{', '.join(items)}]"
    if len(in_one) <= _SHORT and all(isinstance(item, str) for item in value):
        return [in_one]
    return [f"{key}:", *(f"  - {item}" for item in items)]


def _item(value: str | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return yaml_scalar(value, in_brackets=True)
    if len(value) == 1:
        return next(f"{yaml_scalar(key, in_brackets=True)}: {yaml_scalar(each)}" for key, each in value.items())
    return "{" + ", ".join(f"{key}: {yaml_scalar(each, in_brackets=True)}" for key, each in value.items() if each) + "}"
