"""A rewrite is planned whole, shown as a diff, and written file by file in one step each."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.change import FileChanged, edited, plan
from lexigraph.edit.text import edits_between
from lexigraph.model import NOWHERE, Edit, LineTable
from tests.worlds import write


def edit(text: str, start: int, end: int, new: str, path: str = "a.md") -> Edit:
    return Edit(path=path, span=LineTable(text).span(start, end), text=new)


def test_edits_are_made_from_the_offsets_of_the_text_as_it_was() -> None:
    text = "one two three"
    assert edited(text, [edit(text, 4, 7, "2"), edit(text, 0, 3, "1")]) == ("1 2 three", ())


def test_of_two_edits_that_overlap_the_second_waits() -> None:
    text = "one two three"
    first, second = edit(text, 0, 7, "1"), edit(text, 4, 13, "2")
    assert edited(text, [second, first]) == ("1 three", (second,))


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=6))
def test_what_no_edit_covers_stays_in_its_order(text: str, rows: list[tuple[int, int, str]]) -> None:
    edits = [edit(text, a, a + n, new) for a, n, new in rows if a + n <= len(text)]
    after, waiting = edited(text, edits)
    made = [each for each in dict.fromkeys(edits) if each not in waiting]
    covered = {place for each in made for place in range(each.span.start, each.span.end)}
    kept = sum(place not in covered for place in range(len(text)))
    assert len(after) == kept + sum(len(each.text) for each in made)


def test_a_byte_order_mark_and_line_ends_survive_an_edit(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"\xef\xbb\xbfone\r\ntwo\r\n"})
    plan(tmp_path, [edit("one\r\ntwo\r\n", 5, 8, "2")]).write(tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"\xef\xbb\xbfone\r\n2\r\n"


def test_files_come_move_and_go(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a\n", "b.md": "b\n", "c.md": "c\n"})
    rewrite = plan(
        tmp_path, [edit("a\n", 0, 1, "A")], created={"new/d.md": "d\n"}, moved={"a.md": "x/a2.md"}, removed=["b.md"]
    )
    assert rewrite.diff("content/") == (
        "--- a/content/b.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-b\n"
        "--- /dev/null\n+++ b/content/new/d.md\n@@ -0,0 +1 @@\n+d\n"
        "--- a/content/a.md\n+++ b/content/x/a2.md\n@@ -1 +1 @@\n-a\n+A\n"
    )
    assert rewrite.write(tmp_path) == ("new/d.md", "x/a2.md")
    files = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.md")}
    assert files == {"c.md": "c\n", "new/d.md": "d\n", "x/a2.md": "A\n"}


def test_nothing_is_written_when_one_file_changed_in_the_meantime(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a\n", "b.md": "b\n"})
    rewrite = plan(tmp_path, [edit("a\n", 0, 1, "A"), edit("b\n", 0, 1, "B", "b.md")])
    (tmp_path / "b.md").write_text("other\n")
    with pytest.raises(FileChanged, match=r"b\.md changed"):
        rewrite.write(tmp_path)
    assert (tmp_path / "a.md").read_text() == "a\n"


def test_no_file_is_written_over_and_none_outside(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.md": "a\n"})
    with pytest.raises(FileExistsError):
        plan(tmp_path / "in", created={"a.md": "other"})
    with pytest.raises(ValueError, match="leads out of"):
        plan(tmp_path / "in", created={"../b.md": "b"})


def test_an_edit_at_nowhere_of_a_file_that_is_none_writes_it(tmp_path: Path) -> None:
    rewrite = plan(tmp_path, [Edit(path="x/new.md", span=NOWHERE, text="new\n")])
    assert rewrite.write(tmp_path) == ("x/new.md",)
    assert (tmp_path / "x/new.md").read_text() == "new\n"
    with pytest.raises(FileNotFoundError):
        plan(tmp_path, [edit("text", 1, 2, "", "other.md")])


def test_a_file_is_respelled_in_one_step(tmp_path: Path) -> None:
    write(tmp_path, {"Foo.md": "a\n"})
    plan(tmp_path, [edit("a\n", 0, 1, "b", "Foo.md")], moved={"Foo.md": "foo.md"}).write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["foo.md"]
    assert (tmp_path / "foo.md").read_text() == "b\n"


@given(
    st.lists(st.sampled_from(["a\n", "b\n", "c", "\r\n", "\n"])),
    st.lists(st.sampled_from(["a\n", "b\n", "c", "\r\n", "\n"])),
)
def test_the_edits_between_two_texts_make_the_one_into_the_other(before: list[str], after: list[str]) -> None:
    old, new = "".join(before), "".join(after)
    assert edited(old, edits_between("a.md", old, new)) == (new, ())


def test_a_rewrite_is_also_edits_of_the_files_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a\nb\n", "b.md": "b\n"})
    rewrite = plan(
        tmp_path, [edit("a\nb\n", 2, 3, "B")], created={"c.md": "c\n"}, moved={"a.md": "d.md"}, removed=["b.md"]
    )
    assert [(each.path, each.span.start, each.text) for each in rewrite.edits] == [
        ("a.md", 2, "B\n"),
        ("c.md", 0, "c\n"),
    ]


def test_a_diff_of_files_elsewhere_has_paths_that_patch_takes(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "one\n"})
    assert (
        plan(tmp_path, [edit("one\n", 0, 3, "2")])
        .diff("/home/me/kb/")
        .startswith("--- a/home/me/kb/a.md\n+++ b/home/me/kb/a.md\n")
    )
