"""A first contribution, from the clone to the pull request, as a newcomer lives it. The manual tells it too."""

import re
from pathlib import Path

import pytest

from tests.story.transcript import Terminal, clone_of

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden" / "first-contribution.txt"
PAGE = ROOT / "docs" / "contributing.md"
FILE = "content/inference/greedy-decoding.md"
OTHER = "content/inference/temperature.md"
_TERMINAL = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)

BROKEN = """\
---
title: Greedy decoding
aliases: [stochastic decoding]
kind: method
definition: At each step: take the most probable token, so that one prompt always gives one text.
broader: [autoregressive-decoding]
contrasts_with:
  - smapling: draws at random, in proportion to the probabilities
status: draft
---

Nothing is drawn, so two runs agree. [Beam search](beamsearch.md) keeps several beginnings instead of one.

## Open questions

- Why the likeliest text is so often a dull one {#why-is-likely-text-dull}
""".splitlines()

MENDED = """\
---
title: Greedy decoding
kind: technique
definition: "At each step: take the most probable token, so that one prompt always gives one text."
broader: [autoregressive-decoding]
contrasts_with:
  - sampling: draws at random, in proportion to the probabilities
status: draft
---

Nothing is drawn, so two runs agree. [Beam search](beam-search.md) keeps several beginnings instead of one.

## Open questions

- Why is the likeliest text so often a dull one? {#why-is-likely-text-dull}
""".splitlines()


@pytest.fixture(scope="module")
def terminal(tmp_path_factory) -> Terminal:
    """After the whole story."""
    folder = tmp_path_factory.mktemp("story")
    terminal = Terminal(clone_of(ROOT, folder), folder / "cache", "2026-11-01")
    types = terminal.types
    assert types("git switch --quiet --create greedy-decoding") == 0
    definition = "Taking the most probable token at each step, so that one prompt always gives one text."
    given = f'--kind technique --topic inference --definition "{definition}"'
    assert types(f'lexigraph new "Stochastic decoding" {given}') == 1
    assert types(f'lexigraph new "Greedy decoding" {given} --broader "autoregressive decoding"') == 0
    assert types(f"cat {FILE}") == 0
    terminal.writes(FILE, BROKEN)
    assert types("lexigraph check --base main") == 1
    assert types("lexigraph check --base main --fix --format concise") == 1
    terminal.writes(FILE, MENDED)
    assert types("lexigraph check --base main") == 0
    terminal.edits(OTHER, "which is greedy decoding;", "which is [greedy decoding](greedy-decoding.md);")
    assert types(f'grep --only-matching "which is .greedy decoding.*;" {OTHER}') == 0
    assert types("lexigraph check --base main") == 0
    assert types("git add .") == 0
    assert types('git commit --quiet --message "Greedy decoding"') == 0
    assert types("lexigraph diff main") == 0
    assert types('lexigraph rename greedy-decoding greedy-search --title "Greedy search"') == 0
    assert types('lexigraph rename greedy-decoding greedy-search --title "Greedy search" --write') == 0
    assert types("lexigraph check --base main") == 0
    assert types("lexigraph diff main") == 0
    return terminal


def told(page: str, blocks: list[str]) -> str:
    """The page with what was typed and answered: each of its terminals has as many commands as it had before."""
    left = iter(blocks)

    def shown(terminal: re.Match[str]) -> str:
        number = sum(line.startswith("$ ") for line in terminal[1].splitlines())
        return "```console\n" + "\n".join(next(left) for _ in range(number)) + "```"

    page = _TERMINAL.sub(shown, page)
    assert not list(left), "the page has fewer commands than the story"
    return page


def test_the_story_goes_as_it_is_told(terminal: Terminal, golden):
    golden(GOLDEN, terminal.transcript)


def test_the_manual_shows_all_of_it(terminal: Terminal, golden):
    golden(PAGE, told(PAGE.read_text("utf-8"), terminal.blocks))


def test_the_transcript_holds_no_place_day_or_commit(terminal: Terminal):
    assert str(terminal.folder.parent) not in terminal.transcript
    assert not re.search(r"\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b|\b20\d\d-\d\d-\d\d\b", terminal.transcript)
