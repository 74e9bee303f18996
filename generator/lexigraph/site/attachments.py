"""The files beside the entries that a published page refers to, and no others."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from lexigraph.graph import Graph

__all__ = ["add_attachments", "folders_above"]


def add_attachments(files: Files, graph: Graph, config: MkDocsConfig) -> list[str]:
    """Add to `files` what pages refer to and what the configuration names; the paths that could not be added.

    A file of the content never takes the place of a page or of one of the theme's files (a stranger's
    `assets/javascripts/…` would run on every page), unless the configuration names it.
    """
    named = _named(config) & graph.attachments
    taken = {file.dest_uri for file in files}
    folders = {folder for path in taken for folder in folders_above(path)} | {"search"}
    left_out = []
    for path in sorted(graph.attachments_used | named):
        on_disk = _on_disk(graph.root, path)
        clashes = path in taken or path in folders or any(folder in taken for folder in folders_above(path))
        if on_disk is None or (clashes and path not in named):
            left_out.append(path)
            continue
        if (existing := files.get_file_from_path(path)) is not None:
            files.remove(existing)
        file = File(
            path, str(graph.root), config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED
        )
        file.abs_src_path = str(on_disk)
        files.append(file)
    return left_out


def _named(config: MkDocsConfig) -> set[str]:
    """Paths below the content folder that `mkdocs.yml` names."""
    paths = [*config.extra_css, *map(str, config.extra_javascript), *config.extra_templates]
    paths += [config.theme.get("logo"), config.theme.get("favicon")]
    return {path for path in paths if isinstance(path, str)}


def folders_above(path: str) -> Iterator[str]:
    """The folders above a path: `a/b` and `a` for `a/b/c.png`."""
    while path := path.rpartition("/")[0]:
        yield path


def _on_disk(root: Path, path: str) -> Path | None:
    """The file with that path, whose names are NFC while the disk's may not be; None when it is gone."""
    if (root / path).is_file():
        return root / path
    here = root
    for name in path.split("/"):
        found = next(_called(name, os.scandir(here)), None) if here.is_dir() else None
        if found is None:
            return None
        here = Path(found)
    return here if here.is_file() else None


def _called(name: str, items: Iterable[os.DirEntry[str]]) -> Iterator[str]:
    return (item.path for item in items if unicodedata.normalize("NFC", item.name) == name)
