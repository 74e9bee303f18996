"""Which knowledge base a verb works on: the one named, that of `mkdocs.yml`, or the folder `content`."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexigraph.cli.shared import WrongUse

__all__ = ["Project", "content_folder", "display_prefix", "project_here", "site_address"]

_SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
_DEFAULT = Path("content")
_ANCESTORS = 10
"""How many files may inherit from each other (MkDocs' `INHERIT`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with a `mkdocs.yml`."""

    settings: Path
    """The file, absolute."""
    content: Path
    """The content folder, absolute; may not exist."""
    repo_url: str = ""
    """Of the repository on the web."""
    site_url: str = ""
    """Of the published site."""


def project_here() -> Project | None:
    """The project that the working folder is part of: its `mkdocs.yml` is here, or in the nearest folder above.

    A knowledge base `content` here comes before what is above. The search ends at the top of a git repository, and
    where others may write: nobody who shares `/tmp` says what is read, or which plugins a build runs.

    Raises:
        WrongUse: the file cannot be read.
    """
    file = _settings_file()
    if file is None:
        return None
    settings = _settings(file)
    repo_url, site_url = (str(settings.get(key) or "") for key in ("repo_url", "site_url"))
    content = file.parent / _content_named_in(settings)
    return Project(settings=file, content=content, repo_url=repo_url, site_url=site_url)


def site_address(content: Path) -> str:
    """Where that folder is published, as the project's `mkdocs.yml` says; empty when it says nothing.

    Raises:
        WrongUse: the file cannot be read.
    """
    project = project_here()
    return project.site_url if project is not None and project.content.resolve() == content.resolve() else ""


def content_folder(given: Path | None, *, way_out: str = "name the folder that holds the Markdown files") -> Path:
    """The content folder: the one given, else the project's, else `content`; it exists and holds Markdown.

    `way_out` is what to do where no folder is given and none is there.

    Raises:
        WrongUse: it does not.
    """
    project = None if given is not None else project_here()
    folder = given or (project.content if project else _DEFAULT)
    if not folder.is_dir():
        if folder.exists():
            raise WrongUse(f"{folder} is a file", "name the folder that it is in")
        if given is not None:
            raise WrongUse(f"there is no folder {folder}", "name the folder that holds the Markdown files")
        where = f"named in {project.settings.name}" if project else "here, and no mkdocs.yml that names another"
        raise WrongUse(
            f"there is no folder {display_prefix(folder).rstrip('/')} {where}",
            f"{way_out}, or begin with lexigraph init",
        )
    if not _has_markdown(folder):
        raise WrongUse(
            f"there is no Markdown in {folder}",
            "an entry is a file whose name ends in .md; lexigraph init writes three to begin with",
        )
    return folder


def display_prefix(folder: Path) -> str:
    """What leads from the working folder to the folder, ending in a slash; empty for the working folder itself."""
    here, folder = Path.cwd(), folder.resolve()
    is_near = folder.is_relative_to(here) or (here.is_relative_to(folder.parent) and folder.parent != Path("/"))
    shown = Path(os.path.relpath(folder, here)) if is_near else folder
    return "" if shown == Path() else f"{shown.as_posix().rstrip('/')}/"


def _settings_file() -> Path | None:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if folder != here and not _is_trusted(folder):
            return None
        for name in _SETTINGS:
            file = (folder / name).resolve()
            if file.is_file() and (folder == here or _is_trusted(file)):
                return file
        if (folder / ".git").exists() or (folder == here and (here / _DEFAULT / "scheme.yml").is_file()):
            return None
    return None


def _is_trusted(path: Path) -> bool:
    """Whether the file or folder above is the user's or the system's, and nobody else may write it."""
    if not hasattr(os, "getuid"):
        return True  # Windows, where folders are not shared like that
    try:
        found = path.stat()
    except OSError:
        return False
    return found.st_uid in {0, os.getuid()} and not found.st_mode & stat.S_IWOTH


def _has_markdown(folder: Path) -> bool:
    for here, folders, files in os.walk(folder):
        if any(name.lower().endswith(".md") and not name.startswith((".", "_")) for name in files):
            return True
        folders[:] = [
            name for name in folders if not name.startswith((".", "_")) and not (Path(here) / name).is_symlink()
        ]
    return False


def _content_named_in(settings: dict[str, Any]) -> str:
    """The plugin's `content`, else `docs_dir`, else MkDocs' default."""
    plugins = settings.get("plugins")
    if isinstance(plugins, list):
        plugins = {name: value for item in plugins if isinstance(item, dict) for name, value in item.items()}
    options = plugins.get("lexigraph") if isinstance(plugins, dict) else None
    named = options.get("content") if isinstance(options, dict) else None
    return str(named or settings.get("docs_dir") or "docs")


def _settings(file: Path, depth: int = 0) -> dict[str, Any]:
    """The settings in the file over those that it inherits; tags that run code are read as nothing."""
    import yaml

    safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as fast

    class Loader(safe):  # type: ignore[misc]  # chosen when it runs
        """Reads what is plain; only MkDocs itself makes sense of `!ENV` and `!!python/name`."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    try:
        settings = yaml.load(file.read_bytes(), Loader)  # noqa: S506  a safe loader
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise WrongUse(f"{file.name} cannot be read: {error}") from error
    if not isinstance(settings, dict):
        return {}
    parent = settings.get("INHERIT")
    if isinstance(parent, str) and depth < _ANCESTORS:
        return {**_settings(file.parent / parent, depth + 1), **settings}
    return settings
