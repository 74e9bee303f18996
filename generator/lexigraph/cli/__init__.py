"""The command line: one file for each verb, whose work is done below.

Nothing that a verb needs is imported before it runs, so that `lexigraph --help` is quick.
"""

import gc
import sys
import traceback

import click

from lexigraph.cli.build import build
from lexigraph.cli.check import check
from lexigraph.cli.diff import diff
from lexigraph.cli.explain import explain
from lexigraph.cli.export import export
from lexigraph.cli.init import init
from lexigraph.cli.merge import merge
from lexigraph.cli.new import new
from lexigraph.cli.order import order
from lexigraph.cli.path import path
from lexigraph.cli.questions import questions
from lexigraph.cli.rename import rename
from lexigraph.cli.schema import schema
from lexigraph.cli.search import search
from lexigraph.cli.serve import serve
from lexigraph.cli.shared import shared_options
from lexigraph.cli.show import show
from lexigraph.cli.stats import stats
from lexigraph.cli.usage import Verbs

__all__ = ["lexigraph", "main"]

VERBS = (
    init, new, build, serve, check, explain, rename, merge, diff,
    show, search, path, order, questions, stats, export, schema,
)  # fmt: skip
"""In the order in which `--help` lists them."""


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@shared_options
def lexigraph() -> None:
    """A glossary that is a graph: build it, check it, ask it.

    The knowledge base is the content folder of mkdocs.yml in this folder, else the folder 'content'.
    Exit status: 0 done, 1 findings or a refusal, 2 used wrongly.
    """


for verb in VERBS:
    lexigraph.add_command(verb)


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
