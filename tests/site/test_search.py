import json
import re
from pathlib import Path

import pytest
from mkdocs.exceptions import BuildError
from tests.worlds import write

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config

FILES = {
    "scheme.yml": "title: World\n",
    "a/retrieval-augmented-generation.md": "---\ntitle: Retrieval-augmented generation\naliases: [RAG]\ndefinition: Answers from passages.\n---\n## How\n\nCosine of passages.\n\n## Open questions\n\n- Why? {#why}\n",
    "a/grosse.md": "---\ntitle: Größe </script>\n---\nText.\n",
    "index.md": "# Home\n\nWelcome.\n",
}


def published(folder: Path, **settings: object) -> Path:
    return build(built_in_config(write(folder / "content", FILES), **settings), folder / "site").output


def value(path: Path) -> dict:
    """The value in an index file."""
    text = path.read_text("utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def settings_of(site: Path) -> dict:
    return json.loads((site / "search" / "search_index.json").read_text("utf-8"))


def test_materials_index_is_a_stub_that_names_ours(tmp_path):
    site = published(tmp_path)
    stub = settings_of(site)
    assert stub["docs"] == []
    assert (site / stub["config"]["lexigraph"]["names"]).is_file()
    assert (site / stub["config"]["lexigraph"]["engine"]).is_file()
    assert '"search": "assets/search/worker.js"' in (site / "index.html").read_text("utf-8")
    assert '"search": "../../assets/search/worker.js"' in (
        site / "a" / "retrieval-augmented-generation" / "index.html"
    ).read_text("utf-8")


def test_every_index_file_is_named_by_what_is_in_it_and_builds_are_equal(tmp_path):
    one, other = published(tmp_path / "1"), published(tmp_path / "2")
    files = {path.relative_to(one): path.read_bytes() for path in (one / "search").rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(other): path.read_bytes() for path in (other / "search").rglob("*") if path.is_file()
    }
    named = [path.name for path in files if path.suffix == ".js"]
    assert named and all(re.fullmatch(r"[a-z0-9-]+\.[0-9a-f]{8}\.js", name) for name in named)


def test_the_names_lead_to_the_pages(tmp_path):
    site = published(tmp_path)
    names = value(site / settings_of(site)["config"]["lexigraph"]["names"])
    place = names["titles"].index("Retrieval-augmented generation")
    assert (names["also"][place], names["kinds"][names["kind"][place]]) == (["RAG"], ["concept", "Concept"])
    assert names["urls"][place] == 0  # it follows from topic and title
    assert names["urls"][names["titles"].index("Größe </script>")] == "a/grosse/"
    assert names["urls"][names["titles"].index("Why?")] == [place, ""]
    assert names["titles"][names["firstPage"] :] == ["A", "World"]


def test_a_site_for_the_disk_has_the_settings_as_a_script(tmp_path):
    site = published(tmp_path, use_directory_urls=False)
    script = (site / "search" / "search_index.js").read_text("utf-8")
    assert json.loads(script.removeprefix("var __index = ")) == settings_of(site)


def test_materials_own_search_can_be_kept(tmp_path):
    site = published(tmp_path, theme={"name": "lexigraph", "search_worker": False})
    stub = settings_of(site)
    assert "lexigraph" not in stub["config"] and len(stub["docs"]) > 1
    assert "assets/javascripts/workers/search" in (site / "index.html").read_text("utf-8")
    assert not list((site / "search").glob("names*"))


def test_a_search_that_is_switched_off_needs_no_index(tmp_path):
    site = published(tmp_path, plugins=[{"material/search": {"enabled": False}}, "lexigraph"])
    assert not (site / "search").exists()


def test_a_part_of_the_engine_that_is_missing_stops_the_build(tmp_path):
    with pytest.raises((FileNotFoundError, BuildError)):
        published(tmp_path, theme={"name": "lexigraph", "search_parts": ["assets/search/gone.js"]})
