from dataclasses import replace

import pytest
from tests.test_history import Repository

from lexigraph.history import read_history
from lexigraph.loading import load_graph
from lexigraph.query.news import news

BEFORE = "---\ntitle: A\nuses: [b]\ndefinition: One.\n---\nText.\n"


@pytest.fixture
def told(tmp_path):
    """A function that commits versions of files one after the other, and says what is told of the last."""

    def told(*versions):
        repository = Repository(tmp_path / "repository")
        for files in versions:
            repository.commit(files)
        graph = load_graph(repository.folder)
        return [(item.title, item.kind, item.said) for item in news(graph, read_history(graph.root))]

    return told


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("---\ntitle: A\nuses: [b]\nrequires: [c]\ndefinition: One.\n---\nText.\n", ("now presupposes C",)),
        ("---\ntitle: A\ndefinition: One.\n---\nText.\n", ("no longer uses B",)),
        ("---\ntitle: A\nuses: [b]\ndefinition: Two.\n---\nText.\n", ("has another definition",)),
        ("---\ntitle: Z\nuses: [b]\ndefinition: One.\n---\nText.\n", ("was called A",)),
        ("---\ntitle: A\nuses: [b]\ndefinition: One.\naliases: [Aa]\n---\nText.\n", ("is also called Aa",)),
        ("---\ntitle: A\nuses: [b]\ndefinition: One.\nstatus: draft\n---\nText.\n", ("is now draft",)),
        (BEFORE + "\n## Open questions\n\n- Why? {#why}\n", ("raises: Why?",)),
        (BEFORE + "More text.\n", ()),
    ],
)
def test_a_change_says_what_it_was_about(told, after, said):
    first = {"a.md": BEFORE, "b.md": "# B\n", "c.md": "# C\n"}
    assert told(first, {"a.md": after})[0] == ("Z" if "Z" in after else "A", "changed", said)


def test_a_question_is_raised_and_answered(told):
    front = "---\ntitle: Why?\nkind: question\nabout: [b]\nstate: "
    found = told({"b.md": "# B\n"}, {"q.md": f"{front}open\n---\n"}, {"q.md": f"{front}answered\n---\n"})
    assert [(title, kind) for title, kind, _ in found] == [("Why?", "answered"), ("Why?", "raised"), ("B", "added")]
    assert found[0][2] == ("answered",)


def test_what_was_renamed_or_removed_has_its_title(told):
    text = "# Old thing\n\n" + "Text. " * 50
    found = told({"a.md": text, "b.md": "# B\n"}, {"a.md": None, "c.md": text}, {"b.md": None})
    assert found[:2] == [("B", "removed", ()), ("Old thing", "renamed", ("was a.md",))]


def test_many_things_at_once_are_counted(told):
    after = BEFORE.replace("uses: [b]", "aliases: [x1, x2, x3, x4, x5]\nuses: [b]")
    said = told({"a.md": BEFORE, "b.md": "# B\n"}, {"a.md": after})[0][2]
    assert said == ("is also called x1", "is also called x2", "is also called x3", "2 changes more")


def test_what_is_not_published_is_not_told(told):
    found = told({"a.md": "# A\n", "b.md": "---\ntitle: secret\npublish: false\n---\n", "_c.md": "# secret\n"})
    assert [title for title, _, _ in found] == ["A"]


def test_only_the_newest_are_looked_into(tmp_path):
    repository = Repository(tmp_path / "repository")
    repository.commit({f"e{number}.md": f"# E{number}\n" for number in range(9)})
    graph = load_graph(repository.folder)
    history = read_history(graph.root)
    assert len(news(graph, history, most=4)) == 4
    assert news(graph, replace(history, changes=())) == ()
