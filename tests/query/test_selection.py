import pytest
from tests.query.small_graphs import entry
from tests.worlds import graph

from lexigraph.parse.text_types import CLOSED as CLOSED_LISTS
from lexigraph.query.selection import select_entries

FILES = {
    "t/a.md": "---\ntitle: A\nkind: technique\nstatus: stable\nlevel: intro\ntags: [speech]\n---\nX.",
    "t/b.md": "---\ntitle: B\nkind: technique\nstatus: draft\n---\nX.",
    "c.md": "---\ntitle: C\nkind: gizmo\ntags: [vision]\n---\nX.",
}
CLOSED = "title: World\ntags: [speech, text]"


def ids(made, **asked):
    return [node.id for node in select_entries(made, **asked)]


def test_entries_match_all_that_is_asked_and_come_by_title():
    made = graph(FILES)
    assert ids(made) == ["a", "b", "c"]
    assert ids(made, kind="technique", topic="t") == ["a", "b"]
    assert ids(made, kind="technique", status="stable", level="intro", tag="speech") == ["a"]
    assert ids(made, topic="elsewhere") == ids(made, level="advanced") == []


def test_what_the_scheme_has_and_no_entry_is_no_mistake():
    made = graph(FILES, scheme=CLOSED)
    assert ids(made, kind="model") == ids(made, tag="text") == ids(made, status="deprecated") == []
    assert ids(graph({}), kind="concept") == []
    assert ids(graph(FILES), tag="anything") == []


def test_every_status_that_may_be_written_may_be_asked_for():
    made = graph(
        {f"{status}.md": f"---\ntitle: {status}\nstatus: {status}\n---\nX." for status in CLOSED_LISTS["status"]}
    )
    assert [ids(made, status=status) for status in CLOSED_LISTS["status"]] == [[id] for id in CLOSED_LISTS["status"]]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kind": "tecnique"}, "no kind 'tecnique'; nearest: technique; kinds are concept, technique, model"),
        ({"tag": "spech"}, "no tag 'spech'; nearest: speech; tags are speech, text$"),
        ({"status": "done"}, "no status 'done'; statuses are draft, stable, deprecated$"),
    ],
)
def test_what_the_scheme_does_not_have_is_a_mistake_with_the_nearest_and_all_there_are(asked, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        ids(graph({"a.md": entry("A")}, scheme=CLOSED), **asked)
