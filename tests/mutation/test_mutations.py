"""Seeded defects in the flagship: each is reported at its file and line by its rule, and nothing else is reported."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.link import link
from lexigraph.loading import load_graph
from lexigraph.model import Diagnostic, SourceFile
from lexigraph.parse.entry import parse_entry
from tests.mutation.defects import DEFECTS
from tests.mutation.spoiler import Defect, Found, Kind, Spoiler

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2027, 1, 1)
SEED = 2026
OF_EACH_KIND = 7
"""Defects of each kind: 210 in all, at least 200 where a kind finds fewer places."""


@pytest.fixture(scope="module")
def flagship() -> Graph:
    return load_graph(CONTENT, cached_as=CONTENT)


@pytest.fixture(scope="module")
def before(flagship: Graph) -> Counter[tuple[str, ...]]:
    return Counter(identity(finding) for finding in check(flagship, today=TODAY))


def identity(finding: Diagnostic) -> tuple[str, ...]:
    """What stays the same when lines move."""
    return finding.code, finding.path, finding.message, finding.subject


def with_defect(flagship: Graph, defect: Defect) -> Graph:
    """The flagship as it is loaded with the defect; the files that stay are not read again."""
    spoiled = parse_entry(SourceFile(path=defect.path, data=defect.data), flagship.scheme)
    whole = [*(node.parsed for node in flagship.entries.values()), *flagship.pages.values()]
    others = [each for each in whole if each.path != defect.path]
    assert spoiled is not None
    return link(flagship.root, flagship.scheme, [*others, spoiled], flagship.attachments)


def introduced(flagship: Graph, defect: Defect, before: Counter[tuple[str, ...]]) -> list[Found]:
    left = Counter(before)
    found = []
    for finding in check(with_defect(flagship, defect), today=TODAY):
        if left[identity(finding)]:
            left[identity(finding)] -= 1
        else:
            found.append(Found(finding.code, finding.path, finding.span.line))
    return found


@pytest.mark.parametrize("kind", DEFECTS, ids=lambda kind: kind.__name__)
def test_a_defect_causes_its_findings_and_no_other(
    kind: Kind, flagship: Graph, before: Counter[tuple[str, ...]]
) -> None:
    defects = list(Spoiler(flagship, SEED).defects(kind, OF_EACH_KIND))
    assert defects, "no entry can be spoiled in this way"
    for defect in defects:
        assert sorted(introduced(flagship, defect, before)) == sorted(defect.expected), (
            f"{defect.path}: {kind.__doc__ or kind}"
        )


def test_at_least_two_hundred_defects_are_tried(flagship: Graph) -> None:
    counts = [len(list(Spoiler(flagship, SEED).defects(kind, OF_EACH_KIND))) for kind in DEFECTS]
    assert len(DEFECTS) >= 15
    assert sum(counts) >= 200
