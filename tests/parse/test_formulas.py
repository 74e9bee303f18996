import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.rendered import html_of, mistakes
from tests.worlds import parsed

from lexigraph.parse.formulas import formula


@pytest.mark.parametrize(
    "latex",
    ["a+b", r"\frac{a}{b}", r"\mathbb{R}^n", r"\sum_{i=1}^n x_i", r"\text{if } x < 0", r"QK^\top", r"\|x\|_2",
     r"\begin{aligned} a &= b \\ c &= d \end{aligned}", r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
     r"\operatorname{softmax}(z)", r"\hat{y}", r"p(x \mid y)"],
)  # fmt: skip
def test_mathematics_becomes_mathml(latex):
    made = formula(latex, block=False)
    assert made.error == ""
    assert made.html.startswith("<math alttext=")


def test_a_block_says_so():
    assert formula("x", block=True).html == '<math display="block" alttext="x"><mrow><mi>x</mi></mrow></math>'


@pytest.mark.parametrize(
    ("latex", "error"),
    [
        (r"\frac{1}", "a formula with a missing argument"),
        (r"\left( x", "a formula that cannot be read (extra left or missing right)"),
        (r"\softmax(x)", r"the unknown command \softmax in a formula"),
        (r"\newcommand{\a}{bb}\a", r"the command \newcommand in a formula"),
        (r"\href{javascript:alert(1)}{x}", r"the command \href in a formula"),
        (r"\style{color:red}{x}", r"the command \style in a formula"),
        ("{" * 100 + "}" * 100, "braces in a formula nested deeper than 40"),
        (r"\sqrt" * 200 + " x", "braces in a formula nested deeper than 40"),
        ("x" * 2001, "a formula of 2001 characters; 2000 are read"),
    ],
)
def test_what_cannot_be_read_is_shown_as_latex(latex, error):
    made = formula(latex, block=False)
    assert made.error == error
    assert made.html.startswith('<code class="lx-formula-error">')


@pytest.mark.parametrize(
    "latex", [r"\text{<script>alert(1)</script>}", r"\unicode{x3c}script\unicode{x3e}", r"\text{&lt;b&gt;}", "a<b>c"]
)
def test_no_formula_makes_tags(latex):
    made = formula(latex, block=False).html
    assert "<script" not in made
    assert "<b>" not in made


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab12^_{}\\ &<>\"'$()[]|=+", max_size=30))
def test_any_formula_yields_sound_html(latex):
    made = formula(latex, block=False)
    assert mistakes(parsed("# T\n")) == []
    assert made.html.count("<") == made.html.count(">")
    assert "<script" not in made.html


@pytest.mark.parametrize(
    "text",
    ["costs $5 and $10", "from $5-$10", "US$20/month vs US$ 30", "a$b$c", r"\$a$ b", "$20 a month or 30$", "`$a`$"],
)
def test_money_and_code_are_no_formulas(text):
    assert "<math" not in html_of(parsed(f"# T\n\n{text}").prose.lead)


@pytest.mark.parametrize("text", ["$a$", "($a$)", "$a$, $b$.", "$`a`$", "x $$a$$", "x $2 + 2 = 4$"])
def test_formulas_in_a_line(text):
    assert "<math" in html_of(parsed(f"# T\n\n{text}").prose.lead)


def test_a_formula_on_lines_of_its_own_scrolls_and_can_be_reached():
    entry = parsed("# T\n\n> $$\n> a\n> $$\n\n$$ b $$\n")
    (block, other) = entry.body.sections[0].blocks
    assert '<div class="lx-formula" role="group" tabindex="0" aria-label="Formula"><math display="block"' in html_of(
        block.segments
    )
    assert 'alttext="b"' in html_of(other.segments)


def test_a_formula_that_cannot_be_read_is_reported_at_its_place():
    text = "# T\n\nsee $\\foo$ here"
    (finding,) = parsed(text).diagnostics
    assert (finding.code, text[finding.span.start : finding.span.end]) == ("W013", "$\\foo$")
