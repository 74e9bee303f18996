"""What all parts of a document are read against: the entries that it has, the words of its vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass

from lexigraph.graph import EntryNode
from lexigraph.loading.published.document import finding
from lexigraph.loading.published.entry import PublishedEntry, Written
from lexigraph.model import Diagnostic
from lexigraph.vocabulary import RelationType, Vocabulary

__all__ = ["World"]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The entries and the vocabulary of one document."""

    nodes: Mapping[str, EntryNode]
    """By id, by title."""
    files: Mapping[str, PublishedEntry]
    """By id of the entry; by path."""
    vocabulary: Vocabulary
    types: Mapping[str, RelationType]
    """By key, in order of the vocabulary."""
    findings: list[Diagnostic]
    """What was left out so far."""

    def has(self, id: str, place: str) -> bool:
        """Whether there is such an entry; a finding when there is none."""
        if id in self.nodes:
            return True
        self.findings.append(finding(place, f"there is no entry '{id}' in the document"))
        return False

    def written(self, id: str) -> Written:
        """What the file of the entry says, as far as it is known."""
        return self.files[id].written_elsewhere
