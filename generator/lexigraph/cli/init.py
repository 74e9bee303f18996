"""`lexigraph init`: a knowledge base that builds, with what GitHub needs for contributions."""

import os
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.shared import WrongUse, shared_options, tell
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.read import Reading
    from lexigraph.starter import Settings

__all__ = ["init"]


@click.command()
@click.argument("target", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Begin with a copy of the Markdown there, in place of the three entries.",
)
@click.option(
    "--title", metavar="TEXT", default="", help="Title of the knowledge base; by default from the folder's name."
)
@click.option(
    "--repo", metavar="OWNER/NAME", default="", help="Its repository on GitHub, for the buttons on the pages."
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@shared_options  # fmt: skip
def init(target: Path, source: Path | None, title: str, repo: str, *, dry_run: bool) -> None:
    """Write a knowledge base that builds into DIR: three entries, settings, and what GitHub needs.

    A file that exists is named and left as it is.
    """
    from lexigraph.read import read_content

    if source is not None and target.resolve().is_relative_to(source.resolve()):
        raise WrongUse(f"{target} lies inside {source}", "name another folder to write to")
    reading = read_content(source) if source is not None else None
    below = _below(source, reading) if source is not None and reading is not None else ""
    files = _files(_settings(target, title, repo, reading, below), source, reading, below)
    kept = sorted(path for path in files if os.path.lexists(target / path))
    written = sorted(files.keys() - set(kept))
    if not dry_run:
        for path in written:
            _write(target, path, files[path])
    shown = "" if target == Path() else f"{target.as_posix().rstrip('/')}/"
    for path in kept:
        click.echo(f"kept {shown}{path}, which exists")
    for path in written:
        click.echo(f"{'would write' if dry_run else 'wrote'} {shown}{path}")
    if dry_run:
        tell("nothing written")
    else:
        tell(f"wrote {counted(len(written), 'file', 'files')}; next: {_next(shown, is_taken_over=source is not None)}")


def _below(source: Path, reading: "Reading") -> str:
    """Where the copied files go below the content folder: a folder of the same name when their links begin with it,
    else nowhere; ends in a slash. A scheme speaks of paths, and stays at the top."""
    below = f"{source.resolve().name}/"
    is_linked = any(f"](/{below}".encode() in file.data for file in reading.files)
    return below if is_linked and not reading.scheme else ""


def _settings(folder: Path, title: str, repo: str, reading: "Reading | None", below: str) -> "Settings":
    """The blanks of the templates; `below` is where files that are copied go.

    Raises:
        WrongUse: the repository's name is none.
    """
    from lexigraph.parse.scheme import parse_scheme
    from lexigraph.starter import Settings

    scheme, _ = parse_scheme(reading.scheme if reading else None)
    paths = [f"{below}{file.path}" for file in reading.files] if reading else ["basics/index.md"]
    name = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    try:
        return Settings(
            title=" ".join((title or scheme.title or name[:1].upper() + name[1:] or "Glossary").split()),
            install=f'"lexigraph=={version("lexigraph")}"',
            repository=repo,
            topics=tuple(sorted({path.split("/")[0] for path in paths if "/" in path})),
            vocabulary=scheme.vocabulary,
            is_guest=reading is not None,
        )
    except ValueError as error:
        raise WrongUse(str(error), "write it as in the address: --repo acme/glossary") from error


def _files(
    settings: "Settings", source: Path | None, reading: "Reading | None", below: str
) -> Mapping[str, bytes]:  # fmt: skip
    """Path below the new folder → what is to be there. What is copied wins over what is made."""
    from lexigraph.read import SCHEME_FILE
    from lexigraph.starter import entry_files, repository_files, setting_files

    made = dict(repository_files(settings)) | dict(setting_files(settings))
    if source is None or reading is None:
        made |= entry_files(settings)
    files = {path: text.encode() for path, text in made.items()}
    if source is not None and reading is not None:
        copied = [*(file.path for file in reading.files), *reading.attachments]
        for path in [*copied, *([SCHEME_FILE] if reading.scheme else [])]:
            files[f"{settings.content}/{below}{path}"] = (source / path).read_bytes()
    return files


def _write(folder: Path, path: str, data: bytes) -> None:
    """Write a new file, never over one that exists, never outside the folder.

    Raises:
        WrongUse: it cannot be written.
    """
    file = folder / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.resolve().is_relative_to(folder.resolve()):
            raise WrongUse(f"{path} leads out of {folder} through a link", "take the link away")
        with file.open("xb") as stream:
            stream.write(data)
    except OSError as error:
        raise WrongUse(f"{file} cannot be written: {error.strerror or error}") from error


def _next(shown: str, *, is_taken_over: bool) -> str:
    there = f" -C {shown.rstrip('/')}" if shown else ""
    if_much = " --write-baseline, if there is much to mend, then" if is_taken_over else ","
    return f"lexigraph check{there}{if_much} lexigraph serve{there}"
