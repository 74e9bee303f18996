import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.reading import codes, front_matter, mended, read


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: ['', a]", "tags: [a]"),
        ("tags: [a, '']", "tags: [a]"),
        ("tags: [a, '', b]", "tags: [a, b]"),
        ("tags: ['', '', a, '', '', b, '']", "tags: [a, b]"),
        ("tags:\n  - ''\n  - a\n  -\n  - b", "tags:\n  - a\n  - b"),
        ("title: a\ntags: []\nkind: tool", "title: a\nkind: tool"),
        ("title: a\ntags:   # later\nkind: tool", "title: a\n# later\nkind: tool"),
        ("sources: [{title: a, url: '', year: 2020}]", "sources: [{title: a, year: 2020}]"),
        ("uses:\n  - a:\n  - b: c", "uses:\n  - a\n  - b: c"),
        ("uses: [{a: }, b]", "uses: [{a}, b]"),
    ],
)
def test_the_fix_removes_what_is_empty_and_nothing_else(before: str, after: str) -> None:
    text = f"---\n{before}\n---\n"
    assert mended(text, read(text).diagnostics) == f"---\n{after}\n---\n"


def test_empty_items_are_left_out_and_the_others_kept() -> None:
    found = front_matter("aliases: ['', a]\ntags: ['']\nsources: [{title: '', url: http://a.b}]\norigin: {}")
    assert found.fields.aliases == ("a",)
    assert found.fields.tags == ()
    assert found.fields.sources[0].url == "http://a.b"
    assert found.fields.origin is None


def test_a_comma_in_a_text_is_never_deleted_as_an_empty_key() -> None:
    found = front_matter("positions:\n  - evidence: [{note: one, two, direction: mixed}]")
    assert codes(found.diagnostics) == ["E007 3:28"]
    assert all(finding.fix is None or not finding.fix.safe for finding in found.diagnostics)


def test_what_was_refused_for_another_reason_is_not_called_empty() -> None:
    assert codes(front_matter("title: {{ x }}").diagnostics) == ["E010 2:9"]
    assert codes(front_matter("uses:\n  - a: b\n    c: d").diagnostics) == ["E010 4:5"]


@given(st.lists(st.sampled_from(["''", '""', "a", "b", "'c'"]), min_size=1, max_size=12))
def test_after_the_fix_exactly_the_items_that_were_read_are_left(items: list[str]) -> None:
    text = f"---\nauthors: [{', '.join(items)}]\n---\n"
    found = read(text)
    after = mended(text, found.diagnostics)
    assert read(after).fields == found.fields
    assert ("authors: []" in after) is (found.fields.authors == ())
