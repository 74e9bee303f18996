"""After a rename the graph is the one before but for the name; no finding is new, and the old id leads on."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexigraph.change.rename import rename
from lexigraph.change.steps import Plan
from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.loading import load_graph
from lexigraph.model import CannotChange
from tests.worlds import write

FT = "---\ntitle: Fine tuning\naliases: [FT2]\ndefinition: More training.\nuses: [data/set]\n---\n\nSee [the set](../data/set.md), [it](ft.md#part), [[ft]], ![p](pic.png) and [out](https://x.org).\n\n## Part\n\nText.\n"
WORLD = {
    "scheme.yml": "title: T\n",
    "adapt/ft.md": FT,
    "adapt/pic.png": b"\x89PNG",
    "data/set.md": '---\ntitle: Set\ndefinition: Of examples.\nused_by:\n  - ft: with a note # kept\nrelated: [\'ft\', "adapt/ft"]\n---\n\nA [link](../adapt/ft.md#part "t"), [[ft|label]], [[adapt/ft#Part]], [[Fine tuning]], [ref][f], [r2][].\n\n[f]: <../adapt/ft.md>\n[r2]: /adapt/ft/#part\n',
    "index.md": 'Read [it](adapt/ft.md) or <a href="adapt/ft.md">here</a>.\n',
    "data/q.md": "---\ntitle: Does it help?\nkind: question\nabout: [ft]\nstate: open\n---\n\nSee [[FT2]].\n",
    "old-name.md": "---\ntitle: Old\ndestination: adapt/ft\n---\n",
}


def loaded(root: Path, overlay: Mapping[str, bytes | None] | None = None) -> Graph:
    return load_graph(root, overlay=overlay)


def renamed(root: Path, old: str, new: str, *, title: str | None = None, topic: str | None = None) -> Plan:
    return rename(loaded(root), old, new, title=title, topic=topic, load=partial(loaded, root))


def texts(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in root.rglob("*.md")}


def test_every_reference_follows_and_the_rest_stays(tmp_path: Path) -> None:
    renamed(write(tmp_path, WORLD), "ft", "fine-tuning").rewrite.write(tmp_path)
    after = texts(tmp_path)
    assert after["adapt/fine-tuning.md"] == FT.replace("ft.md#part", "fine-tuning.md#part").replace(
        "[[ft]]", "[[fine-tuning]]"
    ).replace("uses: [data/set]\n", "uses: [data/set]\nredirect_from: [ft]\n")
    assert after["data/set.md"] == (
        "---\ntitle: Set\ndefinition: Of examples.\nused_by:\n  - fine-tuning: with a note # kept\n"
        "related: ['fine-tuning', \"adapt/fine-tuning\"]\n---\n\n"
        'A [link](../adapt/fine-tuning.md#part "t"), [[fine-tuning|label]], [[adapt/fine-tuning#Part]], [[Fine tuning]], [ref][f], [r2][].\n\n'
        "[f]: <../adapt/fine-tuning.md>\n[r2]: /adapt/fine-tuning/#part\n"
    )
    assert after["index.md"] == 'Read [it](adapt/fine-tuning.md) or <a href="adapt/fine-tuning.md">here</a>.\n'
    assert "about: [fine-tuning]" in after["data/q.md"]
    assert "destination: adapt/fine-tuning" in after["old-name.md"]
    assert "adapt/ft.md" not in after


def test_a_file_that_goes_to_another_folder_still_refers_to_the_same(tmp_path: Path) -> None:
    renamed(write(tmp_path, WORLD), "ft", "ft", topic="data").rewrite.write(tmp_path)
    assert texts(tmp_path)["data/ft.md"] == FT.replace("../data/set.md", "set.md").replace(
        "pic.png", "../adapt/pic.png"
    ).replace("uses: [data/set]\n", "uses: [data/set]\nredirect_from: [adapt/ft]\n")
    assert "[link](ft.md#part" in texts(tmp_path)["data/set.md"]


def test_the_old_title_becomes_an_alias_and_references_by_it_name_the_entry(tmp_path: Path) -> None:
    plan = renamed(write(tmp_path, WORLD), "ft", "ft", title="Fine-tuning: more")
    plan.rewrite.write(tmp_path)
    text = texts(tmp_path)["adapt/ft.md"]
    assert text.startswith('---\ntitle: "Fine-tuning: more"\naliases: [FT2, Fine tuning]\n')
    assert "[[ft]], [ref]" in texts(tmp_path)["data/set.md"]
    assert [step.said for step in plan.steps[:2]] == [
        "title: Fine tuning -> Fine-tuning: more",
        "+ aliases: [Fine tuning]",
    ]


def test_an_alias_that_becomes_the_title_goes_from_the_aliases(tmp_path: Path) -> None:
    renamed(write(tmp_path, WORLD), "ft", "ft", title="FT2").rewrite.write(tmp_path)
    assert texts(tmp_path)["adapt/ft.md"].startswith("---\ntitle: FT2\naliases: [Fine tuning]\n")


def test_there_and_back_leaves_only_the_redirect(tmp_path: Path) -> None:
    before = texts(write(tmp_path, WORLD))
    renamed(tmp_path, "ft", "tuning", topic="data").rewrite.write(tmp_path)
    renamed(tmp_path, "tuning", "ft", topic="adapt").rewrite.write(tmp_path)
    after = texts(tmp_path)
    assert after.pop("adapt/ft.md").replace("redirect_from: [tuning, data/tuning]\n", "") == before.pop("adapt/ft.md")
    before["old-name.md"] = before["old-name.md"].replace(
        "adapt/ft", "ft"
    )  # a name is enough, and was written on the way
    assert {path: text for path, text in after.items() if before[path] != text} in (
        {},
        {"old-name.md": WORLD["old-name.md"]},
    )


def test_a_file_without_front_matter_gets_some(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.md": "# Alpha\r\n\r\nThe first letter. See [b](b.md).\r\n", "b.md": "# Beta\n\nSecond. [a](a.md)\n"},
    )
    renamed(tmp_path, "a", "alpha").rewrite.write(tmp_path)
    assert (tmp_path / "alpha.md").read_bytes().startswith(b"---\r\nredirect_from: [a]\r\n---\r\n\r\n# Alpha\r\n")


def test_a_title_that_is_a_heading_is_changed_there(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "# Alpha\n\nThe first letter.\n"})
    renamed(tmp_path, "a", "a", title="Aleph").rewrite.write(tmp_path)
    assert texts(tmp_path)["a.md"] == "---\naliases: [Alpha]\n---\n\n# Aleph\n\nThe first letter.\n"


def test_a_file_with_capitals_is_renamed_to_its_id(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a/Foo.md": "---\ntitle: Foo\ndefinition: A thing.\n---\n",
            "b.md": "---\ntitle: B\ndefinition: C.\n---\n\n[f](a/Foo.md)\n",
        },
    )
    plan = renamed(tmp_path, "foo", "foo")
    plan.rewrite.write(tmp_path)
    assert sorted(texts(tmp_path)) == ["a/foo.md", "b.md"]
    assert "[f](a/foo.md)" in texts(tmp_path)["b.md"]
    assert "redirect_from: [Foo]" in texts(tmp_path)["a/foo.md"]


def test_the_bullet_of_a_question_keeps_its_id_in_step(tmp_path: Path) -> None:
    write(tmp_path, {
        "a.md": "---\ntitle: A\ndefinition: B.\n---\n\n## Open questions\n\n- Is it so? {#is-it}\n",
        "is-it.md": "---\ntitle: Is it so?\nkind: question\nabout: [a]\n---\n",
    })  # fmt: skip
    plan = renamed(tmp_path, "is-it", "so")
    plan.rewrite.write(tmp_path)
    assert "- Is it so? {#so}\n" in texts(tmp_path)["a.md"]
    assert [(each.id, each.entry, each.holder) for each in loaded(tmp_path).questions.values()] == [("so", "so", "a")]


@pytest.mark.parametrize(("old", "new", "message"), [
    ("nobody", "x", "no entry has the name 'nobody'"), ("ft", "set", "'set' is another entry"), ("ft", "Fine Tuning", "'Fine Tuning' is no id"),
    ("ft", "ft", "it has this id already"), ("ft", "index", "adapt/index.md would be no entry"), ("ft", "../x", r"'../x' is no id"),
    ("ft", "q", "'q' is another entry"), ("set", "old-name", "'old-name' is another entry"), ("ft", "", "'' is no id"),
])  # fmt: skip
def test_what_cannot_be_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(CannotChange, match=message):
        renamed(write(tmp_path, WORLD), old, new)


def test_an_id_that_others_mean_otherwise_is_refused(tmp_path: Path) -> None:
    files = {
        **WORLD,
        "data/c.md": "---\ntitle: C\ndefinition: D.\naliases: [tune]\n---\n",
        "data/d.md": "---\ntitle: D\ndefinition: E.\nuses: [tune]\n---\n",
    }
    with pytest.raises(CannotChange) as refusal:
        renamed(write(tmp_path, files), "ft", "tune")
    assert refusal.value.message in ("it would bring an error", "what others mean would change")


def test_a_file_that_is_in_the_way_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {**WORLD, "adapt/_x.md": "x", "adapt/readme.md": "x"})
    with pytest.raises(CannotChange):
        renamed(tmp_path, "ft", "readme")


IDS = ("alpha", "beta", "gamma", "delta")
FORMS = st.sampled_from([
    "[x]({way}{id}.md)", "[x]({way}{id}.md#part)", "[[{id}]]", "[[{id}|y]]", "[[{folder}/{id}]]", "![[{id}#part]]", "[x][{id}]\n\n[{id}]: {way}{id}.md",
    "[x](/{folder}/{id}/)", "<a href='{way}{id}.md'>x</a>", "[x](<{way}{id}.md>)", "`[x]({id}.md)`", "[[{title}]]",
])  # fmt: skip
RELATION = st.tuples(
    st.sampled_from(["uses", "related", "broader", "requires"]),
    st.sampled_from(IDS),
    st.sampled_from(["{id}", "'{id}'", '"[[{id}]]"', "{folder}/{id}", "{title}"]),
    st.sampled_from(["", "a note"]),
)
FOLDER = {"alpha": "one", "beta": "one", "gamma": "two", "delta": "two"}


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, str]:
    files = {"scheme.yml": "title: T\n"}
    for number, id in enumerate(IDS):
        lines = [f"title: {id.capitalize()} thing", f"definition: What {id} is."]
        by_key: dict[str, list[str]] = {}
        for key, other, form, note in draw(st.lists(RELATION, max_size=3)):
            if IDS.index(other) > number:  # so that there is no circle
                name = form.format(id=other, folder=FOLDER[other], title=f"{other.capitalize()} thing")
                by_key.setdefault(key, []).append(
                    f"  - {name}: {note}" if note and not name.startswith('"') else f"  - {name}"
                )
        lines += [line for key, items in by_key.items() for line in (f"{key}:", *dict.fromkeys(items))]
        body = []
        for other, form in draw(st.lists(st.tuples(st.sampled_from(IDS), FORMS), max_size=4)):
            way = "" if FOLDER[id] == FOLDER[other] else f"../{FOLDER[other]}/"
            body.append(
                "A sentence "
                + form.format(id=other, way=way, folder=FOLDER[other], title=f"{other.capitalize()} thing")
                + " ends.\n"
            )
        text = "\n".join(
            [
                "---",
                *lines,
                "---",
                "",
                *body,
                "## Part",
                "",
                "Text.",
                "",
                "## Open questions",
                "",
                f"- Is {id} so? {{#{id}-so}}",
                "",
            ]
        )
        files[f"{FOLDER[id]}/{id}.md"] = text
    return files


def shape(graph: Graph, ids: Mapping[str, str], names: Mapping[str, str]) -> object:
    """What must be equal before and after, in the names of afterwards."""

    def of(id: str) -> str:
        return ids.get(id, id)

    return (
        {(of(node.id), node.title, node.kind, node.definition) for node in graph.entries.values()},
        {(each.type.key, of(each.source), of(each.target), each.note) for each in graph.relations},
        sorted((of(link.source), of(link.target), link.reference.fragment) for link in graph.links),
        sorted((of(id), of(back.source), back.relation.type.key if back.relation else "") for id, backs in graph.backlinks.items() for back in backs),
        {(each.id, tuple(of(id) for id in each.about), of(each.holder)) for each in graph.questions.values()},
        {names.get(path, path): [place and (of(place.entry), place.page, place.fragment) for place in places] for path, places in graph.resolved.items()},
    )  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    files=worlds(),
    old=st.sampled_from(IDS),
    new=st.sampled_from(["omega", "alpha-two", ""]),
    topic=st.sampled_from([None, "one", "two", "three"]),
)
def test_the_graph_stays_but_for_the_name(
    tmp_path: Path, files: dict[str, str], old: str, new: str, topic: str | None
) -> None:
    root = tmp_path / "content"
    new = new or old
    graph = Path(root)
    for path in list(root.rglob("*.md")) if root.exists() else []:
        path.unlink()
    write(root, files)
    before = load_graph(graph)
    try:
        plan = renamed(root, old, new, topic=topic)
    except CannotChange as refusal:
        assert new == old and topic in (None, FOLDER[old]), refusal
        return
    plan.rewrite.write(root)
    after = load_graph(root)
    moved = f"{topic or FOLDER[old]}/{new}.md"
    ids, names = {old: new}, {f"{FOLDER[old]}/{old}.md": moved}
    assert shape(after, {}, {}) == shape(before, ids, names)
    assert after.names.candidates(old) == (new,)
    assert after.names.candidates(f"{FOLDER[old]}/{old}") == (new,)
    found = sorted(
        (finding.code, names.get(finding.path, finding.path)) for finding in check(before, profile="default")
    )
    now = sorted((finding.code, finding.path) for finding in check(after, profile="default", base=before))
    # a new topic has no text (I804); of two clusters of one size, that with the first id counts as the rest (I314)
    assert [each for each in now if each not in found and each[0] not in ("I804", "I314")] == []


SET = {
    "scheme.yml": 'title: T\ncheck:\n  paths:\n    "adapt/ft.md": {ignore: [W309]}  # kept\n    adapt/**: {ignore: [W202]}\n  baseline: old.txt\n',
    "old.txt": "# begun in May\nE301 ft nobody\nE301 other ft-x\nE502 ft 2999-01-01\nW404 set ft.md#none\n",
    "adapt/ft.md": "---\ntitle: Fine tuning\ndefinition: More training.\nuses: [nobody]\n---\n",
    "adapt/set.md": "---\ntitle: Set\ndefinition: Of examples.\n---\n\nSee [it](ft.md#none).\n",
}


def test_what_the_settings_say_of_the_file_follows(tmp_path: Path) -> None:
    made = renamed(write(tmp_path, SET), "ft", "fine-tuning")
    made.rewrite.write(tmp_path)
    assert (tmp_path / "scheme.yml").read_text() == SET["scheme.yml"].replace("adapt/ft.md", "adapt/fine-tuning.md")
    assert (tmp_path / "old.txt").read_text() == (
        "# begun in May\nE301 fine-tuning nobody\nE301 other ft-x\nE502 fine-tuning 2999-01-01\nW404 set fine-tuning.md#none\n"
    )
    assert check(made.graph, select=("E301", "W404")) == ()
    assert ("old.txt", "E301 ft nobody -> E301 fine-tuning nobody") in {(step.path, step.said) for step in made.steps}


def test_another_title_alone_edits_no_reference_by_id(tmp_path: Path) -> None:
    made = renamed(write(tmp_path, SET), "ft", "ft", title="Tuning")
    assert made.edited == ("adapt/ft.md",)
    assert {step.path for step in made.steps} == {"adapt/ft.md"}
