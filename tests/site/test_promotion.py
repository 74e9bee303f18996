"""A question's address works before and after it gets a file of its own."""

from tests.worlds import write

from lexigraph.change import plan
from lexigraph.edit.promotion import promoted
from lexigraph.loading import load_graph
from lexigraph.site.build import build
from lexigraph.site.config import built_in_config

WORLD = {
    "scheme.yml": "title: T\n",
    "a/rag.md": "---\ntitle: RAG\ndefinition: What it is.\n---\n\nText.\n\n## Open questions\n\n- When does it end? {#the-end}\n\n  Some say soon.\n",
}


def test_the_anchor_on_the_page_of_the_entry_stays_and_the_question_gets_a_page(tmp_path):
    content = write(tmp_path / "content", WORLD)
    build(built_in_config(content), tmp_path / "before")
    graph = load_graph(content)
    plan(content, promoted(graph, graph.questions["the-end"])).write(content)
    build(built_in_config(content), tmp_path / "after")
    for site in ("before", "after"):
        assert 'id="the-end"' in (tmp_path / site / "a/rag/index.html").read_text()
    assert not (tmp_path / "before/a/the-end/index.html").exists()
    assert "Some say soon." in (tmp_path / "after/a/the-end/index.html").read_text()
    assert "../the-end/" in (tmp_path / "after/a/rag/index.html").read_text()
