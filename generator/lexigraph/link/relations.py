"""From relation items as written to relations between entries, and their views from both ends."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lexigraph.graph import EntryNode, NameIndex, Relation, RelationView, Unresolved
from lexigraph.model import RelationItem
from lexigraph.names import sort_key
from lexigraph.vocabulary import Vocabulary

__all__ = ["relate", "sentence_of", "views_of"]


def sentence_of(title: str, words: str, other: str, note: str) -> str:
    """A relation as a sentence: `RAG uses Embedding: compares the question with the documents`."""
    return f"{title} {words} {other}: {note}" if note else f"{title} {words} {other}"


class _Relations:
    """Collects relations, each (type, source, target) once, in the order in which they were written."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str, str], Relation] = {}
        self.of_pair: dict[frozenset[str], list[tuple[str, str, str]]] = {}

    def add(self, relation: Relation) -> None:
        key = (relation.type.key, relation.source, relation.target)
        known = self.found.get(key)
        if known is None:
            self.found[key] = relation
            self.of_pair.setdefault(frozenset(key[1:]), []).append(key)
        elif relation.note and not known.note:
            self.found[key] = replace(known, note=relation.note)

    def annotate(self, source: str, target: str, note: str) -> bool:
        """Give the note to the relation that the pair has, one written by `source` first; False: it has none."""
        keys = self.of_pair.get(frozenset((source, target)), [])
        for key in sorted(keys, key=lambda key: self.found[key].author != source):
            if note and not self.found[key].note:
                self.found[key] = replace(self.found[key], note=note)
                break
        return bool(keys)


def relate(
    nodes: Iterable[EntryNode], names: NameIndex, vocabulary: Vocabulary
) -> tuple[tuple[Relation, ...], tuple[Relation, ...], tuple[Unresolved, ...]]:
    """Relations in order of writing, self-relations, and items that lead nowhere or to several entries.

    Front matter comes before structured headings: an item of Connections is the note of the relation that
    the pair already has, else `related`; one of See also is always `related`.
    """
    relations, selves, unresolved = _Relations(), list[Relation](), list[Unresolved]()
    by_path = sorted(nodes, key=lambda node: node.path)
    for from_headings in (False, True):
        for node in by_path:
            for item in node.parsed.relation_items:
                if (item.origin != "field") is not from_headings:
                    continue
                candidates = names.candidates(item.target)
                if len(candidates) != 1:
                    unresolved.append(_unresolved(node, item, candidates, vocabulary))
                    continue
                target = candidates[0]
                is_connection = item.origin == "connections" and target != node.id
                if is_connection and relations.annotate(node.id, target, item.note):
                    continue
                relation = _relation(node, item, target, vocabulary)
                if target == node.id:
                    selves.append(relation)
                else:
                    relations.add(relation)
    return tuple(relations.found.values()), tuple(selves), tuple(unresolved)


def _relation(node: EntryNode, item: RelationItem, target: str, vocabulary: Vocabulary) -> Relation:
    direction = vocabulary.directions[item.key or "related"]
    source, target = (target, node.id) if direction.inverted else (node.id, target)
    return Relation(
        type=direction.type,
        source=source,
        target=target,
        note=item.note,
        citation=item.citation,
        path=node.path,
        span=item.span,
        author=node.id,
    )


def _unresolved(node: EntryNode, item: RelationItem, candidates: tuple[str, ...], vocabulary: Vocabulary) -> Unresolved:
    direction = vocabulary.directions[item.key or "related"]
    return Unresolved(
        source=node.id,
        path=node.path,
        written=item,
        name=item.target,
        span=item.span,
        candidates=candidates,
        sentence=sentence_of(node.title, direction.words, item.target, item.note),
    )


def views_of(
    relations: Iterable[Relation], nodes: Mapping[str, EntryNode], vocabulary: Vocabulary
) -> dict[str, tuple[RelationView, ...]]:
    """By id of either end: its relations by direction; as written, then derived ones by title.

    A symmetric relation written on both sides is one line on each page: the one its own author wrote.
    """
    views: dict[str, dict[tuple[str, str], RelationView]] = {}
    for relation in relations:
        for end, other in ((relation.source, relation.target), (relation.target, relation.source)):
            key = relation.type.key
            if end == relation.target and not relation.type.symmetric:
                key = relation.type.inverse
            view = RelationView(
                relation=relation, direction=vocabulary.directions[key], other=other, derived=relation.author != end
            )
            known = views.setdefault(end, {}).get((key, other))
            if known is None or (known.derived and not view.derived):
                views[end][key, other] = view
    order = {key: place for place, key in enumerate(vocabulary.directions)}
    by_title = {
        id: place for place, id in enumerate(sorted(nodes, key=lambda other: (sort_key(nodes[other].title), other)))
    }

    def by_direction(view: RelationView) -> tuple[object, ...]:
        written = -1 if view.derived else view.relation.span.start
        return (order[view.direction.key], view.derived, written, by_title[view.other])

    return {id: tuple(sorted(found.values(), key=by_direction)) for id, found in views.items()}
