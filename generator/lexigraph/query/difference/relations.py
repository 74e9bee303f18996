"""Relations that came or went, and what is said of those that stayed."""

from collections.abc import Callable, Iterator

from lexigraph.graph import Graph, Relation
from lexigraph.parse.comments import without_html_comments
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Change, Risk

__all__ = ["Key", "asserted", "relations"]

Key = tuple[str, str, str]
"""Key of the type, id of the source, id of the target; the ends of a symmetric relation are sorted."""


def asserted(graph: Graph, named: Callable[[str], str] = str) -> dict[Key, Relation]:
    """The relations of a graph, those between questions that are bullets too, each once whichever side wrote it.

    `named` gives the ids by which its ends are known.
    """
    found: dict[Key, Relation] = {}
    for relation in (*graph.relations, *graph.question_links):
        ends = named(relation.source), named(relation.target)
        source, target = sorted(ends) if relation.type.symmetric else ends
        key = (relation.type.key, source, target)
        known = found.get(key)
        if known is None or (relation.note and not known.note):
            found[key] = relation
    return found


def relations(sides: Sides) -> Iterator[Change]:
    """A change for each relation that came, went, or has another note or source."""
    before = asserted(sides.old, sides.pairs.today)
    after = asserted(sides.new)
    for key, relation in before.items():
        if key not in after and not _is_asked(sides.new, key):
            yield _change(sides, "removed", key, relation, before=_note(relation))
    for key, relation in after.items():
        known = before.get(key)
        if known is None:
            if not _is_asked(sides.old, key, sides.pairs.today):
                yield _change(sides, "added", key, relation, after=_note(relation))
            continue
        for word, first, second in (
            ("relation note", _note(known), _note(relation)),
            ("relation source", known.citation, relation.citation),
        ):
            if first != second:
                what = "changed" if first and second else "added" if second else "removed"
                yield Change(
                    kind=f"{word} {what}", subject=key[1], key=key[0], target=key[2], before=first, after=second,
                    title=sides.title(key[1]),
                )  # fmt: skip


def _note(relation: Relation) -> str:
    """Without comments, which are nobody else's business and which a published graph does not have."""
    return without_html_comments(relation.note)


def _is_asked(graph: Graph, key: Key, named: Callable[[str], str] = str) -> bool:
    """Whether the relation is that of a question to the entry in which it stands as a bullet, without being written."""
    kind, source, target = key
    question = graph.questions.get(source) if kind == "about" else None
    return question is not None and not question.entry and target in map(named, question.about)


def _change(sides: Sides, what: str, key: Key, relation: Relation, *, before: str = "", after: str = "") -> Change:
    kind, source, target = key
    number = sides.below(source) if relation.type.hierarchical else 0
    return Change(
        kind=f"relation {what}", subject=source, key=kind, target=target, before=before, after=after,
        title=sides.title(source), risk=Risk.CAREFUL if number else Risk.SAFE,
        why=f"{number} {'entry stands' if number == 1 else 'entries stand'} below it" if number else "",
    )  # fmt: skip
