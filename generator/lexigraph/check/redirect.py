"""Redirects as written: old names in `redirect_from`, and files that are redirects to one another."""

from pathlib import PurePosixPath

from lexigraph.graph import Graph

__all__ = ["circles", "leads_to_redirect", "old_name"]


def old_name(written: str) -> str:
    """An item of `redirect_from`, or a `destination`, as an id or path."""
    return written.strip().strip("/").removesuffix(".md")


def leads_to_redirect(graph: Graph, path: str) -> str:
    """The path of the redirect file to which the redirect file at `path` leads; empty when it leads to none."""
    wanted = old_name(graph.redirecting[path].fields.destination)
    for other in sorted(graph.redirecting):
        if wanted and wanted in (other.removesuffix(".md"), PurePosixPath(other).stem):
            return other
    return ""


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Redirect files that lead back to themselves, each circle once, from its first path."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    done: set[str] = set()
    for start, id in graph.redirect_files.items():
        walk: list[str] = []
        step = start if not id else ""
        while step and step not in done and step not in walk:
            walk.append(step)
            step = leads_to_redirect(graph, step)
        if step in walk:
            circle = walk[walk.index(step) :]
            first = circle.index(min(circle))
            found[frozenset(circle)] = (*circle[first:], *circle[:first])
        done.update(walk)
    return tuple(sorted(found.values()))
