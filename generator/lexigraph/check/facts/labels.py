"""The names that an entry's front matter gives it, each with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from lexigraph.graph import EntryNode
from lexigraph.model import NOWHERE, Span

__all__ = ["Label", "labels"]


class Label(NamedTuple):
    """A name in the front matter of an entry."""

    field: str
    """`title`, `labels`, `aliases`, `acronym`, `hidden_labels`."""
    place: str
    """Its path among the places of the entry: `aliases/0`."""
    name: str

    @property
    def what(self) -> str:
        """What it is, for messages: `alias`."""
        return {"aliases": "alias", "hidden_labels": "hidden label", "labels": "label"}.get(self.field, self.field)

    def span(self, entry: EntryNode) -> Span:
        """Where it stands."""
        return entry.parsed.places.get(self.place, NOWHERE)


def labels(entry: EntryNode) -> Iterator[Label]:
    """The names of the entry, the strongest first: title, labels, acronym, aliases, hidden labels."""
    fields = entry.parsed.fields
    if fields.title:
        yield Label("title", "title", fields.title)
    for language, name in fields.labels.items():
        yield Label("labels", f"labels/{language}", name)
    if fields.acronym:
        yield Label("acronym", "acronym", fields.acronym)
    for index, name in enumerate(fields.aliases):
        yield Label("aliases", f"aliases/{index}", name)
    for index, name in enumerate(fields.hidden_labels):
        yield Label("hidden_labels", f"hidden_labels/{index}", name)
