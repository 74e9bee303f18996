"""Fixes of what is wrong in front matter, in each style that YAML has: only the mistake changes, comments stay."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from tests.worlds import write

from lexigraph.change import Fixes, fixes
from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.loading import load_graph

GUESSES = ("E007", "E011")
KEEPS_THE_MEANING = ("E004", "E005", "W008", "E010", "W012")


def mended(root: Path, code: str, front_matter: str) -> Fixes:
    end = "\r\n" if "\r\n" in front_matter else "\n"
    others = {f"{name}.md": f"---\ntitle: {name.upper()}\ndefinition: What {name} is.\n---\n" for name in "bc"}
    scheme = 'title: T\ntags: [search, "C# x"]\n' if code in ("E011", "W008") else "title: T\n"
    text = f"---{end}{front_matter.rstrip()}{end}---{end}{end}Text of a.{end}"
    write(root, {"a.md": text, "scheme.yml": scheme, **others})

    def load(overlay: Mapping[str, bytes | None]) -> Graph:
        return load_graph(root, overlay=overlay)

    judge = partial(check, profile="default", select=[code])
    return fixes(load_graph(root), judge=judge, load=load, unsafe=code in GUESSES)


def meaning(graph: Graph) -> tuple[object, ...]:
    parsed = graph.entries["a"].parsed
    items = tuple((item.key, item.target, item.note, item.citation) for item in parsed.relation_items)
    return parsed.fields, items


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("E004", "title: RAG: a b", 'title: "RAG: a b"'),
        ("E004", "title: RAG: a b   # note", 'title: "RAG: a b"   # note'),
        ("E004", "title: RAG: a\n  and b: c", 'title: "RAG: a\n  and b: c"'),
        ("E004", "labels:\n  de: A: b", 'labels:\n  de: "A: b"'),
        ("E004", "aliases:\n  - a: b: c", 'aliases:\n  - a: "b: c"'),
        ("E004", 'sources: [{title: A: b, url: "https://e.org"}]', 'sources: [{title: "A: b", url: "https://e.org"}]'),
        ("E004", 'definition: He said "x": y', 'definition: "He said \\"x\\": y"'),
        ("E004", "title: a \\ b: c", 'title: "a \\\\ b: c"'),
        ("E004", "uses:\n  - b: one: two", 'uses:\n  - b: "one: two"'),
        ("E004", "definition: it's: so", 'definition: "it\'s: so"'),
        ("E004", "title: RAG: a\r\nkind: concept\r\n", 'title: "RAG: a"\r\nkind: concept\r\n'),
        ("E005", "uses:\n\t- b", "uses:\n  - b"),
        ("E005", "uses:\n\t- b: note\n\t- c", "uses:\n  - b: note\n  - c"),
        ("E005", "origin:\n\tby: Ada\n\tyear: 2020", "origin:\n  by: Ada\n  year: 2020"),
        ("E005", "definition: one\n\ttwo", "definition: one\n  two"),
        ("W008", "Title: A", "title: A"),
        ("W008", '"Title": A', '"title": A'),
        ("W008", "kind: Concept", "kind: concept"),
        ("W008", 'kind: "Concept"', 'kind: "concept"'),
        ("W008", "kind: 'Concept'", "kind: 'concept'"),
        ("W008", "kind: >-\n  Concept", "kind: concept"),
        ("W008", "tags: [Search]", "tags: [search]"),
        ("W008", "status: Draft # x", "status: draft # x"),
        ("W008", "{Title: A, kind: Tool}", "{title: A, kind: tool}"),
        ("W008", "Uses: [b]", "uses: [b]"),
        ("W008", 'sources: [{Title: A, url: "https://e.org"}]', 'sources: [{title: A, url: "https://e.org"}]'),
        ("W008", "level: |\n  Intro\nkind: tool", "level: intro\nkind: tool"),
        ("W012", 'tags: ["", a]', "tags: [a]"),
        ("W012", 'tags: [a, ""]', "tags: [a]"),
        ("W012", 'tags: [a, "", b]', "tags: [a, b]"),
        ("W012", 'tags: ["", ""]', ""),
        ("W012", 'tags: [""]', ""),
        ("W012", "tags: []", ""),
        ("W012", "tags:", ""),
        ("W012", "tags: # none yet", "# none yet"),
        ("W012", "tags: []  # none yet", "# none yet"),
        ("W012", 'tags:\n  - ""\n  - a', "tags:\n  - a"),
        ("W012", 'tags:\n  - a\n  - ""  # why', "tags:\n  - a\n  # why"),
        ("W012", "tags:\n  -\n  - a", "tags:\n  - a"),
        ("W012", 'tags: [\n  a,\n  "", # x\n  b\n]', "tags: [\n  a, # x\n  b\n]"),
        ("W012", 'origin: {by: Ada, source: ""}', "origin: {by: Ada}"),
        ("W012", "origin:\n  by: Ada\n  source:", "origin:\n  by: Ada"),
        ("W012", "uses:\n  - b:", "uses:\n  - b"),
        ("W012", 'uses:\n  - b: ""', "uses:\n  - b"),
        ("W012", "uses: [b: ]", "uses: [b]"),
        ("W012", 'uses:\n  - {to: b, note: ""}', "uses:\n  - {to: b}"),
        (
            "W012",
            'sources:\n  - {}\n  - {title: a, url: "https://e.org"}',
            'sources:\n  - {title: a, url: "https://e.org"}',
        ),
        ("W012", "sources:\n  - title: a\n    url:\n    year: 2020", "sources:\n  - title: a\n    year: 2020"),
        ("W012", 'title: ""\nacronym: A', "acronym: A"),
        ("W012", "labels: {}", ""),
        ("W012", 'kind: ""\ntags: [x]', "tags: [x]"),
        ("W012", "aliases: [a]\ntags:\n# keep\nlevel: intro", "aliases: [a]\n# keep\nlevel: intro"),
        ("W012", 'tags: ""  ', ""),
        ("W012", "tags: ''", ""),
        ("W012", "aliases: [a]\r\ntags: []\r\nlevel: intro\r\n", "aliases: [a]\r\nlevel: intro\r\n"),
        ("W012", "uses:\n  - b: # c\n  - c", "uses:\n  - b # c\n  - c"),
        ("W012", 'contested:\n  summary: ""\n  camps: []', ""),
        ("E010", "aliases: RAG", "aliases: [RAG]"),
        ("E010", 'aliases: "RAG"', 'aliases: ["RAG"]'),
        ("E010", "aliases: 'R: A'", "aliases: ['R: A']"),
        ("E010", "aliases: a b # c", "aliases: [a b] # c"),
        ("E010", "aliases: a[b]", 'aliases: ["a[b]"]'),
        ("E010", "uses: b", "uses: [b]"),
        ("E010", "uses:\n  b: note\n  c: other", "uses:\n  - b: note\n  - c: other"),
        ("E010", 'sources: {title: A, url: "https://e.org"}', 'sources: [{title: A, url: "https://e.org"}]'),
        ("E010", "sources:\n  title: A\n  url: https://e.org", "sources:\n  - title: A\n    url: https://e.org"),
        ("E010", "sources: https://e.org/x", "sources: [https://e.org/x]"),
        ("E010", "tags: a#b", "tags: [a#b]"),
        ("E010", "tags: C#", "tags: [C#]"),
        ("E010", "authors: O'Neil", "authors: [O'Neil]"),
        ("E010", 'authors: "a \\"b\\""', 'authors: ["a \\"b\\""]'),
        ("E010", "help_wanted: literature\nkind: question", "help_wanted: [literature]\nkind: question"),
        ("E010", "redirect_from: a", "redirect_from: [a]"),
        ("E010", "uses: {to: b}", "uses: [{to: b}]"),
        ("E010", "narrower: b", "narrower: [b]"),
        ("E010", "{aliases: a, title: T}", "{aliases: [a], title: T}"),
        ("E010", "evidence_needed: a: b", 'evidence_needed: ["a: b"]'),
        ("W016", "title: A\u200bB", "title: AB"),
        ("W016", 'aliases: [A\u200b, "B\u202e"]', 'aliases: [A, "B"]'),
        ("W016", 'title: "A\\u200bB"', 'title: "AB"'),
        ("W016", 'title: "\\x07A\\e"', 'title: "A"'),
        (
            "W016",
            'aliases: ["\\u202Ea", "b\\U000E0041", "c\\\\u200b", "d\\tx"]',
            'aliases: ["a", "b", "c\\\\u200b", "d\\tx"]',
        ),
        ("E007", "alias: [a]", "aliases: [a]"),
        ("E007", '"alias": [a]', "aliases: [a]"),
        ("E007", "Alias: [a]", "aliases: [a]"),
        ("E007", "origin: {bye: Ada}", "origin: {by: Ada}"),
        ("E007", 'sources: [{titel: A, url: "https://e.org"}]', 'sources: [{title: A, url: "https://e.org"}]'),
        ("E007", "uses:\n  - {to: b, notes: x}", "uses:\n  - {to: b, note: x}"),
        ("E007", 'sources: [{title: A, B, url: "https://e.org"}]', 'sources: [{title: "A, B", url: "https://e.org"}]'),
        ("E011", "kind: tecnique", "kind: technique"),
        ("E011", 'kind: "tecnique"', 'kind: "technique"'),
        ("E011", "status: stabel # x", "status: stable # x"),
        ("E011", "level: >-\n  introo", "level: intro"),
        ("E011", "help_wanted: [experimnt]\nkind: question", "help_wanted: [experiment]\nkind: question"),
        ("E011", "tags: [serch]", "tags: [search]"),
    ],
)
def test_the_mistake_is_mended_and_the_rest_stays(tmp_path: Path, code: str, before: str, after: str) -> None:
    result = mended(tmp_path, code, before)
    text = (result.rewrite.after["a.md"] or b"").decode()
    end = "\r\n" if "\r\n" in before else "\n"
    assert text == f"---{end}{after.rstrip()}{end if after else ''}---{end}{end}Text of a.{end}"
    assert result.findings == ()
    if code in KEEPS_THE_MEANING:
        assert meaning(result.graph) == meaning(load_graph(tmp_path))


@pytest.mark.parametrize(
    ("code", "front_matter"),
    [
        ("E010", "aliases: a, b"),
        ("E010", "aliases: >-\n  a b"),
        ("E010", "aliases: |\n  a"),
        ("E010", "uses: {b: note}"),
        ("E010", "uses:\n  b: note\n    runs on\n  c: other"),
    ],
)
def test_what_a_program_cannot_mend_stays_as_it_is(tmp_path: Path, code: str, front_matter: str) -> None:
    result = mended(tmp_path, code, front_matter)
    assert not result.rewrite.after
    assert result.findings
