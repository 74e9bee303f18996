"""Where the references of a body lead: entry, page, attachment, address, nowhere, or to many."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lexigraph.graph import EntryNode, NameIndex, Resolved
from lexigraph.model import Heading, ParsedEntry, Reference
from lexigraph.names import fold, slug
from lexigraph.parse.paths import leaves_content

__all__ = ["Resolver", "is_address", "wanted_name"]

_ADDRESS = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]+:|//)")
_PUNCTUATION = re.compile(r"[^\w\- ]")
_DOCUMENT_SUFFIX = re.compile(r"(?:\.md|\.html?)?$")


def is_address(target: str) -> bool:
    """Whether the target is an address of its own (`https:…`, `mailto:…`, `//…`), not a path."""
    return _ADDRESS.match(target) is not None


def wanted_name(path: str, reference: Reference) -> str:
    """The name that a reference to nothing wants an entry for; empty when it wants none.

    A wikilink wants its target. A Markdown link wants the last part of its path, when that ends in `.md` or
    has no extension, inside the content.
    """
    if reference.form == "wikilink":
        return reference.target.strip()
    if reference.form != "link" or leaves_content(path, reference.target):  # addresses lie outside too
        return ""
    last = posixpath.basename(reference.target.rstrip("/"))
    stem, extension = posixpath.splitext(last)
    return stem if extension == ".md" else "" if extension else last


@dataclass(frozen=True, kw_only=True)
class Resolver:
    """Resolves references against one set of entries, pages and attachments. (Without slots: it keeps tables.)"""

    names: NameIndex
    nodes: Mapping[str, EntryNode]
    entry_of_path: Mapping[str, str]
    """Path of a file → id of its entry; redirect files → the entry they lead to."""
    pages: Mapping[str, ParsedEntry]
    attachments: frozenset[str]
    topics: frozenset[str]
    """Folders that have a page of their own."""
    folder: str
    """The content folder's own name, which may stand in front of a site-absolute path."""
    base_iri: str

    def resolve(self, path: str, reference: Reference) -> Resolved | tuple[str, ...]:
        """Where the reference in the file at `path` leads; else the ids it may mean (none, or several)."""
        if reference.form == "wikilink":
            return self._wikilink(path, reference)
        target = reference.target
        if self.base_iri and target.startswith(self.base_iri):
            target = "/" + target.removeprefix(self.base_iri)
        if is_address(target):
            address = f"{target}#{reference.fragment}" if reference.fragment else target
            return Resolved(address=address)
        found = self._path(path, target)
        return self._with_fragment(found, path, reference.fragment) if found else ()

    @cached_property
    def entry_at(self) -> Mapping[str, Resolved]:
        """Path of a file → where a plain link to it leads (see `ParsedEntry.linked_files`), where that is an entry."""
        return {path: self._to_entry[id] for path, id in self.entry_of_path.items()}

    @cached_property
    def _to_entry(self) -> Mapping[str, Resolved]:
        """One value for each entry, however many links lead there."""
        return {id: Resolved(entry=id) for id in self.nodes}

    def _wikilink(self, path: str, reference: Reference) -> Resolved | tuple[str, ...]:
        name = reference.target.strip()
        if not name:
            return self._with_fragment(self._path(path, "") or Resolved(), path, reference.fragment)
        ids = self.names.candidates(name)
        if len(ids) == 1:
            return self._with_fragment(self._to_entry[ids[0]], path, reference.fragment)
        if not ids and (file := self._attachment(path, name)):
            return Resolved(file=file)
        return ids

    def _path(self, path: str, target: str) -> Resolved | None:
        """Resolve a path as written in Markdown, relative to the file or to the site."""
        if not target:
            return self._document(path.removesuffix(".md"))
        if target.startswith("/"):
            inside = posixpath.normpath(target.lstrip("/") or ".")
            for candidate in (inside, inside.removeprefix(f"{self.folder}/")):
                if found := self._document(_DOCUMENT_SUFFIX.sub("", candidate)):
                    return found
                if candidate in self.attachments:
                    return Resolved(file=candidate)
            return self._document("") if inside == self.folder else None
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if joined.startswith(".."):
            return None
        if joined in self.attachments:
            return Resolved(file=joined)
        return self._document(_DOCUMENT_SUFFIX.sub("", joined))

    def _document(self, stem: str) -> Resolved | None:
        """The entry or page whose path without extension is `stem`; the page of a folder."""
        stem = "" if stem == "." else stem
        if id := self.entry_of_path.get(f"{stem}.md"):
            return Resolved(entry=id)
        folder_page = posixpath.join(stem, "index.md")
        for page in (f"{stem}.md", folder_page):
            if page in self.pages:
                return Resolved(page=page)
        if ids := self.names.paths.get(stem):
            return Resolved(entry=ids[0]) if len(ids) == 1 else None
        if not stem or stem in self.topics:
            return Resolved(page=folder_page)
        return None

    def _attachment(self, path: str, name: str) -> str:
        """An attachment by its path from the file, from the root, or by its bare name when only one has it."""
        for candidate in (posixpath.normpath(posixpath.join(posixpath.dirname(path), name)), name):
            if candidate in self.attachments:
                return candidate
        return self._attachments_by_name.get(name, "")

    def _with_fragment(self, found: Resolved, path: str, fragment: str) -> Resolved:
        """The same with the anchor that the fragment names; without one where no heading has it."""
        document = self.pages.get(found.page) if found.page else None
        if found.entry:
            document = self.nodes[found.entry].parsed
        if not fragment or document is None:
            return found
        fragments = self._fragments.get(document.path)
        if fragments is None:
            fragments = self._fragments[document.path] = _Fragments(document)
        return Resolved(entry=found.entry, page=found.page, fragment=fragments.anchor(fragment))

    @cached_property
    def _attachments_by_name(self) -> Mapping[str, str]:
        """Bare name → the attachment, where only one has it."""
        found: dict[str, str] = {}
        for path in self.attachments:
            name = posixpath.basename(path)
            found[name] = "" if name in found else path
        return found

    @cached_property
    def _fragments(self) -> dict[str, "_Fragments"]:
        """Path of a file → its anchors; filled as they are asked for."""
        return {}


