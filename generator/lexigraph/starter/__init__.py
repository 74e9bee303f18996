"""The files of a new knowledge base: entries to begin with, settings, and what GitHub needs for contributions.

Owns the templates in `files/`, which the flagship's own `.github/` is made from too. `cli.init` writes them.
"""

import json
import textwrap
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from lexigraph.starter.forms import form_files
from lexigraph.starter.pinned import ACTIONS
from lexigraph.starter.settings import Settings

__all__ = ["Settings", "entry_files", "repository_files", "setting_files"]

_DOT = "dot-"
"""Stands for the dot that a hidden file's name begins with: packaging tools pass hidden files over."""


def repository_files(settings: Settings) -> Mapping[str, str]:
    """What GitHub and pre-commit need, and how to contribute: path from the repository's root → text."""
    forms = form_files(settings.vocabulary, settings.site_url)
    return {
        **_filled(settings, "dot-github"),
        **{f".github/ISSUE_TEMPLATE/{name}": text for name, text in forms.items()},
        **_filled(settings, "dot-pre-commit-config.yaml"),
        **_filled(settings, "CONTRIBUTING.md"),
    }


def setting_files(settings: Settings) -> Mapping[str, str]:
    """Settings of the site and of the knowledge base: path from the repository's root → text."""
    return (
        _filled(settings, "mkdocs.yml") | _filled(settings, "dot-gitignore") | _filled(settings, "content/scheme.yml")
    )


def entry_files(settings: Settings) -> Mapping[str, str]:
    """Three entries to begin with, their topic and the home page: path from the repository's root → text."""
    return {path: text for path, text in _filled(settings, "content").items() if path.endswith(".md")}


def _filled(settings: Settings, top: str) -> dict[str, str]:
    """The templates at and below that path, filled in, sorted by path."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        variable_start_string="«", variable_end_string="»", block_start_string="«%", block_end_string="%»",
        comment_start_string="«#", comment_end_string="#»", trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  YAML and Markdown; what is filled in is quoted by `yaml` or checked in Settings
    )  # fmt: skip
    environment.filters["yaml"] = lambda text: json.dumps(text, ensure_ascii=False)
    blanks = {"settings": settings, "actions": ACTIONS, "report": _report()}
    return {
        _path(name, settings): environment.from_string(text).render(blanks)
        for name, text in sorted(_templates().items())
        if name == top or name.startswith(f"{top}/")
    }


def _path(name: str, settings: Settings) -> str:
    path = "/".join(f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in name.split("/"))
    return f"{settings.content}/{path.removeprefix('content/')}" if path.startswith("content/") else path


def _report() -> str:
    """The script of the trusted workflow, as it stands in YAML below `script: |`."""
    return textwrap.indent((files(__name__) / "report.js").read_text("utf-8").rstrip("\n"), " " * 12)


@cache
def _templates() -> Mapping[str, str]:
    return dict(_below(files(__name__) / "files", ""))


def _below(folder: Traversable, above: str) -> list[tuple[str, str]]:
    found = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _below(item, f"{above}{item.name}/")
        else:
            found.append((f"{above}{item.name}", item.read_text("utf-8")))
    return found
