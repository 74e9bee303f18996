"""The flagship's own files are made from the templates that `lexigraph init` fills in, so that the two cannot drift."""

from pathlib import Path

import pytest
import yaml

from lexigraph.model import SourceFile
from lexigraph.parse.scheme import parse_scheme
from lexigraph.starter import Settings, repository_files

ROOT = Path(__file__).parents[2]
OWN = (".github/workflows/tests.yml", ".pre-commit-config.yaml", "CONTRIBUTING.md")
"""Files that only the flagship has, or that say more there."""


def flagship() -> Settings:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    scheme, _ = parse_scheme(SourceFile(path="scheme.yml", data=(ROOT / "content" / "scheme.yml").read_bytes()))
    topics = tuple(sorted(folder.name for folder in (ROOT / "content").iterdir() if folder.is_dir()))
    return Settings(
        title=scheme.title, install=".", repository=site["repo_url"].removeprefix("https://github.com/"), topics=topics,
        vocabulary=scheme.vocabulary,
    )  # fmt: skip


MADE = {path: text for path, text in repository_files(flagship()).items() if path not in OWN}


@pytest.mark.parametrize("path", MADE)
def test_a_file_of_the_flagship_is_what_its_template_says(path: str, golden):
    golden(ROOT / path, MADE[path])


def test_nothing_else_lies_in_its_folder_for_github():
    there = {file.relative_to(ROOT).as_posix() for file in (ROOT / ".github").rglob("*") if file.is_file()}
    assert there == {path for path in (*MADE, *OWN) if path.startswith(".github/")}


def test_how_to_contribute_begins_with_what_holds_everywhere():
    common = repository_files(flagship())["CONTRIBUTING.md"]
    assert (ROOT / "CONTRIBUTING.md").read_text("utf-8").startswith(common)
