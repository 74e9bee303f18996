"""Inline Markdown of short texts: definitions, notes, labels, claims; as HTML and as plain text.

For texts of the front matter, which have no places of their own here. Links become their labels.
"""

import re
from functools import lru_cache

from lexigraph.parse.stand_ins import STAND_INS

__all__ = ["inline_html", "inline_text"]

_MARKUP = re.compile(r"[\\`*_~\[\]<>&${!]")


@lru_cache(maxsize=16384)
def inline_html(text: str) -> str:
    """The text as inline HTML without links and ids: emphasis, code, formulas, raw HTML; line breaks are spaces."""
    text = _one_line(text)
    if _MARKUP.search(text) is None:
        return text
    from lexigraph.parse.inline_markup import html_of

    return html_of(text)


@lru_cache(maxsize=16384)
def inline_text(text: str) -> str:
    """The text as a reader reads it, white space folded: code and formulas as written, no markup."""
    text = _one_line(text)
    if _MARKUP.search(text) is None:
        return text
    from lexigraph.parse.inline_markup import plain_of

    return plain_of(text)


def _one_line(text: str) -> str:
    return " ".join(STAND_INS.sub("", text).split())
