"""The command line: one file for each verb, whose work is done below.

Nothing that a verb needs is imported before it runs, and no verb before it is asked for: `lexigraph show` takes a third
of a second, most of it the graph.
"""

import gc
import sys
import traceback
from collections.abc import Mapping
from types import MappingProxyType

import click

from lexigraph.cli.shared import shared_options
from lexigraph.cli.usage import Verbs

__all__ = ["VERBS", "lexigraph", "main"]

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "init": "init",
        "new": "new",
        "build": "build",
        "serve": "serve",
        "check": "check",
        "explain": "explain",
        "rename": "rename",
        "merge": "merge",
        "diff": "diff",
        "show": "show",
        "list": "listing",
        "search": "search",
        "neighbours": "neighbours",
        "path": "path",
        "order": "order",
        "questions": "questions",
        "wanted": "wanted",
        "stats": "stats",
        "export": "export",
        "import": "importing",
        "schema": "schema",
        "mcp": "mcp",
    }
)
"""Verb → the module here, and the function in it, that is the verb; in the order in which `--help` lists them."""


@click.group(cls=Verbs, verbs=VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@shared_options
def lexigraph() -> None:
    """A glossary that is a graph: build it, check it, ask it.

    The knowledge base is the content folder of the mkdocs.yml here or in a folder above, else the folder 'content'.
    Exit status: 0 done, 1 findings, nothing found or a refusal, 2 used wrongly.
    """


def main() -> None:
    """Run the command line; what the program itself gets wrong ends with exit status 2."""
    gc.set_threshold(50_000, 20, 20)  # a graph is millions of values that live as long as the command
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not when a test or an embedding program has put its own there
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        lexigraph(prog_name="lexigraph")
    except Exception:  # noqa: BLE001  the outermost edge: a fault of ours must not look like findings
        traceback.print_exc()
        click.echo("error: lexigraph failed; the lines above say where. Please report them.", err=True)
        sys.exit(2)
