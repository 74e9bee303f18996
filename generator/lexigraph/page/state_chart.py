"""How many questions were in which state, year by year: columns in SVG, which repeat the table below them."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from lexigraph.page.markup import element
from lexigraph.page.template import fill
from lexigraph.query.questions import StateCounts

__all__ = ["SHOWN", "state_chart"]

SHOWN = (
    ("open", "Open"), ("partially_answered", "Partially answered"), ("answered", "Answered"),
    ("dissolved", "Dissolved"),
)  # fmt: skip
"""Fields of the counts that are drawn, from the bottom up, and their names."""

_WIDTH, _HEIGHT, _TOP, _LEFT = 680, 170, 18, 4
"""Pixels: the whole, the height of the tallest column, the space above it, the space before the first."""
_MOST_YEARS, _WIDEST, _LINE = 40, 56, 20
"""Years that are drawn, the last ones; the widest column; the height of the years below."""
_LABEL = 34
"""Pixels that a year needs."""


def state_chart(counts: Sequence[StateCounts]) -> Markup:
    """The figure; empty where fewer than two years have a question whose state is known."""
    years = [row for row in counts if row.year is not None and _height(row)][-_MOST_YEARS:]
    if len(years) < 2:
        return Markup("")
    found = [(key.replace("_", "-"), name) for key, name in SHOWN if any(getattr(row, key) for row in years)]
    svg = element("".join(_svg(years)))
    return fill("state_chart.html", svg=svg, states=found, first=years[0], last=years[-1], known=_height(years[-1]))


def _height(row: StateCounts) -> int:
    return sum(getattr(row, key) for key, _ in SHOWN)


def _svg(years: Sequence[StateCounts]) -> Iterator[str]:
    most = max(map(_height, years))
    step = (_WIDTH - 2 * _LEFT) / len(years)
    wide = round(min(step * 0.72, _WIDEST))
    every = max(1, -(-_LABEL // int(step)))
    base = _TOP + _HEIGHT
    yield (
        f'<svg viewBox="0 0 {_WIDTH} {base + _LINE}" width="{_WIDTH}" height="{base + _LINE}" aria-hidden="true">'
        '<pattern id="lx-lines" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0v6"/></pattern>'
    )
    for number, row in enumerate(years):
        middle = round(_LEFT + step * (number + 0.5))
        bottom = base
        for key, _ in SHOWN:
            tall = round(getattr(row, key) * _HEIGHT / most)
            if tall:
                bottom -= tall
                state = key.replace("_", "-")
                yield (
                    f'<rect data-state="{state}" x="{middle - wide // 2}" y="{bottom}" width="{wide}" height="{tall}"/>'
                )
        yield f'<text x="{middle}" y="{bottom - 5}">{_height(row)}</text>'
        if number % every == 0:
            yield f'<text class="lx-words" x="{middle}" y="{base + 15}">{row.year}</text>'
    yield f'<path class="lx-base" d="M0 {base}h{_WIDTH}"/></svg>'
