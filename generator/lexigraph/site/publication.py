"""What one build publishes, complete before MkDocs walks a single file."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lexigraph.check import check
from lexigraph.graph import Graph
from lexigraph.history import read_history
from lexigraph.loading import load_graph
from lexigraph.model import Diagnostic, Severity
from lexigraph.page import Addresses, Site, site_of
from lexigraph.site.clock import build_time

__all__ = ["Progress", "Publication", "publication", "unnoticed"]

Progress = Callable[[str, int, int], None]
"""Told the stage (`parse`, `pages`), how much of it is done, and how much there is."""


def unnoticed(stage: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A graph with its pages planned and judged."""

    graph: Graph
    site: Site
    findings: tuple[Diagnostic, ...]
    """Errors and warnings, sorted; advice (info) is left to `lexigraph check`."""
    time: int | None
    """Seconds since 1970; None when nothing in content or git has a date."""


def publication(
    content: Path,
    *,
    directory_urls: bool,
    repo_url: str = "",
    edit_url: str = "",
    site_url: str = "",
    exclude: tuple[Path, ...] = (),
    progress: Progress = unnoticed,
) -> Publication:
    """Load the folder, plan its pages, run the checks.

    Raises:
        NotADirectoryError: there is no such folder.
        ValueError: `SOURCE_DATE_EPOCH` is not a date.
    """
    graph = load_graph(
        content, cached_as=content, workers=os.cpu_count() or 1, exclude=exclude, base_iri=site_url, progress=progress
    )
    history = read_history(graph.root)
    time = build_time(graph, history)
    site = site_of(
        graph, Addresses(directory_urls=directory_urls), url=site_url, repo_url=repo_url, edit_url=edit_url,
        history=history, today=None if time is None else datetime.fromtimestamp(time, UTC).date(),
    )  # fmt: skip
    findings = tuple(finding for finding in check(graph) if finding.severity is not Severity.INFO)
    return Publication(graph=graph, site=site, findings=findings, time=time)
