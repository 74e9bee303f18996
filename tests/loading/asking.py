"""Every kind of question that a graph answers, asked at random, with answers that can be compared."""

import random
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

import lexigraph
from lexigraph import ConceptGraph, Entry, Question

__all__ = ["asked", "plain"]

_WORDS = ("model", "rag", "vector", "how it works", "trainig", "what is", "open", "the", "zzz", "embedings", "x", "")
_ENTRY = (
    "id", "title", "kind", "topic", "definition", "acronym", "scope_note", "level", "status", "deprecation_reason",
    "aliases", "hidden_labels", "tags", "authors", "reviewed_by", "redirect_from", "labels", "mappings", "created",
    "last_reviewed", "review_due", "origin", "contested", "sources", "faq", "takeaways", "exercises", "path", "iri",
    "markdown", "text", "questions", "place", "superseded_by", "broader", "uses", "used_by", "related", "url",
)  # fmt: skip
_METHODS = ("relations", "links", "backlinks", "mentions", "to_record")
_QUESTION = (
    "id", "title", "about", "state", "review", "status", "state_date", "review_date", "raised", "why_open",
    "evidence_needed", "positions", "resolution", "depends_on", "would_settle", "settled_by", "part_of", "parts",
    "holds_up", "help_wanted", "discussion", "entry", "holder", "place", "reach", "is_blocked", "waiting_for",
    "is_review_due", "topic", "changed", "url",
)  # fmt: skip


def plain(value: object) -> object:
    """The value without what tells two graphs apart that are equal: entries and questions are their ids."""
    if isinstance(value, Entry | Question):
        return (type(value).__name__, value.id)
    if isinstance(value, ConceptGraph):
        return sorted(value.linked.entries), [plain(item) for item in value.relations()]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(plain(getattr(value, field.name)) for field in fields(value))]
    return value if value is None or isinstance(value, str | int | float | date) else str(value)


