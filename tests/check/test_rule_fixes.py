"""What each rule's fix makes of its `bad` folder, byte for byte; what it mends is not found again, and all else stays."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from lexigraph.change import fixes
from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.loading import load_graph
from lexigraph.model import Diagnostic

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = Path(__file__).parents[1] / "golden" / "fixes"
FOLDERS = sorted(path.name for path in FIXTURES.iterdir())


def judge_of(folder: str) -> Callable[[Graph], tuple[Diagnostic, ...]]:
    base = FIXTURES / folder / "base"
    return partial(
        check, profile="default", select=[folder.partition("-")[0]], today=date(2026, 12, 1),
        base=load_graph(base) if base.is_dir() else None,
    )  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_rule_mends_its_bad_folder_as_expected(folder: str, golden: Callable[[Path, str], None]) -> None:
    root, judge = FIXTURES / folder / "bad", judge_of(folder)

    def load(overlay: Mapping[str, bytes | None]) -> Graph:
        return load_graph(root, overlay=overlay)

    graph = load_graph(root)
    found = judge(graph)
    assert not [finding.help for finding in found if "--fix" in finding.help], "the report adds it"
    expected = EXPECTED / f"{folder}.diff"
    if not any(finding.fix for finding in found):
        assert not expected.exists(), "the rule has no fix any more"
        return
    result = fixes(graph, judge=judge, load=load, unsafe=True)
    left = "".join(f"left {each.finding.path}:{each.finding.span.line}: {each.reason}\n" for each in result.left)
    golden(expected, result.rewrite.diff() + left)
    again = fixes(load(result.rewrite.after), judge=judge, load=load, unsafe=True)
    assert [each for each in again.fixed if each.finding.code == folder.partition("-")[0]] == []
