"""`lexigraph stats`: every count of a knowledge base."""

import json
from pathlib import Path

import click

from lexigraph.cli.folder import content_folder
from lexigraph.cli.shared import mention_problems, shared_options

__all__ = ["stats"]


@click.command()
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option("--graph", "source", metavar="SOURCE", type=click.Path(path_type=Path), help="The same as CONTENT.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@shared_options
def stats(content: Path | None, source: Path | None, style: str) -> None:
    """Print counts: entries, relations, links, what does not resolve, questions.

    CONTENT is any folder of Markdown.
    """
    import os

    from lexigraph.loading import load_graph
    from lexigraph.query.stats import stats as counts_of

    folder = content_folder(content or source)
    graph = load_graph(folder, cached_as=folder, workers=os.cpu_count() or 1)
    counts = counts_of(graph)
    click.echo(json.dumps(counts, ensure_ascii=False, indent=2) if style == "json" else _table(counts))
    mention_problems(graph)


def _table(counts: "dict[str, int | dict[str, int]]") -> str:
    """One row a count, numbers right-aligned; below them a block for each mapping that holds anything."""
    numbers = {key: value for key, value in counts.items() if isinstance(value, int)}
    blocks = ["\n".join(_rows(numbers))]
    for key, value in counts.items():
        if isinstance(value, dict) and value:
            blocks.append("\n".join([_words(key), *(f"  {row}" for row in _rows(value))]))
    return "\n\n".join(blocks)


def _rows(counts: dict[str, int]) -> list[str]:
    width = max((len(_words(key)) for key in counts), default=0)
    digits = max((len(str(value)) for value in counts.values()), default=0)
    return [f"{_words(key):<{width}}  {value:>{digits}}" for key, value in counts.items()]


def _words(key: str) -> str:
    return key.replace("_", " ")
