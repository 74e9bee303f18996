"""A graph is judged as a whole: what loading found and what the rules find, in one order."""

import pytest

from lexigraph.check import RULES, UnknownRule, check
from lexigraph.model import Severity
from tests.check.world import entry, graph

TWO_MISTAKES = {
    "b.md": entry("B", "uses: [nobody]", "colour: blue"),
    "a.md": entry("A", "related: [b]", body="A [[wish]] is made.\n"),
}


def rules(files: dict[str, str], scheme: str | None = "", **arguments: object) -> list[tuple[str, str]]:
    """Path and rule of each error and warning; advice is left out."""
    found = check(graph(files, scheme), **arguments)
    return [(finding.path, finding.rule) for finding in found if finding.severity is not Severity.INFO]


def test_findings_of_loading_and_of_the_graph_come_in_order_of_their_places() -> None:
    assert rules(TWO_MISTAKES) == [("a.md", "wanted-entry"), ("b.md", "unknown-entry"), ("b.md", "unknown-key")]


def test_rules_that_are_not_selected_find_nothing() -> None:
    assert rules(TWO_MISTAKES, select=["E007"]) == [("b.md", "unknown-key")]
    assert rules(TWO_MISTAKES, ignore=["E"]) == [("a.md", "wanted-entry")]


def test_a_folder_without_a_scheme_is_checked_as_a_guest() -> None:
    assert rules(TWO_MISTAKES, scheme=None) == [("b.md", "unknown-entry")]
    assert rules(TWO_MISTAKES, scheme=None, profile="default") == rules(TWO_MISTAKES)


def test_the_settings_of_the_scheme_hold() -> None:
    settings = "check: {profile: guest, extend: [W402], ignore: [E301]}\n"
    assert rules(TWO_MISTAKES, scheme=settings) == [("a.md", "wanted-entry")]


def test_the_scheme_changes_the_severity_and_not_the_code() -> None:
    found = check(graph(TWO_MISTAKES, "check: {severity: {wanted-entry: error, E301: info}}\n"), ignore=["I"])
    assert [(each.code, each.severity) for each in found] == [
        ("W402", Severity.ERROR),
        ("E301", Severity.INFO),
        ("E007", Severity.ERROR),
    ]


def test_an_unknown_selector_is_misuse() -> None:
    with pytest.raises(UnknownRule):
        check(graph({}), select=["E999"])


def test_an_empty_knowledge_base_has_no_findings() -> None:
    assert check(graph({}), ignore=["I"]) == ()


def test_the_order_of_files_never_changes_the_findings() -> None:
    backwards = dict(reversed(TWO_MISTAKES.items()))
    assert check(graph(TWO_MISTAKES)) == check(graph(backwards))


def test_every_finding_is_of_a_rule_in_the_table() -> None:
    known = {(rule.code, rule.name) for rule in RULES}
    assert {(each.code, each.rule) for each in check(graph(TWO_MISTAKES))} <= known


def test_what_a_file_hides_by_one_mistake_is_not_reported_as_missing() -> None:
    files = {"a.md": '---\ntitle: A\ndefinition: "open\n---\n', "b.md": entry("B"), "c.md": entry("C", "uses: [b]")}
    assert rules(files) == [("a.md", "malformed-yaml")]


@pytest.mark.parametrize(
    ("glob", "path", "is_exempt"),
    [
        ("drafts/**", "drafts/a.md", True),
        ("drafts/**", "drafts/deep/a.md", True),
        ("drafts/*", "drafts/deep/a.md", False),
        ("**/a.md", "a.md", True),
        ("**/a.md", "drafts/deep/a.md", True),
        ("drafts/?.md", "drafts/a.md", True),
        ("drafts/?.md", "drafts/ab.md", False),
        ("drafts", "drafts/a.md", False),
        ("[ab].md", "a.md", True),
        ("*a" * 60 + "b", "a" * 120 + ".md", False),
        ("**/" * 49 + "x", "a/" * 20 + "a.md", False),
        ("a/" * 100, "a.md", False),
    ],
)
def test_the_scheme_exempts_paths_from_rules(glob: str, path: str, *, is_exempt: bool) -> None:
    scheme = f'check: {{paths: {{"{glob}": {{ignore: [3xx]}}}}}}\n'
    assert rules({path: entry("A", "uses: [nobody]")}, scheme) == ([] if is_exempt else [(path, "unknown-entry")])


@pytest.mark.parametrize("paths", ["7", "[a]", "{a: b}", "{a: {ignore: 7}}", "{a: {ignore: [nothing]}}"])
def test_paths_that_make_no_sense_are_passed_over(paths: str) -> None:
    found = rules({"a.md": entry("A", "uses: [nobody]")}, f"check: {{paths: {paths}}}\n")
    assert ("a.md", "unknown-entry") in found
