"""Each change in words: as what is said of its subject, and as a sentence of its own."""

from collections.abc import Callable

from lexigraph.change.report.phrase import Part, Phrase, code, name, phrase, said
from lexigraph.query.difference import Change, Difference
from lexigraph.vocabulary import Direction

__all__ = ["Words"]

_AUXILIARIES = frozenset(("is", "would", "can", "may"))
"""First words of a verb phrase after which its negation stands."""
_Said = Callable[[Change], Phrase]


class Words:
    """What the changes of one difference are in words."""

    def __init__(self, difference: Difference) -> None:
        self._titles = difference.titles
        self._directions = {**difference.old.vocabulary.directions, **difference.new.vocabulary.directions}
        self._texts = {
            id: question.text for graph in (difference.old, difference.new) for id, question in graph.questions.items()
        }
        self._said: dict[str, _Said] = self._of_entries() | self._of_questions()

    def name(self, id: str) -> Part:
        """The entry of that id by its title, the question by its text."""
        return said(self._texts[id]) if id in self._texts else name(self._titles.get(id, id))

    def subject(self, change: Change) -> Part:
        """What the change is about: an entry by its title, a question by its text, a file by its path."""
        if not change.subject:
            return code("scheme.yml")
        if change.subject in self._texts:
            return self.name(change.subject)
        if change.kind.startswith(("page ", "file ")):
            return code(change.subject)
        return name(change.title or change.subject)

    def direction(self, key: str) -> Direction:
        """The direction of that key, of the scheme of today where it has one."""
        return self._directions[key]

    def place(self, key: str) -> int:
        """The place of that direction in the order of the vocabulary."""
        return list(self._directions).index(key)

    def verb(self, key: str, *, no_longer: bool = False) -> str:
        """The words of the direction of that key: `is a kind of`, `is no longer a kind of`."""
        words = self._directions[key].words
        if not no_longer:
            return words
        first, _, rest = words.partition(" ")
        return f"{first} no longer {rest}" if first in _AUXILIARIES and rest else f"no longer {words}"

    def is_verbal(self, change: Change) -> bool:
        """Whether what is said of the subject goes on from it as a sentence does."""
        return change.kind in self._said

    def what(self, change: Change) -> Phrase:
        """What is said of its subject, without it: `is also called RAG`."""
        known = self._said.get(change.kind)
        if known is not None:
            return known(change)
        return self._generic(change) if change.subject else _of_scheme(change)

    def renamed(self, change: Change) -> Phrase:
        """That an entry has another title."""
        return phrase(name(change.before), " is now called ", name(change.after))

    def sentence(self, change: Change) -> Phrase:
        """The whole: its subject, what is said of it, and what makes it grave."""
        why = phrase(" (", change.why, ")") if change.why else ()
        if change.kind == "entry added":
            return phrase(self.subject(change), " is new")
        if change.kind == "title changed":
            return phrase(self.renamed(change), why)
        if change.kind in ("relation added", "relation removed"):
            return phrase(self.subject(change), " ", self.what(change), self._other_way(change), why)
        if change.kind in self._said:
            return phrase(self.subject(change), " ", self.what(change), why)
        return phrase(self.subject(change), ": ", self.what(change), why)

    def _of_entries(self) -> dict[str, _Said]:
        """Kind of change of an entry → what is said of it."""
        return {
            "entry renamed": lambda it: phrase("has the id ", code(it.after), ", was ", code(it.before)),
            "entry moved": lambda it: phrase("is at ", code(it.after), ", was at ", code(it.before)),
            "entry merged": lambda it: phrase("is folded into ", self.name(it.after)),
            "entry split off": lambda it: phrase("is an entry of its own, was a name of ", self.name(it.before)),
            "entry removed": lambda it: phrase("is removed"),
            "question given a file": lambda it: phrase("has a file of its own"),
            "question's file removed": lambda it: phrase("has no file of its own any more"),
            "redirect added": lambda it: phrase("is where ", code(it.key), " leads now"),
            "redirect removed": lambda it: phrase("is no longer where ", code(it.key), " leads"),
            "redirect changed": lambda it: phrase(
                "is where ", code(it.key), " leads now, which led to ", self.name(it.before)
            ),
            "title changed": lambda it: phrase("was called ", name(it.before)),
            "alias added": lambda it: phrase("is also called ", name(it.after)),
            "alias removed": lambda it: phrase("is no longer called ", name(it.before)),
            "kind changed": lambda it: phrase("has the kind ", code(it.after), ", was ", code(it.before)),
            "topic changed": lambda it: phrase("is in the topic ", code(it.after), ", was in ", code(it.before)),
            "status added": lambda it: phrase(f"is now {it.after}"),
            "status changed": lambda it: phrase(f"is now {it.after}, was {it.before}"),
            "status removed": lambda it: phrase(f"is no longer {it.before}"),
            "definition added": lambda it: phrase("has a definition: ", said(it.after)),
            "definition changed": lambda it: phrase("has another definition: ", said(it.after)),
            "definition removed": lambda it: phrase("has no definition any more"),
            "text changed": lambda it: phrase("has another text"),
            "relation added": lambda it: phrase(f"{self.verb(it.key)} ", self.name(it.target)),
            "relation removed": lambda it: phrase(f"{self.verb(it.key, no_longer=True)} ", self.name(it.target)),
        }

    def _of_questions(self) -> dict[str, _Said]:
        """Kind of change of a question → what is said of it."""
        return {
            "question raised": lambda it: phrase("is a new question"),
            "question removed": lambda it: phrase("is not asked any more"),
            "question changed": lambda it: phrase("was: ", said(it.before)),
            "question reworded": lambda it: phrase("was: ", said(it.before)),
            "question answered": lambda it: phrase("is answered"),
            "question partially answered": lambda it: phrase("is partially answered"),
            "question dissolved": lambda it: phrase("is dissolved"),
            "question reopened": lambda it: phrase("is open again"),
            "question moved": lambda it: phrase("is asked under ", self.name(it.after)),
        }

    def _other_way(self, change: Change) -> Phrase:
        """The same relation as the page at its other end says it, and its note."""
        direction = self.direction(change.key)
        verb = self.verb(direction.opposite, no_longer=change.kind == "relation removed")
        note = change.after or change.before
        return phrase(
            "; ", self.name(change.target), f" {verb} ", self.subject(change),
            *((" · ", said(note)) if note else ()),
        )  # fmt: skip

    def _generic(self, change: Change) -> Phrase:
        """`position added: …`, `tag removed: …`, `origin changed: …, was …`."""
        which = phrase(" ", code(change.key)) if change.key else ()
        if change.target:
            which = phrase(f", {self.verb(change.key)} ", self.name(change.target))
        if change.before and change.after:
            return phrase(change.kind, which, ": ", said(change.after), ", was ", said(change.before))
        text = change.after or change.before
        return phrase(change.kind, which, *((": ", said(text)) if text else ()))


def _of_scheme(change: Change) -> Phrase:
    """``license` is A, was B`, `kind x removed: x, Xs`."""
    word, _, what = change.kind.rpartition(" ")
    if word == "setting of the scheme":
        was = phrase(", was ", said(change.before)) if change.before else ()
        return phrase(code(change.key), " is ", said(change.after) if change.after else "not said any more", was)
    text = " · ".join(dict.fromkeys(text for text in (change.after, change.before) if text not in ("", change.key)))
    return phrase(
        f"{word.removesuffix(' of the scheme')} ", code(change.key), f" {what}", *((": ", said(text)) if text else ())
    )
