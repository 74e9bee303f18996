"""A new entry introduces no error, whatever its title and definition; what exists already is refused."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lexigraph.change.new import Answers, NewFile, choice_meant, id_of, new_entry, promotion, topic_meant
from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.loading import load_graph
from lexigraph.model import CannotChange
from tests.worlds import write

WORLD = {
    "scheme.yml": "title: T\n",
    "a/sparse-model.md": "---\ntitle: Sparse model\ndefinition: A model of which a part runs.\nhas_part: [mixture-of-experts]\n---\n\nA router is used. In a mixture of experts a router picks the parts.\n",
    "a/dense-model.md": "---\ntitle: Dense model\naliases: [DM]\ndefinition: A model that runs whole.\n---\n\nUnlike a [[mixture of experts]], it runs whole. It uses a router never.\n",
    "b/router.md": "---\ntitle: Router\ndefinition: Picks a part.\nredirect_from: [gate]\n---\n\nMixture of experts uses a router.\n\n## Open questions\n\n- Does routing help? {#does-routing-help}\n\n  Some say so.\n",
}


def loaded(root: Path, overlay: Mapping[str, bytes | None] | None = None) -> Graph:
    return load_graph(root, overlay=overlay)


def made(root: Path, answers: Answers, *, is_other: bool = False) -> NewFile:
    return new_entry(loaded(root), answers, load=partial(loaded, root), is_other=is_other)


def test_the_file_holds_what_was_said_and_what_others_say(tmp_path: Path) -> None:
    new = made(write(tmp_path, WORLD), Answers(
        title="Mixture of experts", kind="technique", definition="Sparse model made of many small networks.", aliases=("MoE",),
        relations=(("broader", "sparse  MODEL", ""), ("uses", "router", "to pick: a network")),
    ))  # fmt: skip
    assert (new.path, new.wanting, new.naming) == (
        "a/mixture-of-experts.md",
        ("dense-model", "sparse-model"),
        ("router",),
    )
    assert new.text == (
        "---\ntitle: Mixture of experts\naliases: [MoE]\nkind: technique\ndefinition: Sparse model made of many small networks.\n"
        'broader: [sparse-model]\nuses:\n  - router: "to pick: a network"\nstatus: draft\n'
        "# What other entries say with it (delete these lines when you are done):\n"
        "# - Dense model: Unlike a mixture of experts, it runs whole.\n"
        "# - Sparse model: Sparse model has the part Mixture of experts\n"
        "# - Sparse model: In a mixture of experts a router picks the parts.\n"
        "# - Router: Mixture of experts uses a router.\n---\n"
    )


def test_relations_that_sentences_speak_of_are_suggested(tmp_path: Path) -> None:
    new = made(write(tmp_path, WORLD), Answers(title="Mixture of experts", definition="A sparse model with parts."))
    assert (
        "# Relations that this suggests:\n# - uses: [router]\n---\n" in new.text
    )  # it is part of a sparse model already


def test_it_goes_where_it_is_spoken_of(tmp_path: Path) -> None:
    write(tmp_path, WORLD)
    assert made(tmp_path, Answers(title="Mixture of experts", definition="Networks.")).path.startswith("a/")
    assert made(tmp_path, Answers(title="Unheard of", definition="Nothing.")).path == "unheard-of.md"
    assert (
        made(tmp_path, Answers(title="Is it so?", kind="question", relations=(("about", "router", ""),))).path
        == "b/is-it-so.md"
    )


@pytest.mark.parametrize(("title", "message"), [
    ("sparse MODEL", "an entry with this name exists"), ("Sparse-model", "an entry with this name exists"),
    ("DM", "an entry with this name exists"), ("Gate", "an entry with this name exists"),
    ("Sparse models", "an entry with nearly this name exists"), ("Spares model", "an entry with nearly this name exists"),
    ("Router (technique)", "an entry with nearly this name exists"), ("Does routing help", "a question has the id 'does-routing-help'"),
    ("?!", "the title has no letter or digit to name the file by"), ("Index", "a/index.md would be no entry"),
])  # fmt: skip
def test_what_exists_or_nearly_is_refused(tmp_path: Path, title: str, message: str) -> None:
    with pytest.raises(CannotChange, match=message.replace("?", r"\?")):
        made(write(tmp_path, WORLD), Answers(title=title, definition="Something else.", topic="a"))


def test_another_thing_of_nearly_the_name_is_written_when_it_is_said_to_be_one(tmp_path: Path) -> None:
    write(tmp_path, WORLD)
    assert made(tmp_path, Answers(title="Sparse models", definition="Others."), is_other=True).id == "sparse-models"
    with pytest.raises(CannotChange, match="this name exists"):
        made(tmp_path, Answers(title="Sparse model", definition="Others."), is_other=True)


@pytest.mark.parametrize(("answers", "row"), [
    (Answers(title="X", definition=""), "E201 missing-definition"),
    (Answers(title="X", definition="Y.", aliases=("router",)), "E107 alias-clash"),
    (Answers(title="A *bold* name", definition="Y."), "E104 label-markup"),
    (Answers(title="X", definition="See [it](nowhere.md)."), "E401 broken-link"),
    (Answers(title="Is it?", kind="question"), "E601 question-about-nothing"),
])  # fmt: skip
def test_what_would_bring_an_error_is_refused_with_it(tmp_path: Path, answers: Answers, row: str) -> None:
    with pytest.raises(CannotChange) as refusal:
        made(write(tmp_path, WORLD), answers)
    assert row in refusal.value.rows[0]


def test_an_unknown_name_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(CannotChange) as refusal:
        made(write(tmp_path, WORLD), Answers(title="X", definition="Y.", relations=(("broader", "rooter", ""),)))
    assert (refusal.value.message, refusal.value.entries) == ("no entry has the name 'rooter'", ("router",))


def test_a_bullet_is_promoted_and_a_question_with_a_file_is_not(tmp_path: Path) -> None:
    graph = loaded(write(tmp_path, WORLD))
    new = promotion(graph, graph.questions["does-routing-help"], load=partial(loaded, tmp_path))
    assert (new.path, sorted(new.rewrite.after)) == (
        "b/does-routing-help.md",
        ["b/does-routing-help.md", "b/router.md"],
    )
    new.rewrite.write(tmp_path)
    with pytest.raises(CannotChange, match="this question has a file"):
        promotion(loaded(tmp_path), loaded(tmp_path).questions["does-routing-help"], load=partial(loaded, tmp_path))


@pytest.mark.parametrize("topic", ["../x", "a/../..", "Upper", ".hidden", "_x", "a//b", "rooter x"])
def test_a_topic_is_a_folder_of_the_content(tmp_path: Path, topic: str) -> None:
    with pytest.raises(CannotChange):
        topic_meant(loaded(write(tmp_path, WORLD)), topic)


def test_a_topic_may_be_new_but_no_slip_of_another(tmp_path: Path) -> None:
    graph = loaded(write(tmp_path, {"retrieval/a.md": "---\ntitle: A\n---\n"}))
    assert [topic_meant(graph, said) for said in ("retrieval", "retrieval/deep", "/new/", "")] == [
        "retrieval",
        "retrieval/deep",
        "new",
        "",
    ]
    with pytest.raises(CannotChange, match="no topic is called 'retreival'"):
        topic_meant(graph, "retreival")


def test_a_choice_is_one_of_those_offered() -> None:
    assert choice_meant("kind", " Concept ", ["concept", "tool"], "") == "concept"
    with pytest.raises(CannotChange) as refusal:
        choice_meant("kind", "concpet", ["concept", "tool"], "kinds are concept, tool")
    assert refusal.value.help == "the nearest is 'concept'; kinds are concept, tool"


@pytest.mark.parametrize("title", ["x" * 300, "word " * 100, "語" * 300, "a-" * 200])
def test_an_id_fits_into_a_file_name(title: str) -> None:
    assert 0 < len(id_of(title).encode()) <= 180


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from([
        "a: b", "--- \n---", "'quoted\" #1", "../../etc/passwd", "# no", "x" * 300, "🎉 party", "\u202eevil\u202c", "yes", "null", "1.10",
        "[x](y)", "[[x]]", "{a: b}", "- item", "> quote", "<script>", "a\nb\r\nc", "%%hidden%%", "<!-- lexigraph: allow E201: x -->",
        "lexigraph: allow W202: x", "!tag", "&anchor", "*alias", "@at", "`code`", "|", "$x$", "\\", "title: x\ndefinition: y", "\x00\x07",
        "CON", "ß", "ﬁ", "\ud800",
    ]),
    st.lists(st.sampled_from(list(":'\"#-[]{}|>\n\t\\&*!%@`,? aé語🎉\u202e\u200b")), max_size=20).map("".join),
)  # fmt: skip


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(title=HOSTILE, definition=HOSTILE, alias=HOSTILE, note=HOSTILE, remark=HOSTILE)
@example(title="lexigraph", definition="D.", alias="", note="", remark="lexigraph: allow W202: x")
def test_what_is_written_has_no_error_and_says_what_was_said(
    tmp_path: Path, title: str, definition: str, alias: str, note: str, remark: str
) -> None:
    root = tmp_path / "content"
    if not root.exists():
        write(root, WORLD)
    answers = Answers(
        title=title, definition=definition, aliases=(alias,), relations=(("uses", "router", note),), remarks=(remark,),
        sources=({"title": title, "url": "https://example.org/"},), authors=(alias,),
    )  # fmt: skip
    try:
        new = made(root, answers)
    except CannotChange:
        return
    assert (root / new.path).resolve().is_relative_to(root.resolve())
    graph = load_graph(root, overlay=dict(new.rewrite.after))
    assert [finding for finding in check(graph, select=["E"]) if finding.path == new.path] == []
    entry = graph.entries[new.id].parsed
    assert [item.key for item in entry.relation_items] == ["uses"]
    assert (entry.fields.status, entry.fields.kind, len(entry.fields.sources)) == ("draft", "concept", 1)
    assert entry.suppressions == ()
    assert entry.is_empty
