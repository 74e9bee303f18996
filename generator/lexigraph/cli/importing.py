"""`lexigraph import`: a file of another program as entries."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from lexigraph.cli.folder import display_prefix, project_here
from lexigraph.cli.refusing import Refusal
from lexigraph.cli.shared import WrongUse, not_installed, shared_options, tell
from lexigraph.cli.usage import unknown_word
from lexigraph.wording import counted

__all__ = ["importing"]

_MOST = 20
"""Lines of what could not be carried that are printed without --all."""


def _completed(context: click.Context, parameter: click.Parameter, start: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in _importers() if name.startswith(start)]


class _WithFormats(click.Command):
    """A command whose help ends with the formats there are."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a row for each format."""
        from lexigraph.importing import IMPORTERS

        with formatter.section("Formats"):
            formatter.write_dl([(name, f"files {', '.join(each.SUFFIXES)}") for name, each in IMPORTERS.items()])


@click.command("import", cls=_WithFormats)
@click.argument("name", metavar="FORMAT", shell_complete=_completed)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The content folder to write to; by default the project's.",
)
@click.option("--topic", metavar="FOLDER", default="", help="The topic of entries that the file gives none.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--all", "shows_all", is_flag=True, help="Print everything that could not be carried.")
@shared_options  # fmt: skip
def importing(name: str, file: Path, output: Path | None, topic: str, *, dry_run: bool, shows_all: bool) -> None:
    """Write the entries of FILE as Markdown, and say what could not be carried. No file is written over.

    \b
    Example: lexigraph import skos thesaurus.ttl -o content --topic thesaurus
    """
    from lexigraph.change import FileChanged
    from lexigraph.importing import plan, read
    from lexigraph.model import CannotChange, MissingExtra

    if name not in _importers():
        raise unknown_word("format", name, _importers())
    if not file.is_file():
        raise WrongUse(f"there is no file {file}", "name the file that is to be read")
    folder = output if output is not None else _content()
    try:
        found = read(name, file, topic=topic)
        rewrite = plan(found, folder)
        written = sorted(rewrite.after) if dry_run else rewrite.write(folder)
    except CannotChange as error:
        raise Refusal(error.message, error.rows, error.help) from error
    except FileChanged as error:
        raise Refusal(str(error), help="run it again") from error
    except MissingExtra as error:
        raise not_installed(name, error) from error
    except OSError as error:
        raise WrongUse(f"{error.filename or folder} cannot be written: {error.strerror or error}") from error
    tell(f"{folder}: {'would write' if dry_run else 'wrote'} {counted(len(written), 'file', 'files')}")
    _tell_left(found.left, shows_all=shows_all)


def _content() -> Path:
    """The content folder of the project here, else `content`."""
    project = project_here()
    return Path(display_prefix(project.content) or ".") if project else Path("content")


def _tell_left(left: tuple[str, ...], *, shows_all: bool) -> None:
    """What could not be carried."""
    if not left:
        return
    shown = left if shows_all or len(left) <= _MOST + 1 else left[:_MOST]
    tell(f"not carried: {counted(len(left), 'thing', 'things')}")
    for line in shown:
        tell(f"  {line}")
    if len(shown) < len(left):
        tell(f"  … and {len(left) - len(shown)} more; --all prints them")


def _importers() -> tuple[str, ...]:
    from lexigraph.importing import IMPORTERS

    return tuple(IMPORTERS)
