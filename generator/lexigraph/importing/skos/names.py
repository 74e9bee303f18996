"""What concepts are called as entries: title, other names, id, file. No two share an id, none has one name twice."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from lexigraph.edit.file_names import LONGEST, folded, is_safe_path
from lexigraph.edit.new_file import in_a_line
from lexigraph.export.rdf.names import DCT, RDFS, SKOS
from lexigraph.export.rdf.terms import Literal
from lexigraph.export.skos.labels import language_tag
from lexigraph.importing.skos.reading import BASE
from lexigraph.importing.skos.thesaurus import Thesaurus
from lexigraph.link import is_entry
from lexigraph.names import fold, fold_label, slug
from lexigraph.parse.text_types import read_url

__all__ = ["Ids", "Names", "ids_of", "local_name", "names_of", "short_slug", "told_apart"]

_LETTER = re.compile(r"[^\W\d_]")


class Ids(NamedTuple):
    """Which ids concepts have."""

    of: Mapping[str, str]
    """IRI → id."""
    base: str
    """What, with an id behind it, is the IRI of every concept; empty when there is no such address."""
    is_kept: bool
    """Whether the IRIs end in the ids, so that nothing has to say what they were."""


class Names(NamedTuple):
    """What a concept is called."""

    title: str
    labels: Mapping[str, str]
    """Language → title in it."""
    aliases: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    """Language and name: other names that are in another language than the title."""


def local_name(iri: str) -> str:
    """What stands at the end of an IRI, decoded."""
    return unquote(re.split(r"[/#]", iri.rstrip("/#"))[-1])


def short_slug(text: str) -> str:
    """The slug of a text, cut between two words where a file name would be too long."""
    found = slug(text)
    if len(found.encode()) <= LONGEST:
        return found
    cut = found.encode()[:LONGEST].decode("utf-8", "ignore")
    return cut.rpartition("-")[0] or cut


def names_of(known: Thesaurus) -> dict[str, Names]:
    """IRI of each concept → its names."""
    return {concept: _names(known, concept) for concept in known.concepts}


def ids_of(known: Thesaurus, names: Mapping[str, Names]) -> Ids:
    """IRI of each concept → its id.

    When every IRI ends in what can be an id, below one address, ids are those, so that no IRI changes. Otherwise an id
    is what the concept gives as its identifier at the end of its IRI, else the slug of its title.
    """
    if base := _common_base(known.concepts):
        is_web = read_url(base) is not None and not base.startswith(BASE)
        return Ids(
            {concept: unquote(concept[len(base) :]) for concept in known.concepts}, base if is_web else "", is_kept=True
        )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for concept in known.concepts:
        if (id := _identifier(known, concept)) and folded(id) not in taken:
            found[concept] = id
            taken.add(folded(id))
    for concept in known.concepts:
        if concept not in found:
            words = short_slug(names[concept].title) or short_slug(local_name(concept)) or "concept"
            found[concept] = next(id for id in _numbered(words, taken) if folded(id) not in taken)
            taken.add(folded(found[concept]))
    return Ids(found, "", is_kept=False)


def _common_base(concepts: tuple[str, ...]) -> str:
    """What stands before the ids in all IRIs; empty when something else than an id stands behind it."""
    base = concepts[0].rpartition("/")[0] + "/" if concepts else ""
    locals = [concept[len(base) :] for concept in concepts if concept.startswith(base)]
    ids = [unquote(local) for local in locals]
    is_common = (
        len(locals) == len(concepts)
        and len({folded(id) for id in ids}) == len(concepts)
        and all(_may_be(id) and quote(id) == local for id, local in zip(ids, locals, strict=True))
    )
    return base if is_common and not base.startswith("_:") else ""


def _identifier(known: Thesaurus, concept: str) -> str:
    """The id that the concept gives itself; empty when it gives none that serves."""
    path = unquote(concept).rstrip("/")
    for term in known.texts(concept, f"{DCT}identifier"):
        if path.endswith(f"/{term.text}") and _LETTER.search(term.text) and _may_be(term.text):
            return term.text
    return ""


def _may_be(id: str) -> bool:
    is_short = 0 < len(id.encode("utf-8", "replace")) <= LONGEST
    return is_short and id == slug(id) and is_safe_path(f"{id}.md") and is_entry(f"{id}.md")


def _numbered(words: str, taken: Collection[str]) -> Iterator[str]:
    """The words, where they may be the name of a file; then with numbers."""
    if is_safe_path(f"{words}.md") and is_entry(f"{words}.md"):
        yield words
    for number in range(2, len(taken) + 3):
        yield f"{words}-{number}"


def _names(known: Thesaurus, concept: str) -> Names:
    left = known.left
    preferred = known.preferred(known.texts(concept, f"{SKOS}prefLabel"))
    title = _title(known, concept, preferred)
    labels: dict[str, str] = {}
    more: list[Literal] = []
    for label in preferred:
        tag, text = language_tag(label.language), in_a_line(label.text)
        if text == title and known.distance(label.language) != 3:
            continue
        if not label.language or tag in labels or known.distance(label.language) == 0:
            more.append(label)
        elif tag == "und":
            left.statement(title, f"{SKOS}prefLabel", label)
        else:
            labels[tag] = text
    alternative = [*more, *known.texts(concept, f"{SKOS}altLabel")]
    hidden = known.texts(concept, f"{SKOS}hiddenLabel")
    near = [label for label in alternative if known.distance(label.language) < 3]
    for label in hidden:
        if known.distance(label.language) == 3:
            left.statement(title, f"{SKOS}hiddenLabel", label)
    taken = {fold_label(title)}
    aliases = _free(known, title, [in_a_line(label.text) for label in near], taken)
    hidden_labels = [in_a_line(label.text) for label in hidden if known.distance(label.language) < 3]
    others = tuple((label.language, in_a_line(label.text)) for label in alternative if label not in near)
    return Names(title, labels, tuple(aliases), tuple(_free(known, title, hidden_labels, taken)), others)


def _title(known: Thesaurus, concept: str, preferred: list[Literal]) -> str:
    for label in preferred:
        if text := in_a_line(label.text):
            if known.distance(label.language) == 3:
                known.left.remark(f"concepts without a name in '{known.language}', called as in another language", text)
            return text
    found = known.preferred(known.texts(concept, f"{RDFS}label", f"{DCT}title", f"{SKOS}altLabel", f"{SKOS}notation"))
    text = next((line for label in found if (line := in_a_line(label.text))), "")
    text = text or ("" if concept.startswith("_:") else in_a_line(local_name(concept))) or "Concept"
    known.left.remark("concepts without a skos:prefLabel, called by another name", text)
    return text


def _free(known: Thesaurus, title: str, names: Iterable[str], taken: set[str]) -> Iterator[str]:
    """The names that the concept does not have yet, capitals aside."""
    for name in names:
        if not name:
            continue
        if fold_label(name) in taken:
            known.left.remark("names that repeat another of the same concept, capitals aside", f"{title}: {name}")
        else:
            taken.add(fold_label(name))
            yield name


def told_apart(known: Thesaurus, names: Mapping[str, Names], ids: Mapping[str, str]) -> dict[str, Names]:
    """The same, without aliases that are the title or id of another concept: those are for search only."""
    owners: dict[str, set[str]] = {}
    for concept, each in names.items():
        for name in {fold(each.title), fold(ids[concept])}:
            owners.setdefault(name, set()).add(concept)
    found: dict[str, Names] = {}
    for concept, each in names.items():
        clashing = [alias for alias in each.aliases if owners.get(fold(alias), set()) - {concept}]
        for alias in clashing:
            known.left.remark("other names that are the name of another concept, kept for search only", alias)
        kept = tuple(alias for alias in each.aliases if alias not in clashing)
        found[concept] = each._replace(aliases=kept, hidden_labels=(*each.hidden_labels, *clashing))
    return found
