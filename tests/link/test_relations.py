from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import concepts, graph

from lexigraph.vocabulary import BUILT_IN

KEYS = [key for key, direction in BUILT_IN.directions.items() if not direction.type.from_kinds]


def views(world, id):
    return [(view.direction.key, view.other, view.derived) for view in world.relations_at.get(id, ())]


def test_each_relation_is_seen_from_both_ends():
    world = graph({"a.md": "---\ntitle: A\nuses: [b: for speed]\n---\nX.", "b.md": "B."})
    assert views(world, "a") == [("uses", "b", False)]
    assert views(world, "b") == [("used_by", "a", True)]
    assert world.relations[0].note == "for speed"


def test_an_inverse_key_asserts_the_relation_from_the_other_side():
    world = graph({"a.md": "---\ntitle: A\nnarrower: [b]\n---\nX.", "b.md": "B."})
    (relation,) = world.relations
    assert (relation.type.key, relation.source, relation.target, relation.author) == ("broader", "b", "a", "a")
    assert views(world, "b") == [("broader", "a", True)]


def test_a_relation_written_on_both_sides_is_one():
    world = graph({"a.md": "---\ntitle: A\nuses: [b]\n---\nX.", "b.md": "---\ntitle: B\nused_by: [a: note]\n---\nX."})
    (relation,) = world.relations
    assert relation.note == "note"


def test_a_symmetric_relation_written_twice_is_shown_once_on_each_page():
    world = graph({"a.md": "---\ntitle: A\nrelated: [b]\n---\nX.", "b.md": "---\ntitle: B\nrelated: [a]\n---\nX."})
    assert len(world.relations) == 2
    assert views(world, "a") == [("related", "b", False)]
    assert views(world, "b") == [("related", "a", False)]


def test_a_relation_to_itself_is_kept_apart():
    world = graph({"a.md": "---\ntitle: A\naliases: [AA]\nrelated: [aa]\n---\nX."})
    assert world.relations == ()
    assert len(world.self_relations) == 1


def test_a_connection_is_the_note_of_the_relation_that_the_pair_has():
    text = (
        "---\ntitle: A\nuses: [b]\n---\nX.\n\n## Connections\n\n- [B](b.md) — it is fast\n- [C](c.md) — both are old\n"
    )
    world = graph({"a.md": text, "b.md": "B.", "c.md": "C."})
    assert [(item.type.key, item.target, item.note) for item in world.relations] == [
        ("uses", "b", "it is fast"),
        ("related", "c", "both are old"),
    ]


def test_a_see_also_is_related_whatever_else_the_pair_has():
    world = graph(
        {"a.md": "---\ntitle: A\nuses: [b]\n---\nX.\n\n## See also\n\n- [B](b.md) — both are old\n", "b.md": "B."}
    )
    assert [(item.type.key, item.target, item.note) for item in world.relations] == [
        ("uses", "b", ""),
        ("related", "b", "both are old"),
    ]


def test_a_relation_to_nothing_or_to_many_is_unresolved_with_its_sentence():
    world = graph({"a.md": "---\ntitle: A\nuses: [gone: for speed]\n---\nX."})
    (item,) = world.unresolved
    assert (item.name, item.candidates, item.sentence) == ("gone", (), "A uses gone: for speed")
    assert item.span.line == 3


def test_a_schemes_own_relation_has_its_words_in_both_directions():
    scheme = "relations:\n  - {key: cites, words: cites, inverse: cited_by, inverse_words: is cited by}\n"
    world = concepts({"a.md": "---\ntitle: A\ncites: [b]\n---\nX.", "b.md": "B."}, scheme=scheme)
    assert [relation.sentence for relation in world["b"].relations()] == ["b is cited by A"]
    assert [entry.id for entry in world["b"].cited_by] == ["a"]


names = st.sampled_from("abcde")


@given(st.dictionaries(names, st.lists(st.tuples(st.sampled_from(KEYS), names), max_size=4)), st.randoms())
def test_backlinks_and_relations_are_inverse_whatever_the_order_of_files(world, random):
    files = {}
    for name in "abcde":
        items: dict[str, list[str]] = {}
        for key, target in world.get(name, []):
            items.setdefault(key, []).append(target)
        front = "".join(f"{key}: [{', '.join(targets)}]\n" for key, targets in items.items())
        files[f"{name}.md"] = f"---\ntitle: {name.upper()}\n{front}---\nText."
    shuffled = list(files.items())
    random.shuffle(shuffled)
    linked = graph(files)
    assert graph(dict(shuffled)) == linked
    for id in linked.entries:
        for view in linked.relations_at.get(id, ()):
            assert view.other != id
            opposite = [back for back in linked.relations_at[view.other] if back.other == id]
            assert any(back.direction.key == view.direction.opposite for back in opposite)
    written = {(item.author, item.target if item.author == item.source else item.source) for item in linked.relations}
    assert written == {(back.source, id) for id, items in linked.backlinks.items() for back in items}
