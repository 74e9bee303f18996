"""A suppression hides one finding where it stands, says why, and is found when nothing needs it any more."""

import pytest

from lexigraph.change import edited
from lexigraph.check import check
from lexigraph.model import Diagnostic
from tests.check.world import entry, graph

GROUNDING = entry("Grounding", "related: [rag]")


def found(text: str, scheme: str = "", **arguments: object) -> tuple[Diagnostic, ...]:
    return check(graph({"rag.md": text, "grounding.md": GROUNDING}, scheme), **{"ignore": ["I"], **arguments})


def codes(text: str, scheme: str = "", **arguments: object) -> list[str]:
    return [finding.code for finding in found(text, scheme, **arguments)]


def rag(*lines: str, body: str = "") -> str:
    return entry("RAG", *lines, body=body)


@pytest.mark.parametrize("rule", ["unknown-entry", "E301", "e301", "Unknown-Entry"])
def test_a_comment_at_the_end_of_a_line_covers_that_line(rule: str) -> None:
    assert codes(rag("uses:", f"  - nobody  # lexigraph: allow {rule}: being written in #41")) == []


def test_a_comment_covers_no_other_line() -> None:
    lines = ("uses:", "  - nobody  # lexigraph: allow E301: being written", "  - nothing")
    assert [finding.subject for finding in found(rag(*lines))] == ["nothing"]


def test_a_comment_alone_on_its_line_covers_the_whole_key_that_follows() -> None:
    assert codes(rag("# lexigraph: allow E301: being written", "uses:", "  - nobody", "  - nothing")) == []


def test_a_comment_alone_on_its_line_covers_the_item_that_follows_and_not_the_next() -> None:
    lines = ("uses:", "  # lexigraph: allow E301: soon", "  - to: nobody", "    note: yet", "  - nothing")
    assert [finding.subject for finding in found(rag(*lines))] == ["nothing"]


def test_two_comments_on_lines_of_their_own_cover_the_same_key() -> None:
    lines = ("# lexigraph: allow E301: soon", "# lexigraph: allow E302: a joke", "uses: [nobody, rag]")
    assert codes(rag(*lines)) == []


def test_one_comment_may_name_several_rules() -> None:
    assert codes(rag("uses: [nobody, rag]  # lexigraph: allow E301, self-relation: an example")) == []


def test_what_stands_in_quotes_or_in_a_block_of_text_is_no_comment() -> None:
    lines = ('scope_note: "x # lexigraph: allow E301: no"', "uses: [nobody]")
    assert codes(rag(*lines)) == ["E301"]


def test_a_finding_about_the_whole_entry_is_suppressed_at_its_title() -> None:
    lonely = (
        "---\ntitle: Alone  # lexigraph: allow orphan-entry: nothing else is written yet\ndefinition: It is.\n---\n"
    )
    assert [
        finding.path
        for finding in check(graph({"a.md": lonely, "rag.md": rag("uses: [b]"), "b.md": entry("B")}), ignore=["I"])
    ] == []


def test_a_finding_at_no_place_is_suppressed_at_the_title_too() -> None:
    text = "---\ntitle: RAG  # lexigraph: allow E201: to come\nuses: [grounding]\n---\n"
    assert codes(text) == []


def test_a_missing_title_is_suppressed_at_the_top_of_the_front_matter() -> None:
    text = (
        "---\n# lexigraph: allow missing-title: the file's name will do\ndefinition: It is.\nuses: [grounding]\n---\n"
    )
    assert codes(text) == []


def test_a_comment_in_the_body_covers_the_block_that_follows() -> None:
    body = "<!-- lexigraph: allow broken-link: it moves here in June -->\nSee [the\nhandbook](handbook.md).\n"
    assert codes(rag(body=body)) == []
    assert codes(rag(body=f"{body}\nAnd [it](handbook.md) again.\n")) == ["E401"]


def test_a_comment_within_a_line_of_the_body_covers_that_line() -> None:
    body = "See [it](handbook.md). <!-- lexigraph: allow E401: in June -->\nSee [it](other.md).\n"
    assert [finding.subject for finding in found(rag(body=body))] == ["other.md"]


