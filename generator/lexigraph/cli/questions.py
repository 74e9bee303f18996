"""`lexigraph questions`: the open questions that match, for people and for programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lexigraph.cli.answer import Answer, print_found, rows_of, tabled
from lexigraph.cli.named import entry_named
from lexigraph.cli.parts import question_table
from lexigraph.cli.screen import filled
from lexigraph.cli.shared import Refused, WrongUse, shared_options
from lexigraph.cli.source import graph_of, query_options
from lexigraph.vocabulary import HELP_WANTED, REVIEWS
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.concept_graph import Question

__all__ = ["questions"]


@click.command()
@click.option("--status", metavar="STATUS", help="A state, or the status as shown: open, 'open, disputed'.")
@click.option("--about", metavar="NAME", help="Only those about the entry with that id, title or alias.")
@click.option("--review", type=click.Choice(REVIEWS), help="What the last review found.")
@click.option("--help-wanted", type=click.Choice(HELP_WANTED), help="The kind of help they ask for.")
@click.option("--narrower", is_flag=True, help="With --about: those about its kinds and parts too.")
@query_options
@shared_options
def questions(
    status: str | None,
    about: str | None,
    review: str | None,
    help_wanted: str | None,
    narrower: bool,  # noqa: FBT001  click's
    source: str | None,
    style: str,
) -> None:
    """Print the questions that match all options, by state, then text.

    Those that are open, partially answered, answered and dissolved; files and bullets.

    \b
    Example: lexigraph questions --status open --about rag
    """
    if narrower and about is None:
        raise WrongUse("--narrower needs --about", "name the entry whose kinds and parts are meant")
    graph = graph_of(source)
    entry = entry_named(graph, about) if about is not None else None
    try:
        found = graph.questions(
            status=status, about=entry, review=review, help_wanted=help_wanted, narrower=narrower
        )  # fmt: skip
    except ValueError as error:
        reason, _, help = str(error).partition("; ")
        raise WrongUse(reason, help) from error
    print_found(_answer(found), style, found)
    if not found:
        all = len(graph.linked.questions)
        if not all:
            raise Refused("there is no question yet", 'write one: lexigraph new --question "…?" --about NAME')
        raise Refused("no question matches", f"there {'is' if all == 1 else 'are'} {all} in all")


def _answer(found: Sequence["Question"]) -> Answer:
    return Answer(
        text=lambda: "\n".join(map(_block, found)),
        rows=lambda: rows_of("Question", found),
        table=lambda: tabled(question_table(found)),
        document=lambda: [question.to_record() for question in found],  # as in questions.json
    )


def _block(question: "Question") -> str:
    """Two lines: its text; status, id and what it is about. A third where somebody waits or may help."""
    about = ", ".join(entry.title for entry in question.about)
    facts = [question.status, question.id, *([f"about {about}"] if about else [])]
    more = [
        *([f"{counted(question.reach, 'other hangs', 'others hang')} on it"] if question.reach else []),
        *([f"waits for {', '.join(other.id for other in _first(question))}"] if question.is_blocked else []),
        *([f"help wanted: {', '.join(question.help_wanted)}"] if question.help_wanted else []),
        *(["review due"] if question.is_review_due else []),
    ]
    lines = [click.style(filled(question.title), bold=True), filled(" · ".join(facts), "  ")]
    return "\n".join([*lines, *([filled(" · ".join(more), "  ")] if more else [])])


def _first(question: "Question") -> list["Question"]:
    """Those that it waits for itself, not through others."""
    waiting = set(question.waiting_for)
    return [other for other in dict.fromkeys((*question.depends_on, *question.parts)) if other in waiting]
