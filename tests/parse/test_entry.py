import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.rendered import body_html, html_of
from tests.worlds import parsed

from lexigraph.model import Scheme, SourceFile
from lexigraph.parse.entry import parse_entry


def codes(text: str, path: str = "a.md") -> list[str]:
    return [finding.code for finding in parsed(text, path).diagnostics]


def test_the_title_of_the_front_matter_wins_and_the_first_heading_stays():
    entry = parsed("---\ntitle: T\n---\ntext\n\n# Other\n")
    assert entry.title == "T"
    assert [section.title for section in entry.body.sections] == ["", "Other"]


def test_without_one_the_first_h1_is_the_title_wherever_it_stands():
    entry = parsed("intro\n\n## Early\n\n# The *title* {#x}\n\nmore")
    assert entry.title == "The title"
    assert [section.title for section in entry.body.sections] == ["", "Early"]
    assert (entry.title_span.line, entry.title_span.column) == (5, 3)


def test_a_first_heading_that_repeats_the_title_is_dropped():
    entry = parsed("---\ntitle: Fine-tuning\n---\n<!-- c -->\n# Fine tuning\n\ntext\n\nmore")
    assert [section.title for section in entry.body.sections] == [""]


def test_a_file_without_any_title_is_called_by_its_stem_and_reported():
    entry = parsed("text", "topic/some-thing.md")
    assert entry.title == "some-thing"
    assert [(finding.code, finding.span.line, finding.span.column) for finding in entry.diagnostics] == [("E009", 1, 1)]


def test_the_text_of_a_topic_needs_no_title():
    assert codes("text", "topic/index.md") == []


def test_the_first_paragraph_is_the_lead_and_its_first_sentences_the_definition():
    text = "---\ntitle: T\n---\n![](x.png)\n\nA *thing* with `code`. " + "More words here. " * 30 + "\n\nSecond."
    entry = parsed(text)
    assert entry.definition.startswith("A thing with code. More words here.")
    assert 280 < len(entry.definition) <= 300
    assert html_of(entry.prose.lead).startswith("A <em>thing</em> with <code>code</code>. More")
    assert body_html(entry) == "<p><ref n=0></ref></p>\n<p>Second.</p>\n".replace(
        "n=0", f"n={len(entry.references) - 1}"
    )


def test_a_definition_in_the_front_matter_is_the_lead_and_the_first_paragraph_stays():
    text = '---\ntitle: T\ndefinition: "A *kind* of [thing](thing.md)."\n---\nFirst.'
    entry = parsed(text)
    assert entry.definition == "A kind of thing."
    assert html_of(entry.prose.lead) == "A <em>kind</em> of <ref n=0>thing</ref>."
    assert body_html(entry) == "<p>First.</p>\n"
    (reference,) = entry.references
    assert reference.section == -1
    assert text[reference.span.start : reference.span.end] == "[thing](thing.md)"


def test_a_paragraph_under_a_structured_heading_is_no_definition():
    assert parsed("# T\n\n## See also\n\nSome text.").definition == ""


def test_a_file_with_front_matter_only_is_empty():
    assert parsed("---\ntitle: T\n---\n\n \n").is_empty
    assert not parsed("---\ntitle: T\n---\nx\n").is_empty


def test_a_file_that_its_author_does_not_publish_is_no_entry():
    source = SourceFile(path="a.md", data=b"---\ntitle: T\npublish: false\n---\n")
    assert parse_entry(source, Scheme()) is None


@pytest.mark.parametrize("target", ["../x.md", "/../x.md", "a/../../x.md", "%2e%2e/x.png"])
def test_a_link_out_of_the_content_folder_is_reported(target):
    assert codes(f"# T\n\nsee [x]({target})") == ["E015"]


def test_a_link_to_a_neighbouring_folder_is_not():
    assert codes("# T\n\nsee [x](../b/x.md) and <https://e.org/../x>", "a/t.md") == []


def test_invisible_characters_are_reported_and_not_shown():
    entry = parsed("# T\n\nzero\u200bwidth")
    assert [finding.code for finding in entry.diagnostics] == ["W016"]
    assert html_of(entry.prose.lead) == "zerowidth"


@pytest.mark.parametrize("text", ["a &#x202e; b", "<p>a &#x202e; b</p>"])
def test_an_entity_cannot_turn_the_text_around(text):
    entry = parsed(f"---\ntitle: T\ndefinition: D.\n---\n{text}")
    assert "a  b" in body_html(entry)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_parsing_any_bytes_never_raises(data):
    parse_entry(SourceFile(path="a.md", data=data), Scheme())


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_parsing_is_a_function_of_the_bytes(data):
    source = SourceFile(path="a.md", data=b"---\ntitle: T\n---\n" + data)
    first, second = parse_entry(source, Scheme()), parse_entry(source, Scheme())
    assert first is not None
    assert second is not None
    assert (first.body, first.references, first.diagnostics) == (second.body, second.references, second.diagnostics)
