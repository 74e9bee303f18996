"""One style sheet and one script for every page, under names that change with them."""

import re
from pathlib import Path

import pytest

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config

ENTRY = "---\ntitle: Grounding\ndefinition: Tying text to sources.\n---\n\nText.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "grounding.md").write_text(ENTRY, "utf-8")
    return tmp_path / "content"


@pytest.fixture
def site(content: Path, tmp_path: Path) -> Path:
    return build(built_in_config(content), tmp_path / "site").output


def test_a_page_asks_for_one_style_sheet_and_every_script_of_it_waits(site: Path):
    page = (site / "grounding" / "index.html").read_text("utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    assert len(sheets) == 1 and re.fullmatch(r"\.\./assets/lexigraph\.[0-9a-f]{8}\.css", sheets[0])
    scripts = re.findall(r"<script[^>]* src=[^>]*>", page)
    assert scripts and all(" defer" in script for script in scripts)


def test_addresses_in_the_style_sheet_lead_to_files(site: Path):
    sheet = next((site / "assets").glob("lexigraph.*.css"))
    addresses = re.findall(r'url\("?(?!data:|#)([^")]+)"?\)', sheet.read_text("utf-8"))
    assert addresses
    for address in addresses:
        assert (sheet.parent / address).is_file(), address


def test_what_is_bundled_is_not_published_beside_it(site: Path):
    assert not (site / "assets" / "css" / "prose.css").exists()
    assert not (site / "assets" / "js" / "previews.js").exists()


def test_two_builds_give_the_bundles_the_same_names(content: Path, tmp_path: Path, site: Path):
    again = build(built_in_config(content), tmp_path / "again").output
    assert sorted(path.name for path in (site / "assets").iterdir()) == sorted(
        path.name for path in (again / "assets").iterdir()
    )


def test_a_missing_file_stops_the_build(content: Path, tmp_path: Path):
    config = built_in_config(content, theme={"name": "lexigraph", "style_sheets": ["assets/css/none.css"]})
    with pytest.raises(FileNotFoundError, match=r"none\.css"):
        build(config, tmp_path / "site")


def test_links_of_the_404_page_begin_at_the_root_and_lead_to_pages_that_exist(site: Path):
    page = (site / "404.html").read_text("utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    links = re.findall(r'href="([^"]+)"', article)
    assert "/a-z/" in links
    for link in links:
        assert link.startswith("/") and (site / link.lstrip("/") / "index.html").is_file()
