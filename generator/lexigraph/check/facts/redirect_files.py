"""Files that are redirects (`destination`), and how they lead to one another."""

from pathlib import PurePosixPath

from lexigraph.graph import Graph

__all__ = ["RedirectFiles", "old_name"]


def old_name(written: str) -> str:
    """An item of `redirect_from`, or a `destination`, as an id or path."""
    return written.strip().strip("/").removesuffix(".md")


class RedirectFiles:
    """The redirect files of a graph that lead to no entry."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._named: dict[str, str] = {}
        for path in sorted(graph.redirecting):
            for name in (path.removesuffix(".md"), PurePosixPath(path).stem):
                self._named.setdefault(name, path)
        self.circles = self._circles()
        """Paths of files that lead back to themselves, each circle once, from its first path."""

    def next(self, path: str) -> str:
        """The path of the redirect file to which that file leads; empty when it leads to none."""
        return self._named.get(old_name(self._graph.redirecting[path].fields.destination), "")

    def _circles(self) -> tuple[tuple[str, ...], ...]:
        found: list[tuple[str, ...]] = []
        done: set[str] = set()
        for start in sorted(path for path, id in self._graph.redirect_files.items() if not id):
            walk: dict[str, None] = {}
            step = start
            while step and step not in done and step not in walk:
                walk[step] = None
                step = self.next(step)
            if step in walk:
                circle = list(walk)[list(walk).index(step) :]
                first = circle.index(min(circle))
                found.append((*circle[first:], *circle[:first]))
            done.update(walk)
        return tuple(sorted(found))
