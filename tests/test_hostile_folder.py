"""A folder full of broken files: each is named with its place, and none of them hides a good one."""

import random
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexigraph.check import check
from lexigraph.check.report import STYLES, render, source_lines
from lexigraph.cli import lexigraph
from lexigraph.graph import Graph
from lexigraph.link import is_entry, link
from lexigraph.loading import load_graph
from lexigraph.model import Diagnostic
from lexigraph.parse.entry import parse_entry
from lexigraph.parse.scheme import parse_scheme
from lexigraph.read import read_content
from tests.hostile import GOOD, HostileFolder, hostile_folder

SECONDS = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> HostileFolder:
    return hostile_folder(tmp_path_factory.mktemp("hostile") / "content", scheme="title: Hostile\n")


@pytest.fixture(scope="module")
def timed(folder: HostileFolder) -> tuple[Graph, tuple[Diagnostic, ...], float]:
    started = time.perf_counter()
    graph = load_graph(folder.root)
    found = check(graph)
    return graph, found, time.perf_counter() - started


@pytest.fixture(scope="module")
def graph(timed: tuple[Graph, tuple[Diagnostic, ...], float]) -> Graph:
    return timed[0]


@pytest.fixture(scope="module")
def found(timed: tuple[Graph, tuple[Diagnostic, ...], float]) -> tuple[Diagnostic, ...]:
    return timed[1]


def test_there_are_at_least_thirty_broken_files_and_three_good_ones(folder: HostileFolder) -> None:
    assert len(folder.broken) >= 30
    assert len(folder.good) == 3


def test_every_broken_file_has_a_finding_with_its_place(folder: HostileFolder, found: tuple[Diagnostic, ...]) -> None:
    assert folder.broken - {finding.path for finding in found} == set()
    assert all(finding.span.line >= 1 and finding.span.column >= 1 for finding in found)


def test_good_files_have_no_finding(folder: HostileFolder, found: tuple[Diagnostic, ...]) -> None:
    assert [finding for finding in found if finding.path in folder.good] == []


def test_good_files_load_as_if_they_were_alone(folder: HostileFolder, graph: Graph, tmp_path: Path) -> None:
    for path, text in GOOD.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    alone = load_graph(tmp_path)
    for id, entry in alone.entries.items():
        assert graph.entries[id] == entry
        assert graph.resolved[entry.path] == alone.resolved[entry.path]
        assert graph.mentions_in.get(id) == alone.mentions_in.get(id)
        assert graph.questions_about.get(id) == alone.questions_about.get(id)
    assert set(alone.relations) <= set(graph.relations)
    assert set(alone.links) <= set(graph.links)


def test_it_takes_less_than_twenty_seconds(timed: tuple[Graph, tuple[Diagnostic, ...], float]) -> None:
    assert timed[2] < SECONDS


def test_the_order_of_files_never_changes_what_is_printed(folder: HostileFolder, found: tuple[Diagnostic, ...]) -> None:
    reading = read_content(folder.root)
    scheme, diagnostics = parse_scheme(reading.scheme)
    parsed = [parse_entry(file, scheme) for file in reading.files if is_entry(file.path)]
    random.Random(2).shuffle(parsed)
    again = check(link(folder.root, scheme, parsed, reading.attachments, (*reading.diagnostics, *diagnostics)))
    lines_of = source_lines(folder.root)
    assert render(again, lines_of) == render(found, lines_of)


@pytest.mark.parametrize("style", STYLES)
def test_what_is_printed_is_short_safe_for_a_terminal_and_holds_no_secret(
    style: str, folder: HostileFolder, found: tuple[Diagnostic, ...]
) -> None:
    text = render(found, source_lines(folder.root), style)
    assert "hunter2" not in text
    assert "\x1b" not in text
    assert len(text.encode()) < 100_000


def test_nothing_in_a_file_was_run(folder: HostileFolder, found: tuple[Diagnostic, ...]) -> None:
    assert not Path("pwned").exists()
    assert not list(folder.root.rglob("pwned"))


def test_a_guest_hears_of_them_too(folder: HostileFolder, graph: Graph) -> None:
    found = check(graph, profile="guest")
    assert folder.broken - {finding.path for finding in found} == set()
    assert [finding for finding in found if finding.path in folder.good] == []


def test_the_command_line_prints_the_findings_and_fails(folder: HostileFolder) -> None:
    result = CliRunner().invoke(lexigraph, ["check", str(folder.root), "--format", "concise"])
    assert result.exit_code == 1, result.output
    named = {line.partition(".md:")[0].removeprefix(f"{folder.root}/") + ".md" for line in result.stdout.splitlines()}
    assert {path for path in folder.broken if path.endswith(".md")} <= named


def test_the_site_is_built_with_the_good_entries(folder: HostileFolder, tmp_path: Path) -> None:
    started = time.perf_counter()
    result = CliRunner().invoke(lexigraph, ["build", str(folder.root), "-o", str(tmp_path / "site")])
    assert result.exit_code == 0, result.output
    assert time.perf_counter() - started < SECONDS
    for path in folder.good:
        page = (tmp_path / "site" / path.removesuffix(".md") / "index.html").read_text()
        assert GOOD[path].partition("definition: ")[2].partition("\n")[0] in page
    site = b"".join(file.read_bytes() for file in (tmp_path / "site").rglob("*") if file.is_file())
    assert b"hunter2" not in site
    assert b"\x1b[2J" not in site
