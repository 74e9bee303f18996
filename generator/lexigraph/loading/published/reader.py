"""From a `concepts.json` to the graph that it was written from. No Markdown is parsed.

Owns what a document may say of files: ids and paths that mean what they seem to, each once. What is not so is left
out, with a finding.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from lexigraph.graph import EntryNode, Graph, Published
from lexigraph.graph.collector import collector_off
from lexigraph.link.naming import index_names, title_and_alias_collisions
from lexigraph.link.questions import questions_about
from lexigraph.link.relations import views_of
from lexigraph.link.wanted import backlinks_of
from lexigraph.loading.published.document import document, finding, records
from lexigraph.loading.published.entry import PublishedEntry, Written
from lexigraph.loading.published.fields import fields_of, written_definition
from lexigraph.loading.published.links import Places, links_of, mentions_of
from lexigraph.loading.published.paths import is_safe_path
from lexigraph.loading.published.questions import Asked, asked_in, questions_of
from lexigraph.loading.published.records import Document, EntryRecord, PageRecord, RedirectFileRecord, RedirectRecord
from lexigraph.loading.published.relations import (
    question_links_of,
    relations_of,
    repeat_relations,
    self_relations_of,
)
from lexigraph.loading.published.scheme import scheme_of, site_address
from lexigraph.loading.published.unresolved import unresolved_of
from lexigraph.loading.published.world import World
from lexigraph.model import Diagnostic, Fields, Scheme
from lexigraph.names import slug, sort_key

__all__ = ["graph_of"]

_LONGEST_ID = 1024
_MOST_PARTS = 64
"""Folders that an id may have."""
_FOLDER = re.compile(r".*[/\\\\]|[\x00-\x1f]", re.DOTALL)
"""What is not the name of a folder."""
_NO_ENTRIES = frozenset({"index.md", "readme.md"})
"""Names of files that are pages of a folder, in lower case."""


def graph_of(data: bytes, source: str, *, fetched_from: str = "", diagnostics: Iterable[Diagnostic] = ()) -> Graph:
    """The graph that the document holds. What is broken in it is a finding.

    `fetched_from` is the address that the document was at in the end, empty for a file; `diagnostics` are those of
    fetching it.

    Raises:
        CannotLoad: it is no such document.
        UnsupportedSchema: it is one of another version.
    """
    with collector_off():
        return _graph_of(document(data, source), source, fetched_from, [*diagnostics])


def _graph_of(read: Document, source: str, fetched_from: str, findings: list[Diagnostic]) -> Graph:
    scheme = scheme_of(read, findings)
    asked = asked_in(read, findings)
    urls: dict[str, str] = {}
    files = dict(sorted(_files(read, asked, urls, findings), key=lambda pair: pair[1].path))
    by_path = tuple(_node(id, file) for id, file in files.items())
    nodes = {node.id: node for node in sorted(by_path, key=lambda node: (sort_key(node.title), node.id))}
    world = World(
        nodes=nodes, files=files, vocabulary=scheme.vocabulary,
        types={type.key: type for type in scheme.vocabulary.relations}, findings=findings,
    )  # fmt: skip
    return replace(
        _linked(read, world, asked, by_path),
        site_url=site_address(read.url, fetched_from),
        root=Path(os.devnull, _FOLDER.sub("", read.folder) or "content"), scheme=scheme,
        diagnostics=tuple(sorted(findings, key=lambda item: item.sort_key)),
        published=Published(
            source=source, is_address=fetched_from != "", built_from=read.built_from,
            directory_urls=not any(url.endswith(".html") for url in urls.values()),
        ),
    )  # fmt: skip


def _linked(read: Document, world: World, asked: Asked, by_path: tuple[EntryNode, ...]) -> Graph:
    """The graph of the entries, with all that leads from one to another."""
    nodes, files = world.nodes, world.files
    pages = {page.path: page for page in _pages(read, world.findings)}
    attachments = frozenset(filter(is_safe_path, read.attachments))
    redirects = _redirects(read, world)
    leads = {file.path: file for file in _redirect_files(read, world)}
    relations = relations_of(read, world)
    questions = questions_of(asked, world)
    names = index_names(by_path, redirects)
    unresolved, wanted = unresolved_of(read, world)
    repeat_relations(read, world)
    return Graph(
        root=Path(), scheme=Scheme(), entries=nodes, pages=pages, attachments=attachments,
        attachments_used=attachments, redirects=redirects,
        redirect_files={path: file.leads_to for path, file in leads.items()},
        redirecting={path: _redirecting(file) for path, file in leads.items()},
        relations=relations, self_relations=self_relations_of(read, world),
        relations_at=views_of(relations, nodes, world.vocabulary),
        resolved=Places({**{file.path: file for file in files.values()}, **pages}, nodes),
        find_links=partial(links_of, files), find_mentions=partial(mentions_of, files),
        find_backlinks=partial(backlinks_of, relations=relations, nodes=nodes), unresolved=unresolved,
        collisions=title_and_alias_collisions(names, nodes), questions=questions,
        question_links=question_links_of(read, questions, relations, world),
        questions_about=questions_about(questions), wanted=wanted, names=names, diagnostics=(),
    )  # fmt: skip


def _files(
    read: Document, asked: Asked, urls: dict[str, str], findings: list[Diagnostic]
) -> Iterator[tuple[str, PublishedEntry]]:
    """The files of the entries with their ids, in order of the document; their addresses are put into `urls`."""
    paths: set[str] = set()
    folders: set[str] = set()
    for place, record in records(read.entries, EntryRecord, "entries", findings):
        id, path = record.id, record.path
        if not _is_id(id):
            findings.append(finding(f"{place}.id", "this is no id: words of letters and digits joined by hyphens"))
        elif id in urls:
            findings.append(finding(f"{place}.id", f"another entry has the id '{id}'"))
        elif not is_safe_path(path) or not path.endswith(".md"):
            findings.append(finding(f"{place}.path", "this is no path of a Markdown file below a folder"))
        elif path.rpartition("/")[2].lower() in _NO_ENTRIES:
            findings.append(finding(f"{place}.path", "a file of this name is no entry"))
        elif path in paths:
            findings.append(finding(f"{place}.path", f"another entry has the path '{path}'"))
        elif path in folders or not paths.isdisjoint(above := _folders(path)):
            findings.append(finding(f"{place}.path", f"a file of another entry is a folder of '{path}', or is in it"))
        else:
            paths.add(path)
            folders.update(above)
            urls[id] = record.url
            question = asked[id][1] if record.kind == "question" and id in asked else None
            yield id, PublishedEntry.of(record, fields_of(record, question), Written())


def _folders(path: str) -> list[str]:
    """Those round the file, outermost first."""
    return [path[:at] for at, char in enumerate(path) if char == "/"]


def _node(id: str, file: PublishedEntry) -> EntryNode:
    topic = file.path.partition("/")[0] if "/" in file.path else ""
    return EntryNode(id=id, kind=file.fields.kind or "concept", topic=topic, parsed=file)


def _is_id(id: str) -> bool:
    """Whether a file or a path makes such an id (see `link.identity`)."""
    parts = id.split("/")
    return len(id) <= _LONGEST_ID and len(parts) <= _MOST_PARTS and all(part and slug(part) == part for part in parts)


def _pages(read: Document, findings: list[Diagnostic]) -> Iterator[PublishedEntry]:
    """The texts of topics and of the home page, each once."""
    known: set[str] = set()
    for place, record in records(read.pages, PageRecord, "pages", findings):
        if not is_safe_path(record.path) or record.path.rpartition("/")[2] != "index.md" or record.path in known:
            findings.append(finding(f"{place}.path", "this is no path of an index.md below a folder, or the second"))
        else:
            known.add(record.path)
            yield _page(record)


def _page(record: PageRecord) -> PublishedEntry:
    fields = Fields(title=record.title, definition=written_definition(record))
    return PublishedEntry.of(record, fields, Written())


def _redirecting(record: RedirectFileRecord) -> PublishedEntry:
    return _page(PageRecord(path=record.path, title=record.title or record.path, is_empty=record.is_empty))


def _redirects(read: Document, world: World) -> dict[str, str]:
    """Old id or path → id of the entry; sorted."""
    found: dict[str, str] = {}
    for place, record in records(read.redirects, RedirectRecord, "redirects", world.findings):
        if world.has(record.leads_to, f"{place}.to"):
            found.setdefault(record.old, record.leads_to)
    return dict(sorted(found.items()))


def _redirect_files(read: Document, world: World) -> Iterator[RedirectFileRecord]:
    """Files that are redirects, by path."""
    found: dict[str, RedirectFileRecord] = {}
    for place, record in records(read.redirect_files, RedirectFileRecord, "redirect_files", world.findings):
        if not is_safe_path(record.path):
            world.findings.append(finding(f"{place}.path", "this is no path of a file below a folder"))
        elif not record.leads_to or world.has(record.leads_to, f"{place}.to"):
            found.setdefault(record.path, record)
    yield from (found[path] for path in sorted(found))
