"""The pages that read otherwise after the change, and where to look at them."""

from typing import NamedTuple

from lexigraph.change.report.report import Report
from lexigraph.graph import Graph
from lexigraph.names import sort_key
from lexigraph.query.difference import Risk

__all__ = ["Page", "changed_pages"]


class Page(NamedTuple):
    """A changed page and its addresses."""

    title: str
    path: str
    """Its file below the content folder."""
    href: str
    """Where it can be looked at: in the preview, else its file."""
    live: str
    """On the published site, where that is known and the page was there before; empty otherwise."""


def changed_pages(report: Report) -> tuple[Page, ...]:
    """Pages of entries that changed themselves or have another relation; the gravest first, then by title.

    None where no address is known.
    """
    difference, places = report.difference, report.places
    risks: dict[str, Risk] = {}
    for change in difference.changes:
        for id in (change.subject, change.target):
            path = _path(difference.new, id)
            if path:
                risks[path] = min(risks.get(path, Risk.SAFE), change.risk)
    before = {node.path for node in difference.old.entries.values()} | set(difference.old.pages)
    found = []
    for path in risks:
        href = places.preview(path) or places.file(path)
        live = places.live(path) if path in before and not places.preview_url else ""
        if href or live:
            found.append(Page(_title(difference.new, path), path, href or live, live if href else ""))
    return tuple(sorted(found, key=lambda page: (risks[page.path], sort_key(page.title), page.path)))


def _path(graph: Graph, id: str) -> str:
    """The file of the entry, of the entry that asks the question, or of the page; empty when there is none."""
    if id in graph.entries:
        return graph.entries[id].path
    if id in graph.questions:
        return graph.questions[id].path
    return id if id in graph.pages else ""


def _title(graph: Graph, path: str) -> str:
    if path in graph.pages:
        return graph.pages[path].title
    return next((node.title for node in graph.entries.values() if node.path == path), path)
