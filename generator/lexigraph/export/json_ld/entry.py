"""An entry as linked data: the term, its page, its frequently asked questions, its exercises, its open questions."""

from collections.abc import Iterable, Iterator

from lexigraph.export.artifact import Export, line, plain
from lexigraph.export.json_ld.question import exercise_node, question_node, short_question_node, source_node
from lexigraph.export.json_ld.schema_org import Node, PageFacts, node, nodes
from lexigraph.graph import EntryNode
from lexigraph.query.reading_order import taught

__all__ = ["entry_nodes", "main_node", "page_node", "set_id"]


def entry_nodes(export: Export, page: PageFacts) -> Iterator[Node | None]:
    """The nodes of an entry's page, the main one first."""
    node_of = export.graph.entries[page.subject]
    main = main_node(export, page, node_of)
    yield main
    yield page_node(export, page, node_of, main)
    yield _faq(page)
    parsed = node_of.parsed
    yield from map(exercise_node, parsed.prose.exercises)
    for id in export.graph.questions_about.get(node_of.id, ()):
        yield short_question_node(export, page, export.graph.questions[id])


def set_id(export: Export, page: PageFacts) -> str:
    """The IRI of the scheme: the base, else the address of the home page."""
    return export.graph.scheme.base_iri or page.href(export, export.site.singles.get("home", "./"))


def page_node(
    export: Export, page: PageFacts, entry: EntryNode | None = None, main: Node | None = None, type: str = "WebPage"
) -> Node | None:
    """The page itself: who reviewed it and when, and what it cites."""
    fields = entry.parsed.fields if entry is not None else None
    reviewed = fields.last_reviewed if fields is not None else None
    return node(
        type, url=page.href(export, page.address), name=page.title, description=page.description,
        inLanguage=export.graph.scheme.language,
        mainEntity={"@id": main["@id"]} if main is not None and "@id" in main else None,
        author=_people(fields.authors) if fields is not None else None,
        reviewedBy=_people(fields.reviewed_by) if fields is not None else None,
        lastReviewed=reviewed.isoformat() if reviewed is not None else "",
        dateModified=page.changed,
        citation=nodes(map(source_node, fields.sources)) if fields is not None else None,
    )  # fmt: skip


def main_node(export: Export, page: PageFacts, entry: EntryNode) -> Node | None:
    """What the page is about: a term, or for the kinds that stand for no thing the work itself."""
    fields = entry.parsed.fields
    id = export.iri(entry) or page.href(export, page.address)
    common = {"_id": id, "url": page.href(export, page.address), "description": entry.definition}
    if entry.kind == "comparison":
        about = [view.other for view in export.graph.views(entry.id, "compares")]
        return node(
            "TechArticle", headline=entry.title, about=_terms(export, page, about), author=_people(fields.authors),
            dateModified=page.changed, **common,
        )  # fmt: skip
    if entry.kind == "lesson":
        return node(
            "LearningResource", name=entry.title, educationalLevel=fields.level,
            teaches=_terms(export, page, taught(export.graph, entry.id)), **common,
        )  # fmt: skip
    if entry.kind == "question":
        return question_node(export, page, export.graph.questions[entry.id])
    if entry.kind == "disambiguation":
        others = dict.fromkeys(view.other for view in export.graph.relations_at.get(entry.id, ()))
        return node("CollectionPage", name=entry.title, hasPart=_terms(export, page, others), **common)
    return node(
        "DefinedTerm", name=entry.title, alternateName=list(entry.also_called), termCode=entry.id,
        disambiguatingDescription=plain(fields.scope_note), inDefinedTermSet={"@id": set_id(export, page)}, **common,
    )  # fmt: skip


def _terms(export: Export, page: PageFacts, ids: Iterable[str]) -> list[Node]:
    entries = export.graph.entries
    return [
        {"@id": export.iri(entries[id]) or page.href(export, export.site.entries[id]), "name": entries[id].title}
        for id in ids
    ]


def _people(names: Iterable[str]) -> list[Node]:
    return nodes(node("Person", name=line(name)) for name in names)


def _faq(page: PageFacts) -> Node | None:
    found = [
        {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for question, answer in page.faq
        if question and answer
    ]
    return node("FAQPage", mainEntity=found)
