"""What changes, in few lines: all that concerns one entry on one line, and what many entries share on one line too."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lexigraph.change.report.gathering import Gathered, gathered
from lexigraph.change.report.headline import several
from lexigraph.change.report.phrase import Part, Phrase, listed, name, phrase, said
from lexigraph.change.report.words import Words
from lexigraph.names import sort_key
from lexigraph.query.difference import Change, Difference, Risk

__all__ = ["Line", "lines"]

_MINOR = (
    ("text of ", ("text",)),
    ("positions, evidence and the like of ", (
        "position", "evidence", "evidence needed", "reason why it is open", "raised by", "help wanted", "discussion",
        "question's review", "answer",
    )),
    ("sources of ", ("source", "relation source", "origin", "mapping")),
    ("notes on relations of ", ("relation note",)),
    ("reviews of ", ("review date", "reviewer", "review interval")),
    ("search names of ", ("search name",)),
    ("authors, tags and dates of ", ("author", "tag", "creation date", "level", "automatic linking")),
    ("pages between the entries: ", ("page",)),
    ("files: ", ("file",)),
)  # fmt: skip
"""What one line says of all entries that have it: its words, and what is added, changed or removed."""
_CALLED = {"alias added": "is also called", "alias removed": "is no longer called"}
_WHAT = (" added", " changed", " removed")
_TOLD_WHOLE = 3
"""Minor changes of one sort, up to which each is told."""
_NEVER_WHOLE = frozenset(("text changed", "page changed", "file added"))
_WORTH_ONE = 4
"""From so many on, changes of one kind share a line where there are too many lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the report."""

    phrase: Phrase
    risk: Risk = Risk.SAFE


def lines(difference: Difference, words: Words, most: int) -> tuple[Line, ...]:
    """The most severe first, new entries before others, then by title; what is only text and the like at the end.

    Where there are more than `most`, changes of one kind share a line, the most frequent kinds first.
    """
    minor = list(_minor_changes(difference.changes))
    told = set(minor)
    major = [change for change in difference.changes if change not in told]
    shared: set[str] = set()
    frequent = [kind for kind, number in Counter(change.kind for change in major).most_common() if number >= _WORTH_ONE]
    while True:
        groups = gathered(difference, [change for change in major if change.kind not in shared])
        found = _shared(words, (change for change in major if change.kind in shared))
        found += (line for group in groups for line in _of_group(difference, words, group))
        if len(found) <= most or not frequent:
            break
        shared.add(frequent.pop(0))
    in_order = sorted(found, key=lambda line: line.risk)
    return (*in_order, *_minor(words, minor))


def _minor_changes(changes: Iterable[Change]) -> Iterator[Change]:
    """Those of which no more is said than of which entries they are; few ones are told whole."""
    safe = [change for change in changes if change.risk is Risk.SAFE]
    for _, words in _MINOR:
        kinds = {f"{word}{what}" for word in words for what in _WHAT}
        found = [change for change in safe if change.kind in kinds]
        if len(found) > _TOLD_WHOLE or not kinds.isdisjoint(_NEVER_WHOLE):
            yield from found


def _of_group(difference: Difference, words: Words, group: Gathered) -> list[Line]:
    """One line for an entry; two for a new one that has relations."""
    subject = words.name(group.subject) if group.subject else words.subject(group.changes[0])
    first: list[Line] = []
    head: Phrase = phrase(subject, " ")
    rest: list[Change] = []
    old_title = ""
    for change in group.changes:
        if change.kind == "entry added":
            first.append(Line(phrase=phrase("new: ", _introduced(difference, group.subject))))
        elif change.kind == "question raised":
            about = [words.name(id) for id in difference.new.questions[group.subject].about]
            first.append(Line(phrase=phrase("new question: ", subject, ", about " if about else "", listed(about))))
        elif change.kind == "title changed":
            head = phrase(words.renamed(change), f"; {change.why}" if change.why else "", "; ")
            old_title = change.before
        else:
            rest.append(change)
    rest = [change for change in rest if (change.kind, change.after) != ("alias added", old_title)]
    verbal = [change for change in rest if words.is_verbal(change)]
    told = [*_predicates(words, verbal), *_related(words, group)]
    if not told and rest and not old_title:
        head = phrase(subject, ": ")
    told += _predicates(words, (change for change in rest if not words.is_verbal(change)))
    if group.going:
        told.append(phrase(f"{several('relation', group.going)} {'goes' if group.going == 1 else 'go'} with it"))
    if not told and first:
        return first
    risk = min((change.risk for change in (*group.changes, *group.grave)), default=Risk.SAFE)
    return [*first, Line(phrase=phrase(head if told else head[:-1], _joined(told)), risk=risk)]


def _predicates(words: Words, changes: Iterable[Change]) -> list[Phrase]:
    """What is said of the subject: names together, all else one by one, what makes it grave in brackets."""
    called: dict[tuple[str, str], list[Part]] = {}
    found: list[Phrase] = []
    for change in changes:
        if change.kind in _CALLED:
            called.setdefault((change.kind, change.why), []).append(name(change.after or change.before))
        else:
            found.append(phrase(words.what(change), f" ({change.why})" if change.why else ""))
    for (kind, why), names in called.items():
        found.append(phrase(f"{_CALLED[kind]} ", listed(names), f" ({why})" if why else ""))
    return found


def _related(words: Words, group: Gathered) -> list[Phrase]:
    """`uses A and B`, `no longer uses C`, each direction once, in the order of the vocabulary."""
    found = []
    for (what, key), others in sorted(group.relations.items(), key=lambda item: (item[0][0], words.place(item[0][1]))):
        verb = words.verb(key, no_longer=what == "relation removed")
        whole = words.direction(key).type.key
        why = next((change.why for change in group.grave if (change.kind, change.key) == (what, whole)), "")
        found.append(phrase(f"{verb} ", listed([words.name(id) for id in others]), f" ({why})" if why else ""))
    return found


def _introduced(difference: Difference, id: str) -> Phrase:
    """An entry that is new to everybody: name, kind, status, definition."""
    node = difference.new.entries[id]
    traits = ", ".join(filter(None, (node.kind, node.parsed.fields.status)))
    definition: tuple[str | Part, ...] = (" · ", said(node.definition)) if node.definition else ()
    return phrase(name(node.title), f" ({traits})", *definition)


def _shared(words: Words, changes: Iterable[Change]) -> list[Line]:
    """One line for each kind and class: how many, and some of the entries."""
    by_kind: dict[tuple[str, Risk], list[Change]] = {}
    for change in changes:
        by_kind.setdefault((change.kind, change.risk), []).append(change)
    return [
        Line(
            phrase=phrase(f"{several(kind, len(found))}: ", listed(_subjects(words, found))),
            risk=risk,
        )
        for (kind, risk), found in by_kind.items()
    ]


def _minor(words: Words, changes: Iterable[Change]) -> list[Line]:
    found = tuple(changes)
    told = ((title, [change for change in found if change.kind.rpartition(" ")[0] in kinds]) for title, kinds in _MINOR)
    return [Line(phrase=phrase(title, listed(_subjects(words, some)))) for title, some in told if some]


def _subjects(words: Words, changes: Iterable[Change]) -> list[Part]:
    """What the changes are about, each once, by title."""
    found = {words.subject(change) for change in changes}
    return sorted(found, key=lambda part: sort_key(part.text))


def _joined(phrases: list[Phrase]) -> Phrase:
    found: list[Phrase | str] = []
    for number, each in enumerate(phrases):
        found += ["; ", each] if number else [each]
    return phrase(*found)
