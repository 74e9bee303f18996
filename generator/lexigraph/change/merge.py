"""One entry folded into another: its names and old ids, relations, sources and text; references name the other then."""

import posixpath
from collections.abc import Iterator
from dataclasses import fields

from lexigraph.change.body_text import as_part, moved_anchors
from lexigraph.change.files import decoded
from lexigraph.change.fixes import Load
from lexigraph.change.references import Readdressing
from lexigraph.change.refusal import CannotChange, entry_meant
from lexigraph.change.rewrite import Rewrite
from lexigraph.change.settings import with_baseline
from lexigraph.change.stage import Stage
from lexigraph.change.steps import Plan, Step, refuse_new_errors, refuse_other_meaning, steps_of_edits, steps_of_left
from lexigraph.check.facts.references import documents
from lexigraph.edit.front_matter import with_written, without_item
from lexigraph.edit.links import renamed, retargeted
from lexigraph.edit.new_file import in_a_line, yaml_scalar
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Edit, Fields, FrozenMapping, ParsedEntry, RelationItem, Source, SourceFile, Span
from lexigraph.names import fold
from lexigraph.parse.entry import parse_entry
from lexigraph.parse.fences import front_matter_fences

__all__ = ["merge"]

_LISTS = ("hidden_labels", "tags", "authors")
"""Fields of texts whose items are added."""
_ITS_OWN = frozenset(
    {"title", "aliases", "acronym", "redirect_from", "status", "reviewed_by", "created", "last_reviewed", "autolink"}
)
"""Fields that say nothing of the other entry, or are taken care of."""


def merge(graph: Graph, old: str, new: str, *, load: Load) -> Plan:
    """The entry `old` folded into the entry `new`, both by any name. Where both have a value, that of `new` stays.

    Raises:
        CannotChange: either is none, they are one, or a reference would mean something else.
    """
    source, target = graph.entries[entry_meant(graph, old)], graph.entries[entry_meant(graph, new)]
    if source.id == target.id:
        raise CannotChange("both names are those of one entry", entries=(source.id,), help="name another")
    merging = _Merging(graph, source, target)
    plan = merging.plan(load)
    names, ids = {source.path: target.path}, {source.id: target.id}
    rewrite, after, old_findings = with_baseline(graph, plan.graph, plan.rewrite, names, ids)
    plan = Plan(steps=(*plan.steps, *old_findings), rewrite=rewrite, graph=after)
    refuse_new_errors(graph, plan.graph, names)
    refuse_other_meaning(graph, plan.graph, names, ids, passed_over=(source.path, target.path))
    return plan


