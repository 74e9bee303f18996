"""Wikilinks: `[[target]]`, `[[target|label]]`, `[[target#heading|label]]`, and `!` before it for an embed."""

from typing import NamedTuple

from markdown_it.rules_inline import StateInline

__all__ = ["Wikilink", "wikilink", "wikilink_rule"]

_LONGEST = 1000
"""Characters between the brackets."""


class Wikilink(NamedTuple):
    """A wikilink taken apart."""

    target: str
    """As written, trimmed; empty: this file."""
    fragment: str
    """What follows the first `#`."""
    label: str
    """What follows the first `|`; empty when there is none."""


def wikilink(content: str) -> Wikilink | None:
    """What stands between `[[` and `]]`, taken apart; None when it names nothing.

    In a table the pipe is written `\\|`; markdown-it has removed that backslash there, elsewhere we do. A
    `#` with nothing after it belongs to the name: `[[C#]]`.
    """
    name, _, label = content.partition("|")
    name = name.removesuffix("\\").strip()
    target, _, fragment = name.partition("#")
    if not fragment.strip():
        target, fragment = name, ""
    if not (target.strip() or fragment.strip()):
        return None
    return Wikilink(target.strip(), fragment.strip(), label.strip())


def wikilink_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Make a `wikilink` token, its content what stands between the brackets.

    `[[1]](address)` is a Markdown link with the label `[1]`; brackets round a comment are brackets, so that nobody sees
    the comment.
    """
    src, start = state.src, state.pos
    opening = start + 1 if src[start] == "!" else start
    if not src.startswith("[[", opening):
        return False
    content_start = opening + 2
    end = src.find("]]", content_start, min(state.posMax, content_start + _LONGEST))
    if end < 0 or src.startswith("(", end + 2):
        return False
    content = src[content_start:end]
    if "[" in content or "\n" in content or "<!--" in content or wikilink(content) is None:
        return False
    if not silent:
        token = state.push("wikilink", "a", 0)
        token.content = content
        token.meta = {"start": content_start}
    state.pos = end + 2
    return True
