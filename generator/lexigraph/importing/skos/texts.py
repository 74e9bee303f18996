"""What a thesaurus says of a concept as the fields of an entry; what has no field stands as a note in its body.

Every text is somebody else's: what would be markup in it is escaped, so that it stays text.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lexigraph.edit.new_file import in_a_line
from lexigraph.export.markdown.quoting import text as quoted
from lexigraph.export.rdf.names import ADMS, DCT, OWL, RDF, RDFS, SCHEMA, SKOS
from lexigraph.export.rdf.terms import Iri, Literal, Term
from lexigraph.export.skos.entries import STATUSES
from lexigraph.export.skos.labels import language_tag
from lexigraph.importing.skos.names import Names, local_name
from lexigraph.importing.skos.thesaurus import DC, Thesaurus
from lexigraph.names import fold_label
from lexigraph.parse.text_types import CLOSED, read_url
from lexigraph.vocabulary import BUILT_IN

__all__ = ["Said", "escaped"]

Record = dict[str, Any]
_READ_ELSEWHERE = frozenset(
    (
        f"{RDF}type", f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel", f"{SKOS}inScheme",
        f"{SKOS}topConceptOf", f"{SKOS}exactMatch", f"{SKOS}closeMatch",
    )
)  # fmt: skip
"""Properties of concepts that are read elsewhere."""

_MORE_MARKUP = re.compile(r"\{(?=[%{<#])|(?<=%)%|(?<==)=")
_DATE = re.compile(r"((?:1\d{3}|20\d{2})-\d{2}-\d{2})(?:T.*)?", re.ASCII)
_YEAR = re.compile(r"(1\d{3}|20\d{2})(?:-.*)?", re.ASCII)
_KEY = re.compile(r"[^\W\d_][\w-]*")
_NOTES = {
    "definition": "Definition", "scopeNote": "Scope note", "note": "Note", "example": "Example",
    "historyNote": "History", "changeNote": "Change", "editorialNote": "Editorial note",
}  # fmt: skip
"""Property of SKOS → the word in front of its text in the body."""


def escaped(text: str) -> str:
    """The text on one line as Markdown that says just it."""
    return _MORE_MARKUP.sub(lambda match: f"\\{match[0]}", quoted(in_a_line(text)))


def _is_date(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


class Said:
    """The fields of one concept in the making."""

    def __init__(self, known: Thesaurus, concept: str, names: Names, id: str) -> None:
        self.known = known
        self.concept = concept
        self.names = names
        self.id = id
        self.read = set(_READ_ELSEWHERE)
        self.notes: list[tuple[str, str, str]] = []

    def record(self) -> Record:
        """The fields, with the body; empty ones among them."""
        names = self.names
        record: Record = {
            "title": names.title, "aliases": list(names.aliases), "labels": dict(names.labels),
            "kind": self._kind(), "level": self._one_of("educationalLevel", CLOSED["level"]),
            "tags": self._plain(f"{DCT}subject"),
            "definition": escaped(self._first("definition")), "scope_note": escaped(self._all("scopeNote")),
            "sources": self._sources(), **self._status(), **self._people(),
            "created": self._day(f"{DCT}created"),
        }  # fmt: skip
        record["hidden_labels"] = [*names.hidden_labels, *self._codes()]
        self.notes += [("Also called", language, name) for language, name in names.others]
        for property in _NOTES:
            self._note(property)
        self._note_repeated()
        record["markdown"] = "".join(self._body())
        return record

    def _codes(self) -> list[str]:
        """Notations that are neither the id nor a name."""
        names = self.names
        taken = {self.id, *map(fold_label, (names.title, *names.aliases, *names.hidden_labels))}
        found: dict[str, str] = {}
        for code in self._plain(f"{SKOS}notation"):
            if code not in taken and fold_label(code) not in taken:
                found.setdefault(fold_label(code), code)
        return list(found.values())

    def rest(self, understood: frozenset[str]) -> None:
        """Note as left what nothing has been made of; `understood` are the properties that are relations."""
        for property, terms in self.known.things[self.concept].items():
            for term in terms:
                is_link = isinstance(term, Iri) and property in understood
                if property not in self.read and not is_link:
                    self.known.left.statement(self.names.title, property, term)

    def _texts(self, property: str) -> list[Literal]:
        return list(self.known.texts(self.concept, property))

    def _plain(self, property: str) -> list[str]:
        """The texts of the property, each on one line; things among its values are left."""
        self.read.add(property)
        for term in self.known.terms(self.concept, property):
            if isinstance(term, Iri):
                self.known.left.statement(self.names.title, property, term)
        return list(dict.fromkeys(line for term in self._texts(property) if (line := in_a_line(term.text))))

    def _near(self, property: str) -> list[Literal]:
        """The texts of a note in the language of the thesaurus, or in none."""
        return [each for each in self._texts(f"{SKOS}{property}") if self.known.distance(each.language) < 3]

    def _first(self, property: str) -> str:
        """The first of them; the others become notes."""
        near = self.known.preferred(self._near(property))
        self._note(property, skip=near[0] if near else None)
        return near[0].text if near else ""

    def _all(self, property: str) -> str:
        """All of them as one text; those in other languages become notes."""
        near = self._near(property)
        self._note(property, skip=None, but=near)
        return " ".join(in_a_line(each.text) for each in near)

    def _note(self, property: str, skip: Literal | None = None, but: list[Literal] | None = None) -> None:
        """Put the texts of the property into the body, those that are not in a field."""
        name = f"{SKOS}{property}"
        if name in self.read:
            return
        self.read.add(name)
        found = self._texts(name)
        self.notes += [
            (_NOTES[property], each.language, each.text) for each in found if each != skip and each not in (but or ())
        ]
        for term in self.known.terms(self.concept, name):
            if isinstance(term, Iri) and not self.known.texts_of(term.value):
                self.known.left.statement(self.names.title, name, term)

    def _body(self) -> Iterator[str]:
        """The notes under a heading of their own."""
        rows = [(label, language, line) for label, language, text in self.notes if (line := escaped(text))]
        if rows:
            yield "\n## Notes\n\n"
        for label, language, line in rows:
            tag = language_tag(language) if language and self.known.distance(language) else ""
            yield f"- **{label}**{f' ({tag})' if tag not in ('', 'und') else ''}: {line}\n"

    def _note_repeated(self) -> None:
        """Mark as read what says again what the entry says: its title as label; of our own exports its address."""
        if any(in_a_line(each.text) == self.names.title for each in self._texts(f"{RDFS}label")):
            self.read.add(f"{RDFS}label")
        if any(each.text == self.id for each in self._texts(f"{DCT}identifier")):
            self.read |= {f"{DCT}identifier", f"{SCHEMA}url"}
        if f"{SCHEMA}lastReviewed" in self.read:
            self.read.add(f"{DCT}modified")

    def _kind(self) -> str:
        """The kind that its type names: one of ours, or one that the scheme declares."""
        self.read.add(f"{DCT}type")
        found = ""
        for term in self.known.terms(self.concept, f"{DCT}type"):
            name = local_name(term.value).lower() if isinstance(term, Iri) else ""
            kind = BUILT_IN.kind(name)
            is_own = isinstance(term, Iri) and term.value.startswith(f"{self.known.scheme}#kind/")
            is_ours = kind.is_concept if kind is not None else is_own and bool(_KEY.fullmatch(name))
            if is_ours and not found:
                found = name
            else:
                self.known.left.statement(self.names.title, f"{DCT}type", term)
        return found

    def _one_of(self, property: str, known: tuple[str, ...]) -> str:
        name = f"{SCHEMA}{property}"
        found = [each.text for each in self._texts(name) if each.text in known]
        if found:
            self.read.add(name)
        return found[0] if found else ""

    def _status(self) -> Record:
        """Its status, and why it is deprecated."""
        statuses = {value: key for key, value in STATUSES.items()}
        found = [statuses[each] for each in self.known.links(self.concept, f"{ADMS}status") if each in statuses]
        if found:
            self.read.add(f"{ADMS}status")
        is_deprecated = any(each.text in ("true", "1") for each in self._texts(f"{OWL}deprecated"))
        self.read.add(f"{OWL}deprecated")
        status = "deprecated" if is_deprecated or "deprecated" in found else next(iter(found), "")
        reason = escaped(self._first("changeNote")) if status == "deprecated" else ""
        return {"status": status, "deprecation_reason": reason}

    def _people(self) -> Record:
        """Authors; and reviewers, where it is said when they reviewed."""
        creators, contributors = self._names(f"{DCT}creator"), self._names(f"{DCT}contributor")
        reviewed = self._day(f"{SCHEMA}lastReviewed")
        if reviewed:
            return {"authors": creators, "reviewed_by": contributors, "last_reviewed": reviewed}
        return {"authors": list(dict.fromkeys((*creators, *contributors)))}

    def _names(self, property: str) -> list[str]:
        """Names of people: as texts, or of things that have a name in the file. Concepts are relations."""
        self.read.add(property)
        found: list[str] = []
        for term in self.known.terms(self.concept, property):
            if isinstance(term, Iri) and term.value in self.known.of_concepts:
                continue
            name = term.text if isinstance(term, Literal) else self.known.label(term.value)
            if line := in_a_line(name):
                found.append(line)
            else:
                self.known.left.statement(self.names.title, property, term)
        return list(dict.fromkeys(found))

    def _day(self, property: str) -> str:
        for each in self._texts(property):
            if (match := _DATE.fullmatch(each.text)) and _is_date(match[1]):
                self.read.add(property)
                return match[1]
        return ""

    def _sources(self) -> list[Record]:
        """Works by their address, with title and year where the file has them; others as their titles."""
        found: list[Record] = []
        for property in (f"{DCT}source", f"{DC}source"):
            self.read.add(property)
            found += [self._source(term) for term in self.known.terms(self.concept, property)]
        return found

    def _source(self, term: Term) -> Record:
        if isinstance(term, Literal):
            url = read_url(term.text.strip())
            return {"url": url} if url else {"title": in_a_line(term.text)}
        title = in_a_line(self.known.label(term.value))
        if not read_url(term.value):
            return {"title": title or in_a_line(term.value)}
        issued = (_YEAR.fullmatch(each.text) for each in self.known.texts(term.value, f"{DCT}issued"))
        year = next((int(match[1]) for match in issued if match), None)
        return {"title": title, "url": term.value, "year": year}