class _Merging:
    """One merge while it is planned."""

    def __init__(self, graph: Graph, source: EntryNode, target: EntryNode) -> None:
        self._graph = graph
        self._source = source
        self._target = target
        self._stage = Stage(graph)
        self._left: list[Step] = []

    def plan(self, load: Load) -> Plan:
        """All of it."""
        graph, stage, source, target = self._graph, self._stage, self._source, self._target
        readdressing = Readdressing(graph, source, target.id, target.path)
        whole = self._whole()
        edits = tuple(dict.fromkeys((*readdressing.edits(self._instead), *self._fragments(whole))))
        names = {source.path: target.path}
        shown = [edit for edit in edits if edit.path != source.path]
        steps = [*steps_of_edits(stage.drafts, shown, {}), *steps_of_left(readdressing.left, names)]
        stage.edit(edits)
        own = [
            *self._names(), *self._redirects(), *self._relations(), *self._sources(), *self._lists(), *self._keys(),
            *self._text(),
        ]  # fmt: skip
        rewrite = self._rewrite()
        fold_in = Step("fold", source.path, None, f"-> {target.path}")
        return Plan(steps=(fold_in, *own, *self._left, *steps), rewrite=rewrite, graph=load(rewrite.after))

    def _instead(self, parsed: ParsedEntry, item: RelationItem) -> tuple[Edit, ...] | None:
        """What is done with a relation to the old entry that would say twice what is said, or relate it to itself."""
        if parsed.path == self._source.path:
            return ()
        if item.origin != "field":
            return None
        if parsed.path == self._target.path:
            self._note_left(parsed, item, f"a relation of {self._target.id} to itself")
            return without_item(parsed, item.span) or None
        for other in parsed.relation_items:
            is_same = (other.key, other.origin) == (item.key, "field")
            if is_same and self._graph.names.candidates(other.target) == (self._target.id,):
                if item.note and not other.note:
                    return (*without_item(parsed, other.span), *renamed(parsed, item, self._target.id))
                self._note_left(parsed, item, f"said of {self._target.id} already")
                return without_item(parsed, item.span) or None
        return None

    def _note_left(self, parsed: ParsedEntry, item: RelationItem, why: str) -> None:
        note = f": {item.note}" if item.note else ""
        self._left.append(Step("left", parsed.path, item.span, f"{item.key}: {item.target}{note} ({why})"))

    def _names(self) -> Iterator[Step]:
        """Its names become aliases."""
        known = {fold(name) for name in self._target.names}
        for name in self._source.names:
            if fold(name) not in known:
                known.add(fold(name))
                yield from self._added("aliases", name)

    def _redirects(self) -> Iterator[Step]:
        """Its id, its path where that is in another folder, and what led to it, lead to the other."""
        source, target = self._source, self._target
        names = [source.id, *source.parsed.fields.redirect_from]
        if posixpath.dirname(source.path) != posixpath.dirname(target.path):
            names.append(source.path.removesuffix(".md"))
        for name in dict.fromkeys(names):
            if name not in target.parsed.fields.redirect_from:
                yield from self._added("redirect_from", name)

    def _relations(self) -> Iterator[Step]:
        """Its relations that the other lacks, with their notes."""
        graph, path = self._graph, self._target.path
        known = {(view.direction.key, view.other) for view in graph.relations_at.get(self._target.id, ())}
        for item in self._source.parsed.relation_items:
            others = graph.names.candidates(item.target)
            if item.origin != "field" or (others and others[0] in (self._source.id, self._target.id)):
                continue
            if len(others) == 1 and (item.key, others[0]) in known:
                if item.note:
                    self._note_left(self._source.parsed, item, f"{self._target.id} says it already")
                continue
            written = _written(item)
            self._stage.must(
                path, with_written(self._stage.parsed(path), item.key, written), f"nothing can be added to '{item.key}'"
            )
            yield Step("edit", path, None, f"+ {item.key}: [{written}]")

    def _sources(self) -> Iterator[Step]:
        """Its sources that the other lacks. An id that stands for another one there is left out."""
        path, have = self._target.path, self._target.parsed.fields.sources
        ids = {source.id for source in have if source.id}
        for index, source in enumerate(self._source.parsed.fields.sources):
            if any(_is_same(source, other) for other in have):
                continue
            written = _source(source, with_id=source.id not in ids)
            if source.id in ids:
                span = self._source.parsed.places.get(f"sources/{index}")
                self._left.append(
                    Step("left", self._source.path, span, f"the id '{source.id}' of a source; it is taken")
                )
            self._stage.must(
                path, with_written(self._stage.parsed(path), "sources", written), "nothing can be added to 'sources'"
            )
            yield Step("edit", path, None, f"+ sources: [{written}]")

    def _lists(self) -> Iterator[Step]:
        for key in _LISTS:
            known = {fold(item) for item in getattr(self._target.parsed.fields, key)}
            for item in getattr(self._source.parsed.fields, key):
                if fold(item) not in known:
                    yield from self._added(key, item)

    def _keys(self) -> Iterator[Step]:
        """Fields that only the old entry has, as they were written there; what both have is only printed."""
        parsed, path, empty = self._source.parsed, self._target.path, Fields()
        for key in (field.name for field in fields(Fields)):
            value = getattr(parsed.fields, key)
            place, name = parsed.places.get(key), parsed.places.get(f"key:{key}")
            if value == getattr(empty, key) or not place or not name or key in (*_LISTS, "sources"):
                continue
            written = parsed.front_matter[name.start : place.end].rstrip()
            theirs = getattr(self._target.parsed.fields, key)
            if theirs == value:
                continue
            if key in _ITS_OWN or theirs != getattr(empty, key) or (key == "definition" and self._target.definition):
                if key not in ("title", "aliases", "acronym", "redirect_from"):
                    self._left.append(Step("left", self._source.path, name, in_a_line(written)))
                continue
            self._stage.edit(_line_at_end(self._stage.parsed(path), written))
            yield Step("edit", path, None, f"+ {in_a_line(written)}")

    def _added(self, key: str, value: str) -> Iterator[Step]:
        self._stage.add(self._target.path, key, value)
        yield Step("edit", self._target.path, None, f"+ {key}: [{value}]")

    def _text(self) -> Iterator[Step]:
        """Its text under a heading of its own, at the end."""
        path, part = self._target.path, self._part()
        if not part:
            return
        text = self._written(path)
        newline = "\r\n" if "\r\n" in text else "\n"
        bare = text.rstrip()
        span = self._stage.parsed(path).lines.span(len(bare), len(text))
        added = f"\n\n{part}".replace("\r\n", "\n").replace("\n", newline)
        self._stage.edit([Edit(path=path, span=span, text=added)])
        yield Step("edit", path, None, f"+ its text, under '## {self._source.title}'")

    def _part(self) -> str:
        """Its text, as a part of the other; empty when it has none."""
        source = self._stage.parsed(self._source.path)
        body = self._written(self._source.path)[source.body_start :]
        has_title = source.title_span.start >= source.body_start > 0 or not source.front_matter
        if not body.strip():
            return ""
        into = self._written(self._target.path)[self._stage.parsed(self._target.path).body_start :]
        return as_part(body, title=source.title, of=source, has_title=has_title, into=into)

    def _whole(self) -> ParsedEntry:
        """The other with that text, before any other edit: to know which anchors its headings will have."""
        text = f"{self._written(self._target.path).rstrip()}\n\n{self._part()}"
        parsed = parse_entry(SourceFile(path=self._target.path, data=text.encode()), self._graph.scheme)
        return parsed if parsed is not None else self._target.parsed

    def _fragments(self, whole: ParsedEntry) -> Iterator[Edit]:
        """Links to a heading that has another anchor now."""
        moved = moved_anchors(self._source.parsed, whole)
        for _, parsed in documents(self._graph):
            for reference, place in zip(parsed.references, self._graph.resolved[parsed.path], strict=True):
                if place and place.entry == self._source.id and place.fragment in moved and reference.fragment:
                    yield from retargeted(parsed, reference, None, moved[place.fragment])

    def _written(self, path: str) -> str:
        data = self._stage.drafts.overlay.get(path) or (self._graph.root / path).read_bytes()
        return decoded(data)[1]

    def _rewrite(self) -> Rewrite:
        """What is to be written; the old file goes."""
        rewrite, path = self._stage.drafts.rewrite(), self._source.path
        before = {**rewrite.before, path: (self._graph.root / path).read_bytes()}
        after: dict[str, bytes | None] = {**rewrite.after, path: None}
        return Rewrite(
            before=FrozenMapping(dict(sorted(before.items()))), after=FrozenMapping(dict(sorted(after.items())))
        )


