import pytest
from tests.parse.rendered import html_of
from tests.worlds import parsed

from lexigraph.parse.wikilinks import Wikilink, wikilink


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a", Wikilink("a", "", "")),
        (" A b | c ", Wikilink("A b", "", "c")),
        ("a#H 1|c|d", Wikilink("a", "H 1", "c|d")),
        ("#H", Wikilink("", "H", "")),
        ("C#", Wikilink("C#", "", "")),
        ("a\\|b", Wikilink("a", "", "b")),
        ("  ", None),
        ("|x", None),
    ],
)
def test_a_wikilink_is_taken_apart(content, expected):
    assert wikilink(content) == expected


@pytest.mark.parametrize("text", ["[[1]](https://e.org)", "[[a]", "[[]]", "[[a\nb]]", "`[[a]]`", "\\[[a]]"])
def test_what_is_no_wikilink(text):
    assert not [item for item in parsed(f"# T\n\n{text}").references if item.form == "wikilink"]


def test_a_wikilink_without_label_has_none_and_its_sentence_has_the_name():
    entry = parsed("# T\n\nSee [[fine-tuning]] now.")
    assert html_of(entry.prose.lead) == "See <ref n=0></ref> now."
    (reference,) = entry.references
    assert reference.sentence == "See fine-tuning now."
    assert reference.sentence[slice(*reference.sentence_span)] == "fine-tuning"


def test_an_embed_is_shown_as_a_link():
    (reference,) = parsed("# T\n\n![[a]]").references
    assert reference.form == "wikilink"
