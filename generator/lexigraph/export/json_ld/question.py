"""Questions as linked data: open ones with the answers that somebody holds, and exercises.

An answer is called accepted only when the question was answered.
"""

from collections.abc import Iterable

from lexigraph.export.artifact import Export, line, plain
from lexigraph.export.json_ld.schema_org import Node, PageFacts, node, nodes
from lexigraph.graph import Question
from lexigraph.model import Item, Position, Source
from lexigraph.parse.addresses import leads_outside

__all__ = ["exercise_node", "question_node", "short_question_node", "source_node"]


def question_node(export: Export, page: PageFacts, question: Question) -> Node | None:
    """The question with its positions, on its own page."""
    url = page.href(export, export.site.questions[question.id])
    facts, raised = export.question_facts[question.id], question.raised
    suggested = nodes(_answer(export, question, position) for position in question.positions)
    accepted = _accepted(export, question, url)
    return node(
        "Question", _id=_iri(export, question, url), name=question.text, text=question.text, url=url,
        author=nodes((node("Person", name=line(raised.by)),)) if raised is not None else None,
        dateCreated=str(raised.year) if raised is not None and raised.year else "",
        dateModified=facts.changed.isoformat() if facts.changed is not None else "",
        answerCount=len(suggested) + (accepted is not None), acceptedAnswer=accepted, suggestedAnswer=suggested,
        about=_about(export, page, question), hasPart=_others(export, page, facts.parts),
        isPartOf=_others(export, page, facts.whole),
    )  # fmt: skip


def _answer(export: Export, question: Question, position: Position) -> Node | None:
    """What somebody holds, with what speaks for it and against it."""
    return node(
        "Answer", text=plain(position.claim or position.id),
        author=nodes(node("Person", name=line(name)) for name in position.held_by),
        citation=_citations(export, question, (item.source for item in position.evidence)),
    )  # fmt: skip


def _accepted(export: Export, question: Question, url: str) -> Node | None:
    answer = question.resolution
    if question.state != "answered" or answer is None:
        return None
    return node(
        "Answer", text=plain(answer.answer), dateCreated=answer.date.isoformat() if answer.date else "", url=url,
        citation=_citations(export, question, (answer.source,)),
    )  # fmt: skip


def _citations(export: Export, question: Question, cited: Iterable[str]) -> list[Node]:
    """The works that are cited by their id among the sources, or by their address, each once."""
    entry = export.graph.entries.get(question.entry)
    sources = {source.id: source for source in entry.parsed.fields.sources if source.id} if entry is not None else {}
    works = (
        sources.get(name) or (Source(title=name, url=name) if leads_outside(name) else None)
        for name in dict.fromkeys(cited)
    )
    return nodes(source_node(work) for work in works if work is not None)


def source_node(source: Source) -> Node | None:
    """A work that is cited."""
    return node(
        "CreativeWork", name=line(source.title or source.id), url=source.address,
        datePublished=str(source.year) if source.year else "",
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
        {"@id": export.iri(entries[id]) or page.href(export, export.site.entries[id]), "name": line(entries[id].title)}
        for id in question.about
    ]


def _others(export: Export, page: PageFacts, ids: Iterable[str]) -> list[Node]:
    return nodes(short_question_node(export, page, export.graph.questions[id]) for id in ids)
