"""Open questions as nodes: files of kind question and bullets under Open questions."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from lexigraph.graph import Collision, EntryNode, Question, Relation
from lexigraph.model import QuestionItem
from lexigraph.names import sort_key
from lexigraph.vocabulary import STATES

__all__ = ["questions_about", "questions_of"]


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
