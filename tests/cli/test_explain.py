"""`lexigraph explain`: one rule for a person, all rules for a page or a program."""

import json
from pathlib import Path

import click
import pytest

from lexigraph.check import RULES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_a_rule_is_explained_with_its_example_and_how_to_silence_it(run):
    result = run("explain", "E302")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "self-relation (E302)\nerror · relations and hierarchy\n\nAn entry related to itself.\n"
    )
    assert "\n    " in result.stdout
    assert "# lexigraph: allow self-relation: reason\n" in result.stdout
    assert "```" not in result.stdout


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_fits_a_terminal(run, rule):
    lines = run("explain", rule.name).stdout.splitlines()
    assert max(len(line) for line in lines if not line.startswith("    ")) <= 110


def test_code_and_name_mean_the_same_whatever_their_case(run):
    assert run("explain", "e302").stdout == run("explain", "Self-Relation").stdout


@pytest.mark.parametrize(
    ("word", "help"),
    [
        ("self-relatoin", "the nearest is 'self-relation'"),
        ("W301", "the nearest is 'unknown-entry'"),
        ("zzz", "lexigraph explain --all lists them"),
        ("", "lexigraph explain --all lists them"),
    ],
)
def test_a_word_that_is_no_rule_is_wrong_use(run, word, help):
    result = run("explain", word)
    assert result.exit_code == 2
    assert result.stderr == f"error: no rule has the code or name '{word}'\n  help: {help}\n"


@pytest.mark.parametrize("arguments", [(), ("E301", "--all")])
def test_it_explains_one_or_all(run, arguments):
    assert run("explain", *arguments).exit_code == 2


def test_all_rules_are_listed_on_a_line_each(run):
    lines = run("explain", "--all").stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [rule.code for rule in RULES]


def test_all_rules_as_markdown_are_the_page_of_the_manual(run):
    assert run("explain", "--all", "--format", "markdown").stdout == PAGE.read_text("utf-8")


def test_rules_can_be_read_by_programs(run):
    one = json.loads(run("explain", "W603", "--format", "json").stdout)
    assert (one["code"], one["rule"], one["severity"], one["group"]) == (
        "W603",
        "missing-question-mark",
        "warning",
        "Questions",
    )
    assert one in json.loads(run("explain", "--all", "--format", "json").stdout)


def test_colour_changes_no_word(run):
    assert click.unstyle(run("explain", "E302", "--color", "always").stdout) == run("explain", "E302").stdout
