import pytest
from tests.parse.rendered import body_html
from tests.worlds import parsed

from lexigraph.parse.macros import Macros


@pytest.mark.parametrize(
    ("definition", "latex", "expected"),
    [
        (r"\newcommand{\R}{\mathbb{R}}", r"x \in \R^n", r"x \in {\mathbb{R}}^n"),
        (r"\newcommand\R{\mathbb R}", r"\R", r"{\mathbb R}"),
        (r"\renewcommand*{\R}{r}", r"\Rank \R", r"\Rank {r}"),
        (r"\newcommand{\a}{b}\newcommand{\c}{\a\a}", r"\c", r"{{b}{b}}"),
        (r"\newcommand{\a}[1]{#1}", r"\a", r"\a"),
        (r"\newcommand{\a}{b", r"\a", r"\a"),
    ],
)
def test_a_macro_is_written_out_in_later_formulas(definition, latex, expected):
    macros = Macros()
    macros.resolved(definition)
    assert macros.resolved(latex) == expected


def test_macros_of_macros_stay_short():
    macros = Macros()
    macros.resolved(r"\newcommand{\a}{xxxxxxxxxx}")
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        macros.resolved(rf"\newcommand{{\{name}}}{{" + rf"\{before} " * 10 + "}")
    assert len(macros.resolved(r"\i")) < 400


def test_a_formula_of_definitions_only_shows_nothing():
    entry = parsed("---\ntitle: T\ndefinition: D.\n---\n$\\newcommand{\\R}{R}$\n\n$\\R$\n")
    assert entry.diagnostics == ()
    assert body_html(entry).count("<math") == 1
