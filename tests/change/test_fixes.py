"""Fixes are verified before they are kept; comments, line ends and meaning survive, and a second run changes nothing."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexigraph.change import Fixes, fixes
from lexigraph.check import check
from lexigraph.graph import Graph, Relation
from lexigraph.loading import load_graph
from lexigraph.model import NOWHERE, Diagnostic, Edit, ParsedEntry, Rule, plain_text
from lexigraph.names import fold
from tests.worlds import write

ROOT = Path(__file__).parents[2]
CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
MEND_ME = Rule("W999", "mend-me", "Found wherever a test says so.")


def mended(root: Path, *, unsafe: bool = False, select: Iterable[str] = ()) -> Fixes:
    graph = load_graph(root)
    judge = partial(check, profile="default", select=tuple(select))
    return fixes(graph, judge=judge, load=lambda overlay: load_graph(root, overlay=overlay), unsafe=unsafe)


def judged(root: Path, edits_of: Mapping[str, tuple[str, str]]) -> Fixes:
    """Mend what a rule finds that wants one text replaced by another, in files by path."""

    def judge(graph: Graph) -> Iterator[Diagnostic]:
        for path, (old, new) in edits_of.items():
            parsed = next(node.parsed for node in graph.entries.values() if node.path == path)
            text = parsed.front_matter + parsed.source
            for match in re.finditer(re.escape(old), text):
                span = parsed.lines.span(*match.span())
                yield MEND_ME.at(
                    path,
                    span,
                    "mend me",
                    subject=old,
                    edits=[Edit(path=path, span=span, text=new)],
                    safe=True,
                )

    return fixes(load_graph(root), judge=judge, load=lambda overlay: load_graph(root, overlay=overlay))


def entry(title: str, *lines: str, body: str = "") -> str:
    return "\n".join(["---", f"title: {title}", f"definition: What {title} is.", *lines, "---", "", body])


def test_a_fix_says_what_it_did_and_writes_nothing_by_itself(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": entry("A", 'aliases: [one, ""]'), "scheme.yml": "title: T\n"})
    result = mended(tmp_path, select=["W012"])
    assert [(each.finding.rule, each.change) for each in result.fixed] == [("empty-item", 'removed ""')]
    assert '""' in (tmp_path / "a.md").read_text()
    result.rewrite.write(tmp_path)
    assert (tmp_path / "a.md").read_text() == entry("A", "aliases: [one]")


def test_a_guess_is_made_only_when_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": entry("A", "alias: [one]"), "scheme.yml": "title: T\n"})
    finding = MEND_ME.at("a.md", NOWHERE, "guess", edits=[Edit(path="b.md", span=NOWHERE, text="b\n")])

    def judge(graph: Graph) -> tuple[Diagnostic, ...]:
        return () if "b" in graph.entries else (finding,)

    def load(overlay: Mapping[str, bytes | None]) -> Graph:
        return load_graph(tmp_path, overlay=overlay)

    assert fixes(load_graph(tmp_path), judge=judge, load=load).fixed == ()
    result = fixes(load_graph(tmp_path), judge=judge, load=load, unsafe=True)
    # an entry that is only a letter lacks a title: an error that was not there before
    assert result.fixed == ()
    assert [each.reason for each in result.left] == [
        "its fix would cause E009 missing-title: no title; the entry is shown as 'b'"
    ]


def test_a_fix_that_leaves_its_finding_is_not_kept(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": entry("A", body="Wrong.\n"), "b.md": entry("B", body="Wrong.\n")})
    result = judged(tmp_path, {"a.md": ("Wrong", "Wrong Wrong"), "b.md": ("Wrong", "Right")})
    assert [each.finding.path for each in result.fixed] == ["b.md"]
    assert [(each.finding.path, each.reason) for each in result.left] == [("a.md", "its fix would not mend it")]
    assert list(result.rewrite.after) == ["b.md"]


def test_a_fix_that_causes_an_error_elsewhere_is_not_kept_and_all_others_are(tmp_path: Path) -> None:
    files = {f"{letter}.md": entry(letter.upper(), "aliases: [old, older]") for letter in "bcdefgh"}
    files = {path: text.replace("old", f"old {path[0]}") for path, text in files.items()}
    write(tmp_path, {**files, "a.md": entry("A", "uses: [old e]")})
    result = judged(tmp_path, {path: (f"[old {path[0]}, ", "[") for path in files})
    assert [each.finding.path for each in result.fixed] == ["b.md", "c.md", "d.md", "f.md", "g.md", "h.md"]
    assert [each.reason for each in result.left] == [
        "its fix would cause E301 unknown-entry: no entry has the name 'old e'"
    ]


def test_of_two_fixes_that_overlap_the_second_is_made_in_the_next_round(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": entry("A", body="aaaa aaaa aaaa.\n")})
    result = judged(tmp_path, {"a.md": ("aa", "b")})
    assert (result.rewrite.after["a.md"] or b"").decode().endswith("bb bb bb.\n")


def test_a_fix_of_a_file_that_changed_in_the_meantime_is_not_made(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": entry("A", body="Wrong.\n")})
    graph = load_graph(tmp_path)
    finding = MEND_ME.at(
        "a.md",
        NOWHERE,
        "gone",
        edits=[Edit(path="gone.md", span=graph.entries["a"].parsed.lines.span(3, 4), text="")],
        safe=True,
    )
    result = fixes(graph, judge=lambda graph: (finding,), load=lambda overlay: graph)
    assert [each.reason for each in result.left] == ["there is no file gone.md"]


COMMENT = st.sampled_from(["", " # a note", "   #kept: yes"])
LINE = st.sampled_from([
    'aliases: [one, "", two]', "aliases:\n  - one   # first\n  - \"\"\n  # between\n  - two", "acronym:", "tags: []",
    "Kind: Concept", "status: Draft", "definition: A thing: it is.", "uses: [a, b]", "uses:\n  - b: with a note # why\n  - b",
    "related:\n\t- b", "uses: b", "authors: me", "redirect_from: [a-old, \"\"]", "sources: [{title: T, url: 'https://x.org/'}]",
    "scope_note: |\n  block: text\n  more", "level: Intro", "broader: [B]", "requires: [b-old]",
])  # fmt: skip
BODY = st.sampled_from([
    "Prose with [b](b.md) and [[b-old]].\n", "## Open questions\n\n- Why?\n- How so? {#how}\n",
    "Text \u200bwith hidden.\n<!-- a comment -->\n", "", "## See also\n\n- [B](b.md)\n",
])  # fmt: skip


def meaning(graph: Graph) -> object:
    """What a safe fix must leave as it is."""
    return (
        {
            node.path: (node.title, node.kind, fold(node.definition).rstrip("."), {fold(name) for name in node.names},
                        node.parsed.fields.status, node.parsed.fields.authors, node.parsed.fields.redirect_from,
                        _prose(node.parsed), [item.text for item in node.parsed.questions])
            for node in graph.entries.values()
        },
        {(each.type.key, *_ends(each), each.note) for each in graph.relations},
        [(link.source, link.target) for link in graph.links],
    )  # fmt: skip


def _ends(relation: Relation) -> Iterable[str]:
    ends = relation.source, relation.target
    return sorted(ends) if relation.type.symmetric else ends


def _prose(parsed: ParsedEntry) -> str:
    text = " ".join(" ".join(plain_text(segments) for _, segments in parsed.areas()).split())
    return "".join(char for char in text if char.isprintable()).rstrip(".")


def comments(text: str) -> list[str]:
    return re.findall(r"(?m)(?:^|[ \t])#(?!#| ).*$|(?<= )# .*$|<!--.*?-->", text)


def without_repeats(lines: Iterable[str]) -> list[str]:
    """One line a key: two are a mistake that no safe fix mends."""
    return list({re.split(r"\W", line)[0].lower(): line for line in lines}.values())


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    lines=st.lists(st.tuples(LINE, COMMENT), max_size=5), body=st.lists(BODY, max_size=3, unique=True),
    line_end=st.sampled_from(["\n", "\r\n"]), bom=st.booleans(), unsafe=st.booleans(),
)  # fmt: skip
def test_a_fixed_file_keeps_its_meaning_comments_line_ends_and_mark(
    tmp_path: Path, lines: list[tuple[str, str]], body: list[str], line_end: str, bom: bool, unsafe: bool
) -> None:
    kept = without_repeats([line + (comment if "\n" not in line else "") for line, comment in lines])
    definition = [] if any(line.startswith("definition") for line in kept) else ["definition: What it is."]
    text = "\n".join(["---", "title: A", *definition, *kept, "---", "", *body])
    data = (b"\xef\xbb\xbf" if bom else b"") + text.replace("\n", line_end).encode()
    root = tmp_path / "content"
    shutil.rmtree(root, ignore_errors=True)
    write(root, {"a.md": data, "b.md": entry("B", "redirect_from: [b-old]"), "scheme.yml": "title: T\n"})
    before = load_graph(root)
    result = mended(root, unsafe=unsafe)
    result.rewrite.write(root)
    after = (root / "a.md").read_bytes()
    assert after.startswith(b"\xef\xbb\xbf") is bom
    assert line_end == "\n" or b"\n" not in after.replace(b"\r\n", b"")
    assert line_end == "\r\n" or b"\r" not in after
    assert [each for each in comments(text) if each.strip() not in after.decode().replace("\r\n", "\n")] == []
    if not unsafe:
        assert meaning(load_graph(root)) == meaning(before)
    again = mended(root, unsafe=unsafe)
    assert (again.fixed, dict(again.rewrite.after)) == ((), {})


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("name", ["content", "cncf/terms", "machine-learning-glossary/terms"])
def test_a_whole_glossary_is_mended_once(tmp_path: Path, name: str, unsafe: bool) -> None:
    if name != "content" and not CORPORA:
        pytest.skip("LEXIGRAPH_CORPORA names no folder of other people's glossaries")
    root = tmp_path / "content"
    shutil.copytree(ROOT / name if name == "content" else Path(CORPORA, name), root)
    before = load_graph(root)
    texts = {path: path.read_bytes().decode(errors="replace") for path in root.rglob("*.md")}
    mended(root, unsafe=unsafe).rewrite.write(root)
    again = mended(root, unsafe=unsafe)
    assert (again.fixed, dict(again.rewrite.after)) == ((), {})
    for path, text in texts.items():
        after = path.read_bytes().decode(errors="replace")
        assert [each for each in re.findall(r"<!--.*?-->", text) if each not in after] == []
    if not unsafe:
        assert meaning(load_graph(root)) == meaning(before)
