"""`lexigraph export`: the graph in another format, or which formats there are."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from lexigraph.cli.named import entry_named, relation_keys
from lexigraph.cli.screen import dim, filled, head
from lexigraph.cli.shared import WrongUse, harmless_lines, not_installed, shared_options, tell
from lexigraph.cli.source import graph_of, graph_option
from lexigraph.cli.usage import unknown_word
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph, Format

__all__ = ["export"]


class _WithFormats(click.Command):
    """A command whose help ends with the formats there are."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a row for each format."""
        with formatter.section("Formats"):
            formatter.write_dl([(name, _purpose(name)) for name in _formats()])


def _completed(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=_purpose(name)) for name in _formats() if name.startswith(start)]


@click.command(cls=_WithFormats)
@click.argument("name", metavar="[FORMAT]", required=False, shell_complete=_completed)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="File or folder; without it a format of one file is printed.",
)
@click.option("--around", metavar="NAME", multiple=True, help="Only this entry and those near it; may be repeated.")
@click.option("--depth", type=click.IntRange(0), help="With --around: how many relations away at most; 1 unless said.")
@click.option("--relations", metavar="KEYS", default="", help="With --around: follow only these, with commas between.")
@graph_option
@click.option(
    "--site-url",
    metavar="URL",
    default="",
    help="Where it is published; by default what mkdocs.yml says. Feeds need it, addresses are whole with it.",
)
@shared_options  # fmt: skip
def export(
    name: str | None, output: Path | None, around: tuple[str, ...], depth: int | None, relations: str,
    source: str | None, site_url: str,
) -> None:  # fmt: skip
    """Write the graph in another format; without FORMAT, print which there are and what each leaves out.

    \b
    Examples:
      lexigraph export csv -o tables
      lexigraph export graphml -o rag.graphml --around rag --depth 2
    """
    if name is None:
        if output is not None or around:
            raise WrongUse("no FORMAT is named", f"formats are {', '.join(_formats())}")
        click.echo(_listed())
        return
    if name not in _formats():
        raise unknown_word("format", name, tuple(_formats()))
    if output is None and _formats()[name].is_folder:
        raise WrongUse(f"'{name}' is a folder of files", f"name it: lexigraph export {name} -o folder")
    if not around and (depth is not None or relations):
        raise WrongUse("--depth and --relations need --around", "name the entry in the middle: --around NAME")
    graph = graph_of(source)
    if around:
        graph = _near(graph, around, 1 if depth is None else depth, relations)
    _export(graph, name, output, site_url)


def _near(graph: "ConceptGraph", names: tuple[str, ...], depth: int, relations: str) -> "ConceptGraph":
    """The entries around those named, and the relations among them."""
    seeds = [entry_named(graph, name) for name in names]
    near = graph.neighbourhood(seeds, depth=depth, relations=relation_keys(graph, relations))
    tell(f"{counted(len(near), 'entry', 'entries')} of {len(graph)}")
    return near


def _export(graph: "ConceptGraph", name: str, output: Path | None, site_url: str) -> None:
    """Write it, or print it.

    Raises:
        WrongUse: it cannot be written there, or a package is not installed.
    """
    from lexigraph.concept_graph import MissingExtra

    url = f"{site_url.rstrip('/')}/" if site_url else ""
    try:
        if output is None:
            _print(graph, name, url)
        else:
            _write(graph, name, output, url)
    except MissingExtra as error:
        raise not_installed(name, error) from error


def _print(graph: "ConceptGraph", name: str, url: str) -> None:
    """The bytes of the file; on a terminal nothing that steers it."""
    from lexigraph.concept_graph.exports import export_of
    from lexigraph.export import EXPORTERS

    first = next(EXPORTERS[name].artifacts(export_of(graph.linked, url=url)), None)
    if first is None:
        tell(_nothing(name))
    elif not sys.stdout.isatty():
        click.echo(first.data, nl=False)
    else:
        try:
            click.echo(harmless_lines(first.data.decode()), nl=False)
        except UnicodeDecodeError as error:
            raise WrongUse(f"'{name}' is no text", f"name a file: lexigraph export {name} -o FILE") from error


def _write(graph: "ConceptGraph", name: str, output: Path, url: str) -> None:
    from lexigraph.concept_graph.exports import write_export

    try:
        written = write_export(graph.linked, name, output, url=url)
    except OSError as error:
        raise WrongUse(f"{output} cannot be written: {error.strerror or error}") from error
    if not written:
        tell(_nothing(name))
        return
    tell(f"{output}: {counted(len(written), 'file', 'files')}, {sum(item.size for item in written):,} bytes")
    if written[0].left_out:
        tell(f"left out: {', '.join(written[0].left_out)}")


def _nothing(name: str) -> str:
    needs = "; it needs --site-url" if name == "atom" else ""
    return f"nothing to write as '{name}'{needs}"


def _formats() -> "dict[str, Format]":
    from lexigraph.concept_graph import formats

    return {each.name: each for each in formats()}


def _listed() -> str:
    """Of each format its name, what it is, what it leaves out."""
    from lexigraph.export import EXPORTERS

    blocks = []
    for each in _formats().values():
        left_out = EXPORTERS[each.name].LEFT_OUT
        loss = f"leaves out {', '.join(left_out)}" if left_out else "lossless"
        needs = f"needs lexigraph[{each.extra}]" if each.extra else ""
        facts = dim(each.suffix or "folder", needs)
        lines = [f"{head(each.name)} ({facts})", filled(_purpose(each.name), "  ", "  "), filled(loss, "  ", "  ")]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def _purpose(name: str) -> str:
    """The first line of its documentation."""
    from lexigraph.export import EXPORTERS

    return (EXPORTERS[name].__doc__ or "").partition("\n")[0].removeprefix(f"`{name}`: ").replace("`", "")
