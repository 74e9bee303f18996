import re

import pytest

from lexigraph.model import Rule
from lexigraph.parse import findings
from lexigraph.parse.findings import RULES


def test_rules_are_ordered_by_number_and_have_codes_and_names_of_their_own() -> None:
    numbers = [int(rule.code[1:]) for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_constant_is_in_the_table_and_public() -> None:
    constants = {name: value for name, value in vars(findings).items() if isinstance(value, Rule)}
    assert sorted(rule.code for rule in constants.values()) == sorted(rule.code for rule in RULES)
    assert {*constants, "RULES"} == set(findings.__all__)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_finds_shows_an_example_and_says_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    first, *rest = rule.doc.rstrip("\n").split("\n\n")
    assert first.endswith(".")
    assert len(rest) >= 3, "why it is bad, an example, what to do"
    assert any(part.startswith("```") for part in rest)
    assert not rest[-1].startswith("```")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_documentation_has_no_raw_control_or_invisible_characters(rule: Rule) -> None:
    assert re.search("[\x00-\x08\x0b-\x1f\u200b-\u200f\u202a-\u202e\ufeff]", rule.doc) is None
