"""`lexigraph explain`: what a rule finds, why that is bad, what to do, and how to keep it silent."""

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from lexigraph.cli.request import no_rule
from lexigraph.cli.shared import WrongUse, shared_options

if TYPE_CHECKING:
    from lexigraph.model import Rule

__all__ = ["explain"]

_WIDEST = 100
"""Columns of a line of prose at most."""
_CODE = re.compile(r"`([^`\n]+)`")
_SEVERITIES = {"error": "red", "warning": "yellow", "info": "blue"}


@click.command()
@click.argument("rule", required=False)
@click.option("--all", "every", is_flag=True, help="Every rule there is.")
@click.option("--format", "style", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@shared_options
def explain(rule: str | None, style: str, *, every: bool) -> None:
    """Print what the rule with that code or name finds, why that is bad, and what to do."""
    from lexigraph.check import RULES
    from lexigraph.check.documentation import explained, manual, record

    if (rule is None) != every:
        raise WrongUse("explain takes one rule, or --all", "lexigraph explain --all lists them")
    rules = RULES if rule is None else (_named(rule),)
    if style == "json":
        records = [record(each) for each in rules]
        click.echo(json.dumps(records if every else records[0], ensure_ascii=False, indent=2))
    elif style == "markdown":
        click.echo(manual(rules) if every else explained(rules[0]), nl=False)
    else:
        click.echo("\n".join(_listed(rules) if every else _laid_out(rules[0])))


def _named(word: str) -> "Rule":
    from lexigraph.check import RULES, UnknownRule
    from lexigraph.check.selection import rule_named

    try:
        return rule_named(RULES, word)
    except UnknownRule as error:
        raise no_rule(error) from error


def _listed(rules: "Iterable[Rule]") -> Iterator[str]:
    """One line for each rule, below the names of their groups."""
    from lexigraph.check.documentation import group_of, what_it_finds

    rules = tuple(rules)
    width = max(len(rule.name) for rule in rules)
    group = ""
    for rule in rules:
        if group_of(rule) != group:
            if group:
                yield ""
            group = group_of(rule)
            yield click.style(group, bold=True)
        name = click.style(f"{rule.code}  {rule.name:{width}}", fg=_SEVERITIES[str(rule.severity)])
        yield f"  {name}  {_shortened(what_it_finds(rule), _columns() - width - 10)}"


def _laid_out(rule: "Rule") -> Iterator[str]:
    """One rule for a terminal: prose filled, code indented."""
    from lexigraph.check.documentation import group_of, ways_to_silence

    yield click.style(f"{rule.name} ({rule.code})", bold=True)
    yield f"{click.style(str(rule.severity), fg=_SEVERITIES[str(rule.severity)])} · {group_of(rule).lower()}"
    for paragraph in _paragraphs(rule.doc):
        yield ""
        yield from (f"    {line}".rstrip() for line in paragraph) if isinstance(paragraph, list) else _filled(paragraph)
    yield ""
    yield click.style("To keep it silent", bold=True)
    ways = ways_to_silence(rule)
    width = max(len(where) for where, _ in ways)
    for where, what in ways:
        yield f"  {where:{width}}  {_CODE.sub(lambda code: click.style(code[1], fg='cyan'), what)}"


def _paragraphs(doc: str) -> Iterator[str | list[str]]:
    """The blocks of a rule's documentation: prose as a text, code as a list of its lines."""
    code: list[str] | None = None
    prose: list[str] = []
    for line in (*doc.strip().split("\n"), ""):
        if line.startswith("```") and code is None:
            code = []
        elif line.startswith("```"):
            yield code or []
            code = None
        elif code is not None:
            code.append(line)
        elif line.strip():
            prose.append(line)
            continue
        if prose:
            yield "\n".join(prose)
            prose = []


def _filled(paragraph: str) -> Iterator[str]:
    """The lines of a paragraph, or of the items of a list; code keeps its marks, for where there is no colour."""
    for item in re.split(r"\n(?=- )", paragraph):
        lines = textwrap.wrap(
            " ".join(item.split()), _columns(), subsequent_indent="  " if item.startswith("- ") else "",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        yield from (_CODE.sub(lambda code: click.style(code[0], fg="cyan"), line) for line in lines)


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _columns() -> int:
    """Of the terminal, within reason; without one the same everywhere."""
    width = shutil.get_terminal_size((_WIDEST, 24)).columns if sys.stdout.isatty() else _WIDEST
    return max(40, min(width, _WIDEST))
