import csv
from html.parser import HTMLParser

import pytest

from lexigraph.export import anki
from tests.export.exports import exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD, hostile_world


def cards(made):
    """Head and notes as Anki reads them: lines beginning with # are the head, a quote at the start of a field quotes."""
    (artifact,) = anki.artifacts(made)
    lines = artifact.data.decode().split("\n")
    head = dict(line[1:].split(":", 1) for line in lines if line.startswith("#"))
    rows = list(csv.reader([line for line in lines if line and not line.startswith("#")], delimiter="\t", strict=True))
    return head, rows


class Shown(HTMLParser):
    """Tags and text of a card."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        assert not attrs
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


def test_the_head_says_how_to_read_it():
    head, _ = cards(exported(WORLD, scheme=SCHEME))
    assert head == {
        "separator": "tab", "html": "true", "guid column": "1", "tags column": "4",
        "columns": "GUID\tFront\tBack\tTags", "notetype": "Basic", "deck": "Small world",
    }  # fmt: skip


def test_a_card_asks_for_the_title_and_answers_with_the_definition_the_names_and_what_is_open():
    _, rows = cards(exported(WORLD, scheme=SCHEME))
    (rag,) = (row for row in rows if row[1].startswith("Retrieval-augmented"))
    shown = Shown(rag[2])
    assert shown.text.startswith("Fetching documents and putting them in the prompt, see grounding.")
    assert "Also: RAG" in shown.text
    assert "Does it scale?" in shown.text
    assert rag[3] == "topic::retrieval kind::technique level::intermediate search context"


def test_each_card_stands_after_those_of_what_it_presupposes():
    made = flagship()
    _, rows = cards(made)
    place = {row[1].partition("<")[0]: number for number, row in enumerate(rows)}
    pairs = [
        (place[made.graph.entries[item.target].title], place[made.graph.entries[item.source].title])
        for item in made.graph.relations
        if item.type.key == "requires"
        and {made.graph.entries[id].title for id in (item.source, item.target)} <= set(place)
    ]
    assert len(pairs) > 100
    assert all(before < after for before, after in pairs)


def test_a_guid_stays_when_all_but_the_id_changes_and_is_another_in_another_glossary():
    def guids(text, title="One"):
        return [row[0] for row in cards(exported({"t/a.md": text}, scheme=f"title: {title}"))[1]]

    first = guids("---\ntitle: A\ndefinition: It.\n---\n")
    assert first == guids("---\ntitle: B\ndefinition: That.\ntags: [x]\n---\nMore.\n")
    assert first != guids("---\ntitle: A\ndefinition: It.\n---\n", title="Two")


def test_no_two_notes_have_the_same_guid():
    guids = [row[0] for row in cards(flagship())[1]]
    assert len(guids) == len(set(guids)) > 200


@pytest.mark.parametrize(
    "name", ['"q', "# x", "<b>x</b>", "a&b", "[sound:x.mp3]", "[latex]\\input{x}[/latex]", "\u2028"]
)
def test_no_name_is_more_than_text_on_its_card(name):
    _, rows = cards(exported(hostile_world(name)))
    assert {len(row) for row in rows} == {4}
    for row in rows:
        assert "[" not in row[1] + row[2]
        assert Shown(row[1]).tags | Shown(row[2]).tags <= {"br", "small", "ul", "li"}
        assert not any(char.isspace() for tag in row[3].split(" ") for char in tag)


def test_no_comment_gets_onto_a_card():
    assert "secret" not in str(cards(exported(SECRETS)))


def test_the_markup_of_a_scope_note_is_not_on_the_card():
    (row,) = cards(exported({"t/a.md": "---\ntitle: A\nscope_note: Not [the *other*](b.md).\n---\nA is.\n"}))[1]
    assert Shown(row[1]).text == "ANot the other."
