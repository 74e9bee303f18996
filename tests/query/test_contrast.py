from tests.worlds import graph

from lexigraph.query.contrast import between, contrast, uncompared

FILES = {
    "a.md": "---\ntitle: A\nuses: [s, x]\ncontrasts_with: [b: in size]\n---\nX.",
    "b.md": "---\ntitle: B\nuses: [s, y]\ncontrasts_with: [a: in shape]\nextends: [a]\n---\nX.",
    "s.md": "# S\n\nX.", "x.md": "# X\n\nX.", "y.md": "# Y\n\nX.",
    "q.md": "---\ntitle: Why?\nkind: question\nabout: [a]\n---\n",
}  # fmt: skip


def rows(files, *ids):
    return [(item.direction.key, item.shared, item.apart) for item in contrast(graph(files), ids)]


def test_what_all_are_related_to_is_shared_and_the_rest_is_apart():
    assert rows(FILES, "a", "b") == [("uses", ("s",), (("x",), ("y",)))]


def test_relations_to_one_another_and_questions_are_left_out():
    assert rows({**FILES, "s.md": "---\ntitle: S\nextends: [a]\n---\n"}, "a", "b")[1:] == [
        ("extended_by", (), (("s",), ()))
    ]


def test_what_only_the_first_of_three_has_is_not_shared():
    assert rows({**FILES, "c.md": "# C\n\nX."}, "a", "b", "c") == [("uses", (), (("s", "x"), ("s", "y"), ()))]


def test_a_symmetric_relation_written_on_both_sides_is_said_once():
    found = [(id, view.direction.key, view.other) for id, view in between(graph(FILES), ("a", "b"))]
    assert found == [("a", "contrasts_with", "b"), ("b", "extends", "a")]


def test_pairs_that_differ_are_uncompared_until_a_comparison_compares_both():
    assert uncompared(graph(FILES)) == (("a", "b"),)
    one = "---\ntitle: C\nkind: comparison\ncompares: [a, {}]\n---\nX."
    assert uncompared(graph({**FILES, "c.md": one.format("s")})) == (("a", "b"),)
    assert uncompared(graph({**FILES, "c.md": one.format("b")})) == ()


def test_alternatives_are_pairs_and_lessons_are_in_none():
    files = {
        "b.md": "---\ntitle: B\nalternative_to: [a, l]\n---\nX.", "a.md": "# A\n\nX.",
        "l.md": "---\ntitle: L\nkind: lesson\n---\nX.",
    }  # fmt: skip
    assert uncompared(graph(files)) == (("a", "b"),)
