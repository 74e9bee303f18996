"""Text as GitHub Markdown that shows it as it is: no markup, link, mention, emoji, formula or HTML of its own.

Two layers read a comment: the Markdown parser, and filters that look at the finished text for `@name`, `#12`,
addresses and `:words:`. Escapes stop the first; the second are stopped by an invisible character inside.
"""

import re

from lexigraph.change.report.phrase import Part

__all__ = ["in_code", "in_markdown", "label"]

_GAP = "\u200b"
"""Zero width space: shows nothing, and parts what the filters look for."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_MARKUP = re.compile(r"[\\`*_\[\]|~^&<>$]")
_REFERENCE = re.compile(r"@(?=\w)|#(?=\d)|:(?=//)|:(?=[\w+-]+:)|\bGH-(?=\d)|\bwww(?=\.)", re.IGNORECASE)
"""After these a filter would make something of what follows: a mention, an issue, an address, an emoji."""


def in_markdown(part: Part) -> str:
    """The part with its style: names bold, others' words slanted, ids as code."""
    if part.style == "code":
        return in_code(part.text)
    mark = {"name": "**", "said": "*"}.get(part.style, "")
    return f"{mark}{label(part.text)}{mark}"


def label(text: str) -> str:
    """The text, escaped for any place inside a line of Markdown."""
    parted = _REFERENCE.sub(lambda found: f"{found[0]}{_GAP}", text)
    return _MARKUP.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), parted)


def in_code(text: str) -> str:
    """The text as a code span; backticks become primes, so that it ends where it should."""
    return f"`{text.replace('`', '′')}`"
