"""Only what a change introduced: findings compared by rule, entry and subject."""

from lexigraph.check.introduced import Comparison, compare
from tests.check.world import entry, graph

SEED = {
    "rag.md": entry("RAG", "uses: [grounding, nobody]"),
    "grounding.md": entry("Grounding", body="A [[wish]] is made.\n"),
}


def changed(after: dict[str, str | None], scheme: str = "", base_scheme: str = "", **arguments: object) -> Comparison:
    now = {path: text for path, text in {**SEED, **after}.items() if text is not None}
    return compare(graph(now, scheme), graph(SEED, base_scheme), **{"ignore": ["I"], **arguments})


def named(findings: tuple) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.path, finding.subject) for finding in findings]


def test_nothing_is_introduced_by_no_change() -> None:
    comparison = changed({})
    assert named(comparison.introduced) == named(comparison.fixed) == []
    assert named(comparison.older) == [("W402", "grounding.md", "wish"), ("E301", "rag.md", "nobody")]


def test_a_line_that_moved_is_no_new_finding() -> None:
    comparison = changed({"rag.md": entry("RAG", "aliases: [Retrieval]", "uses: [grounding, nobody]")})
    assert named(comparison.introduced) == []


def test_two_before_and_three_after_is_one_introduced() -> None:
    twice = "A [[wish]] is made.\n\nA [[wish]] is had.\n"
    comparison = changed({"grounding.md": entry("Grounding", body=twice)})
    assert named(comparison.introduced) == [("W402", "grounding.md", "wish")]
    assert [finding.span.line for finding in comparison.introduced] == [8]


def test_of_equal_findings_the_one_that_stands_where_it_stood_is_the_old_one() -> None:
    before = "A [[dream]] is made.\n\nA [[wish]] is had.\n"
    comparison = changed({"grounding.md": entry("Grounding", body=f"A [[wish]] is made.\n\n{before}")})
    assert [(finding.subject, finding.span.line) for finding in comparison.introduced] == [("dream", 8), ("wish", 10)]


def test_a_deleted_entry_breaks_links_elsewhere() -> None:
    comparison = changed({"grounding.md": None})
    assert ("E301", "rag.md", "grounding") in named(comparison.introduced)
    assert named(comparison.fixed) == [("W402", "grounding.md", "wish")]


def test_what_was_mended_is_fixed() -> None:
    comparison = changed({"rag.md": entry("RAG", "uses: [grounding]")})
    assert named(comparison.fixed) == [("E301", "rag.md", "nobody")]


def test_a_moved_file_keeps_its_findings_through_its_redirect() -> None:
    moved = entry("RAG", "redirect_from: [rag]", "uses: [grounding, nobody]")
    comparison = changed({"rag.md": None, "retrieval/retrieval-augmented.md": moved})
    assert named(comparison.introduced) == named(comparison.fixed) == []


def test_a_file_that_moved_between_folders_keeps_its_findings() -> None:
    comparison = changed({"rag.md": None, "retrieval/rag.md": SEED["rag.md"]})
    assert named(comparison.introduced) == named(comparison.fixed) == []


def test_an_entry_that_moved_has_its_new_id_in_the_subjects_of_others() -> None:
    comparison = changed(
        {"rag.md": None, "grounding.md": entry("Grounding", "kind: model", "developed_by: [retrieval]", "related: [retrieval]"),
         "retrieval.md": entry("RAG", "redirect_from: [rag]", "uses: [grounding, nobody]")},
    )  # fmt: skip
    assert [finding.subject for finding in comparison.introduced] == ["developed_by grounding retrieval"]


def test_a_file_that_cannot_be_parsed_counts_by_its_path() -> None:
    broken = '---\ntitle: "open\n---\n'
    comparison = compare(graph({**SEED, "index.md": broken}), graph({**SEED, "index.md": broken}))
    assert named(comparison.introduced) == []


def test_both_trees_are_judged_by_the_settings_of_the_working_tree() -> None:
    settings = "check: {extend: [W402]}\n"
    comparison = changed({}, settings, "check: {profile: guest}\n")
    assert named(comparison.introduced) == []
    assert ("W402", "grounding.md", "wish") in named(comparison.older)


def test_each_tree_has_its_own_kinds() -> None:
    now = {"rag.md": entry("RAG", "kind: recipe", "uses: [grounding, nobody]")}
    comparison = compare(graph(SEED | now, "kinds: [soup]\n"), graph(SEED | now, "kinds: [recipe]\n"))
    assert named(comparison.introduced) == [("E011", "rag.md", "recipe")]


def test_a_suppression_that_was_deleted_introduces_its_finding() -> None:
    allowed = entry("RAG", "uses: [grounding, nobody]  # lexigraph: allow E301: soon")
    comparison = compare(graph(SEED), graph({**SEED, "rag.md": allowed}))
    assert named(comparison.introduced) == [("E301", "rag.md", "nobody")]


def test_only_the_rules_that_are_selected_are_compared() -> None:
    assert named(changed({}, select=["W402"]).older) == [("W402", "grounding.md", "wish")]


def test_the_order_of_files_never_changes_the_comparison() -> None:
    now = {**SEED, "b.md": entry("B", "uses: [nothing, rag]")}
    backwards = dict(reversed(now.items()))
    assert compare(graph(now), graph(SEED)) == compare(graph(backwards), graph(SEED))


def test_a_scheme_that_was_not_there_had_nothing_wrong() -> None:
    assert compare(graph({}, "title: T\n"), graph({}, None)).fixed == ()
