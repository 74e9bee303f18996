"""Effects in words: one line for one, and one line for many of the same kind."""

from collections.abc import Callable, Iterable

from lexigraph.change.report.phrase import Phrase, listed, name, phrase
from lexigraph.change.report.words import Words
from lexigraph.query.difference import Difference, Effect

__all__ = ["consequences", "sentence"]

_MOST_OF_A_KIND = 3
"""Effects of one kind that have a line each."""
_ORDER = (
    "links broken", "orphaned", "question loses a subject", "question blocked", "name wanted", "wanted name met",
    "orphan no longer", "named without a link", "question gains its subjects", "question unblocked",
    "question due for review", "links gained", "links lost", "reading order gains", "reading order loses",
    "wanted name dropped",
)  # fmt: skip
"""What is worse comes first."""


def consequences(difference: Difference, words: Words) -> tuple[Phrase, ...]:
    """A line for each effect; of a kind of which there are many, one line for all."""
    by_kind: dict[str, list[Effect]] = {kind: [] for kind in _ORDER}
    for effect in difference.effects:
        by_kind[effect.kind].append(effect)
    unlinked = {effect.subject: effect for effect in by_kind["named without a link"]}
    found: list[Phrase] = []
    for kind, effects in by_kind.items():
        if kind == "wanted name met" and len(effects) <= _MOST_OF_A_KIND:
            found += [_met(words, effect, unlinked.pop(effect.subject, None)) for effect in effects]
            by_kind["named without a link"][:] = list(unlinked.values())
        elif kind == "reading order gains":
            found += _orders(words, effects, by_kind["reading order loses"])
        elif kind == "reading order loses":
            continue
        elif len(effects) <= _MOST_OF_A_KIND:
            found += [sentence(words, effect) for effect in effects]
        else:
            found.append(_many(words, kind, effects))
    return tuple(found)


def sentence(words: Words, effect: Effect) -> Phrase:
    """One effect as a sentence."""
    it, others = words.name(effect.subject), listed([words.name(id) for id in effect.others], 3)
    number = len(effect.others)
    references = f"{effect.count} {'reference' if effect.count == 1 else 'references'}"
    entries = f"{number} {'entry' if number == 1 else 'entries'}"
    verb = "leads" if effect.count == 1 else "lead"
    sentences: dict[str, Callable[[], Phrase]] = {
        "links broken": lambda: phrase(f"{references} to ", it, f" {verb} nowhere now, in ", others),
        "orphaned": lambda: phrase(it, " is an orphan now: nothing leads there or from there"),
        "orphan no longer": lambda: phrase(it, " is no longer an orphan"),
        "name wanted": lambda: phrase(name(effect.subject), " has no entry and is wanted by ", others or "a page"),
        "wanted name met": lambda: _met(words, effect, None),
        "wanted name dropped": lambda: phrase("nothing wants ", name(effect.subject), " any more"),
        "named without a link": lambda: phrase(it, f" is named without a link in {entries}: ", others),
        "question gains its subjects": lambda: phrase(
            "the question ", it, " now has an entry for each of its subjects"
        ),
        "question loses a subject": lambda: phrase("the question ", it, " is about something that has no entry now"),
        "question unblocked": lambda: phrase(
            "the question ", it, " waits for nothing any more: ", others, " is settled"
        ),
        "question blocked": lambda: phrase("the question ", it, " has to wait for another one now"),
        "question due for review": lambda: phrase(
            "the question ", it, " is due for another look", *((" because of ", others) if others else ())
        ),
        "links gained": lambda: phrase(it, " is now linked from ", others),
        "links lost": lambda: phrase(it, " is no longer linked from ", others),
        "reading order gains": lambda: phrase(it, " is now to be read before ", others),
        "reading order loses": lambda: phrase(it, " need not be read any more before ", others),
    }  # fmt: skip
    return sentences[effect.kind]()


def _met(words: Words, effect: Effect, unlinked: Effect | None) -> Phrase:
    verbs = ("reference that wanted", "leads") if effect.count == 1 else ("references that wanted", "lead")
    more = ""
    if unlinked is not None:
        number = len(unlinked.others)
        more = f"; {number} {'entry names' if number == 1 else 'entries name'} it without a link"
    return phrase(f"{effect.count} {verbs[0]} ", words.name(effect.subject), f" now {verbs[1]} to it{more}")


def _orders(words: Words, gains: Iterable[Effect], losses: Iterable[Effect]) -> list[Phrase]:
    """A line for each thing to read first, or one for all when they are many."""
    every = [*gains, *losses]
    if len(every) <= _MOST_OF_A_KIND:
        return [sentence(words, effect) for effect in every]
    concerned = dict.fromkeys(id for effect in every for id in effect.others)
    return [phrase("what to read first changes for ", listed([words.name(id) for id in concerned]))]


def _many(words: Words, kind: str, effects: list[Effect]) -> Phrase:
    """One line for all effects of a kind."""
    those = listed([words.name(effect.subject) for effect in effects])
    sentences = {
        "links broken": phrase("references lead nowhere now that led to ", those),
        "orphaned": phrase("orphans now: ", those),
        "orphan no longer": phrase("no longer orphans: ", those),
        "name wanted": phrase("wanted, and without an entry: ", those),
        "wanted name met": phrase("wanted names that have their entry now: ", those),
        "wanted name dropped": phrase("names that nothing wants any more: ", those),
        "named without a link": phrase("named elsewhere without a link: ", those),
        "question gains its subjects": phrase("questions that now have an entry for each of their subjects: ", those),
        "question loses a subject": phrase("questions about something that has no entry now: ", those),
        "question unblocked": phrase("questions that wait for nothing any more: ", those),
        "question blocked": phrase("questions that have to wait for others now: ", those),
        "question due for review": phrase("questions due for another look: ", those),
        "links gained": phrase("linked from more entries: ", those),
        "links lost": phrase("linked from fewer entries: ", those),
    }
    return sentences[kind]
