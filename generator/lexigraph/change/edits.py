"""Edits of one text: ranges of characters that are replaced, all else stays as it is."""

from collections.abc import Iterable

from lexigraph.model import Edit

__all__ = ["edited"]


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """The text after the edits, and those that were left out because they overlap an earlier one.

    Edits are offsets into the text as given. Two edits at one place without extent are both made, in their order;
    the same edit twice is made once. Source of the rules: LSP, `TextEdit[]`.
    """
    parts: list[str] = []
    waiting: list[Edit] = []
    at = 0
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < at or edit.span.end > len(text):
            waiting.append(edit)
            continue
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts), tuple(waiting)
