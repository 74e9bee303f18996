import pytest
from tests.worlds import parsed

from lexigraph.parse.anchors import Anchors, written_anchor


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Title {#id}", ("Title", "id")),
        ("Title{ #my_id-1.2 } ", ("Title{ #my_id-1.2 } ", "")),
        ("Title { #my_id-1.2 }", ("Title", "my_id-1.2")),
        ("Title {#a b}", ("Title {#a b}", "")),
        ('Title {#a"b}', ('Title {#a"b}', "")),
        ("Title", ("Title", "")),
    ],
)
def test_an_anchor_is_written_at_the_end(content, expected):
    assert written_anchor(content) == expected


def test_anchors_are_unique_and_their_numbers_do_not_collide():
    anchors = Anchors()
    assert [anchors.claim(text) for text in ("A b", "a-b", "A b 2", "A b", "", "…")] == [
        "a-b", "a-b-2", "a-b-2-2", "a-b-3", "section", "section-2",
    ]  # fmt: skip


@pytest.mark.parametrize("anchor", ["lx-search", "fn-1", "fnref-1", "__config", "LX-x"])
def test_anchors_of_the_page_are_reserved(anchor):
    assert not Anchors().take(anchor)
    assert Anchors().written(anchor) == f"x-{anchor}"


def test_headings_have_anchors_of_their_own():
    entry = parsed("# T\n\nx\n\n## Ünder the `hood` {#hood}\n\n## Same\n\n## Same\n\n## fn 1\n\n## 日本")
    assert [section.anchor for section in entry.body.sections[1:]] == ["hood", "same", "same-2", "x-fn-1", "日本"]
    assert entry.body.sections[1].title == "Ünder the hood"
