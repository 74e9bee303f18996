"""An open question seen from its graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from lexigraph import graph as linked
from lexigraph.concept_graph.handle import Handle, without_comments
from lexigraph.concept_graph.results import Results
from lexigraph.concept_graph.values import Place
from lexigraph.model import Origin, Position, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lexigraph.concept_graph.entry import Entry
    from lexigraph.query.questions import QuestionFacts

__all__ = ["Question"]


class Question(Handle[linked.Question]):
    """A light handle on a question that is an entry of its own, or a bullet under Open questions.

    Equal when ids and graphs are the same; `str()` is the question as text. Other questions that it is linked with
    stand as its own file writes them, then those that other files write, by text.

    >>> question = graph.question("long-context-vs-retrieval")
    >>> question.about[0]
    Entry('retrieval-augmented-generation')
    >>> question.title
    'When does a long context window make retrieval unnecessary?'
    """

    __slots__ = ()

    @property
    def title(self) -> str:
        """The question as text, plain."""
        return self._node.text

    @property
    def about(self) -> Results[Entry]:
        """Entries it is about, as written."""
        from lexigraph.concept_graph.entry import Entry

        return Results((self.graph.entry(id) for id in self._node.about), of=Entry)

    @property
    def state(self) -> str:
        """`open`, `partially-answered`, `answered` or `dissolved`."""
        return self._node.state

    @property
    def review(self) -> str:
        """`unreviewed`, `confirmed`, `disputed` or `stale`; empty when nobody said, as for every bullet."""
        return self._node.review

    @property
    def status(self) -> str:
        """What is shown, from state and review: `open, disputed`."""
        return self._node.status

    @property
    def state_date(self) -> date | None:
        """Since when the state holds."""
        return self._node.state_date

    @property
    def review_date(self) -> date | None:
        """When it was last reviewed."""
        return self._node.review_date

    @property
    def changed(self) -> date | None:
        """The newest of the dates of its state, review and resolution."""
        return self._facts.changed

    @property
    def raised(self) -> Origin | None:
        """Who asked it first, and when."""
        return without_comments(self._node.raised)

    @property
    def why_open(self) -> str:
        """What makes it hard to answer."""
        return without_comments(self._node.why_open)

    @property
    def evidence_needed(self) -> tuple[str, ...]:
        """What would settle it, as written."""
        return without_comments(self._node.evidence_needed)

    @property
    def positions(self) -> tuple[Position, ...]:
        """Answers that somebody holds, with the evidence for and against each, as written."""
        return without_comments(self._node.positions)

    @property
    def resolution(self) -> Resolution | None:
        """How it was answered."""
        return without_comments(self._node.resolution)

    @property
    def depends_on(self) -> Results[Question]:
        """Questions that have to be answered first."""
        return self._questions(self._facts.depends_on)

    @property
    def holds_up(self) -> Results[Question]:
        """Questions that depend on it."""
        return self._questions(self._facts.holds_up)

    @property
    def would_settle(self) -> Results[Question]:
        """Questions that its answer would answer too."""
        return self._questions(self._facts.would_settle)

    @property
    def settled_by(self) -> Results[Question]:
        """Questions whose answer would answer it too."""
        return self._questions(self._facts.settled_by)

    @property
    def part_of(self) -> Results[Question]:
        """Questions it is part of."""
        return self._questions(self._facts.whole)

    @property
    def parts(self) -> Results[Question]:
        """Questions that are part of it."""
        return self._questions(self._facts.parts)

    @property
    def waiting_for(self) -> Results[Question]:
        """What has to be settled before it can be, directly or not: unsettled questions, by text."""
        return self._questions(self._facts.waiting_for)

    @property
    def is_blocked(self) -> bool:
        """True when it waits for something."""
        return self._facts.is_blocked

    @property
    def unblocked_by(self) -> Results[Question]:
        """Of an unsettled question, those that it waited for and that are settled."""
        return self._questions(self._facts.unblocked_by)

    @property
    def reach(self) -> int:
        """How many unsettled questions wait for it or would be settled by it, directly or not."""
        return self._facts.reach

    @property
    def is_review_due(self) -> bool:
        """True when its review is stale, or what it waited for, or would settle it, was settled since."""
        return self._facts.is_review_due

    @property
    def help_wanted(self) -> tuple[str, ...]:
        """Of `literature`, `experiment`, `definition`."""
        return self._node.help_wanted

    @property
    def discussion(self) -> str:
        """URL; empty when there is none."""
        return without_comments(self._node.discussion)

    @property
    def topic(self) -> str:
        """First folder of the file it is written in; empty at the top."""
        return self.graph.linked.entries[self._node.entry or self._node.holder].topic

    @property
    def entry(self) -> Entry | None:
        """Its own file's entry; None for a bullet."""
        return self.graph.entry(self._node.entry) if self._node.entry else None

    @property
    def holder(self) -> Entry | None:
        """The entry in which a bullet has its id; None when it is nothing but a file."""
        return self.graph.entry(self._node.holder) if self._node.holder else None

    @property
    def place(self) -> Place:
        """Where it is written."""
        return Place.of(self._node.path, self._node.span)

    @property
    def url(self) -> str:
        """Its page, or its place on the page of its entry; absolute when the address of the site is known."""
        return self.graph.addresses.questions[self.id]

    def to_record(self) -> dict[str, Any]:
        """It as plain values, as `questions.json` has it: what is empty is left out.

        >>> graph.question("long-context-vs-retrieval").to_record()["about"]
        ['retrieval-augmented-generation', 'context-window']
        """
        from lexigraph.export.concepts.records import question_record

        return question_record(self._node, self._facts, self.url)

    def _repr_html_(self) -> str:
        from lexigraph.concept_graph.results.display import question_html

        return question_html(self)

    @property
    def _facts(self) -> QuestionFacts:
        return self.graph.question_facts[self._node.id]

    def _questions(self, ids: Iterable[str]) -> Results[Question]:
        return Results((self.graph.question(id) for id in ids), of=Question)
