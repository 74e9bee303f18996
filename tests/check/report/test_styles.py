"""The other ways to write findings: concise, JSON, GitHub's annotations, a Markdown table, the summary."""

import json
from pathlib import Path

import pytest

from lexigraph.check.report import STYLES, render, source_lines, summary
from lexigraph.model import Edit, Related, Rule, Severity, Span

UNKNOWN = Rule("E301", "unknown-entry", "")
WANTED = Rule("W402", "wanted-entry", "")
DRAFT = Rule("I409", "draft-target", "")

TWO = [
    WANTED.at("a.md", Span(0, 5, 1, 1), "no entry has the name 'x'", help="write it", subject="x"),
    UNKNOWN.at("b.md", Span(6, 13, 2, 1), "no entry has the name 'y, 50%: z'", help="mend it", subject="y"),
    UNKNOWN.at("c.md", Span(6, 13, 2, 1), "no entry has the name 'y, 50%: z'", help="mend it", subject="y"),
]


def lines(path: str) -> tuple[str, ...]:
    return ("first\n", "sec\r\n", "third\n")


@pytest.mark.parametrize("style", STYLES)
def test_the_order_of_findings_never_changes_the_text(style: str) -> None:
    assert render(TWO, lines, style) == render(TWO[::-1], lines, style)


def test_concise_is_one_line_for_every_place() -> None:
    assert render(TWO, lines, "concise", prefix="kb/") == (
        "kb/a.md:1:1: warning[W402] no entry has the name 'x'\n"
        "kb/b.md:2:1: error[E301] no entry has the name 'y, 50%: z'\n"
        "kb/c.md:2:1: error[E301] no entry has the name 'y, 50%: z'\n"
    )


def test_json_lists_every_finding_with_all_that_is_known() -> None:
    related = Related(path="b.md", span=Span(0, 5, 1, 1), message="the entry")
    finding = UNKNOWN.at(
        "a.md", Span(6, 13, 2, 1), "no entry", help="mend it", related=[related], entry="a", subject="y",
        edits=[Edit(path="a.md", span=Span(6, 9, 2, 1), text="better")], safe=True,
    )  # fmt: skip
    assert json.loads(render([finding], lines, "json", prefix="kb/")) == [
        {
            "code": "E301",
            "rule": "unknown-entry",
            "severity": "error",
            "message": "no entry",
            "entry": "a",
            "path": "kb/a.md",
            "line": 2,
            "column": 1,
            "end_line": 3,
            "end_column": 3,
            "help": "mend it",
            "related": [
                {
                    "path": "kb/b.md",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 6,
                    "message": "the entry",
                }
            ],
            "fix": {
                "safe": True,
                "edits": [
                    {"path": "kb/a.md", "line": 2, "column": 1, "end_line": 2, "end_column": 4, "text": "better"}
                ],
            },
        }
    ]


def test_json_keeps_every_reference_to_one_missing_name() -> None:
    assert [record["path"] for record in json.loads(render(TWO, lines, "json"))] == ["a.md", "b.md", "c.md"]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(render([], lines, "json")) == []


def test_json_of_half_a_surrogate_pair_can_be_encoded() -> None:
    render([UNKNOWN.at("a\ud800.md", message="\udfff")], lines, "json").encode()


def test_github_annotations_come_errors_first_and_are_escaped() -> None:
    assert render(TWO, lines, "github") == (
        "::error file=b.md,line=2,col=1,endLine=3,endColumn=3,title=E301 unknown-entry::"
        "no entry has the name 'y, 50%25: z'; and 1 more with the same name%0Ahelp: mend it\n"
        "::warning file=a.md,line=1,col=1,endLine=1,endColumn=6,title=W402 wanted-entry::"
        "no entry has the name 'x'%0Ahelp: write it\n"
    )


def test_no_text_of_an_entry_starts_a_workflow_command() -> None:
    hostile = UNKNOWN.at("a,b:\n::set-output.md", message="x\n::stop-commands::y\r::error::z", help="\n::warning::")
    assert render([hostile], lines, "github").count("\n") == 1
    assert "file=a%2Cb%3A␊%3A%3Aset-output.md" in render([hostile], lines, "github")


def test_markdown_is_a_table_that_shows_the_authors_text_as_it_is() -> None:
    hostile = UNKNOWN.at("a.md", message="no '<b>@me</b>' | [x](y)", help="`z`", subject="x")
    assert render([hostile], lines, "markdown") == (
        "| where | what | what to do |\n"
        "| --- | --- | --- |\n"
        "| a&#46;md&#58;1&#58;1 | error E301: no '&#60;b&#62;&#64;me&#60;/b&#62;' &#124; "
        "&#91;x&#93;&#40;y&#41; | &#96;z&#96; |\n"
    )


def test_the_summary_counts_by_severity() -> None:
    assert summary(TWO, 214) == "2 errors, 1 warning in 214 entries"
    assert summary(TWO[:1], 1) == "0 errors, 1 warning in 1 entry"
    assert summary([], 3) == "nothing found in 3 entries"


def test_the_summary_says_how_to_see_infos() -> None:
    infos = [DRAFT.at("a.md")] * 31
    assert infos[0].severity is Severity.INFO
    assert summary([*TWO[:2], *infos], 9) == "1 error, 1 warning in 9 entries · 31 of level info, see --info"
    assert summary(infos, 9, infos_shown=True) == "0 errors, 0 warnings in 9 entries · 31 of level info"


def test_source_lines_keep_their_ends_and_split_only_there(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffone\r\ntwo\x0b\u2028\rthree\n\nend".encode() + b"\xff")
    assert list(source_lines(tmp_path)("a.md")) == ["one\r\n", "two\x0b\u2028\r", "three\n", "\n", "end\ufffd"]


def test_source_lines_never_leave_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "link.md").symlink_to(tmp_path / "secret.md")
    lines_of = source_lines(tmp_path / "content")
    for path in ("../secret.md", "link.md", str(tmp_path / "secret.md"), "none.md", "\0", "."):
        assert not lines_of(path)
