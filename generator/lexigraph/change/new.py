"""A new entry or question: checked against what there is, composed, and tried before it is written.

What it writes introduces no error. Nothing else is touched: links to the new entry are for those files' authors.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lexigraph.change.fixes import Load
from lexigraph.change.refusal import CannotChange, entry_meant
from lexigraph.change.rewrite import Rewrite, plan
from lexigraph.change.sayings import Sayings
from lexigraph.check import check
from lexigraph.edit.new_file import Value, in_a_line, new_file
from lexigraph.edit.promotion import is_promotable, promoted, promoted_path
from lexigraph.graph import Graph, Question
from lexigraph.link import is_entry
from lexigraph.model import Diagnostic
from lexigraph.names import slug
from lexigraph.query.near_duplicates import NearDuplicates

__all__ = [
    "Answers", "NewFile", "choice_meant", "id_of", "new_entry", "promotion", "proposed_topics", "refuse_taken",
    "topic_meant",
]  # fmt: skip

_LONGEST_ID = 180
"""Bytes of a file name's stem; file systems take 255 with the ending, and some add to it."""
_SAID = "What other entries say with it (delete these lines when you are done):"
_SUGGESTED = "Relations that this suggests:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is to be written, as somebody said it: names of other entries are any names."""

    title: str
    kind: str = "concept"
    topic: str | None = None
    """The folder; None: where it is spoken of."""
    definition: str = ""
    aliases: tuple[str, ...] = ()
    scope_note: str = ""
    relations: tuple[tuple[str, str, str], ...] = ()
    """Key of the direction, name of the other entry, note (may be empty)."""
    why_open: str = ""
    """Of a question, as is the next."""
    evidence_needed: tuple[str, ...] = ()
    sources: tuple[Mapping[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """Lines that become comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file that is to be written."""

    id: str
    path: str
    """Below the content folder."""
    rewrite: Rewrite
    graph: Graph
    """With the file in it."""
    wanting: tuple[str, ...] = ()
    """Ids of the entries that refer to it already; by title."""
    naming: tuple[str, ...] = ()
    """Ids of those that name it without a link; by path."""
    warnings: tuple[Diagnostic, ...] = ()
    """What `check` says of the file."""

    @property
    def text(self) -> str:
        """What is to stand in it."""
        return (self.rewrite.after[self.path] or b"").decode()


def new_entry(graph: Graph, answers: Answers, *, load: Load, is_other: bool = False) -> NewFile:
    """The file of a new entry.

    Args:
        graph: the knowledge base.
        answers: what it is to say.
        load: makes the graph of texts that are not saved.
        is_other: that it is another thing than what has nearly its name.

    Raises:
        CannotChange: it exists, or nearly; a name is unknown; or what was given would bring an error.
    """
    refuse_taken(graph, answers.title, is_other=is_other)
    id = id_of(answers.title)
    values = _values(graph, answers)
    topic = answers.topic if answers.topic is not None else _topic(graph, answers, load)
    path = f"{topic}/{id}.md" if topic else f"{id}.md"
    _refuse_path(graph, path)
    linked = load({path: new_file(values, comments=answers.remarks).encode()})
    node = next((node for node in linked.entries.values() if node.path == path), None)
    if node is None:
        raise CannotChange(f"{path} would be no entry", help="give it another title or topic")
    _refuse_errors(graph, linked, path)
    sayings = Sayings(linked, node.id)
    text = new_file(values, comments=(*answers.remarks, *_comments(linked, sayings)))
    return NewFile(
        id=node.id, path=path, rewrite=plan(graph.root, created={path: text}), graph=linked,
        wanting=sayings.wanting, naming=sayings.naming,
        warnings=tuple(each for each in check(linked, select=("W",)) if each.path == path),
    )  # fmt: skip


def promotion(graph: Graph, question: Question, *, load: Load) -> NewFile:
    """The file that a bullet under Open questions becomes; the bullet stays with its id.

    Raises:
        CannotChange: it has a file, its id makes no file name, or its text means something only where it is.
    """
    if question.entry:
        raise CannotChange("this question has a file", entries=(question.entry,), help="write there")
    if not is_promotable(graph, question):
        raise CannotChange(
            f"the id '{question.id}' makes no file name", help="give the bullet an id of lower-case words with hyphens"
        )
    edits = promoted(graph, question)
    if not edits:
        raise CannotChange(
            "the bullet has footnotes, or links that are defined elsewhere",
            help="write the links in place, or the file by hand",
        )
    path = promoted_path(graph, question)
    rewrite = plan(graph.root, edits)
    linked = load(rewrite.after)
    _refuse_errors(graph, linked, path)
    return NewFile(id=question.id, path=path, rewrite=rewrite, graph=linked)


def id_of(title: str) -> str:
    """The id that a title makes; it names the file.

    Raises:
        CannotChange: it makes none.
    """
    id = slug(in_a_line(title))
    while len(id.encode()) > _LONGEST_ID:
        id = id.rpartition("-")[0] or id[: _LONGEST_ID // 4]
    if not id:
        raise CannotChange("the title has no letter or digit to name the file by", help="give it a title in words")
    return id


def refuse_taken(graph: Graph, title: str, *, is_other: bool = False) -> None:
    """Nothing, when no entry has that name or nearly.

    Raises:
        CannotChange: with the entries that have.
    """
    title, id = in_a_line(title), id_of(title)
    taken = graph.names.candidates(title) or graph.names.ids.get(id, ())
    has_id = tuple(each for each in taken if each == id or slug(graph.entries[each].parsed.stem) == id)
    if has_id or (taken and not is_other):
        help = "add what is missing there; if it is another thing, give it another title"
        raise CannotChange("an entry with this name exists", entries=has_id or taken, help=help)
    if question := graph.questions.get(id):
        raise CannotChange(
            f"a question has the id '{id}'",
            entries=(question.holder or question.entry,),
            help="lexigraph new --question " + id,
        )
    near = NearDuplicates(graph).of(title)
    if near and not is_other:
        raise CannotChange(
            "an entry with nearly this name exists", entries=near,
            help="add an alias there; if it is another thing, repeat with --anyway and a scope_note",
        )  # fmt: skip


def proposed_topics(graph: Graph, title: str, *, load: Load) -> tuple[str, ...]:
    """The topics whose entries speak of it, those that do most first; the only topic when there is one."""
    path = f"{id_of(title)}.md"
    linked = load({path: new_file({"title": in_a_line(title)}).encode()})
    node = next((node for node in linked.entries.values() if node.path == path), None)
    said = Sayings(linked, node.id) if node else None
    sources = (*said.wanting, *said.naming) if said else ()
    topics = Counter(topic for each in sources if each in graph.entries and (topic := graph.entries[each].topic))
    return tuple(sorted(topics, key=lambda topic: (-topics[topic], topic))) or (
        graph.topics if len(graph.topics) == 1 else ()
    )


def choice_meant(what: str, said: str, choices: Sequence[str], help: str) -> str:
    """The one of the choices that was said, whatever the case; `what` names one of them.

    Raises:
        CannotChange: it is none, with the nearest.
    """
    from rapidfuzz import process

    known = {choice.lower(): choice for choice in choices}
    if (found := known.get(said.strip().lower())) is not None:
        return found
    near = process.extractOne(said.lower(), list(known), score_cutoff=60)
    help = f"the nearest is '{known[near[0]]}'; {help}" if near else help
    raise CannotChange(f"'{in_a_line(said)}' is not a {what}", help=help)


def topic_meant(graph: Graph, said: str) -> str:
    """The folder that was said: a topic that there is, or a new one that no other resembles; may have folders below.

    Raises:
        CannotChange: it leads out of the content, or looks like a slip.
    """
    from rapidfuzz import process

    path = said.strip().strip("/")
    first = path.partition("/")[0]
    odd = [part for part in path.split("/") if part != slug(part) and part not in graph.topics]
    if odd or "//" in path:
        raise CannotChange(
            f"'{in_a_line(said)}' is no topic", help="a topic is a folder: lower-case words with hyphens"
        )
    near = process.extractOne(first, graph.topics, score_cutoff=80) if first not in graph.topics else None
    if near:
        raise CannotChange(f"no topic is called '{first}'", help=f"the nearest is '{near[0]}'")
    return path


def _values(graph: Graph, answers: Answers) -> dict[str, Value]:
    """The keys of the file in their order; names as ids."""
    relations: dict[str, list[str | Mapping[str, str]]] = {}
    for key, name, note in answers.relations:
        id = entry_meant(graph, name)
        relations.setdefault(key, []).append({id: in_a_line(note)} if in_a_line(note) else id)
    is_question = answers.kind == "question"
    return {
        "title": in_a_line(answers.title),
        "aliases": tuple(dict.fromkeys(alias for each in answers.aliases if (alias := in_a_line(each)))),
        "kind": answers.kind,
        "definition": in_a_line(answers.definition),
        "scope_note": in_a_line(answers.scope_note),
        **relations,
        "state": "open" if is_question else "",
        "why_open": in_a_line(answers.why_open),
        "evidence_needed": tuple(in_a_line(each) for each in answers.evidence_needed),
        "sources": answers.sources,
        "status": "draft",
        "authors": tuple(in_a_line(each) for each in answers.authors),
    }


def _topic(graph: Graph, answers: Answers, load: Load) -> str:
    """Where it belongs: beside what it is about or a kind of, else where it is spoken of; empty when nothing tells."""
    for wanted in ("about", "broader", "part_of", "instance_of"):
        for key, name, _ in answers.relations:
            if key == wanted:
                return graph.entries[entry_meant(graph, name)].topic
    return next(iter(proposed_topics(graph, answers.title, load=load)), "")


def _refuse_path(graph: Graph, path: str) -> None:
    if not is_entry(path):
        raise CannotChange(f"{path} would be no entry", help="give it another title")
    if (graph.root / path).exists():
        raise CannotChange(f"there is a file {path}", help="give it another title or topic")


def _refuse_errors(graph: Graph, linked: Graph, path: str) -> None:
    """Nothing, when the new graph has no error that the old one has not."""
    before = Counter((each.rule, each.path, each.subject) for each in check(graph, select=("E",)))
    introduced = []
    for error in check(linked, select=("E",)):
        identity = (error.rule, error.path, error.subject)
        before[identity] -= 1
        if before[identity] < 0:
            introduced.append(error)
    if introduced:
        rows = [f"{each.code} {each.rule}: {each.message}" for each in introduced]
        raise CannotChange("what was given would bring an error", rows=rows, help=introduced[0].help)


def _comments(graph: Graph, sayings: Sayings) -> list[str]:
    """What others say with the name, and what that suggests."""
    said = [f"- {graph.entries[each.source].title}: {each.sentence}" for each in sayings.sentences]
    relations: dict[str, list[str]] = {}
    for key, other in sayings.suggested:
        relations.setdefault(key, []).append(other)
    lines = [f"- {key}: [{', '.join(others)}]" for key, others in relations.items()]
    return [*([_SAID, *said] if said else []), *([_SUGGESTED, *lines] if lines else [])]
