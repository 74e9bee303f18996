"""The one Markdown parser: CommonMark and what GitHub, Pandoc and Obsidian add that entries use.

Owns which rules run, and in which order. One parser serves the process;
what belongs to one file is in the environment that is handed along.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, SimpleNamespace
from typing import NamedTuple

from markdown_it import MarkdownIt, rules_inline
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from lexigraph.parse.addresses import is_safe_address
from lexigraph.parse.block_parser import LimitedBlock, TooManyBlocks
from lexigraph.parse.dollar_math import math_block_rule, math_inline_rule
from lexigraph.parse.html_rules import html_block_rule, html_inline_rule
from lexigraph.parse.inline_parser import InlineRule, PlacedInline
from lexigraph.parse.template_tags import template_tag_rule
from lexigraph.parse.wikilinks import wikilink_rule

__all__ = ["TooManyBlocks", "blocks", "inlines"]

_INLINE_RULES: Mapping[str, tuple[InlineRule, ...]] = MappingProxyType({
    "\n": (rules_inline.newline,),
    "\\": (rules_inline.escape,),
    "`": (rules_inline.backtick,),
    "*": (rules_inline.emphasis.tokenize,),
    "_": (rules_inline.emphasis.tokenize,),
    "~": (rules_inline.strikethrough.tokenize,),
    "[": (wikilink_rule, footnote_ref, rules_inline.link),
    "]": (),
    "!": (wikilink_rule, rules_inline.image),
    "<": (rules_inline.autolink, html_inline_rule),
    "&": (rules_inline.entity,),
    "$": (math_inline_rule,),
    "{": (template_tag_rule,),
})  # fmt: skip
"""A character → the rules that may begin with it, in the order in which they are tried."""

_PLAIN_DESTINATION = re.compile(r"[^\x00-\x20\x7f()<>\\&]+(?=[) ])")


class _Destination(NamedTuple):
    """What `parseLinkDestination` returns."""

    ok: bool
    pos: int
    str: str


def _destination(string: str, pos: int, maximum: int) -> _Destination:
    """As markdown-it's helper, which looks at one character after the other; plain ones need no looking."""
    plain = _PLAIN_DESTINATION.match(string, pos, maximum)
    if plain is not None:
        return _Destination(ok=True, pos=plain.end(), str=plain[0])
    found = parseLinkDestination(string, pos, maximum)
    return _Destination(found.ok, found.pos, found.str)


class _Parser(MarkdownIt):
    """Leaves addresses as they are written: what they lead to is decided when they are resolved."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return is_safe_address(url)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - markdown-it's name
        return link


@cache
def _parser() -> _Parser:
    parser = _Parser("commonmark")
    parser.helpers = SimpleNamespace(  # type: ignore[assignment] # a module there; only these three are called
        parseLinkDestination=_destination, parseLinkLabel=parseLinkLabel, parseLinkTitle=parseLinkTitle
    )
    parser.inline = PlacedInline(_INLINE_RULES)
    parser.block = LimitedBlock()
    parser.configure("commonmark", {"maxNesting": 1000, "html": True, "alerts": True})  # nesting: block_parser's
    parser.enable(["table", "strikethrough"])
    footnote_plugin(parser, inline=False, move_to_end=False)
    deflist_plugin(parser)
    block = parser.block.ruler
    block.before("fence", "math_block", math_block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.at("html_block", html_block_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler2.disable("fragments_join")  # joining would lose the places
    return parser


def blocks(text: str, env: EnvType) -> list[Token]:
    """The block tokens of a text; `inline` tokens have no children yet.

    Raises:
        TooManyBlocks: the text has more blocks than are read.
    """
    parser = _parser()
    tokens: list[Token] = []
    parser.block.parse(text, parser, env, tokens)
    return tokens


def inlines(content: str, env: EnvType) -> list[Token]:
    """The inline tokens of a block's content, each with its range in `map`.

    Raises:
        TooMuchMarkup: the content has more open brackets than are looked into.
    """
    parser = _parser()
    return parser.inline.parse(content, parser, env, [])
