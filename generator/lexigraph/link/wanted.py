"""Names that are referenced and have no entry yet, and references seen from their targets."""

from collections.abc import Iterable, Mapping

from lexigraph.graph import Backlink, EntryNode, Link, Relation, Unresolved, Wanted
from lexigraph.link.references import wanted_name
from lexigraph.link.relations import sentence_of
from lexigraph.model import Reference
from lexigraph.names import fold, sort_key
from lexigraph.parse.anchors import Anchors

__all__ = ["backlinks_of", "wanted_of"]


def wanted_of(unresolved: Iterable[Unresolved]) -> tuple[Wanted, ...]:
    """Wanted names, most references first, then by name; spellings that fold alike are one name."""
    found: dict[str, list[tuple[str, Unresolved]]] = {}
    for item in sorted(unresolved, key=lambda item: (item.path, item.span)):
        if item.candidates:
            continue
        name = wanted_name(item.path, item.written) if isinstance(item.written, Reference) else item.name
        if fold(name):
            found.setdefault(fold(name), []).append((name, item))
    taken = Anchors()
    anchors = {key: taken.claim(key) for key in sorted(found)}
    wanted = [
        Wanted(name=items[0][0], anchor=anchors[key], references=tuple(item for _, item in items))
        for key, items in found.items()
    ]
    return tuple(sorted(wanted, key=lambda item: (-len(item.references), sort_key(item.name))))


def backlinks_of(
    links: Iterable[Link], relations: Iterable[Relation], nodes: Mapping[str, EntryNode]
) -> dict[str, tuple[Backlink, ...]]:
    """By id of the target: links and relations of other entries, by title of the source, then place. `nodes` are by
    title."""
    found: dict[str, list[Backlink]] = {}
    for link in links:
        if link.source != link.target:
            found.setdefault(link.target, []).append(
                Backlink(
                    source=link.source,
                    sentence=link.reference.sentence,
                    sentence_span=link.reference.sentence_span,
                    heading=link.heading,
                    span=link.reference.span,
                    relation=None,
                )
            )
    for relation in relations:
        author = relation.author
        other = relation.target if author == relation.source else relation.source
        words = relation.type.words if author == relation.source else relation.type.inverse_words
        sentence = sentence_of(nodes[author].title, words, nodes[other].title, relation.note)
        at = len(nodes[author].title) + len(words) + 2
        found.setdefault(other, []).append(
            Backlink(
                source=author,
                sentence=sentence,
                sentence_span=(at, at + len(nodes[other].title)),
                heading="",
                span=relation.span,
                relation=relation,
            )
        )
    order = {id: place for place, id in enumerate(nodes)}
    return {
        id: tuple(sorted(items, key=lambda item: (order[item.source], item.span)))
        for id, items in sorted(found.items())
    }
