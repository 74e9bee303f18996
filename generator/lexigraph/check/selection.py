"""Which rules run and how severe they are: selectors, profiles, the scheme's `check` settings.

Settings of `scheme.yml` that make no sense are passed over here; saying so is the rule
`incoherent-scheme`. On the command line they are misuse, and raise.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypedDict, Unpack

from lexigraph.model import Rule, Scheme, Severity, UnknownRule

__all__ = ["PROFILES", "Selectors", "chosen", "nearest_rules", "of_scheme", "rule_named", "severities"]

_LETTER_AND_DIGITS = re.compile(r"[EWI]\d{0,2}", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]\d{3}")
_GROUP = re.compile(r"\d[xX]{2}")
_NEAR = 3
"""Suggestions that an `UnknownRule` carries at most."""
_LONGEST = 100
"""Characters of a word that is no rule which are looked at."""

_NOT_FOR_GUESTS = frozenset({"unknown-key", "unknown-value", "missing-title", "malformed-id", "wrong-kind"})


def _is_for_guests(rule: Rule) -> bool:
    return rule.severity is Severity.ERROR and rule.code[1] in "0134" and rule.name not in _NOT_FOR_GUESTS


PROFILES: Mapping[str, Callable[[Rule], bool]] = {
    "default": lambda rule: True,
    "guest": _is_for_guests,
}
"""Name → whether a rule runs: `default` is every rule; `guest` finds what is broken in a glossary that other
people wrote, and leaves their house style alone."""


class Selectors(TypedDict, total=False):
    """Which rules run, as `check` takes it; what is left out is for the scheme to say."""

    select: Collection[str]
    """Selectors of the rules that run, in place of the profile; none: the profile decides."""
    extend: Collection[str]
    """Selectors of rules that run too."""
    ignore: Collection[str]
    """Selectors of rules that do not run."""
    profile: str | None
    """`default` or `guest`; None: the scheme's, and `guest` for a folder without a scheme."""


def chosen(rules: Sequence[Rule], scheme: Scheme, **selectors: Unpack[Selectors]) -> frozenset[str]:
    """Names of the rules that run: those selected, then extended, then without the ignored.

    Arguments come before the scheme's `select` and `profile`, and add to its `extend` and `ignore`.

    Raises:
        UnknownRule: a selector of the arguments names no rule.
        ValueError: no such profile.
    """
    profile = selectors.get("profile")
    if profile is not None and profile not in PROFILES:
        raise ValueError(f"no profile '{profile}'; profiles are {', '.join(PROFILES)}")
    ours = {key: of_scheme(rules, scheme.check.get(key)) for key in ("select", "extend", "ignore")}
    theirs = {
        "select": _of_arguments(rules, selectors.get("select", ())),
        "extend": _of_arguments(rules, selectors.get("extend", ())),
        "ignore": _of_arguments(rules, selectors.get("ignore", ())),
    }
    if theirs["select"]:
        names = theirs["select"]
    elif profile is None and "select" in scheme.check:
        names = ours["select"]
    else:
        names = _of_profile(rules, scheme, profile)
    return (names | ours["extend"] | theirs["extend"]) - ours["ignore"] - theirs["ignore"]


def severities(rules: Sequence[Rule], scheme: Scheme) -> Mapping[str, Severity]:
    """Name of a rule → the severity that the scheme gives it; later lines win."""
    settings = scheme.check.get("severity")
    found: dict[str, Severity] = {}
    if isinstance(settings, Mapping):
        for selector, severity in settings.items():
            if severity in tuple(Severity):
                found.update(dict.fromkeys(_matching(rules, str(selector)), Severity(severity)))
    return found


def rule_named(rules: Sequence[Rule], name: str) -> Rule:
    """The rule with that code or name.

    Raises:
        UnknownRule: there is none.
    """
    for rule in rules:
        if name.strip().casefold() in (rule.code.casefold(), rule.name):
            return rule
    raise _unknown(rules, name)


def _of_profile(rules: Sequence[Rule], scheme: Scheme, profile: str | None) -> frozenset[str]:
    named = scheme.check.get("profile") if profile is None else profile
    if not isinstance(named, str) or named not in PROFILES:
        named = "default" if scheme.is_declared else "guest"
    return frozenset(rule.name for rule in rules if PROFILES[named](rule))


def _of_arguments(rules: Sequence[Rule], selectors: Iterable[str]) -> frozenset[str]:
    names: set[str] = set()
    for selector in selectors:
        found = _matching(rules, selector)
        if not found:
            raise _unknown(rules, selector)
        names |= found
    return frozenset(names)


def of_scheme(rules: Sequence[Rule], selectors: object) -> frozenset[str]:
    """Names of the rules that a setting selects; what selects none is passed over."""
    if isinstance(selectors, str):
        selectors = (selectors,)
    if not isinstance(selectors, Sequence):
        return frozenset()
    return frozenset().union(*(_matching(rules, str(selector)) for selector in selectors))


def _matching(rules: Sequence[Rule], selector: str) -> frozenset[str]:
    """Names of the rules that a code, a name, a letter with digits, or a group like `3xx` selects."""
    word = selector.strip()
    if _GROUP.fullmatch(word):
        return frozenset(rule.name for rule in rules if rule.code[1] == word[0])
    if _LETTER_AND_DIGITS.fullmatch(word):
        return frozenset(rule.name for rule in rules if rule.code.startswith(word.upper()))
    return frozenset(rule.name for rule in rules if word.casefold() in (rule.code.casefold(), rule.name))


def _unknown(rules: Sequence[Rule], name: str) -> UnknownRule:
    return UnknownRule(name, nearest_rules(rules, name), tuple(rule.name for rule in rules))


def nearest_rules(rules: Sequence[Rule], name: str) -> tuple[str, ...]:
    """Names of the rules whose names or codes are near that word, nearest first; at most three."""
    from rapidfuzz import process

    if _CODE.fullmatch(name):  # the same number with another letter is the same rule; other numbers are not near
        return tuple(rule.name for rule in rules if rule.code[1:] == name[1:])
    near = process.extract(name.casefold()[:_LONGEST], [rule.name for rule in rules], limit=_NEAR, score_cutoff=70)
    return tuple(word for word, _, _ in near)
