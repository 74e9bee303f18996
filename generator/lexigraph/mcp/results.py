"""What the tools return: typed, and each thing with its id, its page and its place in the files.

A key whose value would be empty is left out.
"""

from typing import NotRequired

from typing_extensions import TypedDict  # pydantic, which brings it, reads that of typing from Python 3.12 on

__all__ = [
    "BriefEntry", "BriefQuestion", "EntryResult", "Hit", "Hits", "Neighbourhood", "Outline", "PathResult", "Position",
    "QuestionResult", "Questions", "Said", "TopicCount",
]  # fmt: skip


class BriefEntry(TypedDict):
    """An entry in a list."""

    id: str
    title: str
    kind: str
    definition: str
    url: str
    at: str
    """File and line: `retrieval/rag.md:2`."""


class Hit(BriefEntry):
    """What a search found."""

    why: str


class Hits(TypedDict):
    """What `search` returns."""

    hits: list[Hit]


class Said(TypedDict):
    """A relation in words, with the id of the entry at its other end."""

    sentence: str
    id: str
    url: NotRequired[str]
    """Left out where the entry stands beside it, with its page."""
    at: str
    note: NotRequired[str]


class BriefQuestion(TypedDict):
    """A question in a list."""

    id: str
    title: str
    status: str
    url: str
    at: str


class EntryResult(BriefEntry):
    """What `entry` returns."""

    topic: NotRequired[str]
    status: NotRequired[str]
    level: NotRequired[str]
    also_called: NotRequired[list[str]]
    scope_note: NotRequired[str]
    relations: list[Said]
    questions: list[BriefQuestion]
    read_first: list[str]
    body: str
    cut: NotRequired[str]
    """What was left out, and how to get it."""


class Neighbourhood(TypedDict):
    """What `neighbourhood` returns."""

    entries: list[BriefEntry]
    relations: list[Said]
    left_out: int
    """Entries and relations that did not fit."""


class PathResult(TypedDict):
    """What `path` returns."""

    is_connected: bool
    steps: list[Said]


class TopicCount(TypedDict):
    """A topic in the outline."""

    topic: str
    entries: int


class Outline(TypedDict):
    """What `outline` returns."""

    title: str
    description: NotRequired[str]
    counts: dict[str, int]
    topics: list[TopicCount]
    entries: NotRequired[list[BriefEntry]]
    left_out: NotRequired[int]


class Position(TypedDict):
    """An answer that somebody holds."""

    claim: str
    held_by: NotRequired[str]


class QuestionResult(BriefQuestion):
    """A question with what is known about it."""

    about: list[str]
    why_open: NotRequired[str]
    positions: NotRequired[list[Position]]
    would_settle_it: NotRequired[list[str]]
    answer: NotRequired[str]


class Questions(TypedDict):
    """What `questions` returns."""

    questions: list[QuestionResult]
    left_out: int
