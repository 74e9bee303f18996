"""Plain text put between Markdown: no character of it is markup."""

import re

__all__ = ["label", "text"]

_MARKUP = re.compile(r"([\\`*_\[\]<>$|~]|^(?=[#>+=-])|(?<=^\d)(?=[.)])|&(?=[#\w]+;)|!(?=\[))")


def text(words: str) -> str:
    """The words with a backslash before each character that Markdown would take for markup."""
    return _MARKUP.sub(lambda match: f"\\{match[0]}", words)


def label(words: str) -> str:
    """The same between the brackets of a link: on one line."""
    return text(" ".join(words.split()))
