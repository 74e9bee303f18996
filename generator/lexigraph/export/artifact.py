"""What an exporter is given, and what it gives.

An exporter is pure: a graph, the addresses of its pages and its history become files. Formats of whole folders also
take along the files that pages show (`attachments`), which are nowhere but on the disk.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from typing import NamedTuple, Protocol
from urllib.parse import quote

from lexigraph.graph import EntryNode, Graph, Relation
from lexigraph.history import NO_HISTORY, History
from lexigraph.parse.inline import inline_text
from lexigraph.query.news import News
from lexigraph.query.questions import QuestionFacts, question_facts

__all__ = ["Artifact", "Export", "Exporter", "SiteMap", "Topic", "line", "plain", "relative"]

_SPACE = re.compile(r"\s+")


class Artifact(NamedTuple):
    """A file of an export."""

    path: str
    """Below the site's root or the folder of the export, POSIX, not encoded."""
    data: bytes


class Topic(NamedTuple):
    """A folder of entries as the site shows it."""

    name: str
    """The folder."""
    title: str
    address: str
    """Of its page, from the site's root, percent-encoded."""
    description: str
    """Plain; may be empty."""
    entries: tuple[str, ...]
    """Ids, by title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMap:
    """Where everything is on the site. Addresses are from its root and percent-encoded: `retrieval/rag/`, `./`."""

    url: str = ""
    """The site's own address, ends with a slash; empty when it is not known."""
    title: str = ""
    entries: Mapping[str, str] = field(default_factory=dict)
    """Id of an entry → address."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Id of an entry → path of its Markdown file, not encoded."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """Id of a question → address, with a fragment for one that stands in an entry."""
    topics: tuple[Topic, ...] = ()
    """By title."""
    lessons: tuple[str, ...] = ()
    """Ids, in reading order."""
    singles: Mapping[str, str] = field(default_factory=dict)
    """Kind of a single page (`home`, `a-z`, `questions`) → address; those that the site has."""

    pages: Mapping[str, str] = field(default_factory=dict)
    """File below the content folder (`index.md`, `<topic>/index.md`) → address of the page that shows it."""

    def absolute(self, address: str) -> str:
        """The whole address, where the site's own is known; else the same from the root."""
        return self.url + address.removeprefix("./") if self.url else address


@cache
def _generator() -> str:
    return f"lexigraph {version('lexigraph')}"


@dataclass(frozen=True, kw_only=True)
class Export:
    """All that an exporter may look at. (Without slots: what is derived once is kept in its `__dict__`.)"""

    graph: Graph
    site: SiteMap
    history: History = NO_HISTORY
    news: tuple[News, ...] = ()
    """What the newest changes were about, newest first."""
    generator: str = field(default_factory=_generator)
    """Name and version of the program."""
    suffix: str = ""
    """Of the file that was asked for, in lower case: `.nt`; empty when it is not known. A format with several
    syntaxes chooses by it."""

    @cached_property
    def news_of(self) -> Mapping[tuple[str, str], News]:
        """Path and commit of a change → what it was about."""
        return {(item.change.path, item.change.commit): item for item in self.news}

    @cached_property
    def question_facts(self) -> Mapping[str, QuestionFacts]:
        """Id of a question → what its links and dates mean."""
        return question_facts(self.graph)

    @cached_property
    def bullet_links(self) -> Mapping[str, Sequence[Relation]]:
        """Id of a question's entry → the relations it has with questions that are bullets."""
        found: dict[str, list[Relation]] = {}
        for item in self.graph.question_links:
            if (item.source in self.graph.entries) != (item.target in self.graph.entries):
                found.setdefault(item.author, []).append(item)
        return found

    def iri(self, node: EntryNode) -> str:
        """Base IRI and id, percent-encoded; empty when the scheme has no base IRI."""
        base = self.graph.scheme.base_iri
        return f"{base}{quote(node.id)}" if base else ""


class Exporter(Protocol):
    """What each module in the table `EXPORTERS` offers."""

    LEFT_OUT: tuple[str, ...]
    """What of the graph its files do not hold, in words; empty: everything is there, and can be loaded again."""
    EXTRA: str
    """The optional dependency it needs (`pip install lexigraph[…]`); empty: none."""
    IS_PUBLISHED: bool
    """Whether a site holds its files."""
    IS_FOLDER: bool
    """Whether it is a folder of files; else the first of its files is all that it is."""
    SUFFIX: str
    """What the name of its file ends with: `.ttl`; empty for a folder."""

    def artifacts(self, export: Export) -> Iterator[Artifact]:
        """The files, none of them twice; none where there is nothing to say."""


@lru_cache(maxsize=1024)
def _folders(address: str) -> tuple[tuple[str, str], ...]:
    """For each folder round the address, innermost first: the folder, and the way from the address up to it."""
    names = address.split("/")[:-1]
    return tuple(
        ("".join(f"{name}/" for name in names[:depth]), "../" * (len(names) - depth))
        for depth in range(len(names), -1, -1)
    )


def relative(here: str, there: str) -> str:
    """The way from one address to another, both from the site's root: `../prompting/prompt.md`."""
    there = there.removeprefix("./")
    for folder, way in _folders(here.removeprefix("./")):
        if there.startswith(folder):
            return way + there[len(folder) :] or "./"
    raise AssertionError(there)  # the root is a folder of every address


def line(text: str) -> str:
    """The text on one line: control characters and runs of white space are one space."""
    return _SPACE.sub(" ", "".join(char if char.isprintable() else " " for char in text)).strip()


def plain(markdown: str) -> str:
    """Inline Markdown of a field as a reader reads it, on one line."""
    return inline_text(markdown) if markdown else ""
