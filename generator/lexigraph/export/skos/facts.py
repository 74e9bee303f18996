"""What is known of things, gathered by thing and property, and put into the order in which it is written."""

from collections.abc import Iterable, Iterator
from datetime import date

from lexigraph.export.rdf.names import ADMS, DCT, OWL, RDF, RDFS, SCHEMA, SKOS, VANN, XSD
from lexigraph.export.rdf.terms import Description, Literal, Term

__all__ = ["Facts", "day", "truth", "year"]

_ORDER = {
    property: place
    for place, property in enumerate(
        (
            f"{RDF}type", f"{DCT}identifier", f"{SKOS}notation", f"{DCT}title", f"{SCHEMA}name", f"{RDFS}label",
            f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel", f"{SCHEMA}alternateName",
            f"{SKOS}definition", f"{DCT}description", f"{SCHEMA}description", f"{SKOS}scopeNote", f"{SKOS}note",
            f"{SKOS}historyNote", f"{SKOS}changeNote", f"{DCT}type", f"{DCT}subject", f"{SCHEMA}educationalLevel",
            *(f"{SKOS}{name}" for name in ("broader", "narrower", "related")), f"{SCHEMA}about",
            *(f"{SKOS}{name}Match" for name in ("exact", "close", "broad", "narrow", "related")),
            f"{DCT}source", f"{DCT}issued", f"{DCT}creator", f"{DCT}contributor", f"{DCT}created", f"{DCT}modified",
            f"{SCHEMA}lastReviewed",
            f"{DCT}isReplacedBy", f"{DCT}replaces", f"{ADMS}status", f"{OWL}deprecated",
            f"{SCHEMA}creativeWorkStatus", f"{DCT}language", f"{DCT}license", f"{DCT}rights",
            f"{VANN}preferredNamespaceUri", f"{SCHEMA}url", f"{SKOS}hasTopConcept", f"{SKOS}member",
            f"{SKOS}topConceptOf", f"{SKOS}inScheme",
        )
    )
}  # fmt: skip
"""Property → its place; others stand before the mappings, by their names."""
_OTHERS = _ORDER[f"{SKOS}exactMatch"] - 0.5


class Facts:
    """What is known of things. No statement is made twice."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, set[Term]]] = {}

    def add(self, subject: str, property: str, *values: Term) -> None:
        """Note that the thing has these values."""
        if values:
            self._known.setdefault(subject, {}).setdefault(property, set()).update(values)

    def texts(self, subject: str, property: str, texts: Iterable[str], language: str = "") -> None:
        """The same for texts, but for those that say nothing."""
        self.add(subject, property, *(Literal(text, language) for text in texts if text))

    def has(self, subject: str) -> bool:
        """Whether anything is known of the thing."""
        return subject in self._known

    def properties(self) -> frozenset[str]:
        """All that are used."""
        return frozenset(property for known in self._known.values() for property in known)

    def descriptions(self) -> Iterator[Description]:
        """What is known, things in the order in which they came."""
        for subject, known in self._known.items():
            order = sorted(known, key=_place)
            yield Description(subject, tuple((property, tuple(sorted(known[property]))) for property in order))


def _place(property: str) -> tuple[float, str]:
    return _ORDER.get(property, _OTHERS), property


def day(date: date) -> Literal:
    """A date."""
    return Literal(date.isoformat(), datatype=f"{XSD}date")


def year(year: int) -> Literal:
    """A year."""
    return Literal(f"{year:04d}", datatype=f"{XSD}gYear")


def truth() -> Literal:
    """That it is so."""
    return Literal("true", datatype=f"{XSD}boolean")
