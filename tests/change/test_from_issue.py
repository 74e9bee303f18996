"""What a stranger filled in becomes values and comments of one file."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.change.from_issue import answers_of_issue, relation_said
from lexigraph.model import CannotChange
from tests.worlds import graph

WORLD = graph({
    "a/sparse-model.md": "---\ntitle: Sparse model\naliases: [SM]\ndefinition: A.\n---\n",
    "a/router.md": "---\ntitle: Router\ndefinition: B.\n---\n",
    "b/search-and-rescue.md": "---\ntitle: Search and rescue\ndefinition: C.\n---\n",
})  # fmt: skip

ENTRY = """### Suggested by

octo-cat

### Name

Mixture of experts

### Kind

technique

### Topic

A

### Definition

A layer made of many
small networks.

### Other names

MoE, sparse MoE

### How it relates to other entries

- a kind of [sparse model](../a/sparse-model.md), since only a part runs
- It uses a router and Search and rescue: to pick
- resembles nothing

### Sources

* Outrageously Large Neural Networks, https://arxiv.org/abs/1701.06538v1
* Switch Transformers: doi:10.5555/3586589.3586709.
- Blog post <https://example.org/moe>
- no address

### Before you send it

- [X] I searched for it under its other names.
"""


def test_the_form_of_an_entry_is_read_whole() -> None:
    answers = answers_of_issue(WORLD, ENTRY.replace("\n", "\r\n"))
    assert (answers.title, answers.kind, answers.topic, answers.authors) == (
        "Mixture of experts",
        "technique",
        "a",
        ("octo-cat",),
    )
    assert answers.aliases == ("MoE", " sparse MoE")
    assert answers.relations == (
        ("broader", "sparse-model", "only a part runs"), ("uses", "router", ""), ("uses", "search-and-rescue", "to pick"),
    )  # fmt: skip
    assert answers.sources == (
        {"title": "Outrageously Large Neural Networks", "arxiv": "1701.06538"},
        {"title": "Switch Transformers", "doi": "10.5555/3586589.3586709"},
        {"title": "Blog post", "url": "https://example.org/moe"},
    )
    assert answers.remarks == ("relation: resembles nothing", "source: no address")


def test_the_form_of_a_question_is_read_whole() -> None:
    text = "### Question\n\nDoes it help?\n\n### What it is about\n\nSM, Router\n\n### Why it is open\n\n_No response_\n\n### What would settle it\n\n- A test.\n- A proof.\n"
    answers = answers_of_issue(WORLD, text)
    assert (answers.title, answers.kind, answers.why_open) == ("Does it help?", "question", "")
    assert answers.relations == (("about", "SM", ""), ("about", "Router", ""))
    assert answers.evidence_needed == ("A test.", "A proof.")


def test_a_kind_or_topic_that_there_is_not_becomes_a_comment() -> None:
    answers = answers_of_issue(WORLD, "### Name\n\nX\n\n### Kind\n\nthingy\n\n### Topic\n\n../../etc\n")
    assert (answers.kind, answers.topic, answers.remarks) == ("concept", None, ("kind: thingy", "topic: ../../etc"))


def test_only_the_first_heading_names_the_author() -> None:
    answers = answers_of_issue(WORLD, "### Name\n\nX\n\n### Suggested by\n\nadmin\n")
    assert answers.authors == ()


def test_another_text_is_refused() -> None:
    with pytest.raises(CannotChange, match="the issue is neither"):
        answers_of_issue(WORLD, "Please add my entry.")


@pytest.mark.parametrize(("line", "found"), [
    ("uses router", (("uses", "router", ""),)), ("Is a kind of SM.", (("broader", "sparse-model", ""),)),
    ("part of [[Sparse model|it]] — always", (("part_of", "sparse-model", "always"),)), ("uses nothing known", ()), ("", ()),
    ("differs from the router (more or less)", (("contrasts_with", "router", "more or less)"),)),
])  # fmt: skip
def test_a_line_about_a_relation(line: str, found: tuple[tuple[str, str, str], ...]) -> None:
    assert relation_said(WORLD, line) == found


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from(["### Name\n\n", "### Kind\n\n", "uses ", "router, ", "https://x", "\n", "- "])).map(
        "".join
    )
)
def test_no_text_is_too_odd(text: str) -> None:
    with suppress(CannotChange):
        answers_of_issue(WORLD, text)


def test_a_line_of_many_names_takes_no_time() -> None:
    assert len(relation_said(WORLD, "uses " + "router, " * 20_000)) > 10
