"""`lexigraph rename`: an entry gets another id, and every reference follows."""

from functools import partial

import click

from lexigraph.cli.folder import content_folder
from lexigraph.cli.loaded import loaded
from lexigraph.cli.planned import carry_out
from lexigraph.cli.refusing import refusing
from lexigraph.cli.shared import shared_options

__all__ = ["rename"]


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--title", metavar="TITLE", help="A new title; the old one becomes an alias.")
@click.option("--topic", metavar="FOLDER", help="Move it to that folder.")
@click.option("--all", "shows_all", is_flag=True, help="Print every place.")
@click.option("--write", "writes", is_flag=True, help="Do it.")
@click.option("--force", "is_forced", is_flag=True, help="Edit files that have uncommitted changes too.")
@shared_options
def rename(
    old: str, new: str, title: str | None, topic: str | None, *, shows_all: bool, writes: bool, is_forced: bool
) -> None:
    """Give the entry OLD the id NEW, with every reference to it, and keep the old id as a redirect.

    OLD is any name of the entry. Nothing is written without --write.
    """
    from lexigraph.change.rename import rename as planned

    graph = loaded(content_folder(None))
    with refusing(graph):
        plan = planned(graph, old, new, title=title, topic=topic, load=partial(loaded, graph.root))
        carry_out(graph, plan, shows_all=shows_all, writes=writes, is_forced=is_forced)
