"""Formulas: LaTeX as MathML, made while parsing, so that a page needs no script for them.

latex2mathml un-escapes what it prints, so that `\\unicode{x3c}` is a real `<`; here its element tree is
written by a serializer of our own that knows elements and attributes and escapes the rest.
"""

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["LONGEST_FORMULA", "Formula", "formula"]

LONGEST_FORMULA = 2000
"""Characters of LaTeX."""

_DEEPEST = 40
_REFUSED = re.compile(r"\\(?:(?:re)?new\w+|DeclareMathOperator|def|let|href|style|class|input)(?![a-z])")
_SYNONYMS = {
    r"\begin{aligned}": r"\begin{align*}", r"\end{aligned}": r"\end{align*}",
    r"\begin{gathered}": r"\begin{matrix}", r"\end{gathered}": r"\end{matrix}",
}  # fmt: skip
_REFERENCE = re.compile(r"&#x([0-9A-Fa-f]{1,6});")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "mover": 2, "munder": 2, "msubsup": 3, "munderover": 3}
_ELEMENTS = frozenset({
    "math", "menclose", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot", "mrow", "ms", "mspace",
    "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
})  # fmt: skip
_ATTRIBUTES = frozenset({
    "accent", "accentunder", "columnalign", "columnlines", "columnspacing", "depth", "displaystyle", "fence", "form",
    "height", "largeop", "linebreak", "linethickness", "lspace", "mathbackground", "mathcolor", "mathvariant",
    "maxsize", "minsize", "movablelimits", "notation", "rowlines", "rowspacing", "rspace", "scriptlevel", "separator",
    "stretchy", "symmetric", "voffset", "width",
})  # fmt: skip
_VALUE = re.compile(r"[\w .,#%+-]*")


class Formula(NamedTuple):
    """A formula as HTML."""

    html: str
    """MathML; the source in a `code` element when it cannot be read."""
    error: str
    """Why it cannot be read; empty when it can."""


@lru_cache(maxsize=4096)
def formula(latex: str, *, block: bool) -> Formula:
    """The formula as HTML; never raises."""
    latex = latex.strip()
    try:
        return Formula(_mathml(latex, block=block), "")
    except _UnreadableError as error:
        return Formula(f'<code class="lx-formula-error">{html.escape(latex)}</code>', str(error))


class _UnreadableError(ValueError):
    """The LaTeX cannot be shown; says why."""


def _mathml(latex: str, *, block: bool) -> str:
    from latex2mathml.converter import convert_to_element  # 70 ms, for those who have formulas

    if len(latex) > LONGEST_FORMULA:
        raise _UnreadableError(f"a formula of {len(latex)} characters; {LONGEST_FORMULA} are read")
    if refused := _REFUSED.search(latex):
        raise _UnreadableError(f"the command {refused[0]} in a formula")
    if _depth(latex) > _DEEPEST:
        raise _UnreadableError(f"braces in a formula nested deeper than {_DEEPEST}")
    for written, known in _SYNONYMS.items():
        latex = latex.replace(written, known)
    try:
        tree = convert_to_element(latex, display="block" if block else "inline")
    except Exception as error:  # noqa: BLE001 - latex2mathml raises a dozen unrelated types, some by accident
        raise _UnreadableError(f"a formula that cannot be read ({_words(type(error).__name__)})") from None
    parts: list[str] = []
    for child in tree:
        _write(child, parts)
    display = ' display="block"' if block else ""
    return f'<math{display} alttext="{html.escape(latex)}">{"".join(parts)}</math>'


def _depth(latex: str) -> int:
    """How deep braces, `\\left` and environments nest, commands without braces (`\\sqrt\\sqrt x`) counted too."""
    deepest = depth = commands = 0
    for match in re.finditer(r"\\(?:left|begin)\b|\\(?:right|end)\b|\\[{}\\]|\\[A-Za-z]+|[{}]|[^\\{}\s]", latex):
        token = match[0]
        if token in ("{", r"\left", r"\begin"):
            depth += 1
        elif token in ("}", r"\right", r"\end"):
            depth -= 1
            commands = 0
        commands = commands + 1 if token[0] == "\\" else 0
        deepest = max(deepest, depth, commands)
    return deepest


def _words(name: str) -> str:
    """`MissingEndError` as `missing end`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Error")).lower() or "error"


def _write(element: "Element", parts: list[str]) -> None:
    tag = element.tag
    if tag not in _ELEMENTS:
        raise _UnreadableError(f"a formula with a {tag} element")
    if len(element) != _CHILDREN.get(tag, len(element)):
        raise _UnreadableError("a formula with a missing argument")
    parts.append(f"<{tag}")
    for name, value in element.attrib.items():
        if name in _ATTRIBUTES and _VALUE.fullmatch(value):
            parts.append(f' {name}="{value}"')
    parts.append(">")
    if element.text:
        if tag == "mi" and (unknown := _COMMAND.fullmatch(element.text)):
            raise _UnreadableError(f"the unknown command {unknown[0]} in a formula")
        parts.append(html.escape(_REFERENCE.sub(_character, element.text), quote=False))
    for child in element:
        _write(child, parts)
    parts.append(f"</{tag}>")


def _character(reference: re.Match[str]) -> str:
    code = int(reference[1], 16)
    is_text = 0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD or 0x10000 <= code < 0x10FFFE
    return chr(code) if is_text else "\N{REPLACEMENT CHARACTER}"
