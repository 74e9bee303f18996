"""`lexigraph export`: the graph in another format."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.folder import content_folder
from lexigraph.cli.shared import WrongUse, mention_problems, shared_options, tell
from lexigraph.cli.usage import unknown_word
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.graph import Graph

__all__ = ["export"]


@click.command()
@click.argument("name", metavar="FORMAT")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="File or folder; without it a format of one file is printed.",
)
@click.option("--graph", "folder", metavar="SOURCE", type=click.Path(path_type=Path), help="A folder of Markdown.")
@click.option(
    "--site-url", metavar="URL", default="", help="Where it is published; needed for feeds and whole addresses."
)
@shared_options
def export(name: str, output: Path | None, folder: Path | None, site_url: str) -> None:
    """Write the graph in another format: json, questions, llms, inventory, atom."""
    import os

    from lexigraph.concept_graph.exports import formats
    from lexigraph.loading import load_graph

    known = {item.name: item for item in formats()}
    if name not in known:
        raise unknown_word("format", name, tuple(known))
    if output is None and known[name].is_folder:
        raise WrongUse(f"'{name}' is a folder of files", f"name it: lexigraph export {name} -o folder")
    content = content_folder(folder)
    graph = load_graph(content, cached_as=content, workers=os.cpu_count() or 1, base_iri=site_url)
    if output is None:
        _print(graph, name, site_url)
    else:
        _write(graph, name, output, site_url)
    mention_problems(graph)


def _print(graph: "Graph", name: str, url: str) -> None:
    from lexigraph.concept_graph.exports import export_of
    from lexigraph.export import EXPORTERS

    first = next(EXPORTERS[name].artifacts(export_of(graph, url=url)), None)
    if first is not None:
        click.echo(first.data, nl=False)


def _write(graph: "Graph", name: str, output: Path, url: str) -> None:
    from lexigraph.concept_graph.exports import write_export

    try:
        written = write_export(graph, name, output, url=f"{url.rstrip('/')}/" if url else "")
    except OSError as error:
        raise WrongUse(f"{output} cannot be written: {error.strerror or error}") from error
    if not written:
        tell(f"nothing to write as '{name}'")
        return
    tell(f"{output}: {counted(len(written), 'file', 'files')}, {sum(item.size for item in written):,} bytes")
    if written[0].left_out:
        tell(f"left out: {', '.join(written[0].left_out)}")
