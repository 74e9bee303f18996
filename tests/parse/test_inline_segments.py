import pytest
from tests.parse.rendered import html_of
from tests.worlds import parsed

from lexigraph.model import Reference


def lead(text: str) -> str:
    return html_of(parsed(f"# T\n\n{text}").prose.lead)


def reference(text: str) -> Reference:
    (found,) = parsed(f"# T\n\n{text}").references
    return found


@pytest.mark.parametrize(
    ("text", "target", "fragment"),
    [
        ("[a](b.md)", "b.md", ""),
        ("[a](b%20c.md#d%C3%A9)", "b c.md", "dé"),
        ("[a](<b c.md>)", "b c.md", ""),
        ("[a](#here)", "", "here"),
        ("[a](/b/)", "/b/", ""),
        ("[a](https://e.org/a%2Fb?c=d#e%20f)", "https://e.org/a%2Fb?c=d", "e%20f"),
        ("<mailto:a@b.org>", "mailto:a@b.org", ""),
        ("<a@b.org>", "mailto:a@b.org", ""),
        ("[a](b\\_c&amp;d.md)", "b_c&d.md", ""),
        ("[a](b_(c).md)", "b_(c).md", ""),
    ],
)
def test_a_link_has_a_target_and_a_fragment(text, target, fragment):
    found = reference(f"x {text}")
    assert (found.form, found.target, found.fragment) == ("link", target, fragment)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:x", "java&#10;script:x", "vbscript:x", "data:text/html,x",
     "file:///etc/passwd", "blob:x"],
)  # fmt: skip
def test_an_address_that_runs_is_no_link(address):
    entry = parsed(f"# T\n\nx [a]({address}) <{address}> ![a]({address})\n\n[b]: {address}\n\n[b]")
    assert entry.references == ()


def test_the_title_of_a_link_and_the_words_of_an_image_are_kept():
    assert reference('[a](b.md "what")').title == "what"
    assert reference('x ![an *image* `of`](b.png "what")').title == "an image of"
    assert reference('x ![](b.png "what")').title == "what"


def test_a_reference_knows_its_sentence():
    found = reference("Not this. See *the `code`\nof* the [last **one**](x.md) now. Nor this.")
    assert found.sentence == "See the code of the last one now."
    assert found.sentence[slice(*found.sentence_span)] == "last one"


def test_an_image_has_no_sentence():
    assert reference("See ![a](b.png).").sentence == ""


def test_an_image_in_a_link_is_in_its_label():
    assert lead("see [a ![b](c.png)](d.md)") == "see <ref n=0>a <ref n=1></ref></ref>"


def test_a_label_of_raw_html_is_cleaned():
    assert lead("see [<b>a</b> <script>](d.md)") == "see <ref n=0><b>a</b> </ref>"


def test_escapes_and_entities_are_the_characters_they_stand_for():
    assert lead("\\*a\\* &lt;b&gt; &copy; \\q") == "*a* &lt;b&gt; © \\q"


def test_a_label_of_an_autolink_is_the_address():
    assert lead("see <https://e.org/a_b>") == "see <ref n=0>https://e.org/a_b</ref>"
