"""What became of the entries of the base: which ids still work, and where an entry is now."""

from pathlib import PurePosixPath

from lexigraph.graph import EntryNode, Graph

__all__ = ["Since"]


class Since:
    """The graph after a change, seen from the one before."""

    def __init__(self, graph: Graph, base: Graph) -> None:
        self.graph = graph
        """After the change."""
        self._base = base
        self._working = {*graph.entries, *graph.redirects, *graph.questions, *graph.names.paths}
        self._working.update(entry.path.removesuffix(".md") for entry in graph.entries.values())
        for old, id in graph.redirects.items():
            if "/" not in old and (entry := graph.entries.get(id)):  # it leads on from the entry's folder too
                self._working.add(str(PurePosixPath(entry.path).parent / old))
        self._new: dict[str, list[str]] | None = None

    def works(self, name: str) -> bool:
        """Whether the id, path or redirect leads somewhere."""
        return name in self._working

    def now(self, id: str) -> str:
        """The id under which an entry of the base is reached; the id itself when it is not."""
        return id if id in self.graph.entries else self.graph.redirects.get(id, id)

    def heir(self, entry: EntryNode) -> EntryNode | None:
        """The entry that an entry of the base became, where its id or path is lost: the one that has its id, its name,
        or, alone among the new ones, its definition or text."""
        if entry.id in self.graph.entries:
            return self.graph.entries[entry.id]
        named = self.graph.names.candidates(entry.title)
        if len(named) == 1:
            return self.graph.entries[named[0]]
        if self._new is None:
            self._new = {}
            for each in self.graph.entries.values():
                if each.id not in self._base.entries:
                    for text in _texts(each):
                        self._new.setdefault(text, []).append(each.id)
        alike = {id for text in _texts(entry) for id in self._new.get(text, ())}
        return self.graph.entries[alike.pop()] if len(alike) == 1 else None


def _texts(entry: EntryNode) -> tuple[str, ...]:
    """What tells an entry from others, whatever it is called."""
    body = entry.parsed.markdown.strip()
    return tuple(text for text in (entry.definition, body) if text)
