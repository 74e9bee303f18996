"""What a rule says of itself, for `lexigraph explain` and for the manual's page of rules; made from docstrings."""

from collections.abc import Iterable, Sequence
from typing import Any

from lexigraph.check.selection import PROFILES
from lexigraph.check.suppressed import is_suppressible
from lexigraph.loading import findings as while_loading
from lexigraph.model import Rule, Severity

__all__ = ["GROUPS", "explained", "group_of", "manual", "record", "ways_to_silence", "what_it_finds"]

GROUPS = {
    "0": "Reading and parsing one file",
    "1": "Ids and labels",
    "2": "Definitions and text",
    "3": "Relations and hierarchy",
    "4": "Links, mentions and wanted entries",
    "5": "Lifecycle and review",
    "6": "Questions",
    "7": "Changes against a base branch",
    "8": "Scheme and settings",
}
"""First digit of a code → what the rules of that group are about."""

_MEANING = {
    Severity.ERROR: "the graph, a page, or a promise to readers would be wrong",
    Severity.WARNING: "probably a mistake; the page is right all the same",
    Severity.INFO: "advice; printed with --info, --select or --base, or when paths are named",
}

_INTRODUCTION = """\
# Rules

`lexigraph check` runs these rules. This page is made from what the rules say of themselves, as is `lexigraph explain
RULE`. A code is the letter of the severity (E, error; W, warning; I, information) and three digits, of which the first
is the group; codes and names are never changed and never used again for something else.

- **Error**: the graph, a page, or a promise to readers would be wrong. `check` fails.
- **Warning**: probably a mistake; the page is right all the same. `check --strict` fails.
- **Information**: advice. Printed with `--info`, `--select` or `--base`, or when paths are named; it never fails.

Which rules run is said in `scheme.yml`, under `check`. One finding is allowed where it stands, with its reason:

```
uses:
  - expert-parallelism   # lexigraph: allow unknown-entry: being written in #41
```
"""


_ORIGIN = "<!-- Made from the docstrings of the rules; `make golden` writes it anew. -->\n"


def what_it_finds(rule: Rule) -> str:
    """The first sentence of its documentation, on one line."""
    return " ".join(rule.doc.strip().partition("\n\n")[0].split())


def group_of(rule: Rule) -> str:
    """What the rules of its group are about."""
    return GROUPS[rule.code[1]]


def explained(rule: Rule) -> str:
    """All that is to be said of the rule, as Markdown."""
    severity = f"*{group_of(rule)}. {rule.severity.capitalize()}: {_MEANING[rule.severity]}.*"
    silence = "\n".join(f"- {where}: {what}" for where, what in ways_to_silence(rule))
    head = f"# {rule.name} ({rule.code})"
    return f"{head}\n\n{rule.doc.strip()}\n\n{severity}\n\nTo keep it silent:\n\n{silence}\n"


def ways_to_silence(rule: Rule) -> tuple[tuple[str, str], ...]:
    """How the rule is kept silent: where, and what is written there, Markdown; from one place to everywhere."""
    everywhere = ("everywhere", f"`check: {{ignore: [{rule.name}]}}` in `scheme.yml`, or `--ignore {rule.code}`")
    if rule in while_loading.RULES:
        return (("in the shell", "`--quiet`"), ("in Python", "it is silent: only `graph.diagnostics` holds it"))
    if not is_suppressible(rule):
        return (("in one place", "not possible; mend what it finds"), everywhere)
    comment = f"lexigraph: allow {rule.name}: reason"
    if rule.code[1] == "8":
        return (("in scheme.yml", f"`# {comment}`"), everywhere)
    return (("in the front matter", f"`# {comment}`"), ("in the text", f"`<!-- {comment} -->`"), everywhere)


def record(rule: Rule) -> dict[str, Any]:
    """The rule as plain values."""
    return {
        "code": rule.code,
        "rule": rule.name,
        "severity": str(rule.severity),
        "group": group_of(rule),
        "finds": what_it_finds(rule),
        "profiles": [name for name, includes in PROFILES.items() if includes(rule)],
        "suppressible": is_suppressible(rule),
        "documentation": rule.doc.strip(),
    }


def manual(rules: Sequence[Rule]) -> str:
    """The manual's page of rules, Markdown: an overview, then each rule under its group, in order of their codes."""
    return "\n".join((_INTRODUCTION, _overview(rules), *_groups(rules), _ORIGIN))


def _overview(rules: Iterable[Rule]) -> str:
    rows = (f"| {rule.code} | [{rule.name}](#{rule.name}-{rule.code.lower()}) | {_cell(rule)} |" for rule in rules)
    return "\n".join(("| code | name | finds |", "|---|---|---|", *rows, ""))


def _cell(rule: Rule) -> str:
    return what_it_finds(rule).replace("|", "\\|")


def _groups(rules: Sequence[Rule]) -> Iterable[str]:
    for digit, title in GROUPS.items():
        members = [rule for rule in rules if rule.code[1] == digit]
        if members:
            yield f"## {title}\n"
            yield from (f"### {rule.name} ({rule.code})\n\n{rule.doc.strip()}\n" for rule in members)
