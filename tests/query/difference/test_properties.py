"""What holds for the difference of any two worlds."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.query.difference.worlds import WORLDS
from tests.worlds import graph

from lexigraph.graph import Graph
from lexigraph.query.difference import Change, Difference, Risk, difference

NAMES = ("alpha", "beta", "gamma", "delta")
KEYS = ("uses", "broader", "related", "requires", "about")
OTHERS = st.sampled_from((*NAMES, "why", "nobody"))
STATES = ("state: open", "state: answered", "kind: technique", "status: draft", "status: deprecated", "autolink: false")


@st.composite
def files(draw: st.DrawFn) -> dict[str, str]:
    """A few entries and questions, related, redirected and named at random."""
    found = {}
    for stem in draw(st.lists(st.sampled_from((*NAMES, "why", "how")), unique=True, max_size=5)):
        folder = draw(st.sampled_from(("x", "y")))
        lines = [f"title: {draw(st.sampled_from((stem, 'One', 'Two', 'Three?')))}"]
        if stem in ("why", "how"):
            lines.append("kind: question")
        lines.append(f"definition: {draw(st.sampled_from(('This.', 'That.')))}")
        keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=2))
        lines += [f"{key}: [{{{draw(OTHERS)}: {draw(st.sampled_from(('a', 'b')))}}}]" for key in keys]
        aliases = draw(st.lists(st.sampled_from(("Aka", "Also", "One")), unique=True, max_size=2))
        redirects = draw(st.lists(st.sampled_from((*NAMES, "x/alpha", "old")), unique=True, max_size=2))
        lines += [f"aliases: [{', '.join(aliases)}]", f"redirect_from: [{', '.join(redirects)}]"]
        lines += draw(st.lists(st.sampled_from(STATES), unique_by=lambda line: line[:4], max_size=2))
        bullets = draw(st.lists(st.sampled_from(("Is it so?", "Was it so? {#so}", "How?")), unique=True, max_size=2))
        body = "\n".join(("It is [[beta]].", "", "## Open questions", "", *(f"- {bullet}" for bullet in bullets)))
        found[f"{folder}/{stem}.md"] = "\n".join(("---", *lines, "---", body, ""))
    return found


quick = settings(max_examples=30)


@quick
@given(files())
def test_a_world_does_not_differ_from_itself(world: dict[str, str]) -> None:
    found = difference(graph(world), graph(world))
    assert (found.changes, found.effects, found.risk) == ((), (), Risk.SAFE)


@quick
@given(files(), files(), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(before: dict[str, str], after: dict[str, str], rng: random.Random) -> None:
    def shuffled(world: dict[str, str]) -> Graph:
        return graph(dict(rng.sample(sorted(world.items()), len(world))))

    first, second = difference(graph(before), graph(after)), difference(shuffled(before), shuffled(after))
    assert (first.changes, first.effects) == (second.changes, second.effects)


@quick
@given(files(), files())
def test_the_changes_are_in_order_and_each_stands_once(before: dict[str, str], after: dict[str, str]) -> None:
    changes = difference(graph(before), graph(after)).changes
    assert list(changes) == sorted(
        set(changes), key=lambda change: (change.risk, change.kind, change.subject, change.sort_key)
    )


@quick
@given(files(), files())
def test_the_way_back_is_the_mirror_of_the_way_there(before: dict[str, str], after: dict[str, str]) -> None:
    assert_mirrored(graph(before), graph(after))


@pytest.mark.parametrize("name", WORLDS)
def test_each_world_is_mirrored(name: str) -> None:
    assert_mirrored(WORLDS[name].old, WORLDS[name].new)


@quick
@given(files(), files())
def test_something_differs_wherever_a_graph_does(before: dict[str, str], after: dict[str, str]) -> None:
    old, new = graph(before), graph(after)
    found = difference(old, new)
    if not found.changes and not found.effects:
        assert [(node.id, node.title, node.definition, node.kind) for node in old.entries.values()] == [
            (node.id, node.title, node.definition, node.kind) for node in new.entries.values()
        ]
        assert {question.id: question.state for question in old.questions.values()} == {
            question.id: question.state for question in new.questions.values()
        }


STATES_OF_A_QUESTION = ("question answered", "question reopened", "question dissolved", "question partially answered")
OPPOSITES = {
    "entry merged": "identity", "entry split off": "identity", "entry added": "entry", "entry removed": "entry",
    "question raised": "question itself", "question removed": "question itself", "question given a file": "file",
    "question's file removed": "file", **dict.fromkeys(STATES_OF_A_QUESTION, "state"),
}  # fmt: skip
OF_IDS = ("entry renamed", "identity", "redirect", "question moved", "question reworded")


def assert_mirrored(old: Graph, new: Graph) -> None:
    there, back = difference(old, new), difference(new, old)
    assert there.pairs.new_of == back.pairs.old_of
    assert {_side(change, there) for change in there.changes} == {_swapped(change, back) for change in back.changes}


def _family(change: Change) -> str:
    if change.kind in OPPOSITES:
        return OPPOSITES[change.kind]
    word, _, what = change.kind.rpartition(" ")
    return word if what in ("added", "removed", "changed") else change.kind


def _side(change: Change, there: Difference) -> tuple[str, ...]:
    family = _family(change)
    values = ("", "") if family in OF_IDS else (change.before, change.after)
    key = "" if family == "question reworded" else change.key
    subject = change.after if family == "redirect" else change.subject
    subject = "" if family in ("question reworded", "redirect", "relation", "relation note") else subject
    return family, subject, key, *values


WHOLE = ("entry", "identity", "question itself", "file")


def _swapped(change: Change, back: Difference) -> tuple[str, ...]:
    """What the way there says of the same; what came or went has one id only."""
    is_whole = _family(change) in WHOLE
    subject = change.subject if is_whole else back.pairs.old_of.get(change.subject, change.subject)
    return _side(replace(change, subject=subject, before=change.after, after=change.before), back)
