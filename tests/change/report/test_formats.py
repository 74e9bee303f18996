"""The report in its three formats, whole, on a change as somebody might propose it and on each small world."""

import json as standard
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.change.report.sample import SAMPLE, report, report_of
from tests.query.difference.worlds import WORLDS
from tests.worlds import graph

from lexigraph.change.report import Places, Report, json, markdown, text

GOLDEN = Path(__file__).parents[2] / "golden" / "diff"
Golden = Callable[[Path, str], None]


@pytest.mark.parametrize(("suffix", "write"), [("txt", text), ("md", markdown), ("json", json)])
def test_a_proposal_is_reported(suffix: str, write: Callable[[Report], str], golden: Golden) -> None:
    golden(GOLDEN / f"proposal.{suffix}", write(report()))


def test_each_small_world_is_told_in_text(golden: Golden) -> None:
    parts = [
        f"# {name}\n{text(Report(difference=report_of(world.old, world.new).difference))}"
        for name, world in WORLDS.items()
    ]
    golden(GOLDEN / "told.txt", "\n".join(parts))


def test_each_small_world_is_told_in_markdown(golden: Golden) -> None:
    parts = [
        f"# {name}\n{markdown(Report(difference=report_of(world.old, world.new).difference))}"
        for name, world in WORLDS.items()
    ]
    golden(GOLDEN / "told.md", "\n".join(parts))


def test_the_keys_of_json_stay() -> None:
    found = standard.loads(json(report()))
    assert list(found) == ["schema", "risk", "headline", "counts", "changes", "effects", "checks"]
    assert list(found["changes"][0]) == [
        "kind", "subject", "title", "before", "after", "key", "target", "risk", "why", "sentence",
    ]  # fmt: skip
    assert list(found["effects"][0]) == ["kind", "subject", "title", "others", "count", "detail", "sentence"]
    assert list(found["checks"]) == ["introduced", "fixed", "older"]


def test_nothing_is_said_of_nothing() -> None:
    same = report_of(SAMPLE.old, SAMPLE.old)
    assert text(Report(difference=same.difference)) == "Nothing in the graph changes\n"
    assert (
        markdown(Report(difference=same.difference)) == "<!-- lexigraph-report -->\n### Nothing in the graph changes\n"
    )


@pytest.mark.parametrize("write", [text, markdown, json])
def test_the_same_trees_have_the_same_report(write: Callable[[Report], str]) -> None:
    def turned(files: dict[str, str]) -> dict[str, str]:
        return dict(reversed({**SAMPLE.both, **files}.items()))

    assert write(report()) == write(report_of(graph(turned(SAMPLE.before)), graph(turned(SAMPLE.after))))


def test_links_lead_to_the_preview_where_there_is_one() -> None:
    made = markdown(report_of(SAMPLE.old, SAMPLE.new, Places(preview_url="https://preview.example/12/")))
    assert "[Mixture of experts](https://preview.example/12/architectures/mixture-of-experts/)" in made
    assert "github.com" not in made


def test_without_addresses_there_are_no_links() -> None:
    assert "](" not in markdown(report_of(SAMPLE.old, SAMPLE.new, Places()))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc", "//x", "x", "https://", "data:text/html,x"])
def test_only_addresses_on_the_web_are_linked(address: str) -> None:
    places = Places(repo_url=address, commit="0" * 40, site_url=address, preview_url=address)
    assert "](" not in markdown(report_of(SAMPLE.old, SAMPLE.new, places))


def test_an_address_cannot_end_its_link() -> None:
    made = markdown(report_of(SAMPLE.old, SAMPLE.new, Places(preview_url="https://x.org/a) [b](c\n<d> ")))
    assert "(https://x.org/a%29%20%5Bb%5D%28c%0A%3Cd%3E%20/architectures/mixture-of-experts/)" in made
