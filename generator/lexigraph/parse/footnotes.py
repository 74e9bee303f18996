"""Footnotes: numbered by their first reference, shown at the end of the body, with ways back."""

from collections.abc import Sequence

from markdown_it.token import Token

from lexigraph.model import Html
from lexigraph.parse.manuscript import Manuscript

__all__ = ["back_references", "footnote_reference", "take_footnotes"]


def take_footnotes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The tokens without footnote definitions, and label → tokens of its definition; the first one counts."""
    kept: list[Token] = []
    found: dict[str, list[Token]] = {}
    open_notes: list[list[Token]] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            note: list[Token] = []
            found.setdefault(token.meta["label"], note)
            open_notes.append(note)
        elif token.type == "footnote_reference_close":
            open_notes.pop()
        else:
            (open_notes[-1] if open_notes else kept).append(token)
    return kept, found


def footnote_reference(manuscript: Manuscript, label: str) -> Html:
    """The raised number that leads to a footnote."""
    counts = manuscript.footnotes.setdefault(label, [len(manuscript.footnotes) + 1, 0])
    counts[1] += 1
    number, use = counts
    return Html(
        f'<sup id="{_use_id(number, use)}"><a class="footnote-ref" href="#fn-{number}" '
        f'aria-label="Footnote {number}">{number}</a></sup>'
    )


def back_references(number: int, uses: int) -> str:
    """Links from a footnote to each place that refers to it."""
    return "".join(
        f' <a class="footnote-backref" href="#{_use_id(number, use)}" aria-label="Back to the text">&#8617;</a>'
        for use in range(1, uses + 1)
    )


def _use_id(number: int, use: int) -> str:
    return f"fnref-{number}" if use == 1 else f"fnref-{number}-{use}"