class _Asking:
    """Makes questions from what a graph holds."""

    def __init__(self, graph: ConceptGraph, seed: int, *, without_addresses: bool) -> None:
        unknown = ("url", "iri", "to_record") if without_addresses else ()
        self.entry_attributes, self.question_attributes, self.entry_methods = (
            tuple(name for name in names if name not in unknown) for names in (_ENTRY, _QUESTION, _METHODS)
        )
        self._random = random.Random(seed)
        self._ids = sorted(graph.linked.entries)
        self._names = sorted({name for rung in _rungs(graph) for name in rung})
        self._questions = sorted(graph.linked.questions)
        self._keys = sorted(graph.vocabulary.directions)
        self._graph = graph

    def name(self) -> str:
        return self._random.choice((self._random.choice(self._ids), self._random.choice(self._names)))

    def text(self) -> str:
        title = self._graph.entry(self._random.choice(self._ids)).title
        words = self._graph.entry(self._random.choice(self._ids)).text.split() or ["nothing"]
        at = self._random.randrange(len(words))
        slip = title[: len(title) // 2] + title[len(title) // 2 + 1 :]
        return self._random.choice((title, title[:4], slip, " ".join(words[at : at + 3]), self._random.choice(_WORDS)))

    def keys(self) -> tuple[str, ...] | None:
        return self._random.choice((None, tuple(self._random.sample(self._keys, self._random.randint(1, 4)))))

    def one_of(self, *values: object) -> object:
        return self._random.choice(values)

    def question(self) -> str:
        return self._random.choice((*self._questions, "no such question"))


def _rungs(graph: ConceptGraph) -> tuple[Mapping[str, object], ...]:
    names = graph.linked.names
    return names.ids, names.paths, names.titles, names.folded, names.aliases


Ask = Callable[[ConceptGraph], object]


def _kinds(make: _Asking) -> tuple[Callable[[], Ask], ...]:
    """For each kind of question what makes one; chosen before any graph is asked, so that all are asked the same."""

    def entry() -> Ask:
        name, attribute = make.name(), str(make.one_of(*make.entry_attributes))
        return lambda graph: getattr(graph[name], attribute)

    def entry_lists() -> Ask:
        name, method = make.name(), str(make.one_of(*make.entry_methods))
        return lambda graph: getattr(graph[name], method)()

    def question() -> Ask:
        id, attribute = make.question(), str(make.one_of(*make.question_attributes))
        return lambda graph: getattr(graph.question(id), attribute)

    def questions() -> Ask:
        status, about = make.one_of(None, "open", "answered", "open, disputed"), make.one_of(None, make.name())
        narrower, review = bool(make.one_of(True, False)), make.one_of(None, "unreviewed", "disputed")
        return lambda graph: graph.questions(status=status, about=about, narrower=narrower, review=review)

    def resolve() -> Ask:
        name = str(make.one_of(make.name(), make.text()))
        return lambda graph: (graph.resolve(name), name in graph)

    def search() -> Ask:
        text, limit, kind = make.text(), make.one_of(1, 10, 40), make.one_of(None, None, "technique", "question")
        return lambda graph: graph.search(text, limit=limit, kind=kind)

    def walk() -> Ask:
        name, keys = make.name(), make.keys() or ("broader", "part_of")
        method = str(make.one_of("ancestors", "descendants"))
        return lambda graph: getattr(graph, method)(name, relations=keys)

    def two() -> Ask:
        first, second = make.name(), make.name()
        method = str(make.one_of("lowest_common_ancestors", "compare", "path"))
        return lambda graph: getattr(graph, method)(first, second)

    def path() -> Ask:
        first, second, keys = make.name(), make.name(), make.keys()
        return lambda graph: graph.path(first, second, relations=keys)

    def near() -> Ask:
        name, method = make.name(), str(make.one_of("reading_order", "similar"))
        return lambda graph: getattr(graph, method)(name)

    def neighbourhood() -> Ask:
        names, depth, keys = [make.name(), make.name()], make.one_of(0, 1, 2), make.keys()
        return lambda graph: graph.neighbourhood(names, depth=depth, relations=keys)

    def listing() -> Ask:
        options = {"kind": make.one_of(None, "technique", "nothing"), "status": make.one_of(None, "stable", "draft")}
        topic = make.one_of(None, *make._graph.topics)
        return lambda graph: graph.entries(topic=topic, **options)

    def relations() -> Ask:
        keys = make.keys() or ()
        return lambda graph: graph.relations(*keys)

    def whole() -> Ask:
        name = str(make.one_of(
            "links", "mentions", "wanted", "orphans", "clusters", "central", "counts", "scheme_words", "network",
            "overdue", "iteration", "linked_mentions",
        ))  # fmt: skip
        return _WHOLE[name]

    return (
        entry, entry, entry_lists, entry_lists, question, questions, resolve, search, search, walk, two, path, near,
        neighbourhood, listing, relations, whole,
    )  # fmt: skip


_WHOLE: Mapping[str, Ask] = {
    "links": lambda graph: graph.links(),
    "mentions": lambda graph: graph.mentions(),
    "linked_mentions": lambda graph: graph.mentions(linked=True),
    "wanted": lambda graph: graph.wanted(),
    "orphans": lambda graph: graph.orphans(),
    "clusters": lambda graph: graph.clusters(),
    "central": lambda graph: graph.central(limit=30),
    "counts": lambda graph: graph.counts,
    "scheme_words": lambda graph: [graph.kinds, graph.topics, graph.scheme.title, graph.scheme.tags, graph.vocabulary],
    "network": lambda graph: _network(graph),
    "overdue": lambda graph: graph.overdue(date(2028, 1, 1)),
    "iteration": lambda graph: [*graph, len(graph)],
}


def _network(graph: ConceptGraph) -> object:
    made = graph.to_networkx(links=True)
    nodes = [(id, {**data, "url": ""}) for id, data in made.nodes(data=True)]
    return [nodes, list(made.edges(keys=True, data=True))]


def asked(
    graphs: Mapping[str, ConceptGraph], count: int, seed: int, *, without_addresses: bool = False
) -> list[tuple[int, Mapping[str, object]]]:
    """The answers of each graph to that many questions that are made from the first of them; errors are answers too.

    With `without_addresses` nothing is asked that a site knows and its folder does not: where its pages are.
    """
    make = _Asking(next(iter(graphs.values())), seed, without_addresses=without_addresses)
    kinds = _kinds(make)
    questions = [make.one_of(*kinds)() for _ in range(count)]
    return [
        (number, {name: _answer(ask, graph) for name, graph in graphs.items()}) for number, ask in enumerate(questions)
    ]


def _answer(ask: Ask, graph: ConceptGraph) -> object:
    try:
        return plain(ask(graph))
    except (lexigraph.LexigraphError, ValueError) as error:
        return [type(error).__name__, str(error)]
