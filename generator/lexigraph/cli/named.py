"""The entry that a name on the command line means."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from lexigraph.cli.screen import said
from lexigraph.cli.shared import Refused, WrongUse, be_quiet
from lexigraph.cli.usage import unknown_word
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph, Entry

__all__ = ["completed_name", "entry_named", "name_argument", "named_words", "relation_keys", "titled"]


def completed_name(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    """Ids of entries that begin so, for a shell that completes them."""
    from lexigraph.cli.source import graph_of

    be_quiet(context)
    try:
        graph = graph_of(context.params.get("source"))
    except click.ClickException:
        return []
    start = start.lower()
    return [CompletionItem(entry.id, help=said(entry.title)) for entry in graph if entry.id.lower().startswith(start)]


name_argument = click.argument(
    "name", metavar="NAME", nargs=-1, required=True, callback=lambda *given: _joined(given[-1]),
    shell_complete=completed_name,
)  # fmt: skip
"""Gives a verb NAME as `name`; the words of a name need no quotes."""


def entry_named(graph: "ConceptGraph", name: str) -> "Entry":
    """The entry with that id, title, alias or acronym.

    Raises:
        Refused: no entry has the name, and which are nearest, or who wants one; or several have it, and which.
        WrongUse: the name is empty.
    """
    from lexigraph.concept_graph import AmbiguousName, UnknownEntry

    if not name.strip():
        raise WrongUse(
            "the name is empty", "name an entry by its id, title, alias or acronym; lexigraph list lists them"
        )
    try:
        return graph[name]
    except UnknownEntry as error:
        help = f"nearest: {titled(graph, error.suggestions)}" if error.suggestions else ""
        if error.references:
            places = counted(len(error.references), "place refers", "places refer")
            help = "; ".join(filter(None, (f"{places} to it: see lexigraph wanted", help)))
        raise Refused(f"no entry has the name '{name}'", help or _other_way(name)) from error
    except AmbiguousName as error:
        raise Refused(
            f"'{name}' may mean {len(error.candidates)} entries",
            f"name one by its id: {titled(graph, error.candidates)}",
        ) from error


def _other_way(name: str) -> str:
    """What may help who typed a name that is near none."""
    if any("://" in word or Path(word).is_dir() for word in name.split()):
        return "a folder or an address goes behind --graph"
    return "lexigraph search looks into the texts too"


def titled(graph: "ConceptGraph", ids: Iterable[str]) -> str:
    """`embedding (Embedding), token (Token)`."""
    return ", ".join(f"{id} ({graph.entry(id).title})" for id in ids)


def relation_keys(graph: "ConceptGraph", said: str) -> tuple[str, ...] | None:
    """The keys of an option `--relations`; None when it was not given: all relations.

    Raises:
        WrongUse: there is no such relation.
    """
    keys = named_words(said)
    for key in keys:
        if key not in graph.vocabulary.directions:
            raise unknown_word("relation", key, tuple(graph.vocabulary.directions))
    return keys or None


def named_words(said: str) -> tuple[str, ...]:
    """The words of an option that takes several, with commas between."""
    return tuple(word for each in said.split(",") if (word := each.strip()))


def _joined(words: Sequence[str]) -> str:
    return " ".join(words)
