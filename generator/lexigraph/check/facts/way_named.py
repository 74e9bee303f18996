"""By which of its names a reference names its entry: only an id or path stays when everything else is reworded."""

import posixpath
import re
from enum import Enum, auto
from pathlib import PurePosixPath

from lexigraph.graph import Graph
from lexigraph.model import ParsedEntry, Reference
from lexigraph.names import fold

__all__ = ["Way", "WaysNamed"]

_DOCUMENT_SUFFIX = re.compile(r"(?:\.md|\.html?)?$")


class Way(Enum):
    """How a name leads to an entry."""

    DIRECT = auto()
    """By its id or path, or by the name of its file."""
    INFORMAL = auto()
    """By its title, an alias, or other capitals."""
    OLD = auto()
    """By an id or path that redirects to it."""


class WaysNamed:
    """Tells the ways apart in one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._old: dict[str, dict[str, None]] = {}
        for old, id in graph.redirects.items():
            names = self._old.setdefault(id, {})
            names[old] = names[PurePosixPath(old).name] = None
            if "/" not in old:  # it leads on from the entry's folder too
                names[str(PurePosixPath(graph.entries[id].path).parent / old)] = None

    @property
    def redirected(self) -> frozenset[str]:
        """Ids of the entries to which old names lead."""
        return frozenset(self._old)

    def of_name(self, name: str, id: str) -> Way:
        """How the name in a relation or wikilink, which leads to the entry with that id, does so."""
        name = name.strip()
        path = name.removesuffix(".md").strip("/")
        entry = self._graph.entries[id]
        if name == id or path in (entry.path.removesuffix(".md"), entry.parsed.stem, id):
            return Way.DIRECT
        old = self._old.get(id, {})
        if name in old or path in old:
            return Way.OLD
        folded = fold(name)
        own = {fold(known) for known in (*entry.names, id, entry.parsed.stem)}
        if folded not in own and folded in {fold(known) for known in old}:
            return Way.OLD
        return Way.INFORMAL

    def of_link(self, parsed: ParsedEntry, reference: Reference, id: str) -> Way:
        """How a Markdown link of that file, which leads to the entry with that id, does so.

        Informal is a link by the site's own address.
        """
        target, base = reference.target, self._graph.scheme.base_iri
        is_address = bool(base) and target.startswith(base)
        if is_address:
            target = "/" + target.removeprefix(base)
        entry = self._graph.entries[id]
        if not target:
            return Way.DIRECT
        if target.startswith("/"):
            path = posixpath.normpath(target.lstrip("/") or ".").removeprefix(f"{self._graph.root.name}/")
        else:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(parsed.path), target))
        stem = _DOCUMENT_SUFFIX.sub("", path)
        if stem not in (entry.path.removesuffix(".md"), entry.parsed.stem) and stem in self._old.get(id, {}):
            return Way.OLD
        return Way.INFORMAL if is_address else Way.DIRECT
