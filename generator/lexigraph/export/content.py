"""A graph as the content folder that it could have been loaded from: what is said in each of its files.

Written from the graph and not from the files, so that a graph read from a published site has a folder too. What stands
under structured headings stays in the bodies; all else is front matter.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from lexigraph.edit.entry_file import KEYS, front_matter, readable
from lexigraph.edit.file_names import folded, is_safe_path, safe_path, unlike
from lexigraph.edit.links import in_style, way_to, written_destination
from lexigraph.export.plain_values import Record, plain_value
from lexigraph.graph import EntryNode, Graph, Relation, Unresolved
from lexigraph.link.identity import path_id
from lexigraph.model import ParsedEntry, RelationItem, Scheme, Source

__all__ = [
    "Record", "body_text", "declared", "entry_files", "file_paths", "page_file", "page_paths", "page_text",
    "redirect_files", "relations_in_files",
]  # fmt: skip

_OWN_NAMES: Mapping[str, str] = MappingProxyType({})
_NUMBER = re.compile(r"-\d+\Z")
_HEADING = re.compile(r"#[ \t]|[^\n]+\n=+[ \t]*(?:\n|\Z)")
"""A heading of the first level."""

_OF_QUESTIONS = (
    "state", "state_date", "review", "review_date", "raised", "why_open", "evidence_needed", "positions", "resolution",
    "help_wanted", "discussion",
)  # fmt: skip


class _Written(NamedTuple):
    """A relation with the line and column at which it was written."""

    line: int
    column: int
    record: Record


def entry_files(
    graph: Graph, paths: Mapping[str, str], *, names: Mapping[str, str] = _OWN_NAMES,
    source: Callable[[Source], object] = plain_value,
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """Path and text of each entry's file.

    Args:
        graph: the knowledge base.
        paths: id → path of the file, see `file_paths`.
        names: our keys → those under which they are to be written.
        source: how an item of `sources` is to be written.
    """
    relations = relations_in_files(graph)
    for node in graph.entries.values():
        values = _values(graph, node)
        if not _makes(paths[node.id], node.id):
            values["redirect_from"] = [*values["redirect_from"], node.id]  # by which others speak of it
        values["sources"] = [source(each) for each in node.parsed.fields.sources]
        if node.kind == "concept" and "kind" not in names:
            values["kind"] = ""  # what an entry is that does not say
        head = front_matter(values, relations.get(node.path, ()), vocabulary=graph.vocabulary, names=names)
        yield paths[node.id], head + readable(body_text(graph, node, paths))


def redirect_files(
    graph: Graph, paths: Mapping[str, str], *, names: Mapping[str, str] = _OWN_NAMES
) -> Iterator[tuple[str, str]]:
    """Path and text of a file for each old name that stands in no entry's front matter: it says where that leads."""
    taken = {folded(path) for path in paths.values()}
    named = {
        name.strip().strip("/").removesuffix(".md")
        for node in graph.entries.values()
        for name in node.parsed.fields.redirect_from
    }
    for old, id in graph.redirects.items():
        path = f"{old}.md"
        if old in named or folded(path) in taken or not is_safe_path(path):
            continue
        file = graph.redirecting.get(path)
        title = file.title if file is not None and file.title not in (path, file.stem) else ""
        kind = "concept" if "kind" in names else ""
        yield path, front_matter({"title": title, "kind": kind, "destination": id}, names=names)


def _values(graph: Graph, node: EntryNode) -> Record:
    """The fields of the entry's front matter under our keys, as plain values."""
    fields, parsed = node.parsed.fields, node.parsed
    values: Record = {key: plain_value(getattr(fields, key)) for key in KEYS if key not in _OF_QUESTIONS}
    values["title"] = "" if _is_headed(parsed) else node.title
    values["kind"] = node.kind
    question = graph.questions.get(node.id)
    if question is not None and question.entry == node.id:
        values.update((key, plain_value(getattr(question, key))) for key in _OF_QUESTIONS)
    return values


def body_text(graph: Graph, node: EntryNode, paths: Mapping[str, str]) -> str:
    """The body as written, but for targets that would lead elsewhere in a folder where the files have these paths.

    Those are links to a file that is called otherwise there, and links from the site's root that name the content
    folder itself (`/terms/word/`), which hold in a folder of that name only.
    """
    parsed, here = node.parsed, paths[node.id]
    edits: list[tuple[int, int, str]] = []
    for reference, place in zip(parsed.references, graph.resolved.get(node.path, ()), strict=False):
        there = (paths[place.entry] if place.entry else place.file or place.page) if place is not None else ""
        if place is None or not there or (written := written_destination(parsed, reference)) is None:
            continue
        found, named = written
        if found.target.start >= parsed.body_start and _misleads(graph, node, named, place.entry, paths):
            is_name = found.style == "wikilink"
            target = there.removesuffix(".md") if is_name else in_style(found.style, way_to(here, there))
            edits.append((found.target.start - parsed.body_start, found.target.end - parsed.body_start, target))
    if not edits:
        return parsed.markdown
    parts: list[str] = []
    at = 0
    for start, end, target in sorted(set(edits)):
        parts += (parsed.source[at:start], target)
        at = end
    return "".join((*parts, parsed.source[at:])).replace("\0", "")


