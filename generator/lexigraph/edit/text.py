"""Edits of one text: ranges of characters that are replaced, all else stays as it is."""

import difflib
from collections.abc import Iterable, Iterator

from lexigraph.model import Edit, LineTable

__all__ = ["edited", "edits_between"]


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


def edits_between(path: str, before: str, after: str) -> Iterator[Edit]:
    """Edits of whole lines that make the one text into the other, from its start to its end."""
    lines, others, table = before.splitlines(keepends=True), after.splitlines(keepends=True), LineTable(before)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for what, a, b, c, d in difflib.SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if what != "equal":
            yield Edit(path=path, span=table.span(starts[a], starts[b]), text="".join(others[c:d]))
