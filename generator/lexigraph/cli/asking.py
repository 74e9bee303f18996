"""What `lexigraph new` asks on a terminal: only what was not said, with what is known offered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import click

from lexigraph.cli.refusing import Refusal, refusing
from lexigraph.cli.shared import Refused, harmless_lines

if TYPE_CHECKING:
    from lexigraph.change.fixes import Load
    from lexigraph.change.new import Answers
    from lexigraph.graph import Graph

__all__ = ["Asking"]

Answer = TypeVar("Answer")

_OFFERED = 60
"""Characters of a list that is offered; a longer one ends in an ellipsis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Asks about one knowledge base; asks nothing where nobody can answer."""

    graph: "Graph"
    load: "Load"
    is_on: bool

    def title(self) -> str:
        """The title, asked for until there is one; empty where nobody can answer."""
        return self._told("title") if self.is_on else ""

    def completed(self, answers: "Answers", *, asked: frozenset[str], is_other: bool) -> "Answers":
        """The answers with those that are asked for: of `kind`, `topic`, `definition`, `broader`, `aliases`, `about`.

        Raises:
            CannotChange: an entry has the title already, or nearly.
        """
        from lexigraph.change.new import refuse_taken

        refuse_taken(self.graph, answers.title, is_other=is_other)
        if not self.is_on:
            return answers
        if answers.kind == "question":
            return self._about(answers) if "about" in asked else answers
        if "kind" in asked:
            answers = replace(answers, kind=self._kind())
        if "topic" in asked and self.graph.topics:
            answers = replace(answers, topic=self._topic(answers.title))
        if "definition" in asked:
            answers = replace(
                answers, definition=self._told("definition (one or two sentences, at most 300 characters)")
            )
        if "broader" in asked:
            answers = self._with_names(answers, "broader", "broader, by any name (empty for none)")
        if "aliases" in asked:
            said = self._free("aliases, with commas between")
            answers = replace(answers, aliases=_parted(said))
        return answers

    def _kind(self) -> str:
        kinds = [kind.key for kind in self.graph.vocabulary.kinds]
        return self._chosen("kind", "kind", kinds, "concept", "kinds are " + ", ".join(sorted(kinds)))

    def _topic(self, title: str) -> str:
        from lexigraph.change.new import proposed_topics

        proposed = proposed_topics(self.graph, title, load=self.load)
        topics = [*proposed, *(topic for topic in self.graph.topics if topic not in proposed)]
        offered = _offered(topics)
        return self._chosen(
            "topic", f"topic [{offered}]", topics, topics[0] if proposed else "", f"topics are {', '.join(topics)}"
        )

    def _chosen(self, what: str, question: str, choices: Sequence[str], default: str, help: str) -> str:
        """One of the choices, asked for until it is; empty for the default, which may be empty."""
        from lexigraph.change.new import choice_meant

        def read(said: str) -> str:
            return choice_meant(what, said, choices, help) if said else default

        shown = f"{question} [{default}]" if default and "[" not in question else question
        return self._asked(shown, read)

    def _with_names(self, answers: "Answers", key: str, question: str) -> "Answers":
        """The answers with the entries named, all of which are known."""
        from lexigraph.change.refusal import entry_meant

        def read(said: str) -> list[str]:
            return [entry_meant(self.graph, name) for name in _parted(said)]

        ids = self._asked(question, read)
        return replace(answers, relations=(*answers.relations, *((key, id, "") for id in ids)))

    def _about(self, answers: "Answers") -> "Answers":
        """The answers with at least one entry that the question is about."""
        while True:
            told = self._with_names(answers, "about", "about, by any name")
            if told.relations != answers.relations:
                return told
            click.echo("  a question is about something; name an entry", err=True)

    def _told(self, question: str) -> str:
        """An answer that is not blank, asked for until there is one."""
        while not (said := self._free(question)):
            pass
        return said

    def _asked(self, question: str, read: Callable[[str], Answer]) -> Answer:
        """What the answer means, asked for again, with the nearest, until it means something."""
        while True:
            said = self._free(question)
            try:
                with refusing(self.graph):
                    return read(said)
            except Refusal as refusal:
                click.echo(harmless_lines("\n    ".join([f"  {refusal.message}", *refusal.rows])), err=True)
                if refusal.help:
                    click.echo(f"  {harmless_lines(refusal.help)}", err=True)

    @staticmethod
    def _free(question: str) -> str:
        """The answer, which may be blank.

        Raises:
            Refused: whoever was asked has stopped.
        """
        try:
            return str(click.prompt(question, default="", show_default=False, err=True)).strip()
        except click.Abort as error:
            click.echo(err=True)
            raise Refused("stopped; nothing was written") from error


def _parted(said: str) -> tuple[str, ...]:
    return tuple(name for each in said.split(",") if (name := each.strip()))


def _offered(choices: Sequence[str]) -> str:
    line = ", ".join(choices)
    return line if len(line) <= _OFFERED else f"{line[:_OFFERED].rpartition(', ')[0]}, …"
