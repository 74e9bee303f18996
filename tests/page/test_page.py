import importlib
import pkgutil
import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph import page
from lexigraph.page import PAGE_KINDS, Addresses
from lexigraph.page.stencils import STENCILS
from tests.page.pages import site

PRETTY, PLAIN = Addresses(), Addresses(directory_urls=False)
PART = st.text(st.characters(exclude_characters="/\0", exclude_categories=("Cs",)), min_size=1, max_size=5).filter(
    lambda part: part not in (".", "..")
)
PATH = st.lists(PART, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@pytest.mark.parametrize(
    ("path", "pretty", "plain"),
    [
        ("index.md", "./", "index.html"),
        ("rag.md", "rag/", "rag.html"),
        ("retrieval/index.md", "retrieval/", "retrieval/index.html"),
        ("retrieval/größe 2.md", "retrieval/gr%C3%B6%C3%9Fe%202/", "retrieval/gr%C3%B6%C3%9Fe%202.html"),
    ],
)
def test_the_address_of_a_page_follows_from_its_path(path, pretty, plain):
    assert (PRETTY.url(path), PLAIN.url(path)) == (pretty, plain)


@pytest.mark.parametrize(
    ("origin", "target", "pretty", "plain"),
    [
        ("index.md", "index.md", "./", "index.html"),
        ("a/b.md", "index.md", "../../", "../index.html"),
        ("a/b.md", "a/c.md", "../c/", "c.html"),
        ("a/b.md", "a/index.md", "../", "index.html"),
        ("a/index.md", "a/b.md", "b/", "b.html"),
        ("a/b.md", "a/b.md", "./", "b.html"),
        ("a/b.md", "c/d/e.md", "../../c/d/e/", "../c/d/e.html"),
        ("a.md", "ab.md", "../ab/", "ab.html"),
        ("x.md", "a:b.md", "../a%3Ab/", "a%3Ab.html"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(origin, target, pretty, plain):
    assert (PRETTY.href(origin, target), PLAIN.href(origin, target)) == (pretty, plain)


def test_a_link_to_a_place_on_the_same_page_is_its_fragment():
    assert PRETTY.href("a.md", "a.md", "größe") == "#gr%C3%B6%C3%9Fe"
    assert PRETTY.href("a.md", "b.md", "x y") == "../b/#x%20y"


def test_a_file_is_linked_from_the_folder_of_the_page():
    assert PRETTY.file_href("a/b.md", "a/c d.svg") == "../c%20d.svg"
    assert PLAIN.file_href("a/b.md", "a/c d.svg") == "c%20d.svg"


@given(PATH, PATH, st.booleans())
def test_following_a_link_arrives(origin, target, directory_urls):
    addresses = Addresses(directory_urls=directory_urls)
    here, there = (addresses.url(path).removeprefix("./") for path in (origin, target))
    link = addresses.href(origin, target)
    arrived = posixpath.normpath(posixpath.join("/", posixpath.dirname(here), link))
    assert arrived == posixpath.normpath("/" + there)
    assert not link.startswith("/")


def test_an_entry_keeps_its_address_and_the_generated_page_moves():
    made = site({"wanted.md": "# Wanted\n\nSee [[nothing]].", "a-z.md": "# A–Z\n\nText.", "b.md": "See [[wanted]]."})
    assert made.special["wanted"] == "all-wanted.md"
    assert made.special["a-z"] == "all-a-z.md"
    assert made.pages["wanted.md"].kind == "entry"


def test_a_topic_moves_when_an_entry_has_its_address():
    made = site({"retrieval.md": "# Retrieval\n\nText.", "retrieval/rag.md": "# RAG\n\nText."})
    assert made.pages["retrieval.md"].kind == "entry"
    assert made.paths["topic", "retrieval"] == "all-retrieval.md"


def test_an_entry_called_search_is_a_page_like_any_other():
    made = site({"search.md": "---\ntitle: Search\nlayout: search\n---\n"})
    assert made.pages["search.md"].kind == "entry"


def test_pages_name_the_file_that_a_reader_would_edit():
    made = site({"index.md": "Text.", "t/a.md": "# A\n\nText.", "u/b.md": "# B\n\nText.", "u/index.md": "Text."})
    assert {path: page.source_path for path, page in made.pages.items()} == {
        "index.md": "index.md", "t/a.md": "t/a.md", "u/b.md": "u/b.md", "t/index.md": "", "u/index.md": "u/index.md",
        "a-z.md": "", "explore.md": "", "recent.md": "", "statistics.md": "",
    }  # fmt: skip


def test_single_pages_without_anything_to_show_are_left_out():
    made = site({"a.md": "# A\n\nText."})
    assert list(made.pages) == ["index.md", "a.md", "a-z.md", "explore.md", "recent.md", "statistics.md"]


def test_every_module_that_plans_pages_is_in_the_table_and_says_what_it_shows():
    modules = [importlib.import_module(f"lexigraph.page.{info.name}") for info in pkgutil.iter_modules(page.__path__)]
    assert {module for module in modules if hasattr(module, "pages")} == set(PAGE_KINDS.values())
    assert [module for module in modules if not (module.__doc__ or "").strip()] == []


def test_every_template_is_used():
    folder = Path(page.__file__).parent
    text = "".join(file.read_text() for file in (*folder.glob("*.py"), *folder.glob("templates/*.html")))
    used = {f"entry_{name}.html" for name in STENCILS}
    templates = {file.name for file in folder.glob("templates/*.html")}
    assert {name for name in templates - used if f'"{name}"' not in text} == set()
    assert used <= templates
