"""Questions as linked data: open ones with the answers that somebody holds, and exercises.

An answer is called accepted only when the question was answered.
"""

from lexigraph.export.artifact import Export, line, plain
from lexigraph.export.json_ld import Node, PageFacts, node, nodes
from lexigraph.graph import Question
from lexigraph.model import Item

__all__ = ["exercise_node", "question_node", "short_question_node"]


def question_node(export: Export, page: PageFacts, question: Question) -> Node | None:
    """The question with its positions, on its own page."""
    url = page.href(export, export.site.questions[question.id])
    suggested = nodes(
        node(
            "Answer", text=plain(position.claim or position.id),
            author=nodes(node("Person", name=line(name)) for name in position.held_by),
        )
        for position in question.positions
    )  # fmt: skip
    answer = question.resolution
    accepted = None
    if question.state == "answered" and answer is not None:
        accepted = node(
            "Answer", text=plain(answer.answer), dateCreated=answer.date.isoformat() if answer.date else "", url=url
        )
    return node(
        "Question", _id=_iri(export, question, url), name=question.text, text=question.text, url=url,
        answerCount=len(suggested) + (accepted is not None) or None, acceptedAnswer=accepted, suggestedAnswer=suggested,
        about=_about(export, page, question),
    )  # fmt: skip


def short_question_node(export: Export, page: PageFacts, question: Question) -> Node | None:
    """The question where other pages list it: its text and address."""
    url = page.href(export, export.site.questions.get(question.id, ""))
    return node("Question", _id=_iri(export, question, url), name=question.text, url=url)


def exercise_node(item: Item) -> Node | None:
    """An exercise, whose answer is left to the reader."""
    return node("Question", name=line(item.text), learningResourceType="Exercise")


def _iri(export: Export, question: Question, url: str) -> str:
    return export.iri(export.graph.entries[question.entry]) or url if question.entry else url


def _about(export: Export, page: PageFacts, question: Question) -> list[Node]:
    entries = export.graph.entries
    return [
        {"@id": export.iri(entries[id]) or page.href(export, export.site.entries[id]), "name": entries[id].title}
        for id in question.about
    ]
