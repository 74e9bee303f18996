"""Which questions match, and which are asked about the kinds and parts of an entry."""

from collections.abc import Sequence

from lexigraph.graph import Graph, Question
from lexigraph.names import sort_key
from lexigraph.vocabulary import HELP_WANTED, REVIEWS, STATES

__all__ = ["narrower_entries", "narrower_questions", "select_questions"]


def select_questions(
    graph: Graph,
    *,
    status: str | None = None,
    about: str | None = None,
    review: str | None = None,
    help_wanted: str | None = None,
    narrower: bool = False,
) -> tuple[Question, ...]:
    """Questions that match all that is given, by state, then text.

    Args:
        graph: the knowledge base.
        status: a state (`partially-answered`), or the status as shown (`open, disputed`).
        about: id of an entry.
        review: what the last review found; a bullet has no review.
        help_wanted: a kind of help that the question asks for.
        narrower: take questions about the kinds and parts of `about` too (`narrower_entries`).

    Raises:
        ValueError: no question can have that state, review or kind of help; the message lists those there are.
    """
    if status is not None:
        _known("state", "states", status.partition(",")[0].strip().replace(" ", "-"), STATES)
        if "," in status:
            _known("review", "reviews", status.partition(",")[2].strip(), REVIEWS)
    if review is not None:
        _known("review", "reviews", review, REVIEWS)
    if help_wanted is not None:
        _known("kind of help", "kinds of help", help_wanted, HELP_WANTED)
    subjects = set() if about is None else {about, *(narrower_entries(graph, about) if narrower else ())}
    found = [
        question
        for question in graph.questions.values()
        if (status is None or _has_status(question, status))
        and review in (None, question.review)
        and (help_wanted is None or help_wanted in question.help_wanted)
        and (about is None or not subjects.isdisjoint(question.about))
    ]
    return tuple(sorted(found, key=lambda question: STATES.index(question.state)))


def narrower_entries(graph: Graph, id: str) -> tuple[str, ...]:
    """Ids of what stands below the entry in any hierarchy (kinds, parts, examples), nearest first; without itself."""
    found = {id: None}
    level = [id]
    while level:
        below = [
            view.other
            for each in level
            for view in graph.relations_at.get(each, ())
            if view.direction.inverted and view.direction.type.hierarchical
        ]
        level = [other for other in dict.fromkeys(below) if other not in found]
        found |= dict.fromkeys(level)
    return tuple(found)[1:]


def narrower_questions(graph: Graph, id: str) -> tuple[str, ...]:
    """Ids of questions about what stands below the entry, by state, then text; those about itself are left out."""
    own = set(graph.questions_about.get(id, ()))
    found = {
        asked for other in narrower_entries(graph, id) for asked in graph.questions_about.get(other, ())
    } - own  # fmt: skip
    return tuple(sorted(found, key=lambda asked: _rank(graph.questions[asked])))


def _rank(question: Question) -> tuple[object, ...]:
    return STATES.index(question.state), sort_key(question.text), question.id


def _has_status(question: Question, status: str) -> bool:
    state, _, review = status.partition(",")
    return question.state == state.strip().replace(" ", "-") and review.strip() in ("", question.review)


def _known(what: str, all: str, word: str, known: Sequence[str]) -> None:
    if word not in known:
        raise ValueError(f"no {what} '{word}'; {all} are {', '.join(known)}")
