"""What kinds of defects share: the flagship to spoil, a defect with its findings, edits of a text.

A kind of defect looks for an entry that it can spoil, spoils it, and says beforehand what `check` has to answer:
code, file and line. What it says is worked out from the text here, never by asking the rule.
"""

import random
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lexigraph.graph import EntryNode, Graph

__all__ = [
    "QUIET", "Defect", "Found", "Kind", "Spoiler", "has_key", "line_of", "spoiled", "takes_paragraph", "with_key", "with_paragraph",
]  # fmt: skip


class Found(NamedTuple):
    """A finding that is expected."""

    code: str
    path: str
    line: int


class Defect(NamedTuple):
    """One spoiled file."""

    path: str
    data: bytes
    expected: frozenset[Found]


Kind = Callable[["Spoiler", EntryNode], Defect | None]
"""Spoils the entry; None where this entry cannot be spoiled in this way."""

QUIET = frozenset({"question", "disambiguation", "comparison", "lesson"})
"""Kinds with rules of their own; a defect that is about any entry leaves them alone."""


class Spoiler:
    """The flagship, and what kinds of defects need to know of it."""

    def __init__(self, graph: Graph, seed: int) -> None:
        self.graph = graph
        self.root = graph.root
        self.rng = random.Random(seed)
        self.nodes = sorted(graph.entries.values(), key=lambda node: node.path)

    def defects(self, kind: Kind, count: int) -> Iterator[Defect]:
        """That many defects of one kind, each in another entry."""
        nodes = self.rng.sample(self.nodes, len(self.nodes))
        made = (defect for node in nodes if (defect := kind(self, node)) is not None)
        for _, defect in zip(range(count), made, strict=False):
            yield defect

    def text(self, node: EntryNode) -> str:
        return Path(self.root, node.path).read_text(encoding="utf-8")

    def other(self, node: EntryNode) -> EntryNode:
        """Another plain entry that has no relation with this one, above or below it either."""
        near = self.above(node.id) | self.below(node.id) | {node.id}
        near |= {view.other for view in self.graph.relations_at.get(node.id, ())}
        return self.rng.choice([each for each in self.nodes if each.id not in near and each.kind not in QUIET])

    @cached_property
    def unspoken(self) -> list[EntryNode]:
        """Plain entries whose title no other file has: a name that two entries claim is not linked by itself any more."""
        texts = {node.id: self.text(node).replace("-", " ").replace("\n", " ").casefold() for node in self.nodes}
        plain = [node for node in self.nodes if node.kind not in QUIET and re.fullmatch(r"[\w -]+", node.title)]
        names = {node.id: node.title.replace("-", " ").casefold() for node in plain}
        return [
            node for node in plain if not any(names[node.id] in text for id, text in texts.items() if id != node.id)
        ]

    def above(self, id: str) -> set[str]:
        return self._reached(id, lambda relation: (relation.source, relation.target))

    def below(self, id: str) -> set[str]:
        return self._reached(id, lambda relation: (relation.target, relation.source))

    def _reached(self, id: str, ends) -> set[str]:  # type: ignore[no-untyped-def]
        found, todo = set[str](), [id]
        while todo:
            here = todo.pop()
            for relation in self.graph.relations:
                low, high = ends(relation)
                if relation.type.hierarchical and low == here and high not in found:
                    found.add(high)
                    todo.append(high)
        return found


def line_of(text: str, needle: str, occurrence: int = 1) -> int:
    """The 1-based line of that occurrence of the needle."""
    at = -1
    for _ in range(occurrence):
        at = text.index(needle, at + 1)
    return text.count("\n", 0, at) + 1


def has_key(text: str, key: str) -> bool:
    return re.search(rf"^{key}:", text, re.MULTILINE) is not None


def with_key(text: str, line: str) -> str:
    """The text with one more line at the end of its front matter."""
    end = text.index("\n---", 4) + 1
    return f"{text[:end]}{line}\n{text[end:]}"


def with_paragraph(text: str, paragraph: str) -> str:
    """The text with one more paragraph below its first heading of level 2 that carries no structure."""
    heading = re.search(r"^## (Why it matters|How it works|Why it is hard)$", text, re.MULTILINE)
    assert heading is not None
    return f"{text[: heading.end()]}\n\n{paragraph}{text[heading.end() :]}"


def takes_paragraph(text: str) -> bool:
    return re.search(r"^## (Why it matters|How it works|Why it is hard)$", text, re.MULTILINE) is not None


def spoiled(node: EntryNode, text: str, *findings: tuple[str, int]) -> Defect:
    return Defect(node.path, text.encode(), frozenset(Found(code, node.path, line) for code, line in findings))
