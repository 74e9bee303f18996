"""From relation items as written to relations between entries, and their views from both ends."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from lexigraph.graph import EntryNode, NameIndex, Relation, RelationView, Unresolved
from lexigraph.model import RelationItem
from lexigraph.parse.comments import without_html_comments
from lexigraph.vocabulary import Direction, Vocabulary

__all__ = ["relate", "sentence_of", "views_of"]


def sentence_of(title: str, words: str, other: str, note: str) -> str:
    """A relation as a sentence: `RAG uses Embedding: compares the question with the documents`; without comments."""
    note = without_html_comments(note)
    return f"{title} {words} {other}: {note}" if note else f"{title} {words} {other}"


class _Relations:
    """Collects relations, each (type, source, target) once, in the order in which they were written."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str, str], Relation] = {}
        self._of_pair: dict[tuple[str, str], list[tuple[str, str, str]]] | None = None

    def add(self, relation: Relation) -> None:
        key = (relation.type.key, relation.source, relation.target)
        known = self.found.setdefault(key, relation)
        if known is relation:
            if self._of_pair is not None:
                self._of_pair.setdefault(_pair(key), []).append(key)
        elif relation.note and not known.note:
            self.found[key] = structs.replace(known, note=relation.note)

    def annotate(self, source: str, target: str, note: str) -> bool:
        """Give the note to the relation that the pair has, one written by `source` first; False: it has none."""
        if self._of_pair is None:  # few folders have an item of Connections
            self._of_pair = {}
            for key in self.found:
                self._of_pair.setdefault(_pair(key), []).append(key)
        keys = self._of_pair.get((min(source, target), max(source, target)), [])
        for key in sorted(keys, key=lambda key: self.found[key].author != source):
            if note and not self.found[key].note:
                self.found[key] = structs.replace(self.found[key], note=note)
                break
        return bool(keys)


def _pair(key: tuple[str, str, str]) -> tuple[str, str]:
    """Its ends, in either direction."""
    return min(key[1:]), max(key[1:])


def relate(
    nodes: Iterable[EntryNode], names: NameIndex, vocabulary: Vocabulary
) -> tuple[tuple[Relation, ...], tuple[Relation, ...], tuple[Unresolved, ...]]:
    """Relations in order of writing, self-relations, and items that lead nowhere or to several entries.

    Front matter comes before structured headings: an item of Connections is the note of the relation that
    the pair already has, else `related`; one of See also is always `related`.
    """
    relations, selves, unresolved = _Relations(), list[Relation](), list[Unresolved]()
    for node, item in _items(nodes):
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


def _items(nodes: Iterable[EntryNode]) -> Iterator[tuple[EntryNode, RelationItem]]:
    """Each item with its entry: by path of the file, those of front matter first."""
    from_headings = []
    for node in sorted(nodes, key=lambda node: node.path):
        for item in node.parsed.relation_items:
            if item.origin == "field":
                yield node, item
            else:
                from_headings.append((node, item))
    yield from from_headings


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
    """By id of either end: its relations by direction; as written, then derived ones by title. `nodes` are by title.

    A symmetric relation written on both sides is one line on each page: the one its own author wrote.
    """
    at: dict[str, list[Relation]] = {}
    for relation in relations:
        at.setdefault(relation.source, []).append(relation)
        at.setdefault(relation.target, []).append(relation)
    directions = {key: (2 * place, direction) for place, (key, direction) in enumerate(vocabulary.directions.items())}
    by_title = {id: place for place, id in enumerate(nodes)}
    return {id: _views(id, found, directions, by_title) for id, found in at.items()}


def _views(
    end: str,
    relations: Iterable[Relation],
    directions: Mapping[str, tuple[int, Direction]],
    by_title: Mapping[str, int],
) -> tuple[RelationView, ...]:
    """The relations of one entry as it sees them; places of directions are even."""
    placed: list[tuple[int, int, int, RelationView]] = []
    symmetric: dict[tuple[str, str], int] = {}
    for relation in relations:
        type, other = relation.type, relation.target
        key = type.key
        if other == end:
            other = relation.source
            key = type.inverse or key
        derived = relation.author != end
        place, direction = directions[key]
        view = RelationView(relation=relation, direction=direction, other=other, derived=derived)
        placed.append((place + derived, -1 if derived else relation.span.start, by_title[other], view))
        if type.symmetric and (twin := symmetric.setdefault((key, other), len(placed) - 1)) < len(placed) - 1:
            if placed[twin][3].derived and not derived:
                placed[twin] = placed[-1]
            placed.pop()
    placed.sort()
    return tuple([view for _, _, _, view in placed])
