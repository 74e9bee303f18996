"""The one Markdown parser: CommonMark and what GitHub, Pandoc and Obsidian add that entries use.

Owns which rules run, in which order, and which addresses a link may have. One parser serves the process;
what belongs to one file is in the environment that is handed along.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from lexigraph.parse.block_parser import LimitedBlock, TooManyBlocks
from lexigraph.parse.dollar_math import math_block_rule, math_inline_rule
from lexigraph.parse.html_rules import html_block_rule, html_inline_rule
from lexigraph.parse.inline_parser import PlacedInline
from lexigraph.parse.template_tags import template_tag_rule
from lexigraph.parse.wikilinks import wikilink_rule

__all__ = ["TooManyBlocks", "blocks", "inlines", "is_safe_address"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEMES = frozenset({
    "doi", "ftp", "ftps", "geo", "git", "gopher", "http", "https", "irc", "ircs", "magnet", "mailto", "matrix", "news",
    "obsidian", "sftp", "sms", "ssh", "tel", "urn", "webcal", "xmpp",
})  # fmt: skip


def is_safe_address(address: str) -> bool:
    """True for relative addresses and for schemes that only ever lead somewhere."""
    scheme = _SCHEME.match(_INVISIBLE.sub("", address).lower())
    return scheme is None or scheme[1] in _SCHEMES


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
    parser.inline = PlacedInline()
    parser.block = LimitedBlock()
    parser.configure("commonmark", {"maxNesting": 1000, "html": True, "alerts": True})  # nesting: block_parser's
    parser.enable(["table", "strikethrough"])
    footnote_plugin(parser, inline=False, move_to_end=False)
    deflist_plugin(parser)
    block, inline = parser.block.ruler, parser.inline.ruler
    block.before("fence", "math_block", math_block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.at("html_block", html_block_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    inline.before("escape", "math_inline", math_inline_rule)
    inline.before("escape", "template_tag", template_tag_rule)
    inline.before("link", "wikilink", wikilink_rule)
    inline.at("html_inline", html_inline_rule)
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
