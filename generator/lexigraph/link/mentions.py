"""Names of entries in prose that nobody linked: the first of each in each section.

Whole words, plural forms, longest match; never in code, headings, links or the entry's own page (those
`Text`s may not link). `autolink: false` and names that several entries claim are left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from lexigraph.graph import EntryNode, Mention, NameIndex, Resolved
from lexigraph.link.prose import Prose, runs_of
from lexigraph.model import ParsedEntry, Segment, Text, texts
from lexigraph.names import fold, plural_forms

__all__ = ["MentionFinder", "QuietNameFinder"]

_SPACE_LIKE = {ord(char): " " for char in "\n\t-‐‑\u00a0"}
_JOINERS = "-‐‑."
"""Characters that continue a word when a letter or digit follows: `pre-training`, `GPT-3.5`."""
_WORD = re.compile(r"\S+")
_SHORT = 4
"""A name of fewer letters matches as written."""
_UNLINKED_KINDS = frozenset({"question", "disambiguation"})
"""Kinds whose titles are not names that prose would use."""


def _folded(text: str) -> str:
    """The text with case, newlines and hyphens folded, character by character, so that offsets hold."""
    text = text.translate(_SPACE_LIKE)
    lowered = text.lower()
    if len(lowered) != len(text):  # İ is the one letter whose lower case is longer
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as prose may use it."""

    written: str
    entry: str
    exact: tuple[tuple[int, int], ...]
    """Ranges that must stand as written: short names whole, and words of two or more capitals."""
    claims: tuple[str, ...] = ()
    """All entries that have the name, for one that is not linked by itself."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A `Text` in which mentions are looked for."""

    area: str
    block: tuple[Segment, ...]
    number: int
    """Number of the `Text` in its area."""
    text: Text
    at: int
    """Where it starts in the folded text of the whole entry."""


def _exact_ranges(name: str) -> tuple[tuple[int, int], ...]:
    if sum(char.isalpha() for char in name) < _SHORT:
        return ((0, len(name)),)
    return tuple(match.span() for match in _WORD.finditer(name) if sum(char.isupper() for char in match.group()) >= 2)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class MentionFinder:
    """Finds the entries that prose names. Built once for all entries; asked per entry."""

    def __init__(self, nodes: Mapping[str, EntryNode], names: NameIndex) -> None:
        found: dict[str, list[_Name]] = {}
        for node in sorted(nodes.values(), key=lambda node: node.path):
            if not node.parsed.fields.autolink or node.kind in _UNLINKED_KINDS:
                continue
            for name in node.names:
                if names.candidates(name) != (node.id,) or self._is_claimed_elsewhere(name, node.id, names):
                    continue
                for pattern, form in _patterns(name):
                    found.setdefault(pattern, []).append(_Name(form, node.id, _exact_ranges(form)))
        self._look_for(found)

    def _look_for(self, found: Mapping[str, Sequence[_Name]]) -> None:
        self._names = [tuple(claims) for claims in found.values()]
        self._automaton = AhoCorasick(list(found), matchkind=MatchKind.Standard) if found else None

    @staticmethod
    def _is_claimed_elsewhere(name: str, id: str, names: NameIndex) -> bool:
        """Whether a weaker rung gives the name to another entry: a title that is somebody's alias."""
        folded = fold(name)
        return any(other != id for rung in (names.folded, names.aliases) for other in rung.get(folded, ()))

    def mentions(self, node: EntryNode, resolved: tuple[Resolved | None, ...]) -> Iterator[Mention]:
        """The mentions in one entry, in order of its areas; `resolved` says where its own links lead."""
        return (mention for _, mention in self._found(node, resolved))

    def _found(self, node: EntryNode, resolved: tuple[Resolved | None, ...]) -> Iterator[tuple[_Name, Mention]]:
        if self._automaton is None:
            return
        groups = _section_groups(node.parsed)
        taken = _linked_by_hand(node.parsed, resolved, groups)
        taken.update((group, node.id) for group in {groups.get(area, area) for area, _ in node.parsed.areas()})
        runs, haystack = _runs(node.parsed)
        starts = [run.at for run in runs]
        prose: dict[int, Prose] = {}
        for at, end, name in self._longest(haystack, runs, starts):
            run = runs[bisect_right(starts, at) - 1]
            group = groups.get(run.area, run.area)
            if (group, name.entry) in taken or any((group, id) in taken for id in name.claims):
                continue
            taken.add((group, name.entry))
            start, stop = at - run.at, end - run.at
            block = prose.get(id(run.block)) or prose.setdefault(id(run.block), Prose(run.block))
            sentence, span = block.sentence(run.text, start, stop)
            mention = Mention(
                source=node.id,
                target=name.entry,
                area=run.area,
                text=run.number,
                start=start,
                end=stop,
                name=run.text.raw[start:stop],
                sentence=sentence,
                sentence_span=span,
                span=node.parsed.lines.span(run.text.offset(start), run.text.offset(stop - 1) + 1),
            )
            yield name, mention

    def _longest(self, haystack: str, runs: Sequence[_Run], starts: Sequence[int]) -> Iterator[tuple[int, int, _Name]]:
        """Whole-word hits, leftmost and then longest first, none inside another."""
        if self._automaton is None or not runs:
            return
        hits: list[tuple[int, int, _Name]] = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True):
            run = runs[bisect_right(starts, start) - 1]
            raw, first, last = run.text.raw, start - run.at, end - run.at
            if not _stands_alone(raw, first, last):
                continue
            name = next((name for name in self._names[pattern] if _as_written(raw, first, name)), None)
            if name is not None:
                hits.append((start, end, name))
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        free = 0
        for hit in hits:
            if hit[0] >= free:
                free = hit[1]
                yield hit


