"""A folder in the Open Knowledge Format: Markdown files with a `type`, which this program loads as the same graph.

`type` and `description` are what the format calls our `kind` and `definition`; a `scheme.yml` says so. All other keys
are ours, which readers have to keep. Links between files are untyped there; the typed ones stay in front matter.

Source: Open Knowledge Format 0.2, github.com/GoogleCloudPlatform/knowledge-catalog, okf/SPEC.md.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from urllib.parse import quote

from lexigraph.edit.entry_file import readable
from lexigraph.edit.file_names import safe_path
from lexigraph.edit.scheme_file import scheme_file
from lexigraph.export.artifact import Artifact, Export, Topic, line
from lexigraph.export.attachments import attachments
from lexigraph.export.content import Record, declared, entry_files, file_paths, page_paths, page_text, redirect_files
from lexigraph.export.markdown.quoting import label, text
from lexigraph.model import Source
from lexigraph.names import sort_key

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = ()
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = True
SUFFIX = ""

VERSION = "0.2"
_NAMES = MappingProxyType({"kind": "type", "definition": "description"})
"""Our keys that the format has under another name."""
_RESERVED = frozenset({"index.md", "log.md"})
"""Names that stand for a list of the folder and for its history, in any folder."""


def artifacts(export: Export) -> Iterator[Artifact]:
    """`scheme.yml`, a list of each folder, the entries, redirects, and the files that they refer to."""
    graph = export.graph
    paths = file_paths(graph, reserved=_RESERVED)
    yield _artifact("scheme.yml", scheme_file(declared(graph.scheme), _NAMES))
    for path, said in _indexes(export, paths).items():
        yield _artifact(path, said)
    for path, said in entry_files(graph, paths, names=_NAMES, source=_source):
        yield _artifact(path, said)
    for path, said in redirect_files(graph, paths, names=_NAMES):
        yield _artifact(path, said)
    yield from attachments(graph)


def _artifact(path: str, text: str) -> Artifact:
    return Artifact(path, text.encode())


def _source(source: Source) -> Record:
    """A source with its `resource`, which the format needs: an address, else words.

    What is read from it again is the same source: the address is no `url` where there is a `doi` or `arxiv`.
    """
    is_plain = source.url and not (source.doi or source.arxiv)
    return {
        "id": source.id, "title": source.title, "resource": source.address or source.title or source.id,
        "url": "" if is_plain else source.url, "doi": source.doi, "arxiv": source.arxiv, "year": source.year,
    }  # fmt: skip


def _indexes(export: Export, paths: Mapping[str, str]) -> Mapping[str, str]:
    """Path → text of an `index.md` for each folder: what it says now, then what is in it."""
    graph = export.graph
    entries: dict[str, list[str]] = {}
    for id, path in paths.items():
        entries.setdefault(posixpath.dirname(path), []).append(id)
    pages = {safe: graph.pages[path] for path, safe in page_paths(graph).items()}
    folders = {""} | {above for path in (*paths.values(), *pages) for above in _folders(posixpath.dirname(path))}
    topics = {posixpath.dirname(safe_path(f"{topic.name}/index.md")): topic for topic in export.site.topics}
    found: dict[str, str] = {}
    for folder in sorted(folders):
        path = posixpath.join(folder, "index.md")
        page = pages.get(path)
        title = topics[folder].title if folder in topics else folder.rpartition("/")[2] or export.site.title
        said = page_text(page) if page else f"# {text(line(title))}\n"
        below = [each for each in sorted(folders) if each and posixpath.dirname(each) == folder]
        listing = _listing(export, folder, paths, entries.get(folder, ()), {each: topics.get(each) for each in below})
        if listing and not said.endswith(listing):
            said = f"{said}\n{listing}"
        found[path] = readable(f'---\nokf_version: "{VERSION}"\n---\n\n{said}' if not folder else said)
    return found


def _listing(
    export: Export, folder: str, paths: Mapping[str, str], ids: Iterable[str], below: Mapping[str, Topic | None]
) -> str:  # fmt: skip
    """The folders in a folder, then its entries by title, each with what it is."""
    nodes = [export.graph.entries[id] for id in ids]
    rows = []
    for path, topic in below.items():
        name = path.rpartition("/")[2]
        rows.append(_row(topic.title if topic else name, f"{name}/index.md", topic.description if topic else ""))
    parts = [f"## Folders\n\n{''.join(rows)}"] if rows else []
    if nodes:
        nodes.sort(key=lambda node: (sort_key(node.title), node.id))
        rows = [_row(node.title, posixpath.relpath(paths[node.id], folder or "."), node.definition) for node in nodes]
        parts.append(f"## Entries\n\n{''.join(rows)}")
    return "\n".join(parts)


def _row(title: str, path: str, said: str) -> str:
    words = f" - {text(line(said))}" if said else ""
    return f"* [{label(title)}]({quote(path)}){words}\n"


def _folders(folder: str) -> Iterator[str]:
    """The folder and those above it."""
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
