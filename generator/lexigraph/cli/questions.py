"""`lexigraph questions`: the open questions that match, for people and for programs."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import click

from lexigraph.cli.folder import content_folder
from lexigraph.cli.named import entry_named
from lexigraph.cli.shared import Refused, WrongUse, mention_problems, shared_options
from lexigraph.vocabulary import HELP_WANTED, REVIEWS
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.concept_graph import Question

__all__ = ["COLUMNS", "questions"]

COLUMNS = (
    "id", "title", "status", "state", "review", "about", "topic", "state_date", "review_date", "changed", "help_wanted",
    "part_of", "depends_on", "holds_up", "would_settle", "reach", "url", "path", "line",
)  # fmt: skip
"""Of the CSV, in order; ids in one cell are joined by ` | `."""


class _Style(Protocol):
    def __call__(self, questions: Sequence["Question"]) -> str:
        """The questions as text that ends in a line end."""


@click.command()
@click.option("--status", metavar="STATUS", help="A state, or the status as shown: open, 'open, disputed'.")
@click.option("--about", metavar="NAME", help="Only those about the entry with that id, title or alias.")
@click.option("--review", type=click.Choice(REVIEWS), help="What the last review found.")
@click.option("--help-wanted", type=click.Choice(HELP_WANTED), help="The kind of help they ask for.")
@click.option("--narrower", is_flag=True, help="With --about: those about its kinds and parts too.")
@click.option("--graph", "source", metavar="SOURCE", type=click.Path(path_type=Path), help="A folder of Markdown.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "jsonl", "csv", "markdown"]), default="text",
    show_default=True,
)  # fmt: skip
@shared_options
def questions(
    status: str | None,
    about: str | None,
    review: str | None,
    help_wanted: str | None,
    narrower: bool,  # noqa: FBT001  click's
    source: Path | None,
    style: str,
) -> None:
    """Print the questions that match all options, by state, then text.

    Those that are open, partially answered, answered and dissolved; files and bullets.
    """
    import os

    from lexigraph.concept_graph import load

    if narrower and about is None:
        raise WrongUse("--narrower needs --about", "name the entry whose kinds and parts are meant")
    graph = load(content_folder(source), workers=os.cpu_count() or 1)
    entry = entry_named(graph, about) if about is not None else None
    try:
        found = graph.questions(
            status=status, about=entry, review=review, help_wanted=help_wanted, narrower=narrower
        )  # fmt: skip
    except ValueError as error:
        raise WrongUse(str(error)) from error
    if found or style not in ("text", "markdown"):
        click.echo(_STYLES[style](found), nl=False)
    mention_problems(graph.linked)
    if not found:
        all = len(graph.linked.questions)
        if not all:
            raise Refused("there is no question yet", 'write one: lexigraph new --question "…?" --about NAME')
        raise Refused("no question matches", f"there {'is' if all == 1 else 'are'} {all} in all")


def _text(questions: Sequence["Question"]) -> str:
    """Two lines a question: its text; status, id and what it is about. A third where somebody waits or may help."""
    blocks = []
    for question in questions:
        about = ", ".join(entry.title for entry in question.about)
        facts = [question.status, question.id, *([f"about {about}"] if about else [])]
        more = [
            *([f"{counted(question.reach, 'other hangs', 'others hang')} on it"] if question.reach else []),
            *([f"waits for {', '.join(other.id for other in _first(question))}"] if question.is_blocked else []),
            *([f"help wanted: {', '.join(question.help_wanted)}"] if question.help_wanted else []),
            *(["review due"] if question.is_review_due else []),
        ]
        lines = [click.style(_line(question.title), bold=True), f"  {_line(' · '.join(facts))}"]
        blocks.append("\n".join([*lines, *([f"  {_line(' · '.join(more))}"] if more else [])]))
    return "\n".join(blocks) + "\n"


def _first(question: "Question") -> list["Question"]:
    """Those that it waits for itself, not through others."""
    waiting = set(question.waiting_for)
    return [other for other in dict.fromkeys((*question.depends_on, *question.parts)) if other in waiting]


def _json(questions: Sequence["Question"]) -> str:
    return json.dumps([question.to_record() for question in questions], ensure_ascii=False, indent=2) + "\n"


def _jsonl(questions: Sequence["Question"]) -> str:
    return "".join(json.dumps(question.to_record(), ensure_ascii=False) + "\n" for question in questions)


def _csv(questions: Sequence["Question"]) -> str:
    """RFC 4180, with a line of names."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for question in questions:
        record = question.to_record()
        writer.writerow(_cell(record.get(column, "")) for column in COLUMNS)
    return text.getvalue()


def _cell(value: Any) -> str:
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)


def _markdown(questions: Sequence["Question"]) -> str:
    """A table to paste into an issue."""
    from lexigraph.export.quoting import label

    rows = ["| question | status | about | hang on it | id |", "| --- | --- | --- | ---: | --- |"]
    for question in questions:
        about = ", ".join(label(entry.title) for entry in question.about)
        rows.append(
            f"| {label(question.title)} | {question.status} | {about} | {question.reach or ''} | {label(question.id)} |"
        )
    return "\n".join(rows) + "\n"


def _line(text: str) -> str:
    from lexigraph.export.artifact import line

    return line(text)


_STYLES: Mapping[str, _Style] = MappingProxyType(
    {"text": _text, "json": _json, "jsonl": _jsonl, "csv": _csv, "markdown": _markdown}
)