class _Fragments:
    """The anchors of one document."""

    def __init__(self, document: ParsedEntry) -> None:
        self._anchors = {heading.anchor for heading in document.headings}
        self._anchors.update(item.anchor for item in document.questions)
        self._anchors.update(document.anchors)
        self._anchors.discard("")
        self._by_title: dict[str, str] = {}
        for heading in document.headings:
            if heading.anchor:
                self._by_title.setdefault(fold(heading.title), heading.anchor)
        self._on_github = {
            name: heading.anchor for name, heading in _names_on_github(document.headings) if heading.anchor
        }

    def anchor(self, fragment: str) -> str:
        """The anchor that a fragment names: as written, as a slug, as GitHub has it, or as a heading's text; empty when
        none."""
        wanted = fragment.removeprefix("^")
        for candidate in (wanted, slug(wanted)):
            if candidate in self._anchors:
                return candidate
        if wanted in self._on_github:
            return self._on_github[wanted]
        return self._by_title.get(fold(wanted.rpartition("#")[2]), "")


def _names_on_github(headings: Iterable[Heading]) -> Iterator[tuple[str, Heading]]:
    """The headings with the fragments that GitHub gives them, on which links in the files are tried out.

    Source: github/markup, `gfm_heading_ids`: no punctuation, a hyphen for each space, numbers from 1 for repetitions.
    """
    counts: dict[str, int] = {}
    for heading in headings:
        name = _PUNCTUATION.sub("", heading.title.lower()).replace(" ", "-")
        number = counts[name] = counts.get(name, -1) + 1
        yield f"{name}-{number}" if number else name, heading
