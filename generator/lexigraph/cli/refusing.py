"""How the verbs that change files say no: what is in the way, each with its file, and the way out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from lexigraph.cli.folder import display_prefix
from lexigraph.cli.shared import Refused, harmless_lines

if TYPE_CHECKING:
    from lexigraph.graph import EntryNode, Graph

__all__ = ["Refusal", "entry_rows", "refusing"]


class Refusal(Refused):
    """A change that is not made."""

    def __init__(self, message: str, rows: Sequence[str] = (), help: str = "") -> None:
        super().__init__(message, help)
        self.rows = tuple(rows)

    def show(self, file: Any = None) -> None:
        """Say what is in the way and what to do, on stderr."""
        click.echo(harmless_lines("\n  ".join([f"refused: {self.message}", *self.rows])), err=True)
        if self.help:
            click.echo(f"  help: {harmless_lines(self.help)}", err=True)


@contextmanager
def refusing(graph: "Graph") -> Iterator[None]:
    """Turn what cannot be changed in the graph's folder into a refusal."""
    from lexigraph.change import FileChanged
    from lexigraph.change.refusal import CannotChange

    try:
        yield
    except CannotChange as error:
        rows = entry_rows([graph.entries[id] for id in error.entries if id in graph.entries], graph)
        raise Refusal(error.message, (*rows, *error.rows), error.help) from error
    except FileChanged as error:
        raise Refusal(str(error), help="run it again") from error


def entry_rows(entries: Sequence["EntryNode"], graph: "Graph") -> list[str]:
    """`mixture-of-experts  Mixture of experts (MoE)  content/architectures/mixture-of-experts.md`, in columns."""
    prefix = display_prefix(graph.root)
    cells = [
        (each.id, f"{each.title} ({', '.join(each.also_called)})" if each.also_called else each.title, each.path)
        for each in entries
    ]
    ids, titles = (max((len(row[column]) for row in cells), default=0) for column in (0, 1))
    return [f"{id:<{ids}}  {title:<{titles}}  {prefix}{path}" for id, title, path in cells]
