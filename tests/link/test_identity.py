from tests.worlds import graph


def test_the_id_is_the_slug_of_the_stem_and_the_topic_the_first_folder():
    world = graph({"Big Ideas/deep/RAG Model.md": "A model."})
    (node,) = world.entries.values()
    assert (node.id, node.topic, node.kind) == ("rag-model", "Big Ideas", "concept")


def test_index_readme_and_underscored_files_are_no_entries():
    world = graph({"index.md": "Home", "README.md": "x", "a/index.md": "Topic", "_t.md": "x", "a/b.md": "B is one."})
    assert list(world.entries) == ["b"]
    assert sorted(world.pages) == ["a/index.md", "index.md"]


def test_of_two_files_with_one_id_both_load_and_the_second_takes_its_path():
    world = graph({"a/x.md": "First.", "b/X.md": "Second."})
    assert {id: node.path for id, node in world.entries.items()} == {"x": "a/x.md", "b/x": "b/X.md"}
    assert [(item.what, item.name, item.entries) for item in world.collisions if item.what == "id"] == [
        ("id", "x", ("x", "b/x"))
    ]


def test_files_that_differ_only_in_case_in_one_folder_both_load():
    world = graph({"a/X.md": "First.", "a/x.md": "Second."})
    assert {id: node.path for id, node in world.entries.items()} == {"x": "a/X.md", "a/x": "a/x.md"}


def test_a_scheme_may_make_ids_of_paths():
    world = graph({"llms/Claude.md": "A model."}, scheme="ids: path")
    assert list(world.entries) == ["llms/claude"]


def test_a_stem_without_letters_still_makes_an_id():
    world = graph({"!!.md": "What."})
    assert list(world.entries) == ["x21-21"]


def test_entries_are_sorted_by_title_whatever_the_order_of_files():
    files = {
        "z.md": "---\ntitle: alpha\n---\nA.",
        "a.md": "---\ntitle: Zeta\n---\nZ.",
        "m.md": "---\ntitle: Éclair\n---\nE.",
    }
    backwards = dict(reversed(files.items()))
    assert list(graph(files).entries) == list(graph(backwards).entries) == ["z", "m", "a"]
