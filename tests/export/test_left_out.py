"""What a format says it leaves out: each fact that changes none of its bytes is named there."""

import re

import pytest

from lexigraph.export import EXPORTERS, Export
from tests.export.exports import exported

SCHEME = """\
title: World
description: About it.
language: en
tags: [search, context]
kinds: [{key: ritual, plural: Rituals}]
relations: [{key: eats, words: eats, inverse: eaten_by, inverse_words: is eaten by}]
"""
WORLD = {
    "index.md": "Words of the home page.\n",
    "t/index.md": "# Tea\n\nWhat it is. Words of the topic.\n",
    "t/a.md": """\
---
title: Alpha
hidden_labels: [alfa]
labels: {de: Alefa}
kind: technique
level: intro
tags: [search]
definition: The first.
scope_note: Not the other.
origin: {by: Ann, year: 1999}
contested: {summary: It is contested., camps: [{who: Narrow, meaning: This.}]}
uses: [{to: b, note: why it does, source: s1}]
eats: [b, a]
related: [nothing]
mappings: {exact: ["https://example.org/x"]}
sources: [{id: s1, title: Paper, url: "https://example.org/p", year: 2001}]
authors: [Author]
reviewed_by: [Reviewer]
created: 2020-01-01
last_reviewed: 2021-01-01
review_every: 100
autolink: false
redirect_from: [old-alpha]
---
A body. See [Beta](b.md) and [[wanted name]].

## FAQ

### What?

An answer.

## Open questions

- Is it one? {#one}
""",
    "t/b.md": "# Beta\n\nBeta is b. It names Alpha.\n",
    "t/moved.md": "---\ndestination: a\n---\n",
    "q/q.md": """\
---
title: Does it?
kind: question
about: [a]
state: answered
state_date: 2022-01-01
review: disputed
review_date: 2022-02-02
raised: {by: Asker, year: 2005}
why_open: Nobody looked.
evidence_needed: [A look]
help_wanted: [literature]
discussion: https://example.org/discussion
resolution: {answer: It does., date: 2022-01-01, source: Somebody}
positions:
  - {id: p1, claim: Yes., held_by: [Holder], reasoning: Because., evidence: [{source: Work, direction: supports, note: Seen.}]}
depends_on: [{to: one, note: since it is}, {to: q2, note: as it happens, source: Cited}]
---
What is meant.
""",
    "q/q2.md": "---\ntitle: And that?\nkind: question\nabout: [b]\n---\n",
    "l/c.md": "---\ntitle: Both\nkind: comparison\ncompares: [a, b]\nmappings: {close: ['https://example.org/y']}\n---\n",
}
FACTS = [
    ("index.md", "Words of", "Text of", "home page"), ("t/index.md", "Words of", "Text of", "texts of topics"),
    ("t/a.md", "[alfa]", "[alpa]", "hidden labels"), ("t/a.md", "Alefa", "Aleph", "labels"),
    ("t/a.md", "technique", "model", "kind"), ("t/a.md", "intro", "advanced", "level"),
    ("t/a.md", "tags: [search]", "tags: [context]", "tags"), ("t/a.md", "The first", "The best", "definition"),
    ("t/a.md", "Not the other", "Not another", "scope note"), ("t/a.md", "Ann,", "Bob,", "origin"),
    ("t/a.md", "This.", "That.", "contested"), ("t/a.md", "why it does", "how it does", "notes"),
    ("t/a.md", "does, source: s1", "does, source: s2", "citations"), ("t/a.md", "eats: [b, a]", "eats: [b]", "itself"),
    ("t/a.md", "[nothing]", "[nobody]", "wanted names"), ("t/a.md", "org/x", "org/z", "mappings"),
    ("t/a.md", "Paper", "Book", "sources"), ("t/a.md", "[Author]", "[Writer]", "authors"),
    ("t/a.md", "[Reviewer]", "[Reader]", "reviewers"), ("t/a.md", "2020-01-01", "2020-01-02", "dates"),
    ("t/a.md", "2021-01-01", "2021-01-02", "dates"), ("t/a.md", "every: 100", "every: 101", "next review"),
    ("t/a.md", "autolink: false\n", "", "not to be linked"), ("t/a.md", "old-alpha", "old-name", "redirects"),
    ("t/a.md", "A body", "A text", "bodies"), ("t/a.md", "[Beta](b.md)", "Beta", "links in"),
    ("t/a.md", "An answer", "A word", "bodies"), ("t/b.md", "names Alpha", "names Alphb", "mentions|bodies"),
    ("t/moved.md", "destination: a", "destination: b", "redirects"),
    ("q/q.md", "2022-01-01\nreview", "2022-01-02\nreview", "dates"), ("q/q.md", "Asker", "Asking", "raised"),
    ("q/q.md", "2022-02-02", "2022-02-03", "dates"), ("q/q.md", "Nobody looked", "Who looked", "why"),
    ("q/q.md", "A look", "A thought", "would settle"), ("q/q.md", "literature", "definition", "help"),
    ("q/q.md", "org/disc", "org/disk", "discussed"), ("q/q.md", "It does", "It did", "answer"),
    ("q/q.md", "date: 2022-01-01, ", "date: 2022-01-09, ", "date"), ("q/q.md", "Somebody", "Anybody", "answer"),
    ("q/q.md", "id: p1", "id: p2", "ids of positions|positions,"), ("q/q.md", "Yes.", "Sure.", "positions"),
    ("q/q.md", "Because", "Since", "positions"), ("q/q.md", "supports", "opposes", "evidence|positions,"),
    ("q/q.md", "since it is", "as it is", "notes"), ("q/q.md", "as it happens", "as it was", "notes"),
    ("q/q.md", "Cited", "Quoted", "citations"), ("q/q.md", "What is meant", "What was", "bodies|entries"),
    ("l/c.md", "org/y", "org/w", "mappings"), ("scheme.yml", "World", "Globe", "scheme"),
    ("scheme.yml", "About it", "On it", "scheme"), ("scheme.yml", "language: en", "language: fr", "scheme|language"),
    ("scheme.yml", "[search, context]", "[search, context, more]", "scheme"),
    ("scheme.yml", "Rituals", "Rites", "vocabulary|kinds"), ("scheme.yml", "words: eats", "words: devours", "vocabulary"),
]  # fmt: skip
"""File, what stands in it, what stands there instead, and how `LEFT_OUT` speaks of such a fact."""
TOLD_OTHERWISE = ("inventory", "atom", "anki", "parquet", "gexf")
"""They say what they hold and no more, or have the rows or the graph of another format."""


