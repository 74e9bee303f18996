"""The relations of a document, those that were written twice or lead to their own entry too."""

from collections.abc import Container, Iterable, Mapping

from lexigraph.graph import Question, Relation
from lexigraph.loading.published.document import finding, records
from lexigraph.loading.published.records import Document, Raws, RelationRecord
from lexigraph.loading.published.world import World
from lexigraph.model import RelationItem

__all__ = ["question_links_of", "relations_of", "repeat_relations", "self_relations_of"]


def relations_of(read: Document, world: World) -> tuple[Relation, ...]:
    """Relations between entries, each once; by source, vocabulary, target."""
    found: dict[tuple[str, str, str], Relation] = {}
    for place, relation in _between(read.relations, "relations", world, world.nodes):
        if relation.source == relation.target:
            world.findings.append(finding(place, "the relation leads to its own entry"))
        elif _key(relation) in found:
            world.findings.append(finding(place, "the relation stands in the document already"))
        else:
            found[_key(relation)] = relation
    return _sorted(found.values(), world)


def self_relations_of(read: Document, world: World) -> tuple[Relation, ...]:
    """Relations of an entry to itself."""
    found = _between(read.self_relations, "self_relations", world, world.nodes)
    return tuple(relation for _, relation in found if relation.source == relation.target)


def repeat_relations(read: Document, world: World) -> None:
    """Note what was written a second time, on either side."""
    for _ in _between(read.repeated_relations, "repeated_relations", world, world.nodes):
        pass


def question_links_of(
    read: Document, questions: Mapping[str, Question], relations: Iterable[Relation], world: World
) -> tuple[Relation, ...]:
    """Relations between questions: those of their files, and those with bullets; by source, vocabulary, target."""
    found = {
        _key(item): item
        for item in relations
        if item.type.joins_questions and item.source in questions and item.target in questions
    }
    for _, link in _between(read.question_links, "question_links", world, questions):
        if link.source != link.target and link.type.joins_questions:
            found.setdefault(_key(link), link)
    return _sorted(found.values(), world)


def _between(raws: Raws, where: str, world: World, ends: Container[str]) -> Iterable[tuple[str, Relation]]:
    """The relations of a list whose ends and kind there are, with their places; noted for the file that says it."""
    for place, record in records(raws, RelationRecord, where, world.findings):
        author = record.target if record.derived else record.source
        type = world.types.get(record.kind)
        if type is None:
            world.findings.append(finding(f"{place}.kind", f"the vocabulary has no relation '{record.kind}'"))
        elif record.source not in ends or record.target not in ends:
            lost = record.source if record.source not in ends else record.target
            world.findings.append(finding(place, f"there is no entry '{lost}' in the document"))
        elif author not in world.nodes:
            world.findings.append(finding(place, f"there is no entry '{author}' in which it could be written"))
        else:
            relation = Relation(
                type=type, source=record.source, target=record.target, note=record.note, citation=record.citation,
                path=world.nodes[author].path, span=world.files[author].place(record.line, record.column, record.span),
                author=author,
            )  # fmt: skip
            world.written(author).relations.append(_item(record, relation))
            yield place, relation


def _item(record: RelationRecord, relation: Relation) -> RelationItem:
    """The relation as its author's file says it."""
    is_source = relation.author == relation.source
    key = relation.type.key if is_source or relation.type.symmetric else relation.type.inverse
    return RelationItem(
        key="" if record.origin == "connections" and key == "related" else key,
        target=relation.target if is_source else relation.source, note=relation.note, citation=relation.citation,
        span=relation.span, origin=record.origin,
    )  # fmt: skip


def _key(relation: Relation) -> tuple[str, str, str]:
    return relation.type.key, relation.source, relation.target


def _sorted(relations: Iterable[Relation], world: World) -> tuple[Relation, ...]:
    order = {type.key: number for number, type in enumerate(world.vocabulary.relations)}
    return tuple(sorted(relations, key=lambda item: (item.source, order[item.type.key], item.target)))
