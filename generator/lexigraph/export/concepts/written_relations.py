"""Relations as files write them: where each was written, and what says nothing that is not said already."""

from collections.abc import Iterator

from lexigraph.export.concepts.records import relation_record
from lexigraph.export.concepts.text_records import Offsets
from lexigraph.export.plain_values import Record, filled
from lexigraph.graph import EntryNode, Graph, Relation
from lexigraph.model import RelationItem, Span

__all__ = ["WrittenRelations"]


class WrittenRelations:
    """What the front matters and the structured headings of all entries say."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._origins: dict[tuple[str, Span], str] = {
            (node.path, item.span): item.origin
            for node in graph.entries.values()
            for item in node.parsed.relation_items
            if item.origin != "field"
        }

    def record(self, relation: Relation) -> Record:
        """The relation, with its origin: `connections` or `related` when it was not written in front matter."""
        return self._record(relation, self._origins.get((relation.path, relation.span), "field"))

    def repeated(self) -> Iterator[Record]:
        """What was written and is no relation of its own, because it is one already; by path and place.

        An item that leads nowhere, or to a question that is a bullet, is none of them.
        """
        graph = self._graph
        known = {
            (item.path, item.span)
            for items in (graph.relations, graph.self_relations, graph.question_links, graph.unresolved)
            for item in items
        }
        for node in sorted(graph.entries.values(), key=lambda node: node.path):
            for item in node.parsed.relation_items:
                if (node.path, item.span) in known:
                    continue
                targets = graph.names.candidates(item.target)
                if len(targets) == 1 and targets[0] in graph.entries:
                    yield self._record(self._relation(node, item, targets[0]), item.origin)

    def _record(self, relation: Relation, origin: str) -> Record:
        record = relation_record(relation)
        if origin == "field":
            return record
        span = Offsets(self._graph.entries[relation.author].parsed).range(relation.span)
        return filled({**record, "origin": origin, "span": span})

    def _relation(self, node: EntryNode, item: RelationItem, other: str) -> Relation:
        direction = self._graph.vocabulary.directions[item.key or "related"]
        source, target = (other, node.id) if direction.inverted else (node.id, other)
        return Relation(
            type=direction.type, source=source, target=target, note=item.note, citation=item.citation, path=node.path,
            span=item.span, author=node.id,
        )  # fmt: skip
