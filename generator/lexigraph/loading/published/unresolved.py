"""References that lead nowhere, or may lead to several entries, and the names that are wanted."""

from collections.abc import Iterable

from lexigraph.graph import Unresolved, Wanted
from lexigraph.loading.published.document import finding, records
from lexigraph.loading.published.paths import is_safe_path
from lexigraph.loading.published.records import Document, UnresolvedRecord, WantedRecord
from lexigraph.loading.published.world import World
from lexigraph.model import Reference, RelationItem, Span

__all__ = ["unresolved_of"]


def unresolved_of(read: Document, world: World) -> tuple[tuple[Unresolved, ...], tuple[Wanted, ...]]:
    """All such references, by path and place; and those names, as published: most references first, then name."""
    found: list[Unresolved] = []
    wanted: list[Wanted] = []
    for place, name in records(read.wanted, WantedRecord, "wanted", world.findings):
        numbered = ((f"{place}.references[{number}]", item) for number, item in enumerate(name.references))
        references = tuple(_unresolved(numbered, world, is_ambiguous=False))
        if references:
            wanted.append(Wanted(name=name.name, anchor=name.anchor, references=references))
            found += references
    ambiguous = records(read.ambiguous, UnresolvedRecord, "ambiguous", world.findings)
    found += _unresolved(ambiguous, world, is_ambiguous=True)
    lost = records(read.unresolved, UnresolvedRecord, "unresolved", world.findings)
    found += _unresolved(lost, world, is_ambiguous=False)
    return tuple(sorted(found, key=lambda item: (item.path, item.span.line, item.span.column))), tuple(wanted)


def _unresolved(
    placed: Iterable[tuple[str, UnresolvedRecord]], world: World, *, is_ambiguous: bool
) -> Iterable[Unresolved]:
    for place, record in placed:
        if record.source and not world.has(record.source, f"{place}.source"):
            continue
        path = world.nodes[record.source].path if record.source else record.path
        if not is_safe_path(path):
            world.findings.append(finding(f"{place}.path", "this is no path of a file below a folder"))
            continue
        parsed = world.files[record.source] if record.source else None
        span = parsed.place(record.line, record.column) if parsed else Span(0, 0, record.line, record.column)
        written = _written(record, span, world)
        if isinstance(written, RelationItem) and record.source:
            world.written(record.source).relations.append(written)
        yield Unresolved(
            source=record.source, path=path, written=written, name=record.label, span=span,
            candidates=tuple(id for id in record.candidates if id in world.nodes) if is_ambiguous else (),
            sentence=record.sentence,
        )  # fmt: skip


def _written(record: UnresolvedRecord, span: Span, world: World) -> Reference | RelationItem:
    if record.form == "relation":
        unsaid = "" if record.origin == "connections" else "related"
        key = record.relation if record.relation in world.vocabulary.directions else unsaid
        return RelationItem(
            key=key, target=record.label, note=record.note, citation=record.citation, span=span, origin=record.origin
        )
    return Reference(
        form=record.form, target=record.label, fragment="", title="", span=span, section=-1, sentence=record.sentence,
        sentence_span=(0, 0),
    )  # fmt: skip
