"""After a merge every reference to the old entry means the other, and nothing that it said is lost unsaid."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from lexigraph.change.body_text import as_part, moved_anchors
from lexigraph.change.merge import merge
from lexigraph.change.steps import Plan
from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.loading import load_graph
from lexigraph.model import CannotChange
from tests.worlds import parsed, write

WORLD = {
    "scheme.yml": "title: T\n",
    "a/tuning.md": "---\ntitle: Tuning\naliases: [fine]\nkind: technique\ndefinition: Changing weights.\nuses: [data]\nrelated:\n  - other\nsources:\n  - {title: One, url: 'https://one.org/'}\n---\n\nText[^1] with [old](../b/old.md#how).\n\n## How\n\nSo.\n\n[^1]: A note.\n",
    "b/old.md": "---\ntitle: Old tuning\naliases: [OT, fine]\nacronym: FT\nkind: concept\ndefinition: The same, once.\nredirect_from: [older]\nscope_note: Not of pianos.\ntags: [x]\nuses:\n  - data: for it\n  - {to: other, note: \"yes: so\", source: 'https://two.org/'}\nbroader: [tuning]\nsources:\n  - {title: One, url: 'https://one.org/'}\n  - {id: two, title: \"Two: more\", year: 2020, url: 'https://two.org/'}\n---\n\nLead[^1] to [data](data.md).\n\n## How\n\n```\n## no heading\n```\n\n## Open questions\n\n- Is it old? {#is-old}\n\n[^1]: Old note.\n",
    "b/data.md": "---\ntitle: Data\ndefinition: What is read.\nused_by: [tuning, old]\nrelated:\n  - tuning\n  - old: with a note\n---\n\nSee [how](old.md#how), [[old]], [[OT]].\n",
    "b/other.md": "---\ntitle: Other\ndefinition: Something.\ncontrasts_with: [older, 'Old tuning']\n---\n\n## Part\n\nText.\n",
}


def loaded(root: Path, overlay: Mapping[str, bytes | None] | None = None) -> Graph:
    return load_graph(root, overlay=overlay)


def merged(root: Path, old: str = "old", new: str = "tuning") -> Plan:
    return merge(loaded(root), old, new, load=partial(loaded, root))


def test_names_relations_sources_and_text_are_taken_over(tmp_path: Path) -> None:
    merged(write(tmp_path, WORLD)).rewrite.write(tmp_path)
    assert not (tmp_path / "b/old.md").exists()
    assert (tmp_path / "a/tuning.md").read_text() == (
        "---\ntitle: Tuning\naliases: [fine, Old tuning, OT, FT]\nkind: technique\ndefinition: Changing weights.\nuses:"
        ' [data, {to: other, note: "yes: so", source: "https://two.org/"}]\nrelated:\n  - other\nsources:\n'
        "  - {title: One, url: 'https://one.org/'}\n"
        '  - {id: two, title: "Two: more", url: "https://two.org/", year: 2020}\n'
        "redirect_from: [old, older, b/old]\ntags: [x]\nscope_note: Not of pianos.\n---\n\n"
        "Text[^1] with [old](tuning.md#how-2).\n\n## How\n\nSo.\n\n[^1]: A note.\n\n## Old tuning\n\n"
        "Lead[^old-1] to [data](../b/data.md).\n\n### How\n\n```\n## no heading\n```\n\n### Open questions\n\n- Is it old? {#is-old}\n\n"
        "[^old-1]: Old note.\n"
    )


def test_references_name_the_other_and_none_says_twice_what_is_said(tmp_path: Path) -> None:
    merged(write(tmp_path, WORLD)).rewrite.write(tmp_path)
    assert (tmp_path / "b/data.md").read_text() == (
        "---\ntitle: Data\ndefinition: What is read.\nused_by: [tuning]\nrelated:\n  - tuning: with a note\n---\n\n"
        "See [how](../a/tuning.md#how-2), [[tuning]], [[OT]].\n"
    )
    after = loaded(tmp_path)
    assert {after.names.candidates(name) for name in ("old", "older", "b/old", "Old tuning", "OT", "FT")} == {
        ("tuning",)
    }
    assert after.questions["is-old"].about == ("tuning",)
    assert check(after, select=["E"]) == ()


def test_what_is_not_taken_over_is_printed(tmp_path: Path) -> None:
    plan = merged(write(tmp_path, WORLD))
    assert plan.steps[0][0::3] == ("fold", "-> a/tuning.md")
    left = [step.said for step in plan.steps if step.what == "left"]
    assert "kind: concept" in left
    assert "definition: The same, once." in left
    assert "uses: data: for it (tuning says it already)" in left
    assert "used_by: old (said of tuning already)" in left


def test_two_names_of_one_entry_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotChange, match="both names are those of one entry"):
        merged(write(tmp_path, WORLD), "OT", "old")


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotChange, match="no entry has the name 'nobody'"):
        merged(write(tmp_path, WORLD), "old", "nobody")


def test_an_entry_in_between_is_no_circle(tmp_path: Path) -> None:
    files = {
        "a.md": "---\ntitle: A\ndefinition: B.\nbroader: [b]\n---\n", "b.md": "---\ntitle: B\ndefinition: C.\nbroader: [c]\n---\n",
        "c.md": "---\ntitle: C\ndefinition: D.\n---\n", "scheme.yml": "title: T\n",
    }  # fmt: skip
    with pytest.raises(CannotChange) as refusal:
        merged(write(tmp_path, files), "a", "c")
    assert "E303 hierarchy-cycle" in refusal.value.rows[0]


def test_a_body_without_text_adds_no_heading(tmp_path: Path) -> None:
    files = {
        "a.md": "---\ntitle: Alpha\ndefinition: B.\n---\n",
        "b.md": "---\r\ntitle: Beta\r\ndefinition: C.\r\n---\r\n",
    }
    merged(write(tmp_path, files), "a", "b").rewrite.write(tmp_path)
    assert (tmp_path / "b.md").read_bytes() == (
        b"---\r\ntitle: Beta\r\naliases: [Alpha]\r\ndefinition: C.\r\nredirect_from: [a]\r\n---\r\n"
    )


def test_a_title_that_is_a_heading_is_left_out_of_the_text() -> None:
    of = parsed("# Alpha\n\nText.\n\n## Part\n")
    part = as_part("# Alpha\n\nText.\n\n## Part\n", title="Alpha", of=of, has_title=True, into="")
    assert part == "## Alpha\n\nText.\n\n### Part\n"


def test_anchors_that_were_free_in_the_old_file_have_a_number_in_the_other() -> None:
    of, whole = parsed("## Part\n\n## Own\n"), parsed("## Part\n\n## Alpha\n\n### Part\n\n### Own\n")
    assert moved_anchors(of, whole) == {"part": "part-2"}


def test_old_findings_are_those_of_the_other_entry_then(tmp_path: Path) -> None:
    files = {
        "a.md": "---\ntitle: A\ndefinition: B.\nuses: [nobody]\n---\n", "b.md": "---\ntitle: B\ndefinition: C.\n---\n",
        "scheme.yml": "title: T\ncheck: {baseline: old.txt}\n", "old.txt": "E301 a nobody\n",
    }  # fmt: skip
    merged(write(tmp_path, files), "a", "b").rewrite.write(tmp_path)
    assert (tmp_path / "old.txt").read_text() == "E301 b nobody\n"
