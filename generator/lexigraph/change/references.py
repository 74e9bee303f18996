"""References to one entry, rewritten for its new name and place, and those of a file that moves to another folder."""

import posixpath
import re
from collections.abc import Callable, Iterator

from lexigraph.check.facts.references import documents, field_items
from lexigraph.check.facts.way_named import Way, WaysNamed
from lexigraph.edit.links import renamed, retargeted, way_to
from lexigraph.graph import EntryNode, Graph, Resolved
from lexigraph.link.references import is_address
from lexigraph.model import Edit, ParsedEntry, Reference, RelationItem
from lexigraph.names import fold

__all__ = ["Instead", "Readdressing"]

Instead = Callable[[ParsedEntry, RelationItem], tuple[Edit, ...] | None]

_SUFFIX = re.compile(r"(?:\.md|\.html?|/)?\Z")


class Readdressing:
    """How references to one entry are written once it has another id, file or title."""

    def __init__(self, graph: Graph, old: EntryNode, id: str, path: str, *, is_retitled: bool = False) -> None:
        """Take the entry, and the id and path that it is to have; `is_retitled` when its title goes too."""
        self._graph = graph
        self._old = old
        self._id = id
        self._path = path
        self._ways = WaysNamed(graph)
        kept = {fold(name) for name in (old.names[1:] if is_retitled else old.names)}
        self._lost = {fold(old.id), fold(old.parsed.stem), *([fold(old.title)] if is_retitled else [])} - kept
        """Names, folded, that lead to it now and would not, or only as old names."""
        self.left: list[tuple[str, Reference | RelationItem]] = []
        """References that name it by what goes and could not be rewritten, with their files."""

    def edits(self, instead: Instead = lambda parsed, item: None) -> Iterator[Edit]:
        """The edits of all files, in the texts as they are. What the entry refers to is found from its new place.

        `instead` gives the edits for a relation to the entry where it is not to be rewritten, None where it is.
        """
        graph, old = self._graph, self._old
        for _, parsed, item in field_items(graph):
            is_to_it = graph.names.candidates(item.target) == (old.id,)
            other = instead(parsed, item) if is_to_it else None
            if other is not None:
                yield from other
            elif (name := self._name(item)) is not None:
                yield from self._done(parsed, item, renamed(parsed, item, name))
        for _, parsed in documents(graph):
            here = self._path if parsed.path == old.path else parsed.path
            for reference, place in zip(parsed.references, graph.resolved[parsed.path], strict=True):
                target = self._target(parsed, reference, place, here)
                if target is not None and target != reference.target:
                    yield from self._done(parsed, reference, retargeted(parsed, reference, target))
        for parsed in graph.redirecting.values():
            item = RelationItem("", parsed.fields.destination, "", "", parsed.places["destination"], "field")
            if (name := self._name(item)) is not None:
                yield from self._done(parsed, item, renamed(parsed, item, name))

    def _done(
        self, parsed: ParsedEntry, written: Reference | RelationItem, edits: tuple[Edit, ...]
    ) -> tuple[Edit, ...]:
        if not edits:
            self.left.append((parsed.path, written))
        return edits

    def _is_lost(self, name: str) -> bool:
        """Whether a name that leads to the entry now would lead there as an old name only."""
        way = self._ways.of_name(name, self._old.id)
        return way is Way.DIRECT or (way is Way.INFORMAL and fold(name) in self._lost)

    def _name(self, item: RelationItem) -> str | None:
        """What a relation is to name; None when it stays as it is."""
        name = item.target.strip()
        holder, slash, bullet = name.rpartition("/")
        if slash and holder == self._old.id and f"{holder}/{bullet}" not in self._graph.names.paths:
            question = self._graph.questions.get(bullet) or self._graph.questions.get(name)
            return f"{self._id}/{bullet}" if question and question.holder == holder else None
        if self._graph.names.candidates(name) != (self._old.id,) or not self._is_lost(name):
            return None
        called = self._path.removesuffix(".md") if "/" in name.strip("/") and "/" not in self._id else self._id
        return called if called != name else None

    def _target(self, parsed: ParsedEntry, reference: Reference, place: Resolved | None, here: str) -> str | None:
        """What a link is to lead to, from its file's new place; None when it stays as it is."""
        if not reference.target:
            return None
        leads_to_it = place is not None and place.entry == self._old.id
        if reference.form == "wikilink":
            if leads_to_it and self._is_lost(reference.target):
                is_path = "/" in reference.target.strip("/") and "/" not in self._id
                suffix = ".md" if reference.target.endswith(".md") else ""
                return (self._path.removesuffix(".md") if is_path else self._id) + suffix
            found = self._from_here(parsed, reference.target)
            return found if place and place.file == found and here != parsed.path else None
        if leads_to_it:
            return self._address(parsed, reference.target, here)
        is_elsewhere = posixpath.dirname(here) != posixpath.dirname(parsed.path)
        if is_elsewhere and not is_address(reference.target) and not reference.target.startswith("/"):
            return _in_shape(reference.target, way_to(here, self._from_here(parsed, reference.target)))
        return None

    def _address(self, parsed: ParsedEntry, target: str, here: str) -> str | None:
        """The address of the entry's new file in the shape of the old one: relative, from the site's root, whole."""
        base = self._graph.scheme.base_iri
        suffix = _suffix(target)
        if base and target.startswith(base):
            return base + self._part(target.removeprefix(base)) + suffix
        if target.startswith("/"):
            inside = posixpath.normpath(target.lstrip("/"))
            folder = f"{self._graph.root.name}/"
            above = folder if inside.startswith(folder) and not self._old.path.startswith(folder) else ""
            return f"/{above}{self._part(inside.removeprefix(above))}{suffix}"
        if f"{_SUFFIX.sub('', self._from_here(parsed, target))}.md" in self._graph.redirect_files:
            return None
        return _in_shape(target, way_to(here, self._path))

    def _part(self, written: str) -> str:
        """The part of an address that names the entry: its path, or its id alone where that stood."""
        stem = _SUFFIX.sub("", written)
        is_whole = stem == self._old.path.removesuffix(".md") or "/" in stem
        return self._path.removesuffix(".md") if is_whole else self._id

    @staticmethod
    def _from_here(parsed: ParsedEntry, target: str) -> str:
        """The path below the content folder that a relative target means."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(parsed.path), target))


def _suffix(target: str) -> str:
    match = _SUFFIX.search(target)
    return match[0] if match else ""


def _in_shape(target: str, path: str) -> str:
    """The relative path with the ending, and the `./`, of the target that it replaces."""
    suffix = _suffix(target)
    is_whole = suffix == ".md" or (not suffix and posixpath.splitext(target)[1])
    changed = path if is_whole else _SUFFIX.sub("", path) + suffix
    return f"./{changed}" if target.startswith("./") and not changed.startswith("../") else changed
