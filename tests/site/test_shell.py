"""A page in a prepared shell is the page that the theme renders, but for blanks in the shell."""

import re
from pathlib import Path

import pytest

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config, plugin_of

FLAGSHIP = Path(__file__).parents[2] / "content"
SPECIMEN = Path(__file__).parents[1] / "browser" / "specimen"
INDENTS = re.compile(r"\s*\n\s*")


PUBLISHED = {"site_url": "https://example.org/kb/", "repo_url": "https://example.org/code", "edit_uri": "edit/main/"}


@pytest.mark.parametrize(
    ("content", "settings", "count"),
    [(FLAGSHIP, PUBLISHED, 300), (SPECIMEN, {"use_directory_urls": False}, 25)],
    ids=["published", "file"],
)
def test_every_page_equals_the_plain_rendering(
    tmp_path: Path, content: Path, settings: dict[str, object], count: int
) -> None:
    theme = {"name": "lexigraph", "features": ["content.action.edit", "toc.follow"]}
    prepared, plain = tmp_path / "prepared", tmp_path / "plain"
    config = built_in_config(content, theme=theme, **settings)
    build(config, prepared)
    assert plugin_of(config).shells.left_plain == 0
    build(built_in_config(content, theme={**theme, "page_template": None}, **settings), plain)
    pages = sorted(path.relative_to(plain) for path in plain.rglob("*.html"))
    assert len(pages) > count
    unequal = [path for path in pages if _unindented(prepared / path) != _unindented(plain / path)]
    assert unequal == []


def _unindented(page: Path) -> str:
    return INDENTS.sub("\n", page.read_text("utf-8"))
