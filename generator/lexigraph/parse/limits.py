"""What one file may have of inline markup and formulas; beyond it they are shown as they were written.

Each limit is a finding. Limits on blocks are `block_parser`'s business, those on a file's size `decoding`'s.
"""

from markdown_it.token import Token

from lexigraph.model import Html
from lexigraph.parse.formulas import LONGEST_FORMULA, formula
from lexigraph.parse.inline_parser import INLINE_NESTING, STEPS, TOO_DEEP, TooMuchMarkup
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.markdown import inlines
from lexigraph.parse.positions import Places
from lexigraph.parse.segments import escaped

__all__ = ["BLOCK_LIMIT", "formula_within_limits", "tokens_within_limits"]

BLOCK_LIMIT = 64 * 1024
"""Characters of one block's text."""

_TOKEN_LIMIT = 200_000
_FORMULA_LIMIT = 20_000


def tokens_within_limits(manuscript: Manuscript, content: str, places: Places) -> list[Token] | None:
    """The tokens of the content; None, and a finding, when it is beyond a limit."""
    start = places.offset(0)
    if len(content) > BLOCK_LIMIT:
        message = f"a block with {len(content)} characters of text; {BLOCK_LIMIT} are read"
        manuscript.report_limit(start, start + 1, message, "split it; links in it are not known", "block")
        return None
    if manuscript.inline_tokens > _TOKEN_LIMIT:
        return None
    manuscript.env.pop(TOO_DEEP, None)
    try:
        tokens = inlines(content, manuscript.env)
    except TooMuchMarkup:
        manuscript.strikes += 1
        if manuscript.strikes < 3:
            manuscript.env[STEPS] = 0
        message = "more open brackets than are read"
        manuscript.report_limit(start, start + 1, message, "write \\[ for a bracket that opens no link", "brackets")
        return None
    manuscript.inline_tokens += len(tokens)
    if manuscript.inline_tokens > _TOKEN_LIMIT:
        message = f"more than {_TOKEN_LIMIT} pieces of inline markup in one file"
        manuscript.report_limit(start, start + 1, message, "split the entry; links after this are not known", "markup")
    is_deep = _is_deep(tokens)
    if is_deep or TOO_DEEP in manuscript.env:
        message = f"inline markup nested deeper than {INLINE_NESTING}"
        manuscript.report_limit(start, start + 1, message, "nest less; the text is shown as written", "nesting")
    return None if is_deep else tokens


def _is_deep(tokens: list[Token]) -> bool:
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > INLINE_NESTING:
            return True
    return False


def formula_within_limits(manuscript: Manuscript, latex: str, start: int, end: int, *, block: bool) -> Html:
    """The formula that stands in that range of the body's text, and a finding when it cannot be read."""
    manuscript.formula_length += len(latex)
    if manuscript.formula_length > _FORMULA_LIMIT:
        if manuscript.formula_length - len(latex) <= _FORMULA_LIMIT:
            message = f"more than {_FORMULA_LIMIT} characters of formulas in one file"
            manuscript.report_limit(start, end, message, "split the entry; the rest is shown as LaTeX", "formulas")
        return Html(f'<code class="lx-formula-error">{escaped(latex)}</code>')
    if len(latex) <= LONGEST_FORMULA:
        latex = manuscript.macros.resolved(latex)
    if not latex.strip():
        return Html("")  # nothing but definitions of macros
    made = formula(latex, block=block)
    if made.error:
        help = "it is shown as LaTeX; what can be read is the mathematics of LaTeX, without macros"
        manuscript.report_dropped(start, end, made.error, help, latex[:80])
    return Html(made.html)
