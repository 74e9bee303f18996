"""markdown-it's inline parser, with the place of every token and limits that no text can get round.

markdown-it sets no `map` on inline tokens. Here it is the range of the token in its block's content: of a
`link_open` the whole link, of a text its characters. Only images keep children without place.
"""

import re
from collections.abc import Callable, Mapping

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

__all__ = ["INLINE_NESTING", "STEPS", "TOO_DEEP", "InlineRule", "PlacedInline", "TooMuchMarkup"]

INLINE_NESTING = 20
"""Levels of brackets within brackets that are looked into."""

STEPS = "lexigraph steps"
"""Key of the environment: how much was looked ahead so far."""
TOO_DEEP = "lexigraph too deep"
"""Key of the environment: set when brackets were nested deeper than is looked into."""
_STEP_LIMIT = 600_000
_STEP_COST = 5
"""Looks ahead in one file for the ends of link labels, known ones 1 and new ones 5; an entry needs some hundreds."""


InlineRule = Callable[[StateInline, bool], bool]
"""A rule of markdown-it: makes tokens, or only moves on when its second argument is True."""


class TooMuchMarkup(Exception):
    """The text has so many open brackets that looking for their ends would take seconds."""


class _PlacedState(StateInline):
    """Knows where its pending text began."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.pending_at = 0

    def append_pending(self, text: str) -> None:
        if not (self._pending_buffer or self._pending):
            self.pending_at = self.pos
        self._pending_buffer.append(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        token = super().pushPending()
        token.map = [self.pending_at, self.pending_at + len(token.content)]
        return token


class PlacedInline(ParserInline):
    """Parses inline content; raises `TooMuchMarkup` instead of running for seconds."""

    def __init__(self, rules: Mapping[str, tuple[InlineRule, ...]]) -> None:
        """Take the rules that may apply at each character, in order; all other characters are text."""
        super().__init__()
        self._rules = rules
        self._special = re.compile("[" + re.escape("".join(rules)) + "]")

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Append the tokens of the content `src`."""
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Append the tokens of what the state has left, each with its range in `map`.

        Source: markdown-it-py, `ParserInline.tokenize`.
        """
        tokens, src, end = state.tokens, state.src, state.posMax
        while state.pos < end:
            pos = state.pos
            rules = self._rules.get(src[pos])
            if rules is None:
                special = self._special.search(src, pos, end)
                until = special.start() if special else end
                state.append_pending(src[pos:until])
                state.pos = until
                continue
            count = len(tokens)
            for rule in rules:
                if rule(state, False):  # noqa: FBT003 - markdown-it's signature
                    break
            else:
                state.append_pending(src[pos])
                state.pos = pos + 1
                continue
            if len(tokens) != count:
                _place(tokens, count, pos, state.pos)
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - markdown-it's name
        """Move over one token without making it.

        Source: markdown-it-py, `ParserInline.skipToken`.
        """
        pos = state.pos
        if (known := state.cache.get(pos)) is not None:
            state.pos = known
            _count(state.env, 1)
            return
        rules = self._rules.get(state.src[pos])
        if rules is None:
            special = self._special.search(state.src, pos, state.posMax)
            state.pos = special.start() if special else state.posMax
        elif state.level >= INLINE_NESTING:
            state.env[TOO_DEEP] = True
            state.pos = state.posMax
        else:
            _count(state.env, _STEP_COST)
            state.level += 1
            if not any(rule(state, True) for rule in rules):  # noqa: FBT003 - markdown-it's signature
                state.pos += 1
            state.level -= 1
        state.cache[pos] = state.pos


def _count(env: EnvType, cost: int) -> None:
    steps = env[STEPS] = env.get(STEPS, 0) + cost
    if steps > _STEP_LIMIT:
        raise TooMuchMarkup


def _place(tokens: list[Token], first: int, start: int, end: int) -> None:
    """Place the tokens from number `first` on, which one rule made of the characters `start` to `end`.

    A rule that makes several texts (a run of `*`) makes them one after the other.
    """
    at = start
    for number in range(first, len(tokens)):
        token = tokens[number]
        if token.map is None:
            if token.type == "text":
                token.map = [at, at + len(token.content)]
                at += len(token.content)
            else:
                token.map = [start, end]
                if token.markup == "autolink":
                    at = start + 1
