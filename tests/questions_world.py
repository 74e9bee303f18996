"""A knowledge base of 300 questions that are linked in every way, and what is true of them by the way it is made.

Nothing here looks at the generator: each family of questions says in closed form who waits for whom, how far an
answer reaches and what is due. Seeded, so that every run has the same bytes.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

__all__ = ["REVIEWS", "SCHEME", "STATES", "Asked", "World", "faulty", "questions_world"]

SCHEME = "title: Three hundred questions\nlicense: CC-BY-4.0\ndescription: Asked for a test.\n"
STATES = ("open", "partially-answered", "answered", "dissolved")
REVIEWS = ("", "unreviewed", "confirmed", "disputed", "stale")
HELPS = ("literature", "experiment", "definition")
TOPICS = ("air", "earth", "fire", "ice", "water")
_INVERSE = {"depends_on": "holds_up", "would_settle": "settled_by", "part_of": "has_part"}


@dataclass
class Asked:
    """A question as it is written, and what is known of it."""

    id: str
    text: str
    about: tuple[str, ...]
    """The first is the entry in which a bullet stands."""
    topic: str
    is_bullet: bool = False
    state: str = "open"
    state_date: str = ""
    review: str = ""
    review_date: str = ""
    raised: int = 0
    resolved: str = ""
    """Date of the resolution."""
    help_wanted: tuple[str, ...] = ()
    waiting_for: set[str] = field(default_factory=set)
    reach: int = 0
    unblocked_by: set[str] = field(default_factory=set)
    due: set[tuple[str, str]] = field(default_factory=set)
    """Cause, and the question that is the cause."""

    @property
    def status(self) -> str:
        words = self.state.replace("-", " ")
        return f"{words}, {self.review}" if self.review in ("disputed", "stale") else words


class World:
    """Questions by id, the links between them as (key, source, target), and the files they make."""

    def __init__(self, seed: int = 6) -> None:
        self.random = random.Random(seed)
        self.questions: dict[str, Asked] = {}
        self.links: list[tuple[str, str, str]] = []
        self.entries = [f"{topic}-{name}" for topic in TOPICS for name in ("root", "kind", "part", "example", "other")]
        self.overtaken: set[tuple[str, str]] = set()
        """Partner that is answered, and the question that it would settle and that is still open."""

    @property
    def narrower(self) -> dict[str, set[str]]:
        """Entry → what stands below it."""
        found: dict[str, set[str]] = {}
        for topic in TOPICS:
            found[f"{topic}-root"] = {f"{topic}-kind", f"{topic}-part", f"{topic}-example"}
            found[f"{topic}-kind"] = {f"{topic}-example"}
        return found

    def ask(self, id: str, *, bullet: bool = False, **known: object) -> Asked:
        number = len(self.questions)
        about = [self.entries[number % len(self.entries)]]
        if not bullet and number % 3 == 0:
            about.append(self.entries[(number * 7 + 3) % len(self.entries)])
        topic = about[0].partition("-")[0] if bullet else TOPICS[number % len(TOPICS)]
        text = f"Does {id.replace('-', ' ')} hold?"
        asked = Asked(id, text, tuple(dict.fromkeys(about)), topic, bullet, **known)  # type: ignore[arg-type]
        self.questions[id] = asked
        return asked

    def link(self, key: str, source: str, target: str) -> None:
        assert not (self.questions[source].is_bullet and self.questions[target].is_bullet)
        self.links.append((key, source, target))

    def files(self) -> dict[str, str]:
        """The files, entries first."""
        written: dict[str, list[tuple[str, str]]] = {}
        for key, source, target in self.links:
            inverse = self.questions[source].is_bullet
            if not inverse and not self.questions[target].is_bullet:
                inverse = self.random.random() < 0.3
            author, other, words = (target, source, _INVERSE[key]) if inverse else (source, target, key)
            written.setdefault(author, []).append((words, other))
        found = dict(_entries(self))
        for asked in self.questions.values():
            if not asked.is_bullet:
                found[f"{asked.topic}/{asked.id}.md"] = _file(asked, written.get(asked.id, []))
        return found


def _entries(world: World) -> Iterator[tuple[str, str]]:
    bullets: dict[str, list[str]] = {}
    for asked in world.questions.values():
        if asked.is_bullet:
            bullets.setdefault(asked.about[0], []).append(f"- {asked.text} {{#{asked.id}}}")
    above = {"kind": "broader: [{}-root]", "part": "part_of: [{}-root]", "example": "instance_of: [{}-kind]"}
    for id in world.entries:
        topic, _, name = id.partition("-")
        front = [f"title: {topic.title()} {name}", f"definition: The {name} of {topic}.", "kind: concept"]
        if name in above:
            front.append(above[name].format(topic))
        asked = ["## Open questions", "", *bullets[id]] if id in bullets else []
        yield f"{topic}/{id}.md", "\n".join(["---", *front, "---", "", f"It is the {name}.", "", *asked, ""])


def _file(asked: Asked, links: Sequence[tuple[str, str]]) -> str:
    front = [f"title: {asked.text}", "kind: question", f"about: [{', '.join(asked.about)}]", f"state: {asked.state}"]
    dated = ((name, getattr(asked, name)) for name in ("state_date", "review", "review_date"))
    front += [f"{name}: {value}" for name, value in dated if value]
    if asked.raised:
        front.append(f"raised: {{by: Somebody, year: {asked.raised}}}")
    if asked.help_wanted:
        front.append(f"help_wanted: [{', '.join(asked.help_wanted)}]")
    if asked.state == "answered":
        front += [
            "resolution:", f"  answer: It holds for {asked.id}.", "  source: https://example.org/answer",
            *([f"  date: {asked.resolved}"] if asked.resolved else []),
        ]  # fmt: skip
    if asked.review == "disputed":
        front.append("positions:")
        for side, direction in (("yes", "supports"), ("no", "opposes")):
            front += [
                f"  - id: {side}", f"    claim: The answer is {side}.", f"    held_by: [Those who say {side}]",
                "    evidence:", f"      - {{source: https://example.org/{side}, direction: {direction}, note: Seen.}}",
            ]  # fmt: skip
    by_key: dict[str, list[str]] = {}
    for key, other in links:
        by_key.setdefault(key, []).append(other)
    for key, others in by_key.items():
        front += [f"{key}:", *(f"  - {other}: since {asked.id} says so" for other in others)]
    return "\n".join(["---", *front, "---", "", f"What is meant by {asked.id}.", ""])


def _chains(world: World, number: int, length: int) -> None:
    """Each depends on the next, every second is a bullet: the first waits for all, the last reaches all."""
    for chain in range(number):
        ids = [f"chain-{chain}-{place}" for place in range(length)]
        for place, id in enumerate(ids):
            world.ask(id, bullet=place % 2 == 1, waiting_for=set(ids[place + 1 :]), reach=place)
        for first, second in itertools.pairwise(ids):
            world.link("depends_on", first, second)


def _cut_chains(world: World, number: int, length: int, cut: int) -> None:
    """The same, with one of them settled: nobody waits for it or beyond it. In every second chain the one before it
    was reviewed afterwards."""
    for chain in range(number):
        ids = [f"cut-{chain}-{place}" for place in range(length)]
        for place, id in enumerate(ids):
            asked = world.ask(id, bullet=place % 2 == 1 and place != cut)
            if place < cut:
                asked.waiting_for, asked.reach = set(ids[place + 1 : cut]), place
            elif place > cut:
                asked.waiting_for, asked.reach = set(ids[place + 1 :]), place - cut - 1
        settled, before = world.questions[ids[cut]], world.questions[ids[cut - 1]]
        settled.state, settled.state_date = "answered" if chain % 4 < 2 else "dissolved", "2025-06-01"
        settled.resolved = "2025-06-01" if chain % 4 == 0 else ""
        before.unblocked_by = {settled.id}
        if chain % 2:
            before.review, before.review_date = "confirmed", "2025-06-01"
        else:
            before.due = {("depends-on", settled.id)}
        for first, second in itertools.pairwise(ids):
            world.link("depends_on", first, second)


def _trees(world: World, number: int) -> None:
    """One with six parts, of which two are settled; in every second tree it was looked at afterwards."""
    for tree in range(number):
        whole = world.ask(f"whole-{tree}", state="partially-answered")
        ids = [f"part-{tree}-{place}" for place in range(6)]
        for place, id in enumerate(ids):
            part = world.ask(id, bullet=place < 3)
            if place < 4:
                part.reach = 1
            else:
                part.state, part.state_date = STATES[place - 2], "2024-03-01"
                part.resolved = "2024-03-02" if part.state == "answered" else ""
            world.link("part_of", id, whole.id)
        whole.waiting_for, whole.unblocked_by = set(ids[:4]), set(ids[4:])
        if tree % 2:
            whole.state_date = "2024-03-02"
        else:
            whole.due = {("part", id) for id in ids[4:]}


def _stars(world: World, number: int, arms: int) -> None:
    """One on which many depend."""
    for star in range(number):
        hub = world.ask(f"hub-{star}", reach=arms, help_wanted=(HELPS[star % 3],))
        for arm in range(arms):
            asked = world.ask(f"arm-{star}-{arm}", bullet=arm % 3 == 0, waiting_for={hub.id})
            asked.state_date = "" if asked.is_bullet else f"2023-0{star + 1}-1{arm}"
            world.link("depends_on", asked.id, hub.id)


def _settling_chains(world: World, number: int, length: int) -> None:
    """Each would settle the next; nobody waits."""
    for chain in range(number):
        ids = [f"settle-{chain}-{place}" for place in range(length)]
        for place, id in enumerate(ids):
            world.ask(id, bullet=place % 2 == 1, reach=length - 1 - place)
        for first, second in itertools.pairwise(ids):
            world.link("would_settle", first, second)


def _overtaken(world: World, number: int) -> None:
    """One is answered and would settle the other, which is still open."""
    for pair in range(number):
        partner = world.ask(f"partner-{pair}", state="answered", resolved="2025-01-15", raised=2020)
        other = world.ask(f"overtaken-{pair}", bullet=pair % 2 == 0, due={("settled-by", partner.id)})
        world.link("would_settle", partner.id, other.id)
        world.overtaken.add((partner.id, other.id))


def _crossings(world: World, number: int) -> None:
    """A part of a whole that holds up another, which would settle a fourth: what reaches one reaches the next."""
    for crossing in range(number):
        part, whole, waiting, settled = (
            world.ask(f"{name}-{crossing}", bullet=name in ("piece", "waits"))
            for name in ("piece", "body", "waits", "falls")
        )
        world.link("part_of", part.id, whole.id)
        world.link("depends_on", waiting.id, whole.id)
        world.link("would_settle", waiting.id, settled.id)
        part.reach, whole.reach, waiting.reach = 3, 2, 1
        whole.waiting_for, waiting.waiting_for = {part.id}, {part.id, whole.id}


def _loners(world: World) -> None:
    """Every state with every review."""
    for number, (state, review) in enumerate((state, review) for state in STATES for review in REVIEWS):
        asked = world.ask(f"lone-{number}", state=state, review=review, raised=2000 + number)
        asked.state_date = f"{2010 + number % 7}-05-05" if number % 2 else ""
        asked.review_date = "2026-01-01" if review else ""
        asked.help_wanted = HELPS[: number % 4]
        if review == "stale":
            asked.due = {("stale", "")}


def questions_world() -> World:
    """The 300 questions."""
    world = World()
    _chains(world, 6, 10)
    _cut_chains(world, 4, 10, cut=5)
    _trees(world, 6)
    _stars(world, 3, 9)
    _settling_chains(world, 4, 8)
    _overtaken(world, 5)
    _crossings(world, 4)
    _loners(world)
    while len(world.questions) < 300:
        world.ask(f"alone-{len(world.questions)}", bullet=True)
    return world


def faulty(files: dict[str, str]) -> dict[str, str]:
    """The same files with a fault of each kind: two circles, an answered whole with open parts, an answer that nobody
    gave, evidence without a source."""
    changed = dict(files)

    def edit(id: str, before: str, after: str) -> None:
        path = next(path for path in changed if path.endswith(f"/{id}.md"))
        assert before in changed[path], (id, before)
        changed[path] = changed[path].replace(before, after, 1)

    edit("hub-0", "---\n\nWhat", "depends_on:\n  - arm-0-0\n---\n\nWhat")
    edit("whole-0", "state: partially-answered", "state: answered")
    edit("whole-0", "---\n\nWhat", "resolution: {answer: All of it., source: https://example.org}\n---\n\nWhat")
    edit("lone-0", "state: open", "state: answered")
    edit("lone-3", "source: https://example.org/no, ", "")
    return changed
