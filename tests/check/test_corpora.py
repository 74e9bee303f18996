"""Glossaries that other people wrote: what is broken in them is found, each at its place, and nothing else.

The places are looked up here by patterns over the lines of the files, without the parser.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lexigraph.check import check
from lexigraph.loading import load_graph

CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
pytestmark = pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
CNCF = Path(CORPORA, "cncf/terms")
LEARNING = Path(CORPORA, "machine-learning-glossary/terms")
Place = tuple[str, int, int]


def lines(folder: Path) -> Iterator[tuple[str, int, str]]:
    for path in sorted(folder.rglob("*.md")):
        if not path.name.startswith("_"):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                yield path.name, number, line


def reported(folder: Path, *codes: str) -> dict[str, set[Place]]:
    """The places by code, as the command line prints them."""
    program = [sys.executable, "-c", "from lexigraph.cli import main; main()"]
    command = [*program, "check", str(folder), "--select", ",".join(codes), "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[str, set[Place]] = {code: set() for code in codes}
    for item in json.loads(result.stdout):
        place = (Path(item["path"]).name, item["line"], item["column"])
        assert place not in found[item["code"]], "each finding stands alone"
        found[item["code"]].add(place)
    return found


def items_of(key: str) -> Iterator[tuple[str, int, int, str]]:
    """The items of a list in front matter: file, line, column, text."""
    current = ""
    for name, number, line in lines(LEARNING):
        current = "" if number == 1 else current
        if match := re.match(r"(\w+):", line):
            current = match[1]
        elif current == key and (match := re.match(r"\s*-\s+(\S.*?)\s*$", line)):
            yield name, number, match.start(1) + 1, match[1].strip("\"'")
        elif line == "---":
            current = ""


def test_relations_to_nothing_and_to_themselves_are_found_each_at_its_place() -> None:
    stems = {path.stem for path in LEARNING.rglob("*.md")}
    unknown = {(name, line, column) for name, line, column, to in items_of("related_terms") if to not in stems}
    selves = {
        (name, line, column) for name, line, column, to in items_of("related_terms") if to == name.removesuffix(".md")
    }
    found = reported(LEARNING, "E301", "E302")
    assert found["E301"] == unknown
    assert found["E302"] == selves
    assert (len(unknown), len(selves)) == (9, 2)


def test_dead_links_and_pictures_are_found_each_at_its_place() -> None:
    stems = {path.stem for path in LEARNING.rglob("*.md")}

    def is_dead(target: str) -> bool:
        return target.startswith("/") and target.strip("/").removeprefix("terms/") not in stems

    definitions: dict[tuple[str, str], str] = {}
    for name, _, line in lines(LEARNING):
        if match := re.match(r"\[(\w+)\]: (\S+)", line):
            definitions.setdefault((name, match[1]), match[2])  # the first of two counts
    dead: dict[str, set[Place]] = {"link": set(), "image": set(), "raw": set()}
    for name, number, line in lines(LEARNING):
        for match in re.finditer(r"(?<!!)\[[^\[\]]*\]\(([^)\s]*)\)", line):
            if is_dead(match[1]):
                dead["link"].add((name, number, match.start() + 1))
        for match in re.finditer(r"(?<!!)\[[^\[\]]*\]\[(\w+)\]", line):
            if is_dead(definitions.get((name, match[1]), "")):
                dead["link"].add((name, number, match.start() + 1))
        for match in re.finditer(r"!\[.*\]\(/[^)]*\)", line):
            dead["image"].add((name, number, match.start() + 1))
        for match in re.finditer(r"<img [^>]*src=\"/", line):
            dead["raw"].add((name, number, match.start() + 1))
    assert {what: len(places) for what, places in dead.items()} == {"link": 6, "image": 3, "raw": 3}
    assert reported(LEARNING, "E401")["E401"] == set().union(*dead.values())


def test_empty_tags_and_other_capitals_are_found_each_at_its_place() -> None:
    empty: set[Place] = set()
    keys: set[Place] = set()
    values: set[Place] = set()
    closed = {"category": {"concept", "technique", "model", "tool"}, "status": {"draft", "stable", "deprecated"}}
    for name, number, line in lines(CNCF):
        if line.startswith("tags:"):
            empty |= {(name, number, match.start() + 1) for match in re.finditer('""', line)}
        match = re.match(r"(\w+):\s*(\w*)\s*$", line)
        if match is None or number > 8:
            if (match := re.match(r"([A-Z]\w+):", line)) and number <= 8:
                keys.add((name, number, 1))
            continue
        if match[1] != match[1].lower():
            keys.add((name, number, 1))
        if match[2] != match[2].lower() and match[2].lower() in closed.get(match[1].lower(), ()):
            values.add((name, number, match.start(2) + 1))
    found = reported(CNCF, "W008", "W012")
    assert found["W012"] == empty
    assert len(empty) == 115
    assert len(keys) == 6
    assert len({name for name, _, _ in keys}) == 2
    assert found["W008"] == keys | values


@pytest.mark.parametrize("folder", [CNCF, LEARNING], ids=["cncf", "machine-learning-glossary"])
def test_a_guest_hears_only_of_what_is_broken(folder: Path) -> None:
    allowed = {"E015", "E106", "E107", "E301", "E302", "E401", "E010", "E003", "E305", "E102"}
    assert {finding.code for finding in check(load_graph(folder))} <= allowed
