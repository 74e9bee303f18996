"""The text of an entry's file from its record: front matter with our keys in one order, then the body as it is.

For exports and imports that write entries anew. What the record says is what is read from the file again, but for
places; what no file can hold (control characters) becomes what the parser makes of it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any

from lexigraph.edit.yaml_scalar import is_plain
from lexigraph.vocabulary import BUILT_IN, Vocabulary

__all__ = ["KEYS", "entry_file", "front_matter", "readable", "yaml_lines"]

_NAMES = ("title", "aliases", "acronym", "hidden_labels", "labels")
_NATURE = ("kind", "level", "tags", "definition", "scope_note", "origin", "contested")
_QUESTION = (
    "state", "state_date", "review", "review_date", "raised", "why_open", "evidence_needed", "positions", "resolution",
    "help_wanted", "discussion",
)  # fmt: skip
_CARE = (
    "mappings", "sources", "status", "deprecation_reason", "authors", "reviewed_by", "created", "last_reviewed",
    "review_every", "autolink", "redirect_from", "destination",
)  # fmt: skip
KEYS: tuple[str, ...] = (*_NAMES, *_NATURE, *_QUESTION, *_CARE)
"""The keys of front matter in the order in which they are written; relations stand before `state`."""

_SHORT = 80
"""Characters of a list on one line; a longer one has a line for each item."""
_DATES = frozenset({"state_date", "review_date", "created", "last_reviewed", "date"})
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LINE_END = re.compile("\r\n?")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What decoding a file turns into U+FFFD."""
_LINE_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")
"""What is a space in front matter: line breaks for some readers of YAML and not for others."""
_LONG_FORM = frozenset({"to", "note", "source"})

Record = Mapping[str, Any]


def entry_file(
    record: Record, relations: Iterable[Record] = (), question: Record | None = None, *,
    vocabulary: Vocabulary = BUILT_IN,
) -> str:  # fmt: skip
    """The file of an entry.

    Args:
        record: of an entry, as in `concepts.json`; keys that no front matter has are passed over, as is an empty
            value. `markdown` is the body, and follows the front matter as it is, so it begins with a blank line.
        relations: records of those that stand in its front matter, in their order; a `derived` one stands at its
            target, under the key of the other direction.
        question: its record as a question, when it is one.
        vocabulary: knows the keys of both directions.
    """
    values = {**record, **{key: value for key, value in (question or {}).items() if key in _QUESTION}}
    if values.get("kind") == "concept":
        del values["kind"]  # what an entry is that does not say
    body = readable(str(record.get("markdown") or ""))
    return front_matter(values, relations, vocabulary=vocabulary) + body


def front_matter(
    values: Record, relations: Iterable[Record] = (), *, vocabulary: Vocabulary = BUILT_IN,
    names: Mapping[str, str] = MappingProxyType({}),
) -> str:  # fmt: skip
    """The lines from one `---` to the other; keys that are not among `KEYS` are passed over.

    `names` are those under which a key is to be written: ours → another.
    """
    lines: list[str] = []
    for key in KEYS:
        if key == _QUESTION[0]:
            lines += _relations(relations, vocabulary)
        lines += _pair(names.get(key, key), values.get(key))
    return "\n".join(("---", *lines, "---", ""))


def readable(text: str) -> str:
    """The text with LF at the end of lines, and without what no file can hold."""
    return _UNREADABLE.sub("\ufffd", _LINE_END.sub("\n", text)).replace("\x85", "\ufffd")


def yaml_lines(values: Mapping[str, Any]) -> list[str]:
    """A line or more for each key that is not empty, as YAML."""
    return [line for key, value in values.items() for line in _pair(key, value)]


def _relations(relations: Iterable[Record], vocabulary: Vocabulary) -> Iterator[str]:
    """The relations by key, in the order of the vocabulary's; those of one key in their own order."""
    order = {key: place for place, key in enumerate(vocabulary.directions)}
    items = [item for relation in relations if (item := _item(relation, vocabulary)) is not None]
    for key, group in groupby(sorted(items, key=lambda item: order[item[0]]), key=lambda item: item[0]):
        yield from _pair(key, [value for _, value in group])


def _item(relation: Record, vocabulary: Vocabulary) -> tuple[str, object] | None:
    """Key and item of a relation in its shortest form; None when the vocabulary does not have its kind."""
    direction = vocabulary.directions.get(str(relation.get("kind")))
    if direction is None:
        return None
    is_derived = bool(relation.get("derived"))
    key, other = (direction.opposite, "source") if is_derived else (direction.key, "target")
    name, note, citation = (str(relation.get(part) or "") for part in (other, "note", "citation"))
    if not name:
        return None
    if citation or (note and name.lower() in _LONG_FORM):
        return key, {"to": name, "note": note, "source": citation}
    return key, {name: note} if note else name


def _pair(key: str, value: object, indent: str = "") -> Iterator[str]:
    """A key with its value; nothing where that says nothing."""
    name = f"{indent}{_scalar(key)}"
    if key == "autolink":
        if value is False:
            yield f"{name}: false"
    elif isinstance(value, Mapping):
        filled = {part: each for part, each in value.items() if each}
        if not filled:
            return
        if _is_flat(filled):
            yield f"{name}: {_flow(filled)}"
            return
        yield f"{name}:"
        for part, each in filled.items():
            yield from _pair(part, each, f"{indent}  ")
    elif isinstance(value, list | tuple):
        yield from _list(name, [item for item in value if item], indent)
    elif value:
        yield f"{name}: {_scalar(value, key)}"


def _list(name: str, items: list[object], indent: str) -> Iterator[str]:
    if not items:
        return
    if not any(isinstance(item, Mapping) for item in items):
        in_one = f"{name}: [{', '.join(_scalar(item, in_brackets=True) for item in items)}]"
        if len(in_one) <= _SHORT:
            yield in_one
            return
    yield f"{name}:"
    for item in items:
        yield from _item_lines(item, f"{indent}  ")


def _item_lines(item: object, indent: str) -> Iterator[str]:
    """An item of a list with its dash: a text, a mapping on one line, or one with what is nested in it below."""
    if not isinstance(item, Mapping):
        yield f"{indent}- {_scalar(item)}"
        return
    filled = {part: each for part, each in item.items() if each}
    if len(filled) > 1 and _is_flat(filled):
        yield f"{indent}- {_flow(filled)}"
        return
    lines = [line for part, each in filled.items() for line in _pair(part, each, f"{indent}  ")]
    for number, line in enumerate(lines):
        yield line if number else f"{indent}- {line.removeprefix(f'{indent}  ')}"


def _is_flat(values: Mapping[str, object]) -> bool:
    return not any(isinstance(value, Mapping | list | tuple) for value in values.values())


def _flow(values: Mapping[str, object]) -> str:
    """A flat mapping on one line."""
    pairs = (f"{_scalar(key)}: {_scalar(value, key, in_brackets=True)}" for key, value in values.items())
    return "{" + ", ".join(pairs) + "}"


def _scalar(value: object, key: str = "", *, in_brackets: bool = False) -> str:
    """A text, number or date as YAML on one line, in quotes where a reader of YAML could take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = readable(_LINE_BREAKS.sub(" ", str(value)))
    is_date = key in _DATES and _DATE.fullmatch(text)
    if isinstance(value, int) or is_date or is_plain(text, in_brackets=in_brackets):
        return text
    return json.dumps(text, ensure_ascii=False)
