"""The concept graph: finished, immutable, the one object behind site, checks, exports and Python.

Built by `link`; this module owns lookups that need no algorithm.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from lexigraph.graph.collector import collector_off
from lexigraph.graph.name_index import NameIndex
from lexigraph.graph.values import (
    Backlink,
    Collision,
    EntryNode,
    Link,
    Mention,
    Published,
    Question,
    Relation,
    RelationView,
    Resolved,
    Unresolved,
    Wanted,
)
from lexigraph.model import Diagnostic, ParsedEntry, Scheme, SourceFile
from lexigraph.vocabulary import Vocabulary

__all__ = ["Graph"]


@dataclass(frozen=True, kw_only=True)
class Graph:
    """A knowledge base, linked. All sequences have the order said here, whatever the order of files.

    What only pages and searches ask for is found when it is first asked for, and kept. (Without slots for that.)
    """

    root: Path
    """The content folder."""
    scheme: Scheme
    entries: Mapping[str, EntryNode]
    """By id, sorted by title (natural, without case and accents), then id."""
    pages: Mapping[str, ParsedEntry]
    """By path: files that are no entries but have text to show (`index.md`, `<topic>/index.md`)."""
    attachments: frozenset[str]
    """Paths of files that are no Markdown; a page may refer to those that are passive (`read.is_passive`)."""
    attachments_used: frozenset[str]
    """Those of them that some page refers to: what is published."""
    redirects: Mapping[str, str]
    """Old id or path (without `.md`) → id of the entry it leads to; sorted."""
    redirect_files: Mapping[str, str]
    """Path of a file that is a redirect (`destination`) → id of its entry, "" when that is unknown."""
    redirecting: Mapping[str, ParsedEntry]
    """By path: those files as parsed; their titles are names too."""
    relations: tuple[Relation, ...]
    """Asserted, each (type, source, target) once, self-relations left out; by source, vocabulary, target."""
    self_relations: tuple[Relation, ...]
    relations_at: Mapping[str, tuple[RelationView, ...]]
    """By id of either end: in order of the vocabulary's directions; as written, then derived by title."""
    resolved: Mapping[str, tuple[Resolved | None, ...]]
    """By path of the file: for each of its references where it leads, None when nowhere or to many."""
    find_links: Callable[[], tuple[Link, ...]] = field(repr=False, compare=False)
    """Makes `links`."""
    find_mentions: Callable[[Collection[str]], tuple[Mention, ...]] = field(repr=False, compare=False)
    """Makes `mentions` of the entries with these ids."""
    find_backlinks: Callable[[tuple[Link, ...]], Mapping[str, tuple[Backlink, ...]]] = field(repr=False, compare=False)
    """Makes `backlinks` from `links`."""
    unresolved: tuple[Unresolved, ...]
    """References to nothing or to many, relations and links; by path and place."""
    collisions: tuple[Collision, ...]
    questions: Mapping[str, Question]
    """By id, sorted by text."""
    question_links: tuple[Relation, ...]
    """Relations between questions (`depends_on`, `would_settle`, `part_of`, the scheme's own), whose ends are ids of
    questions: of files, whose relations stand in `relations` too, and of bullets. By source, vocabulary, target."""
    questions_about: Mapping[str, tuple[str, ...]]
    """By id of the entry: ids of questions about it, open first, then by text."""
    wanted: tuple[Wanted, ...]
    """Most references first, then name."""
    names: NameIndex
    diagnostics: tuple[Diagnostic, ...]
    """From reading and parsing; by path, line, column, code."""
    baseline: SourceFile | None = None
    """The list of old findings that `check.baseline` of the scheme names, where there is such a file."""
    is_part: bool = False
    """True when entries were left out (`query.subgraph`): references from them are unknown, so it is never changed."""
    published: Published | None = None
    """Where it was read from, when that was no folder: then `root` names none, and there are no files."""
    site_url: str = ""
    """Where it is published, as the project or the document says; ends with a slash, empty when it is not known."""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """By source's path and place; links of an entry to itself and images left out."""
        with collector_off():
            return self.find_links()

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Link, ...]]:
        """By id of the source, in order of place."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(link)
        return {id: tuple(items) for id, items in found.items()}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The first of each entry in each H2 section; by source's path and place."""
        with collector_off():
            return self.find_mentions(self.entries.keys())

    @cached_property
    def mentions_in(self) -> Mapping[str, tuple[Mention, ...]]:
        """By id of the source, in order of place."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.source, []).append(mention)
        return {id: tuple(items) for id, items in found.items()}

    @cached_property
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """By id of the target; by title of the source, then place."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.target, []).append(mention)
        order = {id: number for number, id in enumerate(self.entries)}
        return {
            id: tuple(sorted(items, key=lambda item: (order[item.source], item.span))) for id, items in found.items()
        }

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Backlink, ...]]:
        """By id of the target; by title of the source, then place."""
        with collector_off():
            return self.find_backlinks(self.links)

    @cached_property
    def linked(self) -> Mapping[str, tuple[str, ...]]:
        """By id of the source: ids of the other entries to which its body links, each once, in order of place.

        What `links` says of who links to whom, without making half a million of them.
        """
        return {id: tuple(other for other in self._linked(node) if other != id) for id, node in self.entries.items()}

    def _linked(self, node: EntryNode) -> Mapping[str, None]:
        entry, places = node.parsed, zip(self.resolved[node.path], node.parsed.linked_files, strict=True)
        return dict.fromkeys(
            place.entry
            for number, (place, file) in enumerate(places)
            if place is not None and place.entry and (file or entry.references[number].form != "image")
        )

    @cached_property
    def referring(self) -> Mapping[str, int]:
        """By id of the target: how many other entries refer to it, in a body or by a relation; none without one."""
        targets = {id: set(others) for id, others in self.linked.items()}
        for relation in self.relations:
            targets[relation.author].add(relation.target if relation.author == relation.source else relation.source)
        return Counter(chain.from_iterable(targets.values()))

    @cached_property
    def lowered_paths(self) -> frozenset[str]:
        """Paths of the entries in lower case: some file systems know no other."""
        return frozenset(node.path.lower() for node in self.entries.values())

    @property
    def vocabulary(self) -> Vocabulary:
        """Kinds and relations of the scheme."""
        return self.scheme.vocabulary

    @property
    def topics(self) -> tuple[str, ...]:
        """Folder names of the topics that hold entries, sorted."""
        return tuple(sorted({entry.topic for entry in self.entries.values() if entry.topic}))

    def views(self, id: str, key: str) -> tuple[RelationView, ...]:
        """The relations of the entry in the direction of that key (`uses`, `used_by`)."""
        return tuple(view for view in self.relations_at.get(id, ()) if view.direction.key == key)
