"""The collections of a thesaurus as topics: which folder each concept is put in, and what its page says."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lexigraph.edit.entry_file import front_matter
from lexigraph.edit.file_names import folded, is_safe_path
from lexigraph.edit.new_file import in_a_line
from lexigraph.export.rdf.names import DCT, RDF, SKOS
from lexigraph.importing.skos.names import local_name, short_slug
from lexigraph.importing.skos.texts import escaped
from lexigraph.importing.skos.thesaurus import DC, Thesaurus
from lexigraph.link import is_entry

__all__ = ["Folders", "folders_of"]


class Folders(NamedTuple):
    """Where the concepts go."""

    of: Mapping[str, str]
    """IRI of a concept → folder; a concept in no collection is missing."""
    pages: Mapping[str, str]
    """Path of a topic's page → its text."""


def folders_of(known: Thesaurus, titles: Mapping[str, str]) -> Folders:
    """The folders that the collections make; a concept in several goes to the first by name, the others are left."""
    of: dict[str, str] = {}
    pages: dict[str, str] = {}
    taken: set[str] = set()
    for collection in known.collections:
        members = [member for member in _members(known, collection) if member in known.of_concepts]
        title = in_a_line(known.label(collection))
        if members:
            folder = _folder(known, collection, title, taken)
            taken.add(folded(folder))
            pages |= _page(known, collection, folder, title)
        for member in members:
            if of.setdefault(member, folder) != folder:
                known.left.remark("memberships in a second collection", f"{titles[member]} in {title or folder}")
    return Folders(of, pages)


def _members(known: Thesaurus, collection: str) -> Iterator[str]:
    """The members, those in an ordered list too, each once."""
    seen: set[str] = set()
    waiting = [*known.links(collection, f"{SKOS}member"), *known.links(collection, f"{SKOS}memberList")][::-1]
    while waiting:
        member = waiting.pop()
        if member in seen:
            continue
        seen.add(member)
        yield member
        waiting += known.links(member, f"{RDF}rest", f"{RDF}first") if member not in known.of_concepts else ()


def _folder(known: Thesaurus, collection: str, title: str, taken: set[str]) -> str:
    """A folder of its own: by its identifier, else its name, else its IRI."""
    for term in known.texts(collection, f"{DCT}identifier"):
        is_name = is_safe_path(f"{term.text}/a.md") and is_entry(f"{term.text}.md") and "/" not in term.text
        if is_name and folded(term.text) not in taken:
            return term.text
    words = short_slug(title) or short_slug(local_name(collection)) or "topic"
    number, name = 1, words
    while folded(name) in taken or not is_safe_path(f"{name}/a.md"):
        number += 1
        name = f"{words}-{number}"
    return name


def _page(known: Thesaurus, collection: str, folder: str, title: str) -> dict[str, str]:
    """The page of the topic, where it says more than the folder's name."""
    described = known.preferred(known.texts(collection, f"{DCT}description", f"{DC}description", f"{SKOS}definition"))
    text = escaped(described[0].text) if described else ""
    words = folder.replace("-", " ").replace("_", " ")
    if not text and title in ("", words[:1].upper() + words[1:]):
        return {}
    head = front_matter({"title": title})
    return {f"{folder}/index.md": head + (f"\n{text}\n" if text else "")}
