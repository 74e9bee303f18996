"""Which rules run: selectors, profiles, the scheme's settings and the arguments."""

import pytest

from lexigraph.check import RULES, UnknownRule
from lexigraph.check.selection import chosen, rule_named, severities
from lexigraph.model import FrozenMapping, Rule, Scheme, Severity

SOME = (
    Rule("E007", "unknown-key", ""),
    Rule("E102", "duplicate-id", ""),
    Rule("E301", "unknown-entry", ""),
    Rule("E302", "self-relation", ""),
    Rule("W309", "orphan-entry", ""),
    Rule("W402", "wanted-entry", ""),
)


def scheme(**check: object) -> Scheme:
    return Scheme(is_declared=True, check=FrozenMapping(check))


def select(*selectors: str) -> set[str]:
    return set(chosen(SOME, scheme(), select=selectors))


@pytest.mark.parametrize("selector", ["E301", "e301", "unknown-entry", "Unknown-Entry", " E301 "])
def test_a_code_or_a_name_selects_one_rule(selector: str) -> None:
    assert select(selector) == {"unknown-entry"}


def test_a_letter_selects_a_severity() -> None:
    assert select("W") == {"orphan-entry", "wanted-entry"}


def test_a_letter_and_digits_select_the_rules_whose_codes_begin_so() -> None:
    assert select("E3") == select("E30") == {"unknown-entry", "self-relation"}


def test_a_group_selects_errors_and_warnings() -> None:
    assert select("3xx") == {"unknown-entry", "self-relation", "orphan-entry"}


def test_selections_add_up() -> None:
    assert select("W4", "duplicate-id") == {"wanted-entry", "duplicate-id"}


@pytest.mark.parametrize("selector", ["E999", "unkown-entry", "7xx", "W9", "", "*"])
@pytest.mark.parametrize("argument", ["select", "extend", "ignore"])
def test_a_selector_that_names_no_rule_is_misuse(selector: str, argument: str) -> None:
    with pytest.raises(UnknownRule) as raised:
        chosen(SOME, scheme(), **{argument: [selector]})
    assert raised.value.word == selector


def test_an_unknown_rule_carries_the_nearest_and_all_known() -> None:
    with pytest.raises(UnknownRule, match="no rule 'unkown-entry'; nearest: unknown-entry") as raised:
        rule_named(RULES, "unkown-entry")
    assert raised.value.suggestions[0] == "unknown-entry"
    assert len(raised.value.suggestions) <= 3
    assert raised.value.known == tuple(rule.name for rule in RULES)


def test_a_folder_with_a_scheme_is_checked_by_every_rule() -> None:
    assert chosen(SOME, scheme()) == {rule.name for rule in SOME}


def test_a_folder_without_a_scheme_is_a_guest() -> None:
    assert chosen(SOME, Scheme()) == {"duplicate-id", "unknown-entry", "self-relation"}


def test_a_guest_is_told_what_is_broken_and_not_how_to_write() -> None:
    names = chosen(RULES, Scheme(), profile="guest")
    assert all(rule.code[0] == "E" and rule.code[1] in "0134" for rule in RULES if rule.name in names)
    assert not names & {"unknown-key", "unknown-value", "missing-title", "malformed-id", "wrong-kind"}
    assert {"unreadable-text", "duplicate-id", "hierarchy-cycle", "broken-link"} <= names


def test_a_profile_given_as_argument_wins_over_the_scheme() -> None:
    assert chosen(SOME, scheme(profile="guest"), profile="default") == chosen(SOME, scheme())
    assert chosen(SOME, scheme(select=["E301"]), profile="default") == chosen(SOME, scheme())


def test_no_such_profile_is_misuse() -> None:
    with pytest.raises(ValueError, match="no profile 'strict'; profiles are default, guest"):
        chosen(SOME, scheme(), profile="strict")


def test_the_scheme_selects_extends_and_ignores_in_this_order() -> None:
    settings = scheme(select=["E3"], extend=["W", "E102"], ignore=["orphan-entry", "E102"])
    assert chosen(SOME, settings) == {"unknown-entry", "self-relation", "wanted-entry"}


def test_select_as_argument_replaces_that_of_the_scheme_and_keeps_its_lists() -> None:
    settings = scheme(select=["E3"], extend=["W402"], ignore=["E302"])
    assert chosen(SOME, settings, select=["3xx"]) == {"unknown-entry", "orphan-entry", "wanted-entry"}


def test_extend_and_ignore_as_arguments_add_to_the_scheme() -> None:
    settings = scheme(profile="guest", extend=["W402"], ignore=["E302"])
    names = chosen(SOME, settings, extend=["W309"], ignore=["E102"])
    assert names == {"unknown-entry", "wanted-entry", "orphan-entry"}


@pytest.mark.parametrize("settings", [{"select": "E301"}, {"select": ["E301", "E999", 7]}])
def test_settings_of_the_scheme_that_make_no_sense_are_passed_over(settings: dict[str, object]) -> None:
    assert chosen(SOME, scheme(**settings)) == {"unknown-entry"}


@pytest.mark.parametrize("settings", [{"profile": "strict"}, {"ignore": 7}, {"extend": None}, {"profile": ["guest"]}])
def test_settings_of_the_wrong_type_are_passed_over(settings: dict[str, object]) -> None:
    assert chosen(SOME, scheme(**settings)) == chosen(SOME, scheme())


def test_the_scheme_changes_severities() -> None:
    settings = scheme(severity={"W": "error", "wanted-entry": "info", "E301": "loud"})
    assert severities(SOME, settings) == {"orphan-entry": Severity.ERROR, "wanted-entry": Severity.INFO}
