"""Machine-readable files of a built site."""

import json
import re
from html import unescape
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import pytest
from tests.site.conftest import tree, write

FILES = ("concepts.json", "schema/concepts-1.json", "questions.json", "llms.txt", "llms-full.txt", "objects.inv")


@pytest.mark.parametrize("name", FILES)
def test_every_site_holds_the_files(site, offline_site, name):
    assert (site / name).is_file()
    assert (offline_site / name).is_file()


def test_every_entry_has_its_markdown_beside_its_page(site, offline_site):
    for made in (site, offline_site):
        assert {path.relative_to(made).as_posix() for path in made.rglob("*.md")} == {
            "methods/rag.md", "ideas/embedding.md",
        }  # fmt: skip


def test_feeds_and_robots_need_an_address(site, addressed_site):
    assert not (site / "feeds").exists()
    assert not (site / "robots.txt").exists()
    assert {path.name for path in (addressed_site / "feeds").iterdir()} <= {"changes.xml", "questions.xml"}
    assert "Sitemap: https://example.org/kb/sitemap.xml" in (addressed_site / "robots.txt").read_text()


def test_links_in_the_head_lead_to_files(addressed_site):
    for page in addressed_site.rglob("*.html"):
        if page.name == "404.html":
            continue
        here = f"https://example.org/kb/{page.relative_to(addressed_site).as_posix().removesuffix('index.html')}"
        for link in re.findall(r'<link rel="alternate"[^>]*href="([^"]+)"', page.read_text()):
            target = unquote(urljoin(here, unescape(link))).removeprefix("https://example.org/kb/")
            assert (addressed_site / target).is_file(), f"{page}: {link}"


def test_no_element_stands_twice_in_a_head(addressed_site):
    for page in addressed_site.rglob("index.html"):
        head = page.read_text().split("</head>")[0]
        names = re.findall(r'<meta (?:name|property)="([^"]+)"|<link rel="(canonical)"|(<title>)', head)
        found = ["".join(name) for name in names if "color" not in "".join(name)]
        assert sorted(found) == sorted(set(found)), page


def test_the_sitemap_holds_every_page_but_redirects_and_404(addressed_site):
    root = ElementTree.parse(addressed_site / "sitemap.xml").getroot()  # noqa: S314 - our own
    found = {
        element.text.removeprefix("https://example.org/kb/") for element in root.iter() if element.tag.endswith("loc")
    }
    pages = {
        path.relative_to(addressed_site).as_posix().removesuffix("index.html")
        for path in addressed_site.rglob("index.html")
        if 'http-equiv="refresh"' not in path.read_text()
    }
    assert found == pages


def test_two_builds_give_equal_bytes(content, publish):
    first, second = (tree(publish(content, name, site_url="https://example.org/")) for name in ("one", "two"))
    assert first == second


def test_a_file_of_the_content_is_not_written_over(tmp_path, publish, caplog):
    files = {"index.md": "# K\n\n![data](concepts.json) [r](robots.txt)\n", "a.md": "# A\n\nA is a.\n"}
    content = write(tmp_path / "content", {**files, "concepts.json": "mine", "robots.txt": "mine"})
    site = publish(content, site_url="https://example.org/")
    assert (site / "robots.txt").read_text() == "mine"
    assert (site / "concepts.json").read_text() == "mine"
    assert "'concepts.json' is not written: there is a page or file already" in caplog.text


@pytest.mark.parametrize("directory_urls", [True, False])
def test_an_entry_cannot_take_the_place_of_a_file(tmp_path, publish, directory_urls):
    names = (
        "concepts.json",
        "llms.txt",
        "objects.inv",
        "questions.json",
        "feeds/changes.xml",
        "schema/concepts-1.json",
    )
    content = write(tmp_path / "content", {f"{name}.md": f"# {name}\n\nText.\n" for name in names})
    site = publish(content, use_directory_urls=directory_urls, site_url="https://example.org/")
    assert len(json.loads((site / "concepts.json").read_text())["entries"]) == len(names)
    assert (site / "llms.txt").read_text().startswith("# ")
