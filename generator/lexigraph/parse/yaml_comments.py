"""The comments of a YAML text, which are no events: found between the tokens of the C parser."""

import re
from typing import Any

import yaml

__all__ = ["SUPPRESSION", "yaml_comments"]

SUPPRESSION = "lexigraph:"
"""What a comment begins with that is for us."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\r\n]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(?=#)")


def yaml_comments(text: str) -> list[tuple[int, int]]:
    """The ranges of the comments in a YAML text that can be read, from `#` to the end of the line, ascending.

    Where the parser's tokens are not, there is white space and comments only; the token of a block scalar holds
    what stands behind its `|` or `>` too.
    """
    found: list[tuple[int, int]] = []
    loader = _Loader(text)
    at = 0
    try:
        while (token := loader.get_token()) is not None:
            start, end = token.start_mark.index, token.end_mark.index
            found.extend(match.span() for match in _COMMENT.finditer(text, at, start))
            if getattr(token, "style", None) in ("|", ">") and (header := _BLOCK_HEADER.match(text, start)):
                found.extend(match.span() for match in (_COMMENT.match(text, header.end()),) if match)
            at = max(at, end)
    finally:
        loader.dispose()
    return found
