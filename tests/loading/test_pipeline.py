from lexigraph.loading import load_graph
from tests.worlds import write


def test_the_order_of_the_stages_can_be_watched(tmp_path):
    write(tmp_path, {"a.md": "A.", "b.md": "B.", "c.txt": "no entry"})
    seen = []
    load_graph(tmp_path, progress=lambda *step: seen.append(step))
    assert seen == [("parse", 1, 2), ("parse", 2, 2)]


def test_foreign_names_may_be_mapped_by_the_caller(tmp_path):
    write(tmp_path, {"a.md": "---\ntitle: A\nmeaning: Said so.\n---\n"})
    graph = load_graph(tmp_path, fields={"definition": "meaning"})
    assert graph.entries["a"].definition == "Said so."
    assert not graph.diagnostics


def test_the_sites_address_is_the_base_of_a_scheme_that_names_none(tmp_path):
    write(tmp_path, {"rag.md": "R.", "a.md": "See [x](https://example.org/kb/rag/)."})
    assert load_graph(tmp_path).resolved["a.md"][0].address
    assert load_graph(tmp_path, base_iri="https://example.org/kb").resolved["a.md"][0].entry == "rag"
    write(tmp_path, {"scheme.yml": "base_iri: https://other.example/"})
    assert load_graph(tmp_path, base_iri="https://example.org/kb").scheme.base_iri == "https://other.example/"


def test_a_file_that_its_author_does_not_publish_is_not_loaded(tmp_path):
    write(tmp_path, {"a.md": "---\ntitle: A\npublish: false\n---\nX.", "b.md": "---\ntitle: B\nuses: [a]\n---\nX."})
    graph = load_graph(tmp_path)
    assert list(graph.entries) == ["b"]
    assert [item.name for item in graph.unresolved] == ["a"]
