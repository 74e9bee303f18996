"""The lists that several pages show, each made once for the whole site.

Whatever would need a look at all entries for one page stands here, so that rendering an entry costs
no more than its neighbours.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lexigraph.graph import EntryNode, Graph, Mention, Unresolved, Wanted
from lexigraph.model import ParsedEntry, RelationItem, Span, plain_text
from lexigraph.names import initial, sort_key
from lexigraph.page.meanings import ambiguous_names, meanings
from lexigraph.page.question_lists import QuestionLists
from lexigraph.query.contrast import uncompared
from lexigraph.query.reading_order import in_reading_order
from lexigraph.query.stats import tallies
from lexigraph.vocabulary import UNSETTLED

__all__ = ["AzRow", "Listings"]

_WORDS_A_MINUTE = 200


class AzRow(NamedTuple):
    """A row of A–Z: an entry under its title, or another name of it."""

    name: str
    id: str
    is_title: bool


class Listings:
    """Lists over one graph; each is made when it is first asked for."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._minutes: dict[str, int] = {}

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Topics that hold entries or have a page of text, by title."""
        written = {path.removesuffix("/index.md") for path in self.graph.pages if path.count("/") == 1}
        return tuple(sorted({*self.graph.topics, *written}, key=lambda topic: sort_key(self.folder_title(topic))))

    def folder_title(self, folder: str) -> str:
        """The title of the folder's page: as written there, else the folder's name as words."""
        page = self.graph.pages.get(f"{folder}/index.md")
        if page is not None and page.title and page.title != page.stem:
            return page.title
        name = folder.rpartition("/")[2].replace("-", " ").replace("_", " ").strip() or folder
        return name[:1].upper() + name[1:]

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Id of an entry → its place among all by title."""
        return {id: place for place, id in enumerate(self.graph.entries)}

    @cached_property
    def folders(self) -> Mapping[str, tuple[str, ...]]:
        """Folder, at any depth → ids of the entries in it and below it, by title."""
        found: dict[str, list[str]] = {}
        for node in self.graph.entries.values():
            parts = node.path.split("/")[:-1]
            for depth in range(1, len(parts) + 1):
                found.setdefault("/".join(parts[:depth]), []).append(node.id)
        return {folder: tuple(ids) for folder, ids in found.items()}

    def members(self, topic: str) -> tuple[str, ...]:
        """Ids of the entries of the topic, by title; those without a topic for an empty one."""
        return self.folders.get(topic, ()) if topic else self._without_topic

    @cached_property
    def _without_topic(self) -> tuple[str, ...]:
        return tuple(node.id for node in self.graph.entries.values() if not node.topic)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[str, ...]]:
        """Kind → ids of its entries, by title; kinds in the order of the vocabulary."""
        return self.grouped_by_kind(self.graph.entries)

    def grouped_by_kind(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Kind → those of the ids that have it, in their order; kinds in the order of the vocabulary."""
        found: dict[str, list[str]] = {kind.key: [] for kind in self.graph.vocabulary.kinds}
        for id in ids:
            found.setdefault(self.graph.entries[id].kind, []).append(id)
        return {kind: tuple(members) for kind, members in found.items() if members}

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[str, ...]]:
        """Tag → ids of the entries that have it, by title; tags by name."""
        found: dict[str, list[str]] = {}
        for node in self.graph.entries.values():
            for tag in dict.fromkeys(node.parsed.fields.tags):
                found.setdefault(tag, []).append(node.id)
        return {tag: tuple(found[tag]) for tag in sorted(found, key=sort_key)}

    @cached_property
    def uncompared(self) -> tuple[tuple[str, str], ...]:
        """Pairs of entries that differ and that no comparison compares."""
        return uncompared(self.graph)

    @cached_property
    def ambiguous_names(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Folded name that several entries have → the name, and their ids."""
        return ambiguous_names(self.graph)

    @cached_property
    def ambiguous_names_of(self) -> Mapping[str, tuple[str, ...]]:
        """Id of an entry → those of its names, folded, that others have too."""
        found: dict[str, list[str]] = {}
        for name, (_, ids) in self.ambiguous_names.items():
            for id in ids:
                found.setdefault(id, []).append(name)
        return {id: tuple(names) for id, names in found.items()}

    def may_mean(self, id: str) -> str:
        """What a disambiguation offers, in words; empty when it offers nothing."""
        return self.in_words(meanings(self.graph, id))

    def in_words(self, ids: Sequence[str], most: int = 5) -> str:
        """`May mean: Agent (search); Agent (learning).`, the first few with the number of the others."""
        rest = f"; and {len(ids) - most} more" if len(ids) > most else ""
        return f"May mean: {'; '.join(self.told_apart(ids[:most]))}{rest}." if ids else ""

    def told_apart(self, ids: Sequence[str]) -> list[str]:
        """The titles of the entries, in their order, with the topic where several have the same."""
        entries = self.graph.entries
        titles = Counter(entries[id].title for id in ids)
        return [
            f"{entries[id].title} ({self.folder_title(entries[id].topic)})"
            if titles[entries[id].title] > 1 and entries[id].topic
            else entries[id].title
            for id in ids
        ]

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """Ids of the lessons in reading order."""
        return in_reading_order(self.graph, self.by_kind.get("lesson", ()))

    @cached_property
    def wanted_at(self) -> Mapping[tuple[str, Span], Wanted]:
        """Path and place of a reference to nothing → the wanted name it asks for."""
        return {(item.path, item.span): wanted for wanted in self.graph.wanted for item in wanted.references}

    @cached_property
    def loose_at(self) -> Mapping[tuple[str, Span], Unresolved]:
        """Path and place of a reference to nothing or to many → what is known of it."""
        return {(item.path, item.span): item for item in self.graph.unresolved}

    @cached_property
    def loose_relations(self) -> Mapping[str, tuple[Unresolved, ...]]:
        """Id of an entry → its relation items that lead nowhere or to many, by place."""
        found: dict[str, list[Unresolved]] = {}
        for item in self.graph.unresolved:
            if isinstance(item.written, RelationItem):
                found.setdefault(item.source, []).append(item)
        return {id: tuple(items) for id, items in found.items()}

    @cached_property
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """Id of an entry → where others name it without a link, by title of the other, then place."""
        found: dict[str, list[Mention]] = {}
        for mention in self.graph.mentions:
            found.setdefault(mention.target, []).append(mention)
        place = self.positions
        return {
            id: tuple(sorted(items, key=lambda item: (place[item.source], item.span))) for id, items in found.items()
        }

    @cached_property
    def questions(self) -> QuestionLists:
        """The lists of questions."""
        return QuestionLists(self.graph)

    def open_questions(self, id: str) -> int:
        """How many open questions are about the entry, partially answered ones included."""
        questions = self.graph.questions
        return sum(questions[about].state in UNSETTLED for about in self.graph.questions_about.get(id, ()))

    @cached_property
    def tallies(self) -> Mapping[str, Mapping[str, int]]:
        """Entries by kind, topic and status, relations by kind, questions by state, under the names of `stats`."""
        return tallies(self.graph)

    @cached_property
    def neighbouring_topics(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Topic → other topics with the number of relations between the two, most first."""
        found: dict[str, Counter[str]] = {}
        for relation in self.graph.relations:
            here, there = (self.graph.entries[id].topic for id in (relation.source, relation.target))
            if here and there and here != there:
                found.setdefault(here, Counter())[there] += 1
                found.setdefault(there, Counter())[here] += 1
        return {
            topic: tuple(sorted(counts.items(), key=lambda item: (-item[1], sort_key(self.folder_title(item[0])))))
            for topic, counts in found.items()
        }

    @cached_property
    def reviewed(self) -> tuple[EntryNode, ...]:
        """Entries that were reviewed, the newest first, then by title."""
        dated = (node for node in self.graph.entries.values() if _day(node))
        return tuple(sorted(dated, key=lambda node: -_day(node)))

    @cached_property
    def a_to_z(self) -> Mapping[str, tuple[AzRow, ...]]:
        """Letter → rows, by name. Digits first, other signs last."""
        rows = [AzRow(name, node.id, name == node.title) for node in self.graph.entries.values() for name in node.names]
        rows += [AzRow(name, id, is_title=False) for name, id in self._redirect_names() if name]
        found: dict[str, list[AzRow]] = {}
        for row in sorted(dict.fromkeys(rows), key=lambda row: (sort_key(row.name), not row.is_title, row.id)):
            found.setdefault(initial(row.name), []).append(row)
        order = sorted(found, key=lambda letter: (letter == "#", letter != "0–9", letter))
        return {letter: tuple(found[letter]) for letter in order}

    def _redirect_names(self) -> Iterable[tuple[str, str]]:
        """Titles of files that are redirects, unless the entry has that name anyway."""
        for path, id in self.graph.redirect_files.items():
            name = self.graph.redirecting[path].title
            if id and name not in self.graph.entries[id].names:
                yield name, id

    def importance(self, id: str) -> int:
        """How much refers to the entry: relations at it and links to it."""
        return self._importance[id]

    @cached_property
    def _importance(self) -> Mapping[str, int]:
        at, to = self.graph.relations_at, self.graph.backlinks
        return {id: len(at.get(id, ())) + len(to.get(id, ())) for id in self.graph.entries}

    @cached_property
    def by_importance(self) -> tuple[str, ...]:
        """Ids of all entries, those that most refers to first, then by title."""
        return tuple(sorted(self.graph.entries, key=self.importance, reverse=True))

    def minutes(self, id: str) -> int:
        """Minutes it takes to read the entry, at least 1."""
        if id not in self._minutes:
            self._minutes[id] = max(1, round(_words(self.graph.entries[id].parsed) / _WORDS_A_MINUTE))
        return self._minutes[id]


def _words(document: ParsedEntry) -> int:
    return sum(len(plain_text(segments).split()) for _, segments in document.areas())


def _day(node: EntryNode) -> int:
    """The day of the last review as a number; 0 when there was none."""
    date = node.parsed.fields.last_reviewed
    return date.toordinal() if date else 0
