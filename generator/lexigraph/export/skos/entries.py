"""What SKOS and Dublin Core have words for of an entry: names, texts, kind, sources, care.

Relations and mappings are `relations`' and `mappings`'.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lexigraph.export.artifact import plain
from lexigraph.export.rdf.identity import Identity
from lexigraph.export.rdf.names import ADMS, DCT, OWL, RDF, SCHEMA, SKOS
from lexigraph.export.rdf.terms import Iri, Literal, Term, iri
from lexigraph.export.skos.facts import Facts, day, truth, year
from lexigraph.export.skos.labels import labels, said
from lexigraph.graph import EntryNode
from lexigraph.model import Contested, Origin, Source
from lexigraph.names import slug

__all__ = ["STATUSES", "TYPES", "add_concept", "add_other", "add_works"]

STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "draft": "http://purl.org/adms/status/UnderDevelopment",
        "stable": "http://purl.org/adms/status/Completed",
        "deprecated": "http://purl.org/adms/status/Deprecated",
    }
)
"""Status → the concept of the European vocabulary of statuses."""
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "comparison": f"{SCHEMA}TechArticle",
        "lesson": f"{SCHEMA}LearningResource",
        "question": f"{SCHEMA}Question",
        "disambiguation": f"{SCHEMA}CollectionPage",
    }
)
"""Kind that is no concept → its class."""


def add_concept(facts: Facts, identity: Identity, node: EntryNode, language: str) -> None:
    """What is known of an entry that is a concept."""
    at, fields = identity.entry(node), node.parsed.fields
    facts.add(at, f"{RDF}type", Iri(f"{SKOS}Concept"))
    preferred, alternative, hidden = labels(node, language)
    for role, names in (("prefLabel", preferred), ("altLabel", alternative), ("hiddenLabel", hidden)):
        facts.add(at, f"{SKOS}{role}", *names)
    if node.id != slug(said(node.title)):  # a code of its own, not the words of the title again
        facts.texts(at, f"{SKOS}notation", [node.id])
    facts.texts(at, f"{SKOS}definition", [said(node.definition)], language)
    facts.texts(at, f"{SKOS}scopeNote", [plain(fields.scope_note)], language)
    facts.texts(at, f"{SKOS}note", [_disputed(fields.contested)], language)
    facts.texts(at, f"{SKOS}historyNote", [_origin(fields.origin, fields.sources)], language)
    facts.texts(at, f"{SKOS}changeNote", [plain(fields.deprecation_reason)], language)
    if node.kind != "concept":
        facts.add(at, f"{DCT}type", Iri(identity.own("kind", node.kind)))
    facts.add(at, f"{SKOS}inScheme", Iri(identity.scheme))
    _add_common(facts, identity, node, language)


def add_other(facts: Facts, identity: Identity, node: EntryNode, language: str) -> None:
    """What is known of an entry that stands for no thing: a comparison, a lesson, a question."""
    at = identity.entry(node)
    facts.add(at, f"{RDF}type", Iri(TYPES.get(node.kind, f"{SCHEMA}CreativeWork")))
    facts.texts(at, f"{SCHEMA}name", [said(node.title)], language)
    facts.texts(at, f"{SCHEMA}alternateName", map(said, node.also_called), language)
    facts.texts(at, f"{SCHEMA}description", [said(node.definition)], language)
    _add_common(facts, identity, node, language)


def _add_common(facts: Facts, identity: Identity, node: EntryNode, language: str) -> None:
    at, fields = identity.entry(node), node.parsed.fields
    facts.texts(at, f"{DCT}identifier", [node.id])
    facts.texts(at, f"{DCT}subject", map(said, fields.tags), language)
    facts.texts(at, f"{SCHEMA}educationalLevel", [fields.level])
    facts.add(at, f"{DCT}source", *(term for source in fields.sources if (term := _work(source))))
    facts.texts(at, f"{DCT}creator", map(said, fields.authors))
    facts.texts(at, f"{DCT}contributor", map(said, fields.reviewed_by))
    for property, date in (("created", fields.created), ("modified", fields.last_reviewed)):
        if date is not None:
            facts.add(at, f"{DCT}{property}", day(date))
    if fields.last_reviewed is not None:
        facts.add(at, f"{SCHEMA}lastReviewed", day(fields.last_reviewed))
    if fields.status in STATUSES:
        facts.add(at, f"{ADMS}status", Iri(STATUSES[fields.status]))
    if fields.status == "deprecated":
        facts.add(at, f"{OWL}deprecated", truth())
    if identity.is_placed and identity.page(node) != at:
        facts.add(at, f"{SCHEMA}url", Iri(identity.page(node)))


def add_works(facts: Facts, works: Facts, identity: Identity, node: EntryNode) -> None:
    """Title and year of the works that an entry cites by their address, as the first entry that cites them says."""
    for source in node.parsed.fields.sources:
        work = _work(source)
        if isinstance(work, Iri) and not facts.has(work.value) and not works.has(work.value):
            works.texts(work.value, f"{DCT}title", [said(source.title)])
            if source.year:
                works.add(work.value, f"{DCT}issued", year(source.year))


def _work(source: Source) -> Term | None:
    """A work by its address, else as its title and year."""
    if address := iri(source.address):
        return Iri(address)
    words = ", ".join(_parts(said(source.title) or source.id, source.year))
    return Literal(words) if words else None


def _origin(origin: Origin | None, sources: tuple[Source, ...]) -> str:
    """Who named the thing and when, and where that is said."""
    if origin is None:
        return ""
    work = next((source for source in sources if source.id and source.id == origin.source), None)
    where = (work.address or said(work.title)) if work is not None else said(origin.source)
    return ", ".join((*_parts(said(origin.by), origin.year), *([where] if where else [])))


def _disputed(contested: Contested | None) -> str:
    """What the disagreement is about, and who means what."""
    if contested is None:
        return ""
    camps = (": ".join(filter(None, (said(camp.who), plain(camp.meaning)))) for camp in contested.camps)
    return " ".join(filter(None, (plain(contested.summary), " · ".join(filter(None, camps)))))


def _parts(words: str, year: int | None) -> Iterator[str]:
    if words:
        yield words
    if year:
        yield str(year)