class QuietNameFinder(MentionFinder):
    """Finds names in prose that are not linked by themselves: of entries that want none (`autolink: false`), and of
    several entries at once."""

    def __init__(self, nodes: Mapping[str, EntryNode], names: NameIndex) -> None:
        found: dict[str, list[_Name]] = {}
        for name, ids in _quiet_names(nodes, names).items():
            is_proper = name[:1].isupper() and name not in {nodes[id].title for id in ids}
            for pattern, form in _patterns(name):
                exact = (*_exact_ranges(form), *(((0, 1),) if is_proper else ()))
                found.setdefault(pattern, []).append(_Name(form, ids[0], exact, ids))
        self._words = tuple(sorted({pattern.split()[0] for pattern in found}))
        for node in nodes.values() if found else ():  # a longer name that holds a quiet one is what is meant
            for name in node.names:
                for pattern, form in _patterns(name):
                    if pattern not in found and any(word in pattern for word in self._words):
                        found.setdefault(pattern, []).append(_Name(form, node.id, _exact_ranges(form)))
        self._look_for(found)

    def is_idle(self) -> bool:
        """Whether there are no such names."""
        return not self._words

    def may_stand_in(self, source: str) -> bool:
        """Whether one of the names may be in the text; quick, and never wrong about a no."""
        lowered = source.lower()
        return any(word in lowered for word in self._words)

    def quiet_mentions(
        self, node: EntryNode, resolved: tuple[Resolved | None, ...]
    ) -> Iterator[tuple[Mention, tuple[str, ...]]]:
        """The first of each in each section that has no link to what it may mean, with the entries that it may mean."""
        return ((mention, name.claims) for name, mention in self._found(node, resolved) if name.claims)


def _quiet_names(nodes: Mapping[str, EntryNode], names: NameIndex) -> dict[str, tuple[str, ...]]:
    """Name → the entries it may mean, by path, for names that the site leaves alone."""
    claims: dict[str, set[str]] = {}
    for rung in (names.folded, names.aliases):
        for folded, ids in rung.items():
            claimants = {*ids, *names.folded.get(folded, ())}
            if len(claimants) > 1:
                claims.setdefault(folded, set()).update(claimants)
    for node in nodes.values():
        if not node.parsed.fields.autolink:
            for name in node.names:
                claims.setdefault(fold(name), set()).add(node.id)
    found: dict[str, tuple[str, ...]] = {}
    for folded, claimants in sorted(claims.items()):
        entries = sorted((nodes[id] for id in claimants if nodes[id].kind not in _UNLINKED_KINDS), key=_path)
        forms = (name for node in entries for name in node.names if fold(name) == folded)
        if (form := next(forms, None)) is not None:
            found[form] = tuple(node.id for node in entries)
    return found


def _path(node: EntryNode) -> str:
    return node.path


def _patterns(name: str) -> Iterator[tuple[str, str]]:
    """What is looked for, folded, with the form of the name that it is: the name itself and its plurals."""
    for form in (name, *plural_forms(name)):
        pattern = " ".join(_folded(form).split())
        if pattern and not pattern.isdigit():
            yield pattern, form


def _runs(entry: ParsedEntry) -> tuple[list[_Run], str]:
    """The entry's texts that may link, and their folded characters joined by NUL."""
    runs: list[_Run] = []
    parts: list[str] = []
    at = 0
    for area, blocks in runs_of(entry):
        number = -1
        for block in blocks:
            for text in texts(block):
                number += 1
                if not text.may_link or not text.raw:
                    continue
                runs.append(_Run(area, block, number, text, at))
                parts.append(_folded(text.raw))
                at += len(text.raw) + 1
    return runs, "\0".join(parts)


def _stands_alone(raw: str, start: int, end: int) -> bool:
    """Whether nothing of a word or a hyphenated compound continues on either side."""
    before, after = raw[max(0, start - 2) : start], raw[end : end + 2]
    if before and (_is_word(before[-1]) or (before[-1] in _JOINERS and _is_word(before[0]))):
        return False
    return not after or not (_is_word(after[0]) or (after[0] in _JOINERS and _is_word(after[-1])))


def _as_written(raw: str, start: int, name: _Name) -> bool:
    """Whether the parts of a name that must stand as written do."""
    return all(raw[start + first : start + last] == name.written[first:last] for first, last in name.exact)


def _section_groups(entry: ParsedEntry) -> dict[str, str]:
    """Area → the section of level 2 (or 1) it belongs to; what stands before the first is a group too."""
    groups: dict[str, str] = {}
    group = ""
    for index, section in enumerate(entry.headings):
        if section.level <= 2:
            group = f"section/{index}"
        groups[f"section/{index}"] = group
    return groups


def _linked_by_hand(
    entry: ParsedEntry, resolved: tuple[Resolved | None, ...], groups: Mapping[str, str]
) -> set[tuple[str, str]]:
    """(group, entry) pairs that already have a link the author wrote."""
    return {
        (groups.get(f"section/{reference.section}", "lead"), place.entry)
        for reference, place in zip(entry.references, resolved, strict=True)
        if place is not None and place.entry
    }
