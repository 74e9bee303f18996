"""Some entries of a graph as a graph of their own."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

from lexigraph.graph import (
    Backlink,
    Collision,
    Graph,
    Link,
    Mention,
    NameIndex,
    Question,
    RelationView,
    Resolved,
    Unresolved,
)
from lexigraph.link.wanted import wanted_of

__all__ = ["subgraph"]

_Value = TypeVar("_Value")


def subgraph(graph: Graph, ids: Iterable[str]) -> Graph:
    """The graph of these entries alone; ids that no entry has are left out.

    Relations, links, mentions and questions are those of the graph between these entries, never others: names are not
    resolved again, so a name in a body means what it meant. What leads to an entry outside is left out, as a reference
    it leads nowhere; it is not wanted, for it has an entry elsewhere. A page that is no entry stays, unless all entries
    of its topic go. The subgraph of all entries equals the graph.
    """
    kept = frozenset(ids) & graph.entries.keys()
    nodes = {id: node for id, node in graph.entries.items() if id in kept}
    files = _files(graph, kept)
    resolved = {
        path: tuple(_inside(place, kept, files) for place in graph.resolved[path]) for path in sorted(files.shown)
    }
    unresolved = tuple(found for item in graph.unresolved if (found := _unresolved(item, kept, files)) is not None)
    questions = _questions(graph, kept)
    redirect_files = _leading_to(graph.redirect_files, kept, files)
    return replace(
        graph,
        entries=nodes,
        pages={path: page for path, page in graph.pages.items() if path in files.shown},
        attachments_used=_attachments(resolved),
        redirects={old: id for old, id in graph.redirects.items() if id in kept},
        redirect_files=redirect_files,
        redirecting={path: file for path, file in graph.redirecting.items() if path in redirect_files},
        relations=tuple(item for item in graph.relations if item.source in kept and item.target in kept),
        self_relations=tuple(item for item in graph.self_relations if item.source in kept),
        relations_at=_views(graph, kept, nodes),
        resolved=resolved,
        find_links=partial(_links, graph, kept),
        find_mentions=partial(_mentions, graph, kept),
        find_backlinks=partial(_backlinks, graph, kept),
        unresolved=unresolved,
        collisions=_collisions(graph, kept),
        questions=questions,
        question_links=tuple(
            item for item in graph.question_links if item.source in questions and item.target in questions
        ),
        questions_about=_about(graph, kept, questions),
        wanted=wanted_of(unresolved),
        names=_names(graph.names, kept),
        diagnostics=tuple(finding for finding in graph.diagnostics if finding.path not in files.left_out),
        is_part=graph.is_part or len(nodes) < len(graph.entries),
    )


def _attachments(resolved: Mapping[str, tuple[Resolved | None, ...]]) -> frozenset[str]:
    """Those that a page which stays refers to."""
    return frozenset(place.file for places in resolved.values() for place in places if place is not None and place.file)


def _views(graph: Graph, kept: frozenset[str], ids: Iterable[str]) -> dict[str, tuple[RelationView, ...]]:
    """By id: the relations to entries that stay."""
    return _without_empty(
        {id: tuple(view for view in graph.relations_at.get(id, ()) if view.other in kept) for id in ids}
    )


def _about(graph: Graph, kept: frozenset[str], questions: Container[str]) -> dict[str, tuple[str, ...]]:
    """By id of the entry: the questions about it that stay."""
    about = ((id, found) for id, found in graph.questions_about.items() if id in kept)
    return _without_empty({id: tuple(each for each in found if each in questions) for id, found in about})


class _Files(NamedTuple):
    """Paths below the content folder."""

    shown: frozenset[str]
    """Entries and pages that stay."""
    left_out: frozenset[str]
    """Entries, pages and redirects that go."""
    emptied: frozenset[str]
    """Topics that had entries and have none left."""


def _files(graph: Graph, kept: frozenset[str]) -> _Files:
    emptied = frozenset(graph.topics) - {graph.entries[id].topic for id in kept}
    pages = {path for path in graph.pages if _topic(path) not in emptied}
    shown = {graph.entries[id].path for id in kept} | pages
    entries = {node.path for node in graph.entries.values()}
    redirects = {
        path for path, id in graph.redirect_files.items() if (id not in kept if id else _topic(path) in emptied)
    }
    return _Files(frozenset(shown), frozenset(((entries | graph.pages.keys()) - shown) | redirects), emptied)


def _topic(path: str) -> str:
    return path.partition("/")[0] if "/" in path else ""


def _inside(place: Resolved | None, kept: frozenset[str], files: _Files) -> Resolved | None:
    """The place, unless it is an entry or a page that goes. (The page of a topic need not be a file.)"""
    if place is None or (place.entry and place.entry not in kept):
        return None
    return None if place.page and (place.page in files.left_out or _topic(place.page) in files.emptied) else place


def _unresolved(item: Unresolved, kept: frozenset[str], files: _Files) -> Unresolved | None:
    """The reference with those of its candidates that stay; None when it goes, or all of them do."""
    if item.path not in files.shown:
        return None
    candidates = tuple(id for id in item.candidates if id in kept)
    if len(candidates) == len(item.candidates):
        return item
    return replace(item, candidates=candidates) if candidates else None


def _questions(graph: Graph, kept: frozenset[str]) -> dict[str, Question]:
    """Questions whose file or bullet stays. What has both, and loses one, lives on in the other."""
    found = {}
    for id, question in graph.questions.items():
        entry = question.entry if question.entry in kept else ""
        holder = question.holder if question.holder in kept else ""
        if not entry and not holder:
            continue
        about = tuple(other for other in question.about if other in kept)
        if (entry, holder, about) != (question.entry, question.holder, question.about):
            question = replace(question, entry=entry, holder=holder, about=about)
        if question.bullet is not None and not holder:
            question = replace(question, bullet=None)
        if question.bullet is not None and not entry:
            question = replace(question, path=graph.entries[holder].path, span=question.bullet.span)
        found[id] = question
    return found


def _leading_to(redirect_files: Mapping[str, str], kept: frozenset[str], files: _Files) -> dict[str, str]:
    """Redirects to what stays, and to nowhere from where something stays."""
    return {path: id for path, id in redirect_files.items() if path not in files.left_out and (not id or id in kept)}


def _collisions(graph: Graph, kept: frozenset[str]) -> tuple[Collision, ...]:
    """Names that several of those that stay claim."""
    found = (replace(item, entries=tuple(id for id in item.entries if id in kept)) for item in graph.collisions)
    return tuple(item for item in found if len(item.entries) > 1)


def _names(names: NameIndex, kept: frozenset[str]) -> NameIndex:
    return NameIndex(
        ids=_claims(names.ids, kept),
        paths=_claims(names.paths, kept),
        titles=_claims(names.titles, kept),
        folded=_claims(names.folded, kept),
        aliases=_claims(names.aliases, kept),
    )


def _claims(rung: Mapping[str, tuple[str, ...]], kept: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return _without_empty({name: tuple(id for id in ids if id in kept) for name, ids in rung.items()})


def _without_empty(found: Mapping[str, tuple[_Value, ...]]) -> dict[str, tuple[_Value, ...]]:
    return {key: values for key, values in found.items() if values}


def _links(graph: Graph, kept: Collection[str]) -> tuple[Link, ...]:
    return tuple(link for link in graph.links if link.source in kept and link.target in kept)


def _mentions(graph: Graph, kept: frozenset[str], sources: Collection[str]) -> tuple[Mention, ...]:
    """Those of the graph, looked for only in what stays."""
    found = graph.find_mentions(kept.intersection(sources))
    return tuple(mention for mention in found if mention.target in kept)


def _backlinks(graph: Graph, kept: Collection[str], links: tuple[Link, ...]) -> Mapping[str, tuple[Backlink, ...]]:
    """Those of the graph; `links`, from which they could be made, are among them."""
    found = {
        id: tuple(item for item in items if item.source in kept) for id, items in graph.backlinks.items() if id in kept
    }
    return _without_empty(found)