def _misleads(graph: Graph, node: EntryNode, target: str, id: str, paths: Mapping[str, str]) -> bool:
    """Whether what the entry writes to name another one (empty: a file or page) would lead elsewhere."""
    is_moved = paths[node.id] != node.path
    if not id:
        return is_moved and bool(target) and not target.startswith("/")
    if target.startswith("/"):
        stem = posixpath.normpath(target.lstrip("/") or ".").removesuffix(".html").removesuffix(".md")
        return f"{stem}.md" != paths[id] and id not in graph.names.paths.get(stem, ())
    return bool(target) and (is_moved or paths[id] != graph.entries[id].path)


def declared(scheme: Scheme) -> Scheme:
    """The scheme without the base IRI that it has from the site's address only."""
    return scheme if "base_iri" in scheme.places else replace(scheme, base_iri="")


def relations_in_files(graph: Graph) -> Mapping[str, list[Record]]:
    """By path: the relations that stand in the file's front matter, in their order; of those to nothing the name."""
    found: dict[str, list[_Written]] = {}
    spans = {
        node.path: frozenset(item.span for item in node.parsed.relation_items if item.origin == "field")
        for node in graph.entries.values()
    }
    between_bullets = (item for item in graph.question_links if not {item.source, item.target} <= graph.entries.keys())
    for item in (*graph.relations, *graph.self_relations, *between_bullets):
        if item.span in spans.get(item.path, ()):
            found.setdefault(item.path, []).append(_Written(item.span.line, item.span.column, _relation(item)))
    for unresolved in graph.unresolved:
        written = unresolved.written
        if isinstance(written, RelationItem) and written.origin == "field" and unresolved.path in spans:
            span, record = unresolved.span, _unresolved(graph, unresolved, written)
            found.setdefault(unresolved.path, []).append(_Written(span.line, span.column, record))
    return {path: [item.record for item in sorted(items, key=lambda item: item[:2])] for path, items in found.items()}


def file_paths(graph: Graph, *, reserved: frozenset[str] = frozenset(), topic: str = "") -> Mapping[str, str]:
    """Id of an entry → the path of its file: its own, unless some file system would refuse or confuse it.

    A name among the `reserved` ones (in lower case) gets a hyphen, which changes no id. `topic` is the folder of those
    that lie in none.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for node in sorted(graph.entries.values(), key=lambda node: node.path):
        path = safe_path(node.path if node.topic or not topic else f"{topic}/{node.path}")
        if not _makes(path, node.id):
            path = safe_path(posixpath.join(posixpath.dirname(path), f"{node.id.rpartition('/')[2]}.md"))
        if path.rpartition("/")[2].lower() in reserved:
            path = f"{path.removesuffix('.md')}-.md"
        found[node.id] = unlike(path, taken)
        taken.add(folded(found[node.id]))
    return found


def page_paths(graph: Graph, topics: Iterable[str] = ()) -> Mapping[str, str]:
    """Path of a page that is no entry → the path of its file; pages of the topics too, which may have no text.

    A page whose folder is to some file system that of another page is left out.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted({*graph.pages, *(f"{topic}/index.md" for topic in topics)}):
        safe = safe_path(path)
        if folded(safe) not in taken:
            taken.add(folded(safe))
            found[path] = safe
    return found


def page_text(page: ParsedEntry) -> str:
    """The text of a page that is no entry, with its title as a heading and without front matter."""
    body = page.markdown.strip("\n")
    parts = ("" if _HEADING.match(body) else f"# {page.title}", page.fields.definition, body)
    return "\n\n".join(part for part in parts if part).rstrip() + "\n"


def page_file(page: ParsedEntry) -> str:
    """The file of a page that is no entry, with its fields as front matter."""
    is_headed = _HEADING.match(page.markdown.strip("\n"))
    values = {"title": "" if is_headed else page.title, "definition": page.fields.definition}
    return (front_matter(values) if any(values.values()) else "") + readable(page.markdown)


def _makes(path: str, id: str) -> bool:
    """Whether an entry in the file may have that id (the number is that of the second of one path id)."""
    return id in (path_id(path.rpartition("/")[2]), path_id(path)) or _NUMBER.sub("", id) == path_id(path)


def _is_headed(parsed: ParsedEntry) -> bool:
    """Whether the title is the first heading of the body."""
    return parsed.title_span.start >= parsed.body_start and parsed.title_span.end > parsed.title_span.start


def _relation(item: Relation) -> Record:
    return {
        "kind": item.type.key, "source": item.source, "target": item.target, "note": plain_value(item.note),
        "citation": item.citation, "derived": item.author != item.source,
    }  # fmt: skip


def _unresolved(graph: Graph, item: Unresolved, written: RelationItem) -> Record:
    """A relation to a name that no entry has, or several."""
    direction = graph.vocabulary.directions[written.key]
    ends = {"source": written.target} if direction.inverted else {"target": written.target}
    return {
        "kind": direction.type.key, "source": item.source, "target": item.source, **ends,
        "note": plain_value(written.note), "citation": written.citation, "derived": direction.inverted,
    }  # fmt: skip
