from tests.parse.rendered import body_html
from tests.worlds import parsed

from lexigraph.parse.code import code_block


def test_code_is_coloured_in_the_structure_of_material():
    assert code_block("x = 1\n", "python title=x") == (
        '<div class="language-python highlight"><pre><span></span><code><span class="n">x</span> '
        '<span class="o">=</span> <span class="mi">1</span>\n</code></pre></div>\n'
    )


def test_code_of_an_unknown_language_is_escaped():
    assert code_block("<b> & c", "nosuch") == (
        '<div class="language-nosuch highlight"><pre><span></span><code>&lt;b&gt; &amp; c</code></pre></div>\n'
    )


def test_a_language_cannot_leave_its_class():
    assert code_block("x", '"><script>') == '<div class="highlight"><pre><span></span><code>x</code></pre></div>\n'
    assert 'class="language-a highlight"' in code_block("x", 'a"onclick=x')


def test_very_long_code_is_not_coloured():
    assert "<span class=" not in code_block("x = 1\n" * 10_000, "python")
    assert "<span class=" not in code_block("x" * 2_000, "python")


def test_code_keeps_its_blank_lines():
    assert "<code>\n\nx\n\n</code>" in code_block("\n\nx\n\n", "text")


def test_much_code_in_one_file_is_shown_without_colour():
    html = body_html(parsed("# T\n\nx\n\n" + "```python\nx = 1\n```\n\n" * 8_000))
    assert html.count("<code>") == 8_000
