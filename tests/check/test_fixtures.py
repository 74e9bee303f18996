"""Each rule finds what its `bad` folder shows, exactly, and is silent about its `good` folder.

A folder `base` is what both were before a change; rules that read the calendar believe that it is `TODAY`. Advice is
heard in its own folder only: a world of two entries cannot follow all of it. Rules 09x come up while a published
document is loaded, so that is what their folders hold.
"""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lexigraph.check import RULES, check
from lexigraph.check.report import render, source_lines
from lexigraph.graph import Graph
from lexigraph.loading import load_graph
from lexigraph.loading.http_cache import Copy, keep
from lexigraph.loading.sources import load_address, load_file
from lexigraph.model import Diagnostic, Severity

FIXTURES = Path(__file__).parent / "fixtures"
FOLDERS = sorted(path.name for path in FIXTURES.iterdir())
TODAY = date(2026, 12, 1)


def found(folder: str, part: str) -> tuple[Diagnostic, ...]:
    if folder[1:3] == "09":
        return loaded(FIXTURES / folder / part).diagnostics
    base = FIXTURES / folder / "base"
    graph = load_graph(FIXTURES / folder / part)
    before = load_graph(base) if base.is_dir() else None
    ignore = [rule.code for rule in RULES if rule.severity is Severity.INFO and not folder.startswith(rule.code)]
    return check(graph, profile="default", ignore=ignore, base=before, today=TODAY)


def loaded(folder: Path) -> Graph:
    """The graph of the published document in the folder; `copy` is one of a site that nobody reaches any more."""
    document = folder / "concepts.json"
    if document.exists():
        return load_file(document)
    address, then = "http://127.0.0.1:1/concepts.json", datetime(2026, 1, 1, tzinfo=UTC).timestamp()
    with TemporaryDirectory() as cache, pytest.MonkeyPatch.context() as here:
        here.setenv("LEXIGRAPH_CACHE", cache)
        keep(address, Copy((folder / "copy" / "concepts.json").read_bytes(), address, "", "", ""))
        for kept in Path(cache).iterdir():
            os.utime(kept, (then, then))
        return load_address(address)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_bad_folder_has_exactly_the_findings_that_are_expected(
    folder: str, golden: Callable[[Path, str], None]
) -> None:
    bad = FIXTURES / folder / "bad"
    report = render(found(folder, "bad"), source_lines(bad), prefix="content/")
    golden(FIXTURES / folder / "expected.txt", report)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_bad_folder_is_found_bad_by_its_own_rule(folder: str) -> None:
    code, _, name = folder.partition("-")
    assert (code, name) in {(finding.code, finding.rule) for finding in found(folder, "bad")}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_good_folder_has_no_findings(folder: str) -> None:
    good = FIXTURES / folder / "good"
    assert render(found(folder, "good"), source_lines(good)) == ""


def test_every_rule_has_its_folder_and_every_folder_its_rule() -> None:
    assert {f"{rule.code}-{rule.name}" for rule in RULES} == set(FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_holds_bad_and_good_and_what_is_expected(folder: str) -> None:
    names = sorted(path.name for path in (FIXTURES / folder).iterdir() if path.name != "base")
    assert names == ["bad", "expected.txt", "good"]


def test_bytes_that_are_not_utf_8_are_named_with_their_place(tmp_path: Path) -> None:
    # written here: a file that is no text among the fixtures stops the tools that read every Markdown file
    (tmp_path / "a.md").write_bytes(b"---\ntitle: Naive Bayes\ndefinition: Bayes, na\xefvely.\n---\n")
    assert render(check(load_graph(tmp_path)), source_lines(tmp_path)) == (
        "a.md:3:22: error[E001] byte 0xEF is not UTF-8\n"
        "  |\n"
        "3 | definition: Bayes, na\ufffdvely.\n"
        "  |                      ^\n"
        "  help: save the file as UTF-8\n"
    )
