"""The manual's page of rules is what the rules say of themselves, and names those that are in the table."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from lexigraph.check import RULES
from lexigraph.check.documentation import GROUPS, explained, manual, record, ways_to_silence
from lexigraph.model import Rule

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"
FIXTURES = Path(__file__).parent / "fixtures"


def test_the_page_of_the_manual_is_up_to_date(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, manual(RULES))


def test_catalogue_table_and_fixtures_name_the_same_rules() -> None:
    page = PAGE.read_text("utf-8")
    rules = {(rule.code, rule.name) for rule in RULES}
    assert {(code, name) for name, code in re.findall(r"^### ([a-z-]+) \(([EWI]\d{3})\)$", page, re.MULTILINE)} == rules
    assert set(re.findall(r"^\| ([EWI]\d{3}) \| \[([a-z-]+)\]", page, re.MULTILINE)) == rules
    assert {tuple(path.name.split("-", 1)) for path in FIXTURES.iterdir()} == rules


def test_every_link_of_the_overview_leads_to_a_heading() -> None:
    page = PAGE.read_text("utf-8")
    headings = {
        re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))
        for heading in re.findall(r"^### (.*)$", page, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", page)) == headings


def test_every_group_of_codes_has_a_name() -> None:
    assert {rule.code[1] for rule in RULES} == set(GROUPS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_documentation_is_plain_markdown(rule: Rule) -> None:
    tokens = [token.type for token in MarkdownIt("commonmark").parse(rule.doc)]
    assert set(tokens) <= {
        "paragraph_open", "paragraph_close", "inline", "fence", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close",
    }  # fmt: skip
    assert rule.name in explained(rule)
    json.dumps(record(rule))


def test_a_rule_that_cannot_be_suppressed_says_so() -> None:
    ways = {rule.code: ways_to_silence(rule) for rule in RULES}
    assert ways["E003"][0] == ("in one place", "not possible; mend what it finds")
    assert ways["E301"][0] == ("in the front matter", "`# lexigraph: allow unknown-entry: reason`")
    assert ways["E091"][0] == ("in the shell", "`--quiet`")
    assert ways["E801"][0][0] == "in scheme.yml"
