"""A page in a prepared shell is the page that the theme renders, but for blanks in the shell."""

import re
from pathlib import Path

import pytest

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config, plugin_of

FLAGSHIP = Path(__file__).parents[2] / "content"
INDENTS = re.compile(r"\s*\n\s*")


@pytest.mark.parametrize("settings", [{"use_directory_urls": False}, {"site_url": "https://example.org/kb/", "repo_url": "https://example.org/code", "edit_uri": "edit/main/"}], ids=["file", "published"])  # fmt: skip
def test_every_page_equals_the_plain_rendering(tmp_path: Path, settings: dict[str, object]) -> None:
    theme = {"name": "lexigraph", "features": ["content.action.edit", "toc.follow"]}
    prepared, plain = tmp_path / "prepared", tmp_path / "plain"
    config = built_in_config(FLAGSHIP, theme=theme, **settings)
    build(config, prepared)
    assert plugin_of(config).shells.left_plain == 0
    build(built_in_config(FLAGSHIP, theme={**theme, "page_template": None}, **settings), plain)
    pages = sorted(path.relative_to(plain) for path in plain.rglob("*.html"))
    assert len(pages) > 300
    unequal = [path for path in pages if _unindented(prepared / path) != _unindented(plain / path)]
    assert unequal == []


def _unindented(page: Path) -> str:
    return INDENTS.sub("\n", page.read_text("utf-8"))
