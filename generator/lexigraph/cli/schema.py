"""`lexigraph schema`: the JSON Schema of what an author writes, and of what a site publishes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.folder import project_here
from lexigraph.cli.shared import shared_options

if TYPE_CHECKING:
    from lexigraph.vocabulary import Vocabulary

__all__ = ["schema"]


@click.command()
@click.option(
    "--for", "subject", type=click.Choice(["entry", "scheme", "concepts"]), default="entry", show_default=True,
)  # fmt: skip
@shared_options
def schema(subject: str) -> None:
    """Print the JSON Schema of an entry's front matter, of scheme.yml, or of concepts.json.

    The kinds and relations that the scheme of this knowledge base adds are in that of an entry.

    \b
    Example: lexigraph schema --for entry > entry.schema.json
    """
    from lexigraph.export import concepts
    from lexigraph.parse.schema import entry_schema, scheme_schema

    if subject == "concepts":
        click.echo(concepts.schema().decode().rstrip("\n"))
        return
    document = scheme_schema() if subject == "scheme" else entry_schema(_vocabulary())
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _vocabulary() -> "Vocabulary":
    """The kinds and relations of the knowledge base here; the built-in ones where there is none."""
    from lexigraph.model import SourceFile
    from lexigraph.parse.scheme import parse_scheme
    from lexigraph.read import FILE_LIMIT, SCHEME_FILE

    project = project_here()
    file = (project.content if project else Path("content")) / SCHEME_FILE
    source = None
    if file.is_file():
        with file.open("rb") as stream:
            source = SourceFile(path=SCHEME_FILE, data=stream.read(FILE_LIMIT + 1))
    scheme, _ = parse_scheme(source)
    return scheme.vocabulary
