"""The table of rules: complete, documented, in order."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import lexigraph
import lexigraph.check.rules
from lexigraph.check import RULES, UnknownRule, explain
from lexigraph.loading import findings as while_loading
from lexigraph.model import Rule, Severity
from lexigraph.parse import findings as while_reading

by_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
ELSEWHERE = (*while_reading.RULES, *while_loading.RULES)
"""Rules that come up before there is a graph to look at."""
FOLDER = Path(lexigraph.check.rules.__file__).parent


def test_every_file_that_holds_a_rule_is_in_the_table() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == {rule.name.replace("-", "_") for rule in RULES if rule not in ELSEWHERE}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in ELSEWHERE], ids=lambda rule: rule.name)
def test_a_rule_of_the_table_is_the_one_in_the_file_of_its_name(rule: Rule) -> None:
    module = import_module(f"lexigraph.check.rules.{rule.name.replace('-', '_')}")
    assert module.RULE is rule
    assert rule.doc == module.__doc__


def test_codes_and_names_are_unique_and_in_order() -> None:
    numbers = [rule.code[1:] for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert len({rule.name for rule in RULES}) == len(RULES)


@by_rule
def test_a_code_is_a_letter_for_its_severity_and_three_digits(rule: Rule) -> None:
    assert re.fullmatch(r"[EWI]\d{3}", rule.code)
    assert rule.severity is {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}[rule.code[0]]


@by_rule
def test_a_name_is_lower_case_words_joined_by_hyphens(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_every_rule_that_is_written_anywhere_is_in_the_table() -> None:
    sources = Path(lexigraph.__file__).parent.rglob("*.py")
    codes = {code for file in sources for code in re.findall(r"\bRule\(\s*\"([A-Z]\d+)\"", file.read_text("utf-8"))}
    assert codes == {rule.code for rule in RULES}


@by_rule
def test_documentation_says_what_is_found_why_it_is_bad_an_example_and_what_to_do(rule: Rule) -> None:
    what, *rest = re.split(r"\n{2,}", rule.doc.strip())
    assert what.endswith(".")
    assert "```" in rule.doc, "an example"
    assert len(rest) >= 3, "why it is bad, the example, and what to do"


@by_rule
def test_a_rule_is_explained_by_code_and_by_name(rule: Rule) -> None:
    assert explain(rule.code.lower()) == explain(rule.name)
    assert explain(rule.name).startswith(f"# {rule.name} ({rule.code})\n\n{rule.doc.strip()[:40]}")


def test_to_explain_what_is_no_rule_raises_with_the_nearest() -> None:
    with pytest.raises(UnknownRule) as raised:
        explain("unkown-entry")
    assert raised.value.suggestions[0] == "unknown-entry"
