"""What a caller gives wrongly is refused in words that say what was expected, where it was given."""

from datetime import UTC, date, datetime

import pytest

import lexigraph

NAME = "a name is a str or an Entry, not "


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda graph: graph[3], f"{NAME}int"), (lambda graph: graph.get(None), f"{NAME}None"),
        (lambda graph: graph.resolve(b"rag"), f"{NAME}bytes"), (lambda graph: graph.path("RAG", 3), f"{NAME}int"),
        (lambda graph: graph.neighbourhood(3), f"{NAME}int"), (lambda graph: graph.neighbourhood([3]), f"{NAME}int"),
        (lambda graph: graph.questions(about=3), f"{NAME}int"), (lambda graph: graph.rename(3, "x"), f"{NAME}int"),
        (lambda graph: graph.merge("RAG", None), f"{NAME}None"), (lambda graph: graph.new(3), "a title is a str, not int"),
        (lambda graph: graph.neighbourhood("RAG", depth=1.5), "a depth is a whole number, not float"),
        (lambda graph: graph.neighbourhood("RAG", depth="2"), "a depth is a whole number, not str"),
        (lambda graph: graph.relations(["uses"]), "a relation is named by its key, a str such as 'uses', not list"),
        (lambda graph: graph.ancestors("RAG", relations=None), "relations are keys of the vocabulary, such as .* not None"),
        (lambda graph: graph.central(relations=[3]), "relations are keys of the vocabulary, such as .* not int"),
        (lambda graph: graph.search(None), "a query is a str, not None"),
        (lambda graph: graph.search("RAG", limit="3"), "a limit is a whole number, not str; None is all of them"),
        (lambda graph: graph.question(None), "a question is named by its id, a str, not None"),
        (lambda graph: graph.overdue("2026-05-01"), r"a day is a date, such as date\(2026, 5, 1\), not str"),
        (lambda graph: graph.check(today="2026-05-01"), "a day is a date"),
        (lambda graph: graph.check(select=3), r"select takes codes or names of rules, such as \['E301'\], not int"),
        (lambda graph: lexigraph.diff(graph, "content"), "diff compares two graphs, not str; load it first"),
        (lambda graph: lexigraph.explain(301), "a rule is named by its code or name, a str, not int"),
        (lambda graph: graph["RAG"] < 3, "'<' not supported between instances of 'Entry' and 'int'"),
        (lambda graph: lexigraph.load(".", fields={"title": ["name"]}), "a name in fields is a str, not list"),
    ],
)  # fmt: skip
def test_a_wrong_type_says_what_was_expected(flagship, ask, message):
    with pytest.raises(TypeError, match=message):
        ask(flagship)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda graph: graph.neighbourhood("RAG", depth=-1), "depth -1 is below 0; 0 is the entries themselves"),
        (lambda graph: graph.search("RAG", limit=-1), "limit -1 is below 0; None is all of them"),
        (lambda graph: graph.similar("RAG", limit=-1), "limit -1 is below 0; None is all of them"),
        (lambda graph: graph.central(limit=-1), "limit -1 is below 0; None is all of them"),
        (lambda graph: graph.search("RAG", kind="techniqe"), "no kind 'techniqe'; nearest: technique; kinds are concept"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_says_what_can(flagship, ask, message):
    with pytest.raises(ValueError, match=message):
        ask(flagship)


def test_a_time_stands_for_its_day(flagship):
    morning = datetime(2028, 1, 1, 8, 30, tzinfo=UTC)
    assert flagship.overdue(morning) == flagship.overdue(date(2028, 1, 1)) != ()
    assert flagship.check(select="overdue-review", today=morning) == flagship.check(
        select=["overdue-review"], today=date(2028, 1, 1)
    )


def test_an_entry_is_a_name_where_something_would_change(flagship):
    by_name = flagship.rename("LoRA", "low-rank")
    assert flagship.rename(flagship["LoRA"], "low-rank").diff() == by_name.diff()
    merged = flagship.merge(flagship["LoRA"], flagship["Adapter"])
    assert merged.diff() == flagship.merge("LoRA", "Adapter").diff()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "the source is empty; '.' is the folder that one is in"),
        ("a.md", "this is one file of Markdown; name the folder that holds all of them"),
        ("example.org/kb", "there is no such folder or file; an address begins with https://"),
        ("../nowhere", "there is no such folder or file$"),
        ("~nobody-of-that-name/kb", "there is no such folder or file"),
    ],
)
def test_a_source_that_is_none_says_what_one_is(tmp_path, monkeypatch, source, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("# A\n")
    with pytest.raises(lexigraph.CannotLoad, match=message):
        lexigraph.load(source)


def test_a_tilde_is_the_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("# A\n")
    assert lexigraph.load("~/notes").source == tmp_path / "notes"


def test_foreign_names_are_found_in_any_case_and_ours_must_exist(tmp_path):
    (tmp_path / "a.md").write_text("---\nName: Alpha\nSummary: The first.\n---\n")
    graph = lexigraph.load(tmp_path, fields={"Title": "Name", "definition": "SUMMARY"}, cache=False)
    assert [(entry.title, entry.definition) for entry in graph] == [("Alpha", "The first.")]
    with pytest.raises(ValueError, match="no field 'titel'; nearest: title"):
        lexigraph.load(tmp_path, fields={"titel": "Name"}, cache=False)
