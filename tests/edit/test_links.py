"""Links in text get another target or fragment, and keep the form in which they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.change import edited
from lexigraph.edit.links import destination, renamed, retargeted, way_to, written_at
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"


def again(body: str, target: str | None, fragment: str | None = None, number: int = 0) -> str:
    entry = parsed(HEAD + body)
    text, left = edited(HEAD + body, retargeted(entry, entry.references[number], target, fragment))
    assert not left
    return text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](b.md)", "[a](c/d.md)"),
        ("[a](b.md#x)", "[a](c/d.md#x)"),
        ('[a](b.md#x "T")', '[a](c/d.md#x "T")'),
        ("[a](<b c.md> 'T')", "[a](<c/d.md> 'T')"),
        ("[a](b%20c.md)", "[a](c/d.md)"),
        ("[a](b_(c).md)", "[a](c/d.md)"),
        ("[a]( b.md )", "[a]( c/d.md )"),
        ("[a](#x)", "[a](c/d.md#x)"),
        ("[a](b.md) [b](b.md)", "[a](c/d.md) [b](b.md)"),
        ("[![i](p.png)](b.md)", "[![i](p.png)](c/d.md)"),
        ("![i](b.png)", "![i](c/d.md)"),
        ("[a][r]\n\n[r]: b.md 'T'", "[a][r]\n\n[r]: c/d.md 'T'"),
        ("[R  s][]\n\n> [r S]: <b.md>", "[R  s][]\n\n> [r S]: <c/d.md>"),
        ("[r]\n\n[r]:\n  b.md", "[r]\n\n[r]:\n  c/d.md"),
        ("[[b]]", "[[c/d.md]]"),
        ("![[ b # x | y ]]", "![[ c/d.md # x | y ]]"),
        ("| a |\n|---|\n| [[b\\|y]] |", "| a |\n|---|\n| [[c/d.md\\|y]] |"),
        ('<a href="b.md#x">y</a>', '<a href="c/d.md#x">y</a>'),
        ("<img alt='y' src=b.png>", "<img alt='y' src=c/d.md>"),
    ],
)
def test_a_link_gets_another_target(before: str, after: str) -> None:
    assert again(before, "c/d.md") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](b.md#x)", "[a](b.md#y-z)"),
        ("[a](b.md)", "[a](b.md#y-z)"),
        ("[[b#x|y]]", "[[b#y-z|y]]"),
        ("[[b # x]]", "[[b#y-z]]"),
        ("[a](#x)", "[a](#y-z)"),
    ],
)
def test_a_link_gets_another_fragment(before: str, after: str) -> None:
    assert again(before, None, "y-z") == after
    assert "#" not in again(before, None, "")


def test_a_target_is_written_so_that_it_is_read_as_it_is_meant() -> None:
    for before in ("[a](b.md)", "[a](<b.md>)", "[a][r]\n\n[r]: b.md", '<a href="b.md">x</a>'):
        after = parsed(HEAD + again(before, 'ä (1) "50%".md'))
        assert [reference.target for reference in after.references] == ['ä (1) "50%".md']


def test_an_address_in_angle_brackets_stays() -> None:
    assert again("<https://example.org/>", "c.md") == "<https://example.org/>"


def test_a_link_in_a_definition_is_edited_only_where_it_stands_as_it_was_read() -> None:
    entry = parsed("---\ntitle: T\ndefinition: See [a](b.md).\n---\n")
    (edit,) = retargeted(entry, entry.references[0], "c.md")
    assert written_at(entry, edit.span.start, edit.span.end) == "b.md"
    for escaped in ('"\\x53ee [a](b.md)."', '"See [a](\\x62.md)."', ">-\n  See\n  [a](b.md)."):
        entry = parsed(f"---\ntitle: T\ndefinition: {escaped}\n---\n")
        for edit in retargeted(entry, entry.references[0], "c.md"):
            assert written_at(entry, edit.span.start, edit.span.end) == "b.md"


@given(st.text(alphabet="[]()<>!#|\\ab \n\"'", max_size=40))
def test_whatever_is_written_an_edit_changes_the_target_and_nothing_else(body: str) -> None:
    entry = parsed(HEAD + body)
    for number, reference in enumerate(entry.references):
        place = destination(entry, reference)
        if place is None or reference.form == "image":
            continue
        text, _ = edited(HEAD + body, retargeted(entry, reference, "q.md"))
        targets = [each.target for each in parsed(text).references]
        assert len(targets) == len(entry.references)
        assert targets[number] == "q.md"


def test_an_item_of_a_relation_gets_another_name() -> None:
    text = '---\ntitle: T\nuses: [b, "B c", "[[d|e]]"]\n---\n\n## Connections\n\n- f/g — why\n'
    entry = parsed(text)
    edits = [edit for item in entry.relation_items for edit in renamed(entry, item, "new-name")]
    assert edited(text, edits)[0] == (
        '---\ntitle: T\nuses: [new-name, "new-name", "[[new-name|e]]"]\n---\n\n## Connections\n\n- new-name — why\n'
    )


def test_a_way_leads_from_file_to_file() -> None:
    assert way_to("a/b.md", "a/c.md") == "c.md"
    assert way_to("a/b.md", "d/c.md") == "../d/c.md"
    assert way_to("b.md", "d/c.md") == "d/c.md"


def test_what_is_written_somewhere_is_found_in_front_matter_and_body() -> None:
    entry = parsed(HEAD + "Body text.")
    assert written_at(entry, 4, 9) == "title"
    assert written_at(entry, len(HEAD), len(HEAD) + 4) == "Body"
