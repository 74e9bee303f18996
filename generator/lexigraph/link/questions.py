"""Open questions as nodes: files of kind question and bullets under Open questions."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from msgspec import structs

from lexigraph.graph import Collision, EntryNode, Question, Relation, Unresolved
from lexigraph.model import QuestionItem, RelationItem
from lexigraph.names import fold, sort_key
from lexigraph.vocabulary import STATES, Direction, Vocabulary

__all__ = ["links_between", "questions_about", "questions_of"]


def questions_of(
    nodes: Mapping[str, EntryNode], relations: Iterable[Relation]
) -> tuple[dict[str, Question], tuple[Collision, ...]]:
    """Questions by id, sorted by text, and the ids that several of them claim.

    A bullet and a file with one id are one question: the file says everything, the bullet leads to it. Of
    two bullets with one id the second, in order of path, gets its entry's id in front.
    """
    about: dict[str, list[str]] = {}
    for relation in relations:
        if relation.type.key == "about":
            about.setdefault(relation.source, []).append(relation.target)
    found = {
        node.id: _of_file(node, tuple(about.get(node.id, ()))) for node in nodes.values() if node.kind == "question"
    }
    claims: dict[str, list[str]] = {}
    for node in sorted(nodes.values(), key=lambda node: node.path):
        for item in node.parsed.questions:
            id = item.id
            known = found.get(id)
            if known is not None and known.entry and known.bullet is None:
                found[id] = _with_bullet(known, node, item)
                continue
            if known is not None or id in nodes:
                claims.setdefault(item.id, [known.holder if known else id]).append(node.id)
                id = _free(f"{node.id}/{item.id}", found, nodes)
            found[id] = Question(
                id=id,
                text=item.text,
                about=(node.id,),
                state="open",
                review="",
                holder=node.id,
                bullet=item,
                path=node.path,
                span=item.span,
            )
    collisions = tuple(
        Collision(name=name, what="question", entries=tuple(ids)) for name, ids in sorted(claims.items())
    )
    return dict(sorted(found.items(), key=lambda pair: (sort_key(pair[1].text), pair[0]))), collisions


def questions_about(questions: Mapping[str, Question]) -> dict[str, tuple[str, ...]]:
    """By id of an entry: ids of the questions about it, by state, then text."""
    found: dict[str, list[str]] = {}
    for question in questions.values():
        for id in question.about:
            found.setdefault(id, []).append(question.id)

    def by_state(id: str) -> tuple[object, ...]:
        return (STATES.index(questions[id].state), sort_key(questions[id].text), id)

    return {about: tuple(sorted(ids, key=by_state)) for about, ids in found.items()}


def links_between(
    questions: Mapping[str, Question],
    relations: Iterable[Relation],
    unresolved: Iterable[Unresolved],
    vocabulary: Vocabulary,
) -> tuple[tuple[Relation, ...], tuple[Unresolved, ...]]:
    """Relations between questions, and the unresolved references that lead to no question either.

    A question's file may name a bullet by its id, by that of its entry and its own (`rag/long-context`), or by its
    text where no other has it. Entries come first: a name that one of them has means the entry.
    """
    found = {
        (item.type.key, item.source, item.target): item
        for item in relations
        if item.type.joins_questions and item.source in questions and item.target in questions
    }
    bullets: Mapping[str, str] | None = None
    rest: list[Unresolved] = []
    for item in unresolved:
        direction = _direction(item, questions, vocabulary)
        if direction is not None and bullets is None:
            bullets = _bullets(questions)  # a look at every question, so only when somebody needs it
        link = _link_to_bullet(item, direction, bullets or {}) if direction is not None else None
        if link is None:
            rest.append(item)
        else:
            key = (link.type.key, link.source, link.target)
            known = found.setdefault(key, link)
            if link.note and not known.note:
                found[key] = structs.replace(known, note=link.note)
    return tuple(found.values()), tuple(rest)


def _bullets(questions: Mapping[str, Question]) -> dict[str, str]:
    """Name → id of the bullet that has it; folded texts among them, but for those of several bullets."""
    found: dict[str, str] = {}
    texts: dict[str, list[str]] = {}
    for question in questions.values():
        if not question.entry and question.bullet is not None:
            found[question.id] = question.id
            texts.setdefault(fold(question.text), []).append(question.id)
    for question in questions.values():
        if not question.entry and question.bullet is not None:
            found.setdefault(f"{question.holder}/{question.bullet.id}", question.id)
    for text, ids in texts.items():
        if len(ids) == 1:
            found.setdefault(text, ids[0])
    return found


def _direction(item: Unresolved, questions: Mapping[str, Question], vocabulary: Vocabulary) -> Direction | None:
    """What the item says, when it stands in a question's file, is no entry's name, and may lead to a question."""
    if item.candidates or not isinstance(item.written, RelationItem) or item.source not in questions:
        return None
    direction = vocabulary.directions.get(item.written.key)
    return direction if direction is not None and direction.type.joins_questions else None


def _link_to_bullet(item: Unresolved, direction: Direction, bullets: Mapping[str, str]) -> Relation | None:
    """The relation that the item writes, when it names a bullet."""
    name = item.name.strip()
    bullet = bullets.get(name) or bullets.get(fold(name))
    if bullet is None or not isinstance(item.written, RelationItem):
        return None
    source, target = (bullet, item.source) if direction.inverted else (item.source, bullet)
    return Relation(
        type=direction.type,
        source=source,
        target=target,
        note=item.written.note,
        citation=item.written.citation,
        path=item.path,
        span=item.span,
        author=item.source,
    )


def _free(id: str, *taken: Container[str]) -> str:
    """The id, with a number where it is taken."""
    found, number = id, 1
    while any(found in ids for ids in taken):
        number += 1
        found = f"{id}-{number}"
    return found


def _of_file(node: EntryNode, about: tuple[str, ...]) -> Question:
    fields = node.parsed.fields
    return Question(
        id=node.id,
        text=node.title,
        about=about,
        state=fields.state or "open",
        review=fields.review,
        state_date=fields.state_date,
        review_date=fields.review_date,
        raised=fields.raised,
        why_open=fields.why_open,
        evidence_needed=fields.evidence_needed,
        positions=fields.positions,
        resolution=fields.resolution,
        help_wanted=fields.help_wanted,
        discussion=fields.discussion,
        entry=node.id,
        path=node.path,
        span=node.parsed.title_span,
    )


def _with_bullet(question: Question, node: EntryNode, item: QuestionItem) -> Question:
    about = question.about if node.id in question.about else (*question.about, node.id)
    return replace(question, about=about, holder=node.id, bullet=item)
