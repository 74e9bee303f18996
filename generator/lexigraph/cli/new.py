"""`lexigraph new`: one entry, or a question, written as a file that introduces no error."""

import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.asking import Asking
from lexigraph.cli.folder import content_folder, display_prefix
from lexigraph.cli.loaded import loaded
from lexigraph.cli.refusing import Refusal, refusing
from lexigraph.cli.shared import WrongUse, shared_options, tell
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.change.new import Answers, NewFile
    from lexigraph.graph import Graph

__all__ = ["new"]

_LONGEST_ISSUE = 1024 * 1024
"""Bytes; GitHub takes 65,536 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flags:
    """What was typed; None or empty where nothing was."""

    title: str | None
    kind: str | None
    topic: str | None
    definition: str | None
    aliases: tuple[str, ...]
    broader: tuple[str, ...]
    scope_note: str | None
    authors: tuple[str, ...]
    question: str | None
    about: tuple[str, ...]
    issue: Path | None


@click.command()
@click.argument("title", required=False)
@click.option("--kind", metavar="KIND", help="What it is; concept unless said.")
@click.option("--topic", metavar="FOLDER", help="The folder it goes to; by default that of its neighbours.")
@click.option("--definition", metavar="TEXT", help="One or two sentences, at most 300 characters.")
@click.option("--alias", "aliases", metavar="NAME", multiple=True, help="Another name; may be given several times.")
@click.option("--broader", metavar="NAME", multiple=True, help="What it is a kind of, by any name.")
@click.option("--scope-note", metavar="TEXT", help="What tells it from others of nearly its name.")
@click.option("--author", "authors", metavar="NAME", multiple=True, help="Who wrote it.")
@click.option("--question", metavar="TEXT", help="Write a question; with the id of a bullet, give that a file.")
@click.option("--about", metavar="NAME", multiple=True, help="What the question is about, by any name.")
@click.option(
    "--from-issue", "issue", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take the answers from the text of a GitHub issue.",
)  # fmt: skip
@click.option("--anyway", is_flag=True, help="It is another thing than the entry of nearly its name.")
@click.option("--no-input", is_flag=True, help="Ask nothing.")
@click.option("--dry-run", is_flag=True, help="Print the file and write nothing.")
@shared_options
def new(*, anyway: bool, no_input: bool, dry_run: bool, **typed: object) -> None:
    """Write one entry with that TITLE, or a question.

    On a terminal it asks for what is missing. What it writes introduces no error.
    """
    flags = _Flags(**typed)  # type: ignore[arg-type]  # click gives each option its type
    if sum(given is not None for given in (flags.title, flags.question, flags.issue)) > 1:
        raise WrongUse("a TITLE, --question and --from-issue exclude each other", "give one of them")
    graph = loaded(content_folder(None))
    with refusing(graph):
        made = _promoted(graph, flags) or _composed(
            graph, flags, is_other=anyway, may_ask=not no_input and sys.stdin.isatty() and sys.stderr.isatty()
        )
        if not dry_run:
            made.rewrite.write(graph.root)
    prefix = display_prefix(graph.root)
    if dry_run:
        click.echo(f"would write {prefix}{made.path}\n{made.text}", nl=False)
    else:
        _tell(made, prefix)


def _promoted(graph: "Graph", flags: _Flags) -> "NewFile | None":
    """The file of the bullet whose id was given as the question; None when a new question was.

    Raises:
        Refusal: what was given looks like an id and is none.
    """
    from rapidfuzz import process

    from lexigraph.change.new import promotion
    from lexigraph.names import slug

    named = (flags.question or "").strip()
    if named in graph.questions:
        return promotion(graph, graph.questions[named], load=partial(loaded, graph.root))
    if named and " " not in named and slug(named) == named:
        near = process.extract(named, list(graph.questions), limit=3, score_cutoff=70)
        rows = [f"{id}  {graph.questions[id].text}" for id, _, _ in near]
        raise Refusal(f"no question has the id '{named}'", rows, "a new question is a sentence that ends with '?'")
    return None


def _composed(graph: "Graph", flags: _Flags, *, is_other: bool, may_ask: bool) -> "NewFile":
    """The file of a new entry or question."""
    from lexigraph.change.new import choice_meant, new_entry, topic_meant

    load = partial(loaded, graph.root)
    asking = Asking(graph=graph, load=load, is_on=may_ask)
    answers = _answers(graph, flags, asking)
    if flags.kind is not None:
        kinds = [kind.key for kind in graph.vocabulary.kinds]
        answers = replace(
            answers, kind=choice_meant("kind", flags.kind, kinds, f"kinds are {', '.join(sorted(kinds))}")
        )
    if flags.topic is not None:
        answers = replace(answers, topic=topic_meant(graph, flags.topic))
    said = {
        "kind": flags.kind, "topic": flags.topic, "definition": answers.definition, "aliases": answers.aliases,
        "broader": flags.broader, "about": [key for key, _, _ in answers.relations if key == "about"],
    }  # fmt: skip
    asked = frozenset() if flags.issue else frozenset(name for name, value in said.items() if not value)
    answers = asking.completed(answers, asked=asked, is_other=is_other)
    if not answers.definition.strip() and answers.kind not in ("question", "disambiguation"):
        raise WrongUse("a new entry needs a definition", "give --definition, one or two sentences")
    if answers.kind == "question" and not any(key == "about" for key, _, _ in answers.relations):
        raise WrongUse("a question is about something", "give --about, the name of an entry")
    return new_entry(graph, answers, load=load, is_other=is_other)


def _answers(graph: "Graph", flags: _Flags, asking: Asking) -> "Answers":
    """What was said so far."""
    from lexigraph.change.from_issue import answers_of_issue
    from lexigraph.change.new import Answers

    if flags.issue is not None:
        with flags.issue.open("rb") as file:
            answers = answers_of_issue(graph, file.read(_LONGEST_ISSUE).decode(errors="replace"))
    elif flags.question is not None:
        answers = Answers(title=flags.question, kind="question")
    else:
        title = flags.title if flags.title is not None else asking.title()
        if not title.strip():
            raise WrongUse("a new entry needs a title", 'give it: lexigraph new "Title"')
        answers = Answers(title=title)
    relations = [*(("broader", name, "") for name in flags.broader), *(("about", name, "") for name in flags.about)]
    return replace(
        answers, definition=flags.definition if flags.definition is not None else answers.definition,
        aliases=(*answers.aliases, *flags.aliases), scope_note=flags.scope_note or answers.scope_note,
        authors=(*answers.authors, *flags.authors), relations=(*answers.relations, *relations),
    )  # fmt: skip


def _tell(made: "NewFile", prefix: str) -> None:
    """Say what was written, what `check` says of it, and what to do next."""
    click.echo(f"wrote {prefix}{made.path}")
    wanting, naming = len(made.wanting), len(made.naming)
    names = "names it without a link" if naming == 1 else "name it without a link"
    parts = [f"{counted(wanting, 'entry wants', 'entries want')} it"] if wanting else []
    parts += [f"{naming if wanting else counted(naming, 'entry', 'entries')} {names}"] if naming else []
    if parts:
        whose = "its" if wanting + naming == 1 else "their"
        tell(f"  {' and '.join(parts)}; {whose} sentences are in the file as comments")
    for finding in made.warnings:
        tell(f"  {finding.severity}: {finding.message} ({finding.code})")
    tell("  next: lexigraph serve")
