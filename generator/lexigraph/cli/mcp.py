"""`lexigraph mcp`: the graph for agents, over standard input and output."""

import signal
from typing import TYPE_CHECKING

import click

from lexigraph.cli.shared import WrongUse, shared_options, tell
from lexigraph.cli.source import graph_of, loaded_from
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.concept_graph import ConceptGraph

__all__ = ["mcp"]


@click.command()
@click.argument("source", required=False)
@shared_options
def mcp(source: str | None) -> None:
    """Serve the graph to agents by the Model Context Protocol, over standard input and output.

    SOURCE is a folder of Markdown, a concepts.json, or the address of a published site. A folder is read again when
    its files change. Needs: pip install 'lexigraph[mcp]'
    """
    try:
        from lexigraph.mcp import server_of
        from lexigraph.mcp.source import Source
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise WrongUse("the server needs the package 'mcp'", "pip install 'lexigraph[mcp]'") from error
    graph = graph_of(source, way_out="name a folder or a site: lexigraph mcp SOURCE")
    watched = Source(graph, again=lambda: _again(source))
    tell(f"serving {counted(len(watched.graph), 'entry', 'entries')} from {watched.graph.source} to one agent")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else Ctrl-C waits for the thread of the SDK that reads stdin
    server_of(lambda: watched.graph).run()


def _again(source: str | None) -> "ConceptGraph":
    """The graph as its files are now. Asked for by threads, so that nothing here may speak to a terminal.

    Raises:
        CannotLoad: the files are away.
    """
    from lexigraph.concept_graph import CannotLoad, ConceptGraph

    try:
        return ConceptGraph(loaded_from(source, lambda stage, done, total: None))
    except WrongUse as error:
        raise CannotLoad(source or "content", error.message) from error
