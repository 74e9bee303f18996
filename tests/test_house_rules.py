"""What `docs/decisions` and CONTRIBUTING ask of every file, so that nobody has to remember it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST = 300
SOURCES = sorted(
    path
    for folder in ("generator", "theme", "tests")
    for ending in ("py", "css", "js", "html")
    for path in (ROOT / folder).rglob(f"*.{ending}")
    if not {"fixtures", "golden", "iframe-worker", "mermaid"} & set(path.parts)
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_is_short_or_says_at_its_top_why_not(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST or any("over 300 lines" in line.lower() for line in lines[:8])


def test_no_module_has_a_name_that_says_nothing():
    empty = {"utils", "util", "helpers", "helper", "manager", "base", "core", "data", "info", "common", "misc"}
    assert not [path for path in SOURCES if path.stem in empty and path.suffix == ".py"]
