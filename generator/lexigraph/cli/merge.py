"""`lexigraph merge`: one entry folded into another that stays."""

from functools import partial

import click

from lexigraph.cli.folder import content_folder
from lexigraph.cli.loaded import loaded
from lexigraph.cli.planned import carry_out
from lexigraph.cli.refusing import refusing
from lexigraph.cli.shared import shared_options

__all__ = ["merge"]


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--all", "shows_all", is_flag=True, help="Print every place.")
@click.option("--write", "writes", is_flag=True, help="Do it.")
@click.option("--force", "is_forced", is_flag=True, help="Edit files that have uncommitted changes too.")
@shared_options
def merge(old: str, new: str, *, shows_all: bool, writes: bool, is_forced: bool) -> None:
    """Fold the entry OLD into the entry NEW, which stays, with every reference to it.

    Where both have a value, NEW's stays and OLD's is printed. Nothing is written without --write.
    """
    from lexigraph.change.merge import merge as planned

    graph = loaded(content_folder(None))
    with refusing(graph):
        plan = planned(graph, old, new, load=partial(loaded, graph.root))
        carry_out(graph, plan, shows_all=shows_all, writes=writes, is_forced=is_forced)
