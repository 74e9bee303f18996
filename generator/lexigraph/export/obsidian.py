"""A vault for Obsidian: a note for each entry under its title, relations as links in its properties.

What Obsidian has no place for stands in the text: notes and citations of relations under Connections, sources, and the
positions of a question. Links in bodies lead to notes, their headings and blocks; dead ones are words.

Source: help.obsidian.md, Properties, Internal links, Tags; obsidian-api, `stripHeadingForLink`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from lexigraph.edit.entry_file import readable, yaml_lines
from lexigraph.edit.file_names import file_name, folded, safe_path, unlike
from lexigraph.export.artifact import Artifact, Export, line, plain
from lexigraph.export.attachments import attachments
from lexigraph.export.content import Record, relations_in_files
from lexigraph.export.markdown.entry import cited, head, sources
from lexigraph.export.markdown.headings import heading_lines
from lexigraph.export.markdown.links import Layout, document
from lexigraph.export.markdown.quoting import text as escaped
from lexigraph.graph import EntryNode
from lexigraph.names import slug

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = (
    "notes and citations as data (they are text under Connections)",
    "sources and positions as data (they are text)",
    "hidden labels, mappings, labels in other languages, origins, which names are not to be linked",
    "who raised a question, dates of answers, ids of positions",
    "redirects",
    "dates of the next review",
    "the scheme and its vocabulary",
)
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = True
SUFFIX = ""

_REFUSED = re.compile(r"[\[\]#^|]+")
"""What Obsidian refuses in the name of a note, beside what file systems refuse."""
_IN_LINK = re.compile(r"[:#|^\\\r\n]|%%|\[\[|\]\]")
"""What the link to a heading has a space for."""
_NO_TAG = re.compile(r"[^\w/-]+")
_BLOCK = re.compile(r"[A-Za-z0-9-]+")
_LISTED = ("acronym", "level", "status", "deprecation_reason", "authors", "reviewed_by", "created", "last_reviewed")
_ASKED = ("state", "state_date", "review", "review_date", "help_wanted", "discussion")


class _Vault:
    """The graph with the names of its notes."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.notes, self.pages = _paths(export)
        self.relations = relations_in_files(export.graph)
        self.layout = Layout(
            self.notes, self.pages, self._fragment, lambda anchor: f"^{anchor}" if _BLOCK.fullmatch(anchor) else "",
            embeds=True, title=export.site.title,
        )  # fmt: skip
        self._headings: dict[str, Mapping[str, str]] = {}
        paths = (*self.notes.values(), *self.pages.values())
        self._basenames: dict[str, int] = {}
        for path in paths:
            name = folded(path.rpartition("/")[2])
            self._basenames[name] = self._basenames.get(name, 0) + 1

    def wikilink(self, id: str) -> str:
        """A link in a property: by the name of the note, or by its path where another has the name."""
        path = self.notes[id]
        name = path.rpartition("/")[2]
        target = (name if self._basenames[folded(name)] == 1 else path).removesuffix(".md")
        return f"[[{target}]]"

    def _fragment(self, id: str, anchor: str) -> str:
        """The heading or block of that anchor as a link names it."""
        parsed = self.export.graph.entries[id].parsed
        if id not in self._headings:
            self._headings[id] = {item.anchor: item.text for item in heading_lines(parsed)}
        if (heading := self._headings[id].get(anchor)) is not None:
            return " ".join(_IN_LINK.sub(" ", heading).split())
        is_block = anchor in parsed.anchors or any(
            item.anchor == anchor for item in parsed.questions if item.is_anchored
        )
        return f"^{anchor}" if is_block and _BLOCK.fullmatch(anchor) and f"^{anchor}" in self._marks(id) else ""

    def _marks(self, id: str) -> frozenset[str]:
        parsed = self.export.graph.entries[id].parsed
        marked = {f"^{item.anchor}" for item in parsed.questions if item.is_anchored}
        return frozenset(marked | set(re.findall(r"(?<=\s)\^[A-Za-z0-9-]+(?=\s*$)", parsed.source, re.MULTILINE)))


def artifacts(export: Export) -> Iterator[Artifact]:
    """The notes of the entries, one for each topic with what is in it, and the files that they show."""
    vault = _Vault(export)
    for node in export.graph.entries.values():
        yield Artifact(vault.notes[node.id], readable(_note(vault, node)).encode())
    for path, note in vault.pages.items():
        yield Artifact(note, readable(_page(vault, path, note)).encode())
    yield from attachments(export.graph)


