"""The linking stage as a whole: its steps in order."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import Path

from lexigraph.graph import EntryNode, Graph, Link, Mention, NameIndex, Resolved, Unresolved
from lexigraph.link.identity import identify, is_entry
from lexigraph.link.naming import index_names, redirects_of, title_and_alias_collisions
from lexigraph.link.questions import links_between, questions_about, questions_of
from lexigraph.link.references import Resolver
from lexigraph.link.relations import relate, views_of
from lexigraph.link.wanted import backlinks_of, wanted_of
from lexigraph.model import Diagnostic, ParsedEntry, Scheme
from lexigraph.names import sort_key
from lexigraph.read import is_passive

__all__ = ["link"]


def link(
    root: Path,
    scheme: Scheme,
    parsed: Iterable[ParsedEntry],
    attachments: frozenset[str] = frozenset(),
    diagnostics: Iterable[Diagnostic] = (),
) -> Graph:
    """The graph of parsed files in any order; `diagnostics` are those of reading and of the scheme."""
    files = sorted(parsed, key=lambda entry: entry.path)
    entries = [file for file in files if is_entry(file.path)]
    redirecting = [file for file in entries if file.fields.destination]
    by_path, id_collisions = identify((file for file in entries if not file.fields.destination), scheme)
    nodes = {node.id: node for node in sorted(by_path, key=lambda node: (sort_key(node.title), node.id))}
    pages = {file.path: file for file in files if file.path.rpartition("/")[2] == "index.md"}

    names = index_names(by_path, {})
    redirects, redirect_files = redirects_of(by_path, redirecting, names)
    names = index_names(by_path, redirects) if redirects else names
    relations, selves, loose_items = relate(by_path, names, scheme.vocabulary)
    resolver = _resolver(root, scheme, names, nodes, pages, attachments, redirect_files)
    resolved, loose_references = _resolve_all(resolver, (*by_path,), pages)
    questions, question_collisions = questions_of(nodes, relations)
    question_links, loose_items = links_between(questions, relations, loose_items, scheme.vocabulary)
    unresolved = tuple(sorted((*loose_items, *loose_references), key=lambda item: (item.path, item.span)))
    order = {relation.key: place for place, relation in enumerate(scheme.vocabulary.relations)}
    return Graph(
        root=root,
        scheme=scheme,
        entries=nodes,
        pages=pages,
        attachments=attachments,
        attachments_used=frozenset(
            place.file for places in resolved.values() for place in places if place and place.file
        ),
        redirects=redirects,
        redirect_files=redirect_files,
        redirecting={file.path: file for file in redirecting},
        relations=tuple(sorted(relations, key=lambda item: (item.source, order[item.type.key], item.target))),
        self_relations=selves,
        relations_at=views_of(relations, nodes, scheme.vocabulary),
        resolved=resolved,
        find_links=partial(_links, by_path, resolved),
        find_mentions=partial(_mentions, nodes, names, resolved),
        find_backlinks=partial(backlinks_of, relations=relations, nodes=nodes),
        unresolved=unresolved,
        collisions=(*id_collisions, *question_collisions, *title_and_alias_collisions(names, nodes)),
        questions=questions,
        question_links=tuple(sorted(question_links, key=lambda item: (item.source, order[item.type.key], item.target))),
        questions_about=questions_about(questions),
        wanted=wanted_of(unresolved),
        names=names,
        diagnostics=tuple(
            sorted(
                (*diagnostics, *(finding for file in files for finding in file.diagnostics)),
                key=lambda finding: finding.sort_key,
            )
        ),
    )


def _resolver(
    root: Path,
    scheme: Scheme,
    names: NameIndex,
    nodes: Mapping[str, EntryNode],
    pages: Mapping[str, ParsedEntry],
    attachments: frozenset[str],
    redirect_files: Mapping[str, str],
) -> Resolver:
    entry_of_path = {node.path: node.id for node in nodes.values()}
    for path, id in redirect_files.items():
        if id:
            entry_of_path.setdefault(path, id)
    return Resolver(
        names=names,
        nodes=nodes,
        entry_of_path=entry_of_path,
        pages=pages,
        attachments=frozenset(filter(is_passive, attachments)),
        topics=frozenset(node.topic for node in nodes.values() if node.topic),
        folder=root.name,
        base_iri=scheme.base_iri,
    )


def _resolve_all(
    resolver: Resolver, nodes: Iterable[EntryNode], pages: Mapping[str, ParsedEntry]
) -> tuple[dict[str, tuple[Resolved | None, ...]], list[Unresolved]]:
    """By path where each reference leads, and the references that lead nowhere or to several entries."""
    resolved: dict[str, tuple[Resolved | None, ...]] = {}
    unresolved: list[Unresolved] = []
    sources = [(node.id, node.parsed) for node in nodes] + [("", page) for page in pages.values()]
    entry_at = resolver.entry_at.get
    for id, document in sources:
        places = tuple(map(entry_at, document.linked_files))
        if not all(places):
            places, leading_nowhere = _look_closer(resolver, id, document, places)
            unresolved += leading_nowhere
        resolved[document.path] = places
    return resolved, unresolved


def _look_closer(
    resolver: Resolver, id: str, document: ParsedEntry, places: Iterable[Resolved | None]
) -> tuple[tuple[Resolved | None, ...], list[Unresolved]]:
    """The places of a document with those that were no plain links to entries."""
    found: list[Resolved | None] = []
    unresolved: list[Unresolved] = []
    for reference, known in zip(document.references, places, strict=True):
        place = known or resolver.resolve(document.path, reference)
        if isinstance(place, Resolved):
            found.append(place)
            continue
        found.append(None)
        unresolved.append(
            Unresolved(
                source=id,
                path=document.path,
                written=reference,
                name=reference.target,
                span=reference.span,
                candidates=place,
                sentence=reference.sentence,
            )
        )
    return tuple(found), unresolved


def _links(nodes: Iterable[EntryNode], resolved: Mapping[str, tuple[Resolved | None, ...]]) -> tuple[Link, ...]:
    """Body references that lead to another entry; by path and place."""
    found: list[Link] = []
    for node in nodes:
        headings = node.parsed.headings
        for reference, place in zip(node.parsed.references, resolved[node.path], strict=True):
            if place is not None and place.entry and place.entry != node.id and reference.form != "image":
                heading = headings[reference.section].title if 0 <= reference.section < len(headings) else ""
                found.append(Link(source=node.id, target=place.entry, reference=reference, heading=heading))
    return tuple(found)


def _mentions(
    nodes: Mapping[str, EntryNode],
    names: NameIndex,
    resolved: Mapping[str, tuple[Resolved | None, ...]],
    sources: Collection[str],
) -> tuple[Mention, ...]:
    """Those in the entries with these ids, by path of the source and place."""
    from lexigraph.link.mentions import MentionFinder  # loads the automaton, which few questions need

    finder = MentionFinder(nodes, names)
    found: list[Mention] = []
    for node in sorted((nodes[id] for id in sources), key=lambda node: node.path):
        found += sorted(finder.mentions(node, resolved[node.path]), key=lambda mention: mention.span)
    return tuple(found)
