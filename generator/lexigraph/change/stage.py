"""Files of a graph while a change of several steps is made in them: each step sees the text that the last one left."""

from collections.abc import Iterable

from lexigraph.change.drafts import Drafts
from lexigraph.change.refusal import CannotChange
from lexigraph.edit.front_matter import with_item
from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Edit, ParsedEntry, SourceFile
from lexigraph.parse.entry import parse_entry

__all__ = ["Stage"]


class Stage:
    """The texts of one graph's files, and the edits made in them."""

    def __init__(self, graph: Graph) -> None:
        self._scheme = graph.scheme
        self._parsed = {node.path: node.parsed for node in graph.entries.values()} | dict(graph.pages)
        self._parsed |= dict(graph.redirecting)
        self.drafts = Drafts(graph.root)
        """What the files are by now."""

    def parsed(self, path: str) -> ParsedEntry:
        """The file as it is by now."""
        return self._parsed[path]

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make edits, whose places are those in the files as they are by now.

        Raises:
            CannotChange: a file cannot be edited, or is not what it was.
        """
        edits = tuple(edits)
        if reason := self.drafts.objection(edits):
            raise CannotChange(reason, help="run it again")
        self.drafts = self.drafts.with_edits(edits)
        for path in {edit.path for edit in edits} & set(self._parsed):
            entry = parse_entry(SourceFile(path=path, data=self.drafts.overlay[path] or b""), self._scheme)
            if entry is not None:
                self._parsed[path] = entry

    def add(self, path: str, key: str, value: str) -> None:
        """Add a text to a list of the front matter, which is written if there is none.

        Raises:
            CannotChange: the front matter takes no further item there.
        """
        parsed = self.parsed(path)
        edits = with_item(parsed, key, value)
        if not edits and not parsed.front_matter:
            line_end = "\r\n" if "\r\n" in parsed.source else "\n"
            lines = ("---", f"{key}: [{value}]", "---", "", "")
            edits = (Edit(path=path, span=NOWHERE, text=line_end.join(lines)),)
        self.must(path, edits, f"nothing can be added to '{key}'")

    def must(self, path: str, edits: tuple[Edit, ...], otherwise: str) -> None:
        """Make the edits, which are some.

        Raises:
            CannotChange: there are none.
        """
        if not edits:
            raise CannotChange(f"{path}: {otherwise}", help="see what 'lexigraph check' says of its front matter")
        self.edit(edits)
