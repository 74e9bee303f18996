"""What can be found: entries, questions, topics and the pages that are no entries, in the order that breaks ties."""

from collections.abc import Iterator
from dataclasses import dataclass

from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import ParsedEntry
from lexigraph.names import sort_key
from lexigraph.query.search.folding import plain

__all__ = ["Document", "documents", "folder_title"]

_PLACE_OF_KIND = {"question": 1, "disambiguation": 2}
_TOPIC, _PAGE = 3, 4
_PLACE_OF_STATUS = {"stable": 0, "deprecated": 2}
_DRAFT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something that a search may find."""

    entry: str = ""
    """Id of the entry; empty for all else."""
    question: str = ""
    """Id of the question, be it an entry or a bullet."""
    page: str = ""
    """Path of the page that is no entry: `index.md`, `retrieval/index.md`."""
    title: str
    names: tuple[str, ...] = ()
    """Other names that are shown: aliases, acronym, names in other languages."""
    hidden: tuple[str, ...] = ()
    """Names that find it and are not shown."""
    kind: str
    """Key of its kind; `topic` or `page` for a page that is no entry."""
    topic: str = ""
    status: str = ""
    """draft, stable, deprecated, as written; the state of a question."""
    definition: str = ""
    about: tuple[str, ...] = ()
    """Names of what a question is about."""
    holder: str = ""
    """Id of the entry in which a bullet stands; empty for all else."""
    anchor: str = ""
    """Its fragment on that entry's page."""
    parsed: ParsedEntry | None = None
    """Its text; None for a bullet."""

    @property
    def key(self) -> str:
        """What tells it from all others: `rag`, `question:why`, `page:retrieval/index.md`."""
        return self.entry or (f"question:{self.question}" if self.question else f"page:{self.page}")

    @property
    def is_page(self) -> bool:
        """True for a page that is no entry: it is found last."""
        return bool(self.page)


def documents(graph: Graph) -> tuple[Document, ...]:
    """All documents: entries before questions, disambiguations, topics and pages; stable ones before drafts and
    deprecated ones; shorter titles first, then those to which more entries refer, then by title."""
    referring = graph.referring

    def place(document: Document) -> tuple[object, ...]:
        kind = (
            _PAGE if document.kind == "page" else _TOPIC if document.is_page else _PLACE_OF_KIND.get(document.kind, 0)
        )
        status = _PLACE_OF_STATUS.get(document.status.casefold(), _DRAFT)
        references = referring.get(document.entry, 0)
        return kind, status, len(document.title), -references, sort_key(document.title), document.key

    return tuple(sorted((*_entries(graph), *_bullets(graph), *_pages(graph)), key=place))


def folder_title(graph: Graph, folder: str) -> str:
    """The title of the folder's page: as written there, else the folder's name as words."""
    page = graph.pages.get(f"{folder}/index.md")
    if page is not None and page.title and page.title != page.stem:
        return page.title
    name = folder.rpartition("/")[2].replace("-", " ").replace("_", " ").strip() or folder
    return name[:1].upper() + name[1:]


def _entries(graph: Graph) -> Iterator[Document]:
    for node in graph.entries.values():
        fields = node.parsed.fields
        shown = _further((node.title,), (*node.also_called, *fields.labels.values()))
        yield Document(
            entry=node.id, question=node.id if node.kind == "question" else "", title=node.title, names=shown,
            hidden=_further((node.title, *shown), fields.hidden_labels), kind=node.kind, topic=node.topic,
            status=_status(graph, node), definition=node.definition, parsed=node.parsed, about=_about(graph, node.id),
        )  # fmt: skip


def _status(graph: Graph, node: EntryNode) -> str:
    question = graph.questions.get(node.id) if node.kind == "question" else None
    return question.state if question else node.parsed.fields.status


def _bullets(graph: Graph) -> Iterator[Document]:
    for question in graph.questions.values():
        if not question.entry:
            yield Document(
                question=question.id, title=question.text, kind="question", status=question.state,
                topic=_topic(graph, question), about=_about(graph, question.id), holder=question.holder,
                anchor=question.bullet.anchor if question.bullet else "",
            )  # fmt: skip


def _about(graph: Graph, id: str) -> tuple[str, ...]:
    """Names of what the question with that id is about; none when there is no such question."""
    question = graph.questions.get(id)
    return tuple(name for about in question.about for name in graph.entries[about].names) if question else ()


def _topic(graph: Graph, question: Question) -> str:
    return graph.entries[question.holder].topic if question.holder in graph.entries else ""


def _pages(graph: Graph) -> Iterator[Document]:
    """The page of every topic, and every other page that somebody wrote."""
    folders = {*graph.topics, *(path.rpartition("/")[0] for path in graph.pages)} - {""}
    for folder in sorted(folders):
        path = f"{folder}/index.md"
        page = graph.pages.get(path)
        yield Document(
            page=path, title=folder_title(graph, folder), kind="topic", topic=folder.partition("/")[0],
            definition=page.definition if page else "", parsed=page,
        )  # fmt: skip
    home = graph.pages.get("index.md")
    if home is not None:
        title = graph.scheme.title or home.title
        yield Document(page="index.md", title=title, kind="page", definition=home.definition, parsed=home)


def _further(known: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that are not among the known, each once, however they are spelled."""
    seen = {plain(name) for name in known}
    found = []
    for name in names:
        if (spelled := plain(name)) and spelled not in seen:
            seen.add(spelled)
            found.append(name)
    return tuple(found)
