"""Every kind of question that a graph answers, asked at random, with answers that can be compared."""

import random
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import lexigraph
from lexigraph import ConceptGraph, Entry, Question

__all__ = ["asked", "plain"]

_WORDS = ("model", "rag", "vector", "how it works", "trainig", "what is", "open", "the", "zzz", "embedings", "x", "")


def _properties(cls: type) -> tuple[str, ...]:
    """Names of what is public of its values and takes no arguments, but the graph that they are seen from."""
    names = {name for each in cls.__mro__ for name, found in vars(each).items() if isinstance(found, property)}
    return tuple(sorted(name for name in names if not name.startswith("_")))


_ENTRY = _properties(Entry)
_METHODS = ("relations", "links", "backlinks", "mentions", "to_record")
_QUESTION = _properties(Question)


def plain(value: object, site: str = "") -> object:
    """The value without what tells two graphs apart that are equal: entries and questions are their ids, and addresses
    are from the site's own.
    """
    if isinstance(value, Entry | Question):
        return (type(value).__name__, value.id)
    if isinstance(value, ConceptGraph):
        return sorted(value.linked.entries), [plain(item, site) for item in value.relations()]
    if isinstance(value, Mapping):
        return {key: plain(item, site) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item, site) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(plain(getattr(value, field.name), site) for field in fields(value))]
    if isinstance(value, str):
        return value.removeprefix(site)
    return value if value is None or isinstance(value, int | float | date) else str(value)


class _Asking:
    """Makes questions from what a graph holds."""

    def __init__(self, graph: ConceptGraph, seed: int, *, without_addresses: bool) -> None:
        unknown = ("url", "iri", "to_record") if without_addresses else ()
        relations = tuple(graph.vocabulary.directions)
        self.entry_attributes, self.question_attributes, self.entry_methods = (
            tuple(name for name in names if name not in unknown) for names in (_ENTRY + relations, _QUESTION, _METHODS)
        )
        self._random = random.Random(seed)
        self._ids = sorted(graph.linked.entries)
        self._names = sorted({name for rung in _rungs(graph) for name in rung})
        self._questions = sorted(graph.linked.questions)
        self.relations, self.topics = sorted(graph.vocabulary.directions), graph.topics
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
        return self._random.choice((None, tuple(self._random.sample(self.relations, self._random.randint(1, 4)))))

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
        wish = make.one_of(None, None, "evidence", "nothing")
        options = {"status": status, "about": about, "narrower": narrower, "review": review, "help_wanted": wish}
        return lambda graph: graph.questions(**options)

    def resolve() -> Ask:
        name = str(make.one_of(make.name(), make.text()))
        return lambda graph: (graph.resolve(name), name in graph, graph.get(name))

    def search() -> Ask:
        text, limit, kind = make.text(), make.one_of(1, 10, 40), make.one_of(None, None, "technique", "question")
        topic = make.one_of(None, None, *make.topics)
        return lambda graph: graph.search(text, limit=limit, kind=kind, topic=topic)

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

    def central() -> Ask:
        keys, limit = make.keys(), make.one_of(None, 5)
        return lambda graph: graph.central(relations=keys, limit=limit)

    def overdue() -> Ask:
        day = date(2026, 1, 1) + timedelta(days=int(str(make.one_of(*range(900)))))
        return lambda graph: graph.overdue(day)

    def difference() -> Ask:
        old, new = make.name(), make.name()
        return lambda graph: lexigraph.diff(graph.neighbourhood(old), graph.neighbourhood([old, new])).changes

    def shown() -> Ask:
        name, key = make.name(), str(make.one_of(*make.relations))
        return lambda graph: [
            (found.to_records(), str(found)) for found in (graph.relations(key), graph[name].backlinks())
        ]

    def neighbourhood() -> Ask:
        names, depth, keys = [make.name(), make.name()], make.one_of(0, 1, 2), make.keys()
        return lambda graph: graph.neighbourhood(names, depth=depth, relations=keys)

    def listing() -> Ask:
        options = {"kind": make.one_of(None, "technique", "nothing"), "status": make.one_of(None, "stable", "draft")}
        options |= {"topic": make.one_of(None, *make.topics), "tag": make.one_of(None, None, "data", "nothing")}
        options |= {"level": make.one_of(None, None, "intro")}
        return lambda graph: graph.entries(**options)

    def relations() -> Ask:
        keys = make.keys() or ()
        return lambda graph: graph.relations(*keys)

    def whole() -> Ask:
        name = str(make.one_of(
            "links", "mentions", "wanted", "orphans", "clusters", "counts", "scheme_words", "network",
            "iteration", "linked_mentions", "identity",
        ))  # fmt: skip
        return _WHOLE[name]

    return (
        entry, entry, entry_lists, entry_lists, question, questions, resolve, search, search, walk, two, path, near,
        neighbourhood, listing, relations, whole, central, overdue, difference, shown,
    )  # fmt: skip


_WHOLE: Mapping[str, Ask] = {
    "links": lambda graph: graph.links(),
    "mentions": lambda graph: graph.mentions(),
    "linked_mentions": lambda graph: graph.mentions(linked=True),
    "wanted": lambda graph: graph.wanted(),
    "orphans": lambda graph: graph.orphans(),
    "clusters": lambda graph: graph.clusters(),
    "counts": lambda graph: graph.counts,
    "scheme_words": lambda graph: [graph.kinds, graph.topics, graph.scheme.title, graph.scheme.tags, graph.vocabulary],
    "network": lambda graph: _network(graph),
    "identity": lambda graph: [graph.fingerprint, hash(graph)],
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

    Addresses of pages count from the site's own; with `without_addresses`, for a site that puts its pages elsewhere than
    its folder knows, they are not asked for.
    """
    make = _Asking(next(iter(graphs.values())), seed, without_addresses=without_addresses)
    kinds = _kinds(make)
    questions = [make.one_of(*kinds)() for _ in range(count)]
    return [
        (number, {name: _answer(ask, graph) for name, graph in graphs.items()}) for number, ask in enumerate(questions)
    ]


def _answer(ask: Ask, graph: ConceptGraph) -> object:
    site = str(graph.source).removesuffix("concepts.json") if isinstance(graph.source, str) else ""
    try:
        return plain(ask(graph), site)
    except (lexigraph.LexigraphError, ValueError) as error:
        return [type(error).__name__, str(error)]
