"""From YAML text to nodes with places, by the events of the C parser: nothing is composed or constructed.

Owns the limits (depth, anchors and aliases) and duplicate keys. A text that is no YAML raises `YamlMistake`,
which `yaml_mistakes` puts into words.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

import yaml

from lexigraph.parse.findings import DUPLICATE_KEY, MALFORMED_YAML, OVER_LIMIT, WRONG_TYPE
from lexigraph.parse.hidden_characters import without_hidden_escapes
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_comments import SUPPRESSION, yaml_comments
from lexigraph.parse.yaml_nodes import Listing, Mapping, Node, Pair, Scalar

__all__ = ["DEPTH_LIMIT", "STAND_INS", "TooDeep", "YamlMistake", "read_node", "without_repeats"]

DEPTH_LIMIT = 50
"""Mappings and lists within each other."""

_SPECIAL = ":@`%*&"
STAND_INS = {ord(char): 0xFDD0 + index for index, char in enumerate(_SPECIAL)}
"""What stands for a special character that is text, where `yaml_mistakes` mended one, for `str.translate`;
decoding lets no such stand-in pass from a file."""

_TEXTS = {stand_in: char for char, stand_in in STAND_INS.items()}
_STAND_IN = re.compile("[\ufdd0-\ufdef]")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR: Any = yaml.ScalarEvent
_ALIAS: Any = yaml.AliasEvent
_LIST_START: Any = yaml.SequenceStartEvent
_LIST_END: Any = yaml.SequenceEndEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_END: Any = yaml.StreamEndEvent
_LINE_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")
"""Line breaks for libyaml and for nobody else, and the byte-order mark, which it may swallow."""


class YamlMistake(Exception):
    """The text is no YAML; offsets count from its start."""

    def __init__(self, problem: str, at: int, context: str, context_at: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.at = at
        self.context = context
        self.context_at = context_at


class TooDeep(Exception):
    """More levels than `DEPTH_LIMIT`; `at` counts from the start of the text."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def read_node(text: str, offset: int, reporter: Reporter) -> Node | None:
    """The first document of the text as a node whose places begin at `offset`; None when it is empty.

    Raises:
        YamlMistake: the text is no YAML, or more than one document.
        TooDeep: it nests too deep.
    """
    plain = _LINE_BREAKS.sub(" ", text) if not text.isascii() else text
    events = _Events(plain, offset, reporter)
    try:
        node = events.document()
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
        at = mark.index if mark else 0
        raise YamlMistake(error.problem or "", at, error.context or "", context.index if context else at) from None
    except yaml.YAMLError as error:
        raise YamlMistake(str(getattr(error, "reason", error)), 0, "", 0) from None
    finally:
        events.close()
    if SUPPRESSION in plain:
        reporter.comments += ((start + offset, end + offset) for start, end in yaml_comments(plain))
    return node


