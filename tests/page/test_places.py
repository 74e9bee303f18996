import pytest

from lexigraph.page import Addresses
from tests.page.pages import broken_links, html_of, seen, site

LONG = "x" * 252


def outputs(files, **settings):
    made = site(files, **settings)
    return {path: made.addresses.output(path) for path in made.pages}


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize(
    "path",
    [
        "404.html.md", "index.html.md", "sitemap.xml.md", "assets/images/favicon.png.md", "search/search_index.json.md",
        "t/a.svg.md", "t/x.md.md", f"t/{LONG}.md", f"{'ü' * 126}.md",
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_written_where_its_path_says_is_written_elsewhere(path, directory_urls):
    files = {path: "# Odd\n\nText.", "b.md": "# B\n\nSee [[Odd]] and ![i](t/a.svg).", "t/x.md": "# Ex\n\nX."}
    made = site(files, attachments=("t/a.svg",), directory_urls=directory_urls)
    written = {made.addresses.output(name) for name in made.pages} | {"t/a.svg", "404.html", "sitemap.xml"}
    assert len(written) == len(made.pages) + 3
    folders = {folder for file in written for folder in _folders(file)}
    assert not folders & {*written, "assets/images/favicon.png", "search/search_index.json", "t/x.md"}
    assert all(len(part.encode()) <= 255 for file in written for part in file.split("/"))
    assert broken_links(made) == []


def _folders(file):
    parts = file.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def test_names_that_are_cut_alike_stay_apart_and_never_change():
    names = [f"{'x' * 240}{end}" for end in ("a", "b")]
    found = outputs({f"t/{name}.md": f"# {name[-1]}\n\nX." for name in names})
    one, other = (found[f"t/{name}.md"] for name in names)
    assert one != other
    assert one.startswith("t/" + "x" * 180 + "-")
    assert outputs({f"t/{names[0]}.md": "# A\n\nX."})[f"t/{names[0]}.md"] == one


def test_an_ordinary_name_with_a_dot_stays():
    assert outputs({"tools/node.js.md": "# Node.js\n\nX."})["tools/node.js.md"] == "tools/node.js/index.html"


def test_the_markdown_of_a_page_is_beside_it_wherever_it_moved():
    made = site({"404.html.md": "# Odd\n\nX."})
    assert "404-html.md" in {made.addresses.place(path) for path in made.pages}
    assert "../404-html.md" in seen(html_of(made, "404.html.md")).links


def test_addresses_without_moved_pages_follow_the_paths():
    assert Addresses().place("a/b.md") == "a/b.md"


def test_a_name_of_several_entries_never_takes_the_home_page():
    files = {f"{name}.md": f"---\ntitle: {name}\naliases: [Index]\n---\nX." for name in ("One", "Two")}
    found = outputs(files)
    assert found["index.md"] == "index.html"
    assert found["all-index.md"] == "all-index/index.html"
