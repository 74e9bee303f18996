import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.parse.inline import inline_html, inline_text


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("plain  text\nhere", "plain text here", "plain text here"),
        ("*a* `b<` **c**", "<em>a</em> <code>b&lt;</code> <strong>c</strong>", "a b< c"),
        ("see [a *b*](x.md) and ![pic](y.png)", "see a <em>b</em> and ", "see a b and"),
        ("[[a|b]] & c", "b &amp; c", "b & c"),
        ("<script>x</script> <b>y</b>", " <b>y</b>", "x y"),
        ("the <unk> token", "the &lt;unk&gt; token", "the <unk> token"),
        ("# not a heading", "# not a heading", "# not a heading"),
        ("- not a list", "- not a list", "- not a list"),
        ("[^1] stays", "[^1] stays", "[^1] stays"),
    ],
)
def test_inline_markdown(text, html, plain):
    assert inline_html(text) == html
    assert inline_text(text) == plain


def test_formulas_are_shown():
    assert inline_html("is $a$").startswith("is <math")


@given(st.text(alphabet="ab<>*&_`[]()\"'$!\\ ", max_size=40))
def test_no_text_makes_an_element_that_runs(text):
    html = inline_html(text)
    assert "<script" not in html
    assert " on" not in html
    assert "href" not in html