class _Events:
    """The parser, and what is kept while its events become nodes.

    Events and their types are `Any`, because the stubs of PyYAML know neither their marks nor their anchors.
    """

    __slots__ = ("_depth", "_loader", "_next", "_offset", "_reporter", "_seen_anchor", "_text")

    def __init__(self, text: str, offset: int, reporter: Reporter) -> None:
        self._text = text
        self._loader = _Loader(text)
        self._next: Callable[[], Any] = self._loader.get_event
        self._offset = offset
        self._reporter = reporter
        self._depth = 0
        self._seen_anchor = False

    def close(self) -> None:
        """Release the parser."""
        self._loader.dispose()

    def document(self) -> Node | None:
        """The node of the first document."""
        self._next()
        if type(self._next()) is _END:
            return None
        node = self._node(self._next())
        self._next()
        end = self._next()
        if type(end) is not _END:
            raise YamlMistake("a second document", end.start_mark.index, "", 0)
        return node

    def _node(self, event: Any) -> Node | None:
        """The node that begins with the event; None for an alias."""
        if type(event) is _SCALAR:
            if event.anchor or event.tag:
                self._refuse(event)
            start, end = event.start_mark.index, event.end_mark.index
            value, style = event.value, event.style or ""
            if event.tag and not style:
                value = self._text[start:end]
            if not value.isascii() and _STAND_IN.search(value):
                value = value.translate(_TEXTS)
            if style == '"' and "\\" in self._text[start:end]:
                value = without_hidden_escapes(self._reporter, value, start + self._offset, end + self._offset)
            if style in ("|", ">"):
                value, end = value.rstrip("\n"), start + len(self._text[start:end].rstrip())
            return Scalar(value, start + self._offset, end + self._offset, style)
        if type(event) is _ALIAS:
            self._refuse(event)
            return None
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise TooDeep(event.start_mark.index)
        if event.anchor or event.tag:
            self._refuse(event)
        node = self._listing(event) if type(event) is _LIST_START else self._mapping(event)
        self._depth -= 1
        return node

    def _listing(self, start: Any) -> Listing | None:
        """The sequence; None when all that stands in it was refused."""
        items: list[Node] = []
        is_refused = False
        end = start.end_mark.index + self._offset
        while type(event := self._next()) is not _LIST_END:
            node = self._node(event)
            if node is None:
                is_refused = True
            else:
                items.append(node)
                end = node.end
        if is_refused and not items:
            return None
        if start.flow_style:
            end = event.end_mark.index + self._offset
        return Listing(tuple(items), start.start_mark.index + self._offset, end, bool(start.flow_style))

    def _mapping(self, start: Any) -> Mapping | None:
        """The mapping; None when all that stands in it was refused."""
        pairs: list[Pair] = []
        is_refused = False
        end = start.end_mark.index + self._offset
        while type(event := self._next()) is not _MAPPING_END:
            key = self._node(event)
            value = self._node(self._next())
            if value is not None:
                end = value.end
            if type(key) is Scalar and value is not None:
                pairs.append(Pair(key, value))
                continue
            is_refused = True
            if key is not None and type(key) is not Scalar:
                self._reporter.add(
                    WRONG_TYPE, key.start, key.end, "a key is a text, not a mapping or a list", subject="key",
                    help="put values that begin with '{' or '[' into quotes",
                )  # fmt: skip
        if is_refused and not pairs:
            return None
        if start.flow_style and event.end_mark.index > event.start_mark.index:
            end = event.end_mark.index + self._offset
        unique = pairs if len(pairs) < 2 else without_repeats(pairs, self._reporter)
        return Mapping(tuple(unique), start.start_mark.index + self._offset, end, bool(start.flow_style))

    def _refuse(self, event: Any) -> None:
        """Report an anchor or alias (once for all), or a tag."""
        start = event.start_mark.index + self._offset
        if getattr(event, "anchor", None):
            if not self._seen_anchor:
                self._seen_anchor = True
                self._reporter.add(
                    OVER_LIMIT, start, start + 1 + len(event.anchor), "YAML anchors and aliases are not read here",
                    help="write the value out, or put it into quotes", subject="alias",
                )  # fmt: skip
        elif event.tag:
            self._reporter.add(
                MALFORMED_YAML, start, start + 1, "a value that begins with '!' needs quotes",
                help="put the whole value into quotes", subject=event.tag,
            )  # fmt: skip


def without_repeats(pairs: Iterable[Pair], reporter: Reporter) -> list[Pair]:
    """The pairs without those whose key stands earlier (capitals aside), which are reported."""
    first: dict[str, Pair] = {}
    for pair in pairs:
        name = pair.key.value.lower()
        earlier = first.setdefault(name, pair)
        if earlier is pair:
            continue
        has_items = isinstance(pair.value, Listing) and isinstance(earlier.value, Listing)
        reporter.add(
            DUPLICATE_KEY, pair.key.start, pair.key.end,
            f"the key '{pair.key.value}' stands twice; this one is not read",
            help="move its items under the first" if has_items else "keep one of the two", subject=pair.key.value,
            related=[(earlier.key.start, earlier.key.end, f"the first '{earlier.key.value}'")],
        )  # fmt: skip
    return list(first.values())
