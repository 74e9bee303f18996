"""LaTeX macros without arguments: what `\\newcommand{\\name}{…}` in one formula means for those after it."""

import re

__all__ = ["Macros"]

_LONGEST = 300
"""Characters of what a macro stands for, macros in it resolved: no chain of them can fill the memory."""

_DEFINITION = re.compile(r"\\(?:re)?newcommand\*?\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*(?=\{)")
_NAME = re.compile(r"\\[A-Za-z]+")


class Macros:
    """The macros of one file so far."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def resolved(self, latex: str) -> str:
        """The formula with macros written out, and without definitions, which hold from here on."""
        if "newcommand" in latex:
            latex = self._taken(latex)
        return self._written_out(latex) if self._known else latex

    def _taken(self, latex: str) -> str:
        parts: list[str] = []
        last = 0
        while (found := _DEFINITION.search(latex, last)) is not None:
            end = _closing_brace(latex, found.end())
            meaning = self._written_out(latex[found.end() + 1 : end])
            if end < 0 or "#" in meaning or len(meaning) > _LONGEST:
                break
            self._known[found[1] or found[2]] = meaning
            parts.append(latex[last : found.start()])
            last = end + 1
        return "".join(parts) + latex[last:]

    def _written_out(self, latex: str) -> str:
        return _NAME.sub(lambda name: f"{{{self._known[name[0]]}}}" if name[0] in self._known else name[0], latex)


def _closing_brace(latex: str, opening: int) -> int:
    """Where the brace is closed that opens there; -1 when it is not."""
    depth = 0
    for at in range(opening, len(latex)):
        if latex[at] in "{}" and latex[at - 1] != "\\":
            depth += 1 if latex[at] == "{" else -1
            if depth == 0:
                return at
    return -1