def _paths(export: Export) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Id → path of the note, and path of a page → path of its note; no two are one to any file system."""
    taken: set[str] = set()

    def path(folder: str, title: str, otherwise: str, what: str = "") -> str:
        name = file_name(_REFUSED.sub(" ", line(title)), otherwise)
        found = f"{folder}/{name}.md" if folder else f"{name}.md"
        if what and folded(found) in taken:
            found = f"{found.removesuffix('.md')} ({what}).md"
        found = unlike(found, taken)
        taken.add(folded(found))
        return found

    notes: dict[str, str] = {}
    for node in sorted(export.graph.entries.values(), key=lambda node: node.path):
        folder = _REFUSED.sub(" ", safe_path(node.path).rpartition("/")[0])
        notes[node.id] = path(folder, node.title, node.id.replace("/", "-"))
    pages = {"index.md": path("", export.site.title, "Home", "home")}
    for topic in export.site.topics:
        folder = _REFUSED.sub(" ", safe_path(f"{topic.name}/x.md").rpartition("/")[0])
        pages[f"{topic.name}/index.md"] = path(folder, topic.title, topic.name, "topic")
    for file, page in export.graph.pages.items():
        if file not in pages:
            pages[file] = path(safe_path(file).rpartition("/")[0], page.title, "Index", "index")
    return notes, pages


def _note(vault: _Vault, node: EntryNode) -> str:
    """Properties, then what limits the entry, its body, connections and sources."""
    rows = "\n".join(f"- {row}" for row in _connections(vault, node))
    heading = (
        next((each for each in heading_lines(node.parsed) if each.anchor == "connections"), None) if rows else None
    )
    edits = [(heading.end, heading.end, f"\n\n{rows}")] if heading else []
    parts = [*_head(node), document(vault.export, node.parsed, vault.notes[node.id], vault.layout, edits)]
    if rows and not heading:
        parts.append(f"## Connections\n\n{rows}")
    if works := "\n".join(f"- {row}" for row in sources(node)):
        parts.append(f"## Sources\n\n{works}")
    body = "\n\n".join(part for part in parts if part)
    return "\n".join(("---", *yaml_lines(_properties(vault, node)), "---", "", f"{body}\n" if body else ""))


def _head(node: EntryNode) -> list[str]:
    """What limits the entry, and what is known of a question; its definition and its names are properties."""
    shown = list(head(node))
    fields = node.parsed.fields
    return shown[bool(fields.definition and node.definition) + bool(node.also_called) :]


def _properties(vault: _Vault, node: EntryNode) -> Record:
    """Texts, dates and lists of texts: what Obsidian can show and change."""
    fields = node.parsed.fields
    name = vault.notes[node.id].rpartition("/")[2].removesuffix(".md")
    names = (*((node.title,) if node.title != name else ()), *node.also_called)
    values: Record = {
        "title": _words(node.title), "id": node.id if slug(name) != node.id else "",
        "aliases": list(dict.fromkeys(map(_words, names))),
        "tags": list(dict.fromkeys(filter(None, map(_tag, fields.tags)))), "kind": node.kind,
        "definition": _words(node.definition) if fields.definition else "",
        "scope_note": _words(plain(fields.scope_note)),
    }  # fmt: skip
    values.update((key, _value(getattr(fields, key))) for key in _LISTED)
    question = vault.export.graph.questions.get(node.id)
    if question is not None and question.entry == node.id:
        values.update((key, _value(getattr(question, key))) for key in _ASKED)
    for key, targets in _targets(vault, node).items():
        values[key] = targets
    return values


def _value(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return [_words(item) for item in value] if isinstance(value, tuple) else _words(str(value))


def _words(text: str) -> str:
    """The text on one line, with nothing in it that Obsidian would take for a link."""
    return line(text).replace("[[", "[ [")


def _tag(tag: str) -> str:
    """The tag as Obsidian takes one: letters, digits, `_`, `-` and `/`, and not digits only."""
    found = _NO_TAG.sub("-", tag).strip("-/")
    return f"_{found}" if found.isdecimal() else found


def _targets(vault: _Vault, node: EntryNode) -> Mapping[str, list[str]]:
    """Key of a relation → links to the notes of what it names; the words themselves where there is no note."""
    graph = vault.export.graph
    found: dict[str, list[str]] = {key: [] for key in graph.vocabulary.directions}
    for record in vault.relations.get(node.path, ()):
        direction = graph.vocabulary.directions[record["kind"]]
        key, id = (direction.opposite, record["source"]) if record["derived"] else (direction.key, record["target"])
        if id in graph.entries:
            found[key].append(vault.wikilink(id))
        else:
            found[key].append(_words(graph.questions[id].text if id in graph.questions else id))
    return {key: list(dict.fromkeys(targets)) for key, targets in found.items()}


def _connections(vault: _Vault, node: EntryNode) -> Iterator[str]:
    """The relations of its front matter that have a note or a citation, in the form that this program reads again.

    What they lead to is in words where it has no note of its own: a bullet, or a name that nobody has written about.
    """
    graph = vault.export.graph
    for record in vault.relations.get(node.path, ()):
        if not (record["note"] or record["citation"]):
            continue
        id = record["source"] if record["derived"] else record["target"]
        name = graph.questions[id].text if id in graph.questions else id
        other = vault.wikilink(id) if id in graph.entries else escaped(line(name))
        note = escaped(plain(record["note"]))
        yield f"{other} — {note}{cited(node, record['citation'])}".replace("—  (", "— (")


def _page(vault: _Vault, path: str, note: str) -> str:
    """A page that is no entry, with links to what is in its folder."""
    export = vault.export
    page = export.graph.pages.get(path)
    said = document(export, page, note, vault.layout) if page else ""
    folder = path.rpartition("/")[0]
    if folder:
        topic = next((topic for topic in export.site.topics if topic.name == folder), None)
        links = [vault.wikilink(id) for id in (topic.entries if topic else ())]
    else:
        links = [_page_link(vault.pages[f"{topic.name}/index.md"], topic.title) for topic in export.site.topics]
    if page and page.fields.definition:
        said = f"{escaped(page.definition)}\n\n{said}"
    listed = "\n".join(f"- {each}" for each in links)
    return "\n\n".join(part for part in (said, listed) if part) + "\n"


def _page_link(path: str, title: str) -> str:
    return f"[[{path.removesuffix('.md')}|{_REFUSED.sub(' ', line(title))}]]"
