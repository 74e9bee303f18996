"""What structured headings say: questions, FAQ, connections, takeaways, exercises, sources.

Each item that is understood leaves the section and goes to its slot; whatever is not stays where it stands.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from lexigraph.model import FaqItem, Item, QuestionItem, Ref, RelationItem, Segment, SourceItem, plain_text
from lexigraph.model.fields import Source
from lexigraph.names import slug
from lexigraph.parse.addresses import address
from lexigraph.parse.anchors import Anchors
from lexigraph.parse.block_segments import block_parts, finished, places_of, prepared
from lexigraph.parse.connections import connection, related_items
from lexigraph.parse.inline import inline_text
from lexigraph.parse.lists import ListItem, is_list, list_items, with_items
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.outline import Draft

__all__ = ["Lifted", "Structure"]

_BOLD_QUESTION = re.compile(r"(\*\*|__)(.{1,500}?[?？])\1[ \t]*(?:\n|$)")

Groups = list[list[Token]]


@dataclass(slots=True)
class Lifted:
    """What structured headings say, each in the order of the file."""

    questions: list[tuple[QuestionItem, tuple[Segment, ...]]] = field(default_factory=list)
    faq: list[FaqItem] = field(default_factory=list)
    takeaways: list[Item] = field(default_factory=list)
    exercises: list[Item] = field(default_factory=list)
    reading: list[SourceItem] = field(default_factory=list)
    relation_items: list[RelationItem] = field(default_factory=list)

    def with_segments(self, change: Callable[[tuple[Segment, ...]], tuple[Segment, ...]]) -> "Lifted":
        """The same with the segments of every item changed."""
        return Lifted(
            questions=[(item, change(segments)) for item, segments in self.questions],
            faq=[item._replace(segments=change(item.segments)) for item in self.faq],
            takeaways=[item._replace(segments=change(item.segments)) for item in self.takeaways],
            exercises=[item._replace(segments=change(item.segments)) for item in self.exercises],
            reading=[item._replace(segments=change(item.segments)) for item in self.reading],
            relation_items=self.relation_items,
        )


class Structure:
    """Lifts items out of the sections of one body."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.lifted = Lifted()
        self._manuscript = manuscript
        self._question_ids = Anchors()

    def lift(self, draft: Draft) -> Groups:
        """Take out what the section's role understands; the rest of its blocks."""
        if draft.role == "faq":
            return self._faq(draft)
        if draft.role in ("connections", "related"):
            return self._relations(draft)
        left: Groups = []
        for group in draft.groups:
            left.extend(self._items(draft.role, group) if is_list(group) else [group])
        return left

    def _items(self, role: str, group: list[Token]) -> Groups:
        """Take out the items of a list; what remains of it."""
        left: Groups = []
        for item in list_items(self._manuscript, group):
            if item.first is None or not item.first.content.strip():
                left.append(item.whole)
            elif role == "questions":
                self._question(item, item.first)
            elif role == "sources":
                self.lifted.reading.append(self._source(item))
            else:
                segments = self._written(item.tokens)
                found = Item(segments, item.plain, item.span)
                (self.lifted.takeaways if role == "takeaways" else self.lifted.exercises).append(found)
        return with_items(group, left)

    def _written(self, tokens: Iterable[Token]) -> tuple[Segment, ...]:
        return finished(self._manuscript, block_parts(self._manuscript, list(tokens)))

    def _question(self, item: ListItem, first: Token) -> None:
        anchor = item.take_anchor(self._manuscript)
        segments = self._written(item.tokens)
        text = item.first_plain
        id = self._question_ids.written(anchor or slug(text)[:100].strip("-") or "question")
        place = self._manuscript.anchors.written(id)
        found = QuestionItem(
            id, text, place, is_anchored=bool(anchor) and id == anchor, span=item.span, rest=item.rest(self._manuscript)
        )
        self.lifted.questions.append((found, segments))

    def _source(self, item: ListItem) -> SourceItem:
        segments = self._written(item.tokens)
        title, url = item.plain, ""
        for ref in (segment for segment in segments if type(segment) is Ref):
            reference = self._manuscript.references[ref.number]
            if reference.form == "link" and address(reference.target).is_absolute:
                url = reference.target
                label = " ".join(plain_text(ref.label).split())
                title = label if label and label != url else title
                break
        return SourceItem(segments, Source(title=title, url=url), item.span)

    def _relations(self, draft: Draft) -> Groups:
        manuscript = self._manuscript
        is_related = draft.role == "related"
        key, origin = ("related", "related") if is_related else ("", "connections")
        left: Groups = []
        for group in draft.groups:
            if not is_list(group):
                before = len(manuscript.references)
                left.append([prepared(block_parts(manuscript, group))])
                if is_related:
                    self.lifted.relation_items.extend(
                        related_items(manuscript, range(before, len(manuscript.references)))
                    )
                continue
            kept: Groups = []
            for item in list_items(manuscript, group):
                before = len(manuscript.references)
                parts = block_parts(manuscript, item.tokens)
                numbers = range(before, len(manuscript.references))
                found = connection(manuscript, item, numbers, key, origin)
                if found is not None:
                    self.lifted.relation_items.append(found)
                elif is_related:
                    self.lifted.relation_items.extend(related_items(manuscript, numbers))
                if found is None or not item.is_one_paragraph:
                    kept.append([item.whole[0], prepared(parts), item.whole[-1]])
            left.extend(with_items(group, kept))
        return left

    def _faq(self, draft: Draft) -> Groups:
        """Take out a section that is a question, or the bold questions of the structured heading's own text."""
        if not draft.is_role_start:
            self._answer(draft.title, draft.anchor, draft.groups, draft.head)
            return []
        left: Groups = []
        question: tuple[str, Token] | None = None
        answer: Groups = []
        for group in draft.groups:
            bold = _BOLD_QUESTION.match(group[1].content) if group[0].type == "paragraph_open" else None
            if bold is None:
                (answer if question else left).append(group)
                continue
            if question:
                self._answer(question[0], "", answer, question[1])
            question, answer = (inline_text(bold[2]), group[1]), []
            if rest := group[1].content[bold.end() :]:
                answer.append([group[0], self._shortened(group[1], bold.end(), rest), group[2]])
        if question:
            self._answer(question[0], "", answer, question[1])
        return left

    def _shortened(self, token: Token, by: int, rest: str) -> Token:
        return token.copy(content=rest, meta={"places": places_of(self._manuscript, token).shifted(by)})

    def _answer(self, question: str, anchor: str, groups: Groups, head: Token | None) -> None:
        tokens = [token for group in groups for token in group]
        segments = self._written(tokens)
        text = " ".join(" ".join(token.meta.get("plain", "") for token in tokens if token.type == "inline").split())
        manuscript = self._manuscript
        span = manuscript.span(0, 0)
        if head is not None:
            places = places_of(manuscript, head)
            span = manuscript.span(places.offset(0), places.offset(max(len(head.content) - 1, 0)) + 1)
        self.lifted.faq.append(
            FaqItem(
                question, anchor or manuscript.anchors.claim(question), segments, text or plain_text(segments), span
            )
        )