def test_a_comment_in_code_is_code() -> None:
    body = "`<!-- lexigraph: allow E401: in June -->` and [it](handbook.md)\n"
    assert codes(rag(body=body)) == ["E401"]


def test_a_comment_of_the_scheme_suppresses_what_is_wrong_in_it() -> None:
    text = rag("uses: [grounding]")
    assert codes(text, "titel: World\n") == ["E007"]
    assert codes(text, "titel: World  # lexigraph: allow unknown-key: another tool reads it\n") == []


def test_what_cannot_be_read_cannot_be_suppressed() -> None:
    text = '---\n# lexigraph: allow malformed-yaml: it is so\ntitle: "RAG\ndefinition: It is.\n---\n'
    assert codes(text, select=["E003"]) == ["E003"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("allow unknown-entry", "a suppression without a reason"),
        ("allow unknown-entry:", "a suppression without a reason"),
        ("allow unknown-entry - soon", "a suppression without a reason"),
        ("allow: soon", "a suppression that names no rule"),
        ("allow unkown-entry: soon", "no rule has the name 'unkown-entry'"),
        ("allow 3xx: soon", "no rule has the name '3xx'"),
        ("ignore unknown-entry: soon", "'ignore' after 'lexigraph:' suppresses nothing"),
        ("allow E003: soon", "'E003' cannot be suppressed"),
        ("allow W803: soon", "'W803' cannot be suppressed"),
        ("", "'' after 'lexigraph:' suppresses nothing"),
    ],
)
def test_a_suppression_without_rule_or_reason_suppresses_nothing_and_is_found(comment: str, message: str) -> None:
    findings = found(rag(f"uses: [nobody]  # lexigraph: {comment}"))
    assert [finding.code for finding in findings] == ["E301", "W802"]
    assert findings[1].message == message


def test_the_nearest_rule_is_named() -> None:
    finding = found(rag("uses: [nobody]  # lexigraph: allow unkown-entry: soon"), select=["W802"])[0]
    assert finding.help == "the nearest is 'unknown-entry'"


def test_a_rule_that_is_none_leaves_the_others_of_the_comment_in_force() -> None:
    assert codes(rag("uses: [nobody]  # lexigraph: allow E301, E309: soon")) == ["W802"]


def test_a_suppression_that_nothing_needs_is_found_and_its_fix_removes_it() -> None:
    text = rag("uses: [grounding]  # lexigraph: allow E301: being written")
    (finding,) = found(text)
    assert (finding.code, finding.fix.safe) == ("W803", True)
    assert edited(text, finding.fix.edits)[0] == rag("uses: [grounding]")


def test_of_several_rules_only_the_idle_one_is_removed() -> None:
    text = rag("uses: [nobody]  # lexigraph: allow E302, E301: being written")
    (finding,) = found(text)
    assert finding.subject == "E302"
    assert edited(text, finding.fix.edits)[0] == rag("uses: [nobody]  # lexigraph: allow E301: being written")


def test_a_comment_on_a_line_of_its_own_goes_with_its_line() -> None:
    text = rag(
        "# lexigraph: allow E301: soon",
        "uses: [grounding]",
        body="Text.\n\n<!-- lexigraph: allow W402: soon -->\nMore.\n",
    )
    edits = [edit for finding in found(text) for edit in finding.fix.edits]
    assert edited(text, edits)[0] == rag("uses: [grounding]", body="Text.\n\nMore.\n")


def test_a_suppression_is_idle_only_where_its_rule_ran() -> None:
    text = rag("uses: [grounding]  # lexigraph: allow E301: being written")
    assert codes(text, ignore=["I", "E301"]) == []
    assert codes(text, "check: {paths: {'*.md': {ignore: [E301]}}}\n") == []
    assert codes(text, ignore=["I", "W803"]) == []


def test_nobody_is_told_that_a_suppression_is_idle_in_a_file_that_cannot_be_read() -> None:
    text = '---\ntitle: RAG\n# lexigraph: allow E301: soon\nuses: [grounding]\nscope_note: "open\n---\n'
    assert codes(text) == ["E003"]
