"""Files of a site that are neither pages nor attachments, written after MkDocs' loop."""

import posixpath
import re
from itertools import chain
from pathlib import Path

from lexigraph.export import published
from lexigraph.page import Site, graph_data, redirects

__all__ = ["without_dates", "write_artifacts", "write_redirects", "write_search_script"]

_LAST_CHANGE = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def write_redirects(site: Site, folder: Path) -> list[str]:
    """Write the page of each redirect below the folder; the paths where something stands already.

    A path that leads out of the folder is never written; whoever wrote it is told by `check`.
    """
    taken = []
    for path, document in redirects(site):
        target = folder / path
        if posixpath.isabs(path) or ".." in path.split("/"):
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(document)
        except (FileExistsError, NotADirectoryError):
            taken.append(path)
    return taken


def write_artifacts(site: Site, folder: Path) -> list[str]:
    """Write the machine-readable files of the site below the folder; the paths where something stands already.

    Crawlers are told of the sitemap, unless the site has a `robots.txt` of its own.
    """
    taken = []
    made: set[Path] = set()
    robots = folder / "robots.txt"
    if site.url and not robots.exists():
        robots.write_text(f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n", "utf-8", newline="\n")
    for artifact in chain(published(site.export), graph_data.files(site)):
        target = folder / artifact.path
        try:
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            with target.open("xb") as file:
                file.write(artifact.data)
        except (FileExistsError, IsADirectoryError, NotADirectoryError):
            taken.append(artifact.path)
    return taken


def write_search_script(folder: Path) -> None:
    """Write the search index as a script beside the JSON file: from `file://` a browser loads scripts only.

    Source: Material for MkDocs, plugin `offline`.
    """
    index = folder / "search" / "search_index.json"
    if index.is_file():
        script = f"var __index = {index.read_text('utf-8')}"
        index.with_suffix(".js").write_text(script, "utf-8", newline="\n")


def without_dates(sitemap: str) -> str:
    """The sitemap without dates of change."""
    return _LAST_CHANGE.sub("", sitemap)