def bytes_of(name: str, export: Export) -> list[tuple[str, bytes]]:
    return list(EXPORTERS[name].artifacts(export))


def changed(file: str, old: str, new: str) -> Export:
    files = {**WORLD, "scheme.yml": SCHEME}
    assert len(re.findall(old if "|" in old else re.escape(old), files[file])) == 1
    files[file] = re.sub(old if "|" in old else re.escape(old), new, files[file])
    return exported(files, scheme=files.pop("scheme.yml"))


@pytest.fixture(scope="module")
def before() -> dict[str, list[tuple[str, bytes]]]:
    made = exported(WORLD, scheme=SCHEME)
    return {name: bytes_of(name, made) for name in EXPORTERS if name not in TOLD_OTHERWISE}


@pytest.mark.parametrize(("file", "old", "new", "words"), FACTS)
def test_what_changes_no_byte_is_said_to_be_left_out(file, old, new, words, before):
    after = changed(file, old, new)
    group = "all but questions"
    group += (
        "|of entries all but" if file in ("t/a.md", "l/c.md") else "|of questions all but" if file == "q/q.md" else ""
    )
    for name, data in before.items():
        if bytes_of(name, after) == data:
            said = ", ".join(EXPORTERS[name].LEFT_OUT)
            assert re.search(f"{words}|{group}", said), (name, old, said)
