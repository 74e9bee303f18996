"""Which texts may stand in YAML without quotes."""

import re

__all__ = ["is_plain"]

_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()+'’,;!?–—-]*[\w./()+'’,;!?–—-])?")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
"""Texts that readers of YAML take for something else."""


def is_plain(text: str, *, in_brackets: bool = False) -> bool:
    """Whether no reader of YAML could take the text for something else, or for more than one item of a list.

    (In brackets PyYAML takes a question mark at the end of a text for the sign of a key.)
    """
    is_apart = in_brackets and ("," in text or "?" in text)
    return bool(_PLAIN.fullmatch(text)) and text.lower() not in _WORDS and not is_apart