def _written(item: RelationItem) -> str:
    """The item of a relation in YAML, on one line."""
    name = yaml_scalar(item.target, in_brackets=True)
    note = yaml_scalar(item.note, in_brackets=True)
    if item.citation:
        parts = [f"to: {name}", *([f"note: {note}"] if item.note else [])]
        return "{" + ", ".join([*parts, f"source: {yaml_scalar(item.citation, in_brackets=True)}"]) + "}"
    return f"{name}: {note}" if item.note else name


def _source(source: Source, *, with_id: bool) -> str:
    values = {field.name: getattr(source, field.name) for field in fields(Source)}
    pairs = [(key, str(value)) for key, value in values.items() if value and (key != "id" or with_id)]
    return (
        "{"
        + ", ".join(
            f"{key}: {value if key == 'year' else yaml_scalar(value, in_brackets=True)}" for key, value in pairs
        )
        + "}"
    )


def _is_same(source: Source, other: Source) -> bool:
    """Whether both are one work."""
    keys = ("doi", "arxiv", "url")
    return any(getattr(source, key) and getattr(source, key) == getattr(other, key) for key in keys) or (
        bool(source.title) and fold(source.title) == fold(other.title)
    )


def _line_at_end(parsed: ParsedEntry, written: str) -> tuple[Edit, ...]:
    """An edit that puts whole lines at the end of the front matter, which is written if there is none."""
    fences = front_matter_fences(parsed.front_matter)
    newline = "\r\n" if "\r\n" in parsed.front_matter + parsed.source else "\n"
    text = written.replace("\r\n", "\n").replace("\n", newline) + newline
    if fences is None:
        return (Edit(path=parsed.path, span=Span(0, 0, 1, 1), text=f"---{newline}{text}---{newline}{newline}"),)
    return (Edit(path=parsed.path, span=parsed.lines.span(fences.end, fences.end), text=text),)
