"""`<topic>/<id>.md`: an entry as Markdown, complete in itself, beside its page.

The body is the author's, with links that lead to other such files; what the graph knows stands below it.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from lexigraph.edit.entry_file import readable
from lexigraph.export.artifact import Export, line, plain
from lexigraph.export.markdown.links import Edit, Layout, document, link
from lexigraph.export.markdown.quoting import text as escaped
from lexigraph.graph import EntryNode, Question
from lexigraph.model import Source

__all__ = ["cited", "entry_markdown", "entry_text", "head", "sources"]

_DIRECTIONS = {"supports": "Supports", "opposes": "Opposes", "mixed": "Mixed"}


def entry_markdown(export: Export, node: EntryNode, layout: Layout, origin: str | None = None) -> str:
    """The entry; its links lead from `origin`, a file of the site, which is its own path unless said."""
    here = export.site.files[node.id] if origin is None else origin
    return f"{_front_matter(export, node)}\n\n{entry_text(export, node, here, layout)}"


def entry_text(export: Export, node: EntryNode, here: str, layout: Layout, edits: Iterable[Edit] = ()) -> str:
    """The entry without front matter, with links as they lead from the file `here`; `edits` are further ones of its
    body."""
    parts = [f"# {escaped(node.title)}", *head(node)]
    written = document(export, node.parsed, here, layout, edits)
    if written:
        parts.append(written)
    for title, items in (
        ("Relations", _relations(export, node, here, layout)),
        ("Questions about it", _questions(export, node, here, layout)),
        ("Sources", sources(node)),
    ):
        if rows := list(items):
            parts.append(f"## {title}\n\n" + "\n".join(f"- {row}" for row in rows))
    return "\n\n".join(parts) + "\n"


def _front_matter(export: Export, node: EntryNode) -> str:
    """What the page shows of the fields, as YAML; every value is written as JSON, which is YAML."""
    fields = node.parsed.fields
    values: dict[str, object] = {
        "id": node.id, "title": node.title, "kind": node.kind, "topic": node.topic, "definition": node.definition,
        "aliases": node.also_called, "scope_note": plain(fields.scope_note), "tags": fields.tags,
        "level": fields.level, "status": fields.status, "reviewed_by": fields.reviewed_by,
        "last_reviewed": fields.last_reviewed, "created": fields.created, "authors": fields.authors,
        "url": export.site.absolute(export.site.entries.get(node.id, "")) if export.site.url else "",
        "license": export.graph.scheme.license,
    }  # fmt: skip
    rows = [f"{name}: {_scalar(value)}" for name, value in values.items() if value]
    return readable("\n".join(("---", *rows, "---")))


def _scalar(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def head(node: EntryNode) -> Iterator[str]:
    """Definition, where the body does not begin with it, then names and what limits the entry."""
    fields = node.parsed.fields
    if fields.definition and node.definition:
        yield escaped(node.definition)
    if node.also_called:
        yield f"Also called: {escaped(', '.join(node.also_called))}."
    if fields.status == "deprecated":
        yield " ".join(filter(None, ("Deprecated.", escaped(plain(fields.deprecation_reason)))))
    if fields.contested is not None:
        camps = [f"- {escaped(line(camp.who))}: {escaped(plain(camp.meaning))}" for camp in fields.contested.camps]
        summary = escaped(plain(fields.contested.summary))
        yield "\n".join((f"Contested: {summary}".rstrip(": "), *([""] if camps else []), *camps))
    yield from _question_head(node)


def _question_head(node: EntryNode) -> Iterator[str]:
    """State, reasons and positions of a question that is an entry."""
    fields = node.parsed.fields
    if node.kind != "question":
        return
    state = (fields.state or "open").replace("-", " ")
    yield f"State: {state}, {fields.review}." if fields.review else f"State: {state}."
    if fields.resolution is not None and fields.state == "answered" and fields.resolution.answer:
        yield f"Answer: {escaped(plain(fields.resolution.answer))}{cited(node, fields.resolution.source)}"
    if fields.why_open:
        yield f"Why it is open: {escaped(plain(fields.why_open))}"
    for position in fields.positions:
        holders = f" (held by {escaped(line(', '.join(position.held_by)))})" if position.held_by else ""
        rows = [f"Position: {escaped(plain(position.claim or position.id))}{holders}", ""]
        if position.reasoning:
            rows.append(f"- Reasoning: {escaped(plain(position.reasoning))}")
        for item in position.evidence:
            direction = _DIRECTIONS.get(item.direction, "Evidence")
            rows.append(f"- {direction}: {escaped(plain(item.note))}{cited(node, item.source)}")
        yield "\n".join(rows).rstrip()
    if fields.evidence_needed:
        yield "\n".join(
            ("What would settle it:", "", *(f"- {escaped(plain(text))}" for text in fields.evidence_needed))
        )


def _relations(export: Export, node: EntryNode, here: str, layout: Layout) -> Iterator[str]:
    """Both directions as sentences, in order of the vocabulary."""
    for view in export.graph.relations_at.get(node.id, ()):
        if view.direction.key == "raises" and view.other in export.graph.questions:
            continue  # among the questions
        other = export.graph.entries[view.other]
        author = export.graph.entries[view.relation.author]
        note = plain(view.relation.note)
        said = f": {escaped(note)}" if note else ""
        yield (
            f"{escaped(node.title)} {escaped(view.direction.words)} {link(export, here, other, layout=layout)}{said}"
            f"{cited(author, view.relation.citation)}"
        )
    for item in export.bullet_links.get(node.id, ()):
        words, id = (item.type.words, item.target) if item.source == node.id else (item.type.inverse_words, item.source)
        note = plain(item.note)
        said = f": {escaped(note)}" if note else ""
        asked = _question(export, export.graph.questions[id], here, layout)
        yield f"{escaped(node.title)} {escaped(words)} {asked}{said}{cited(node, item.citation)}"


def _questions(export: Export, node: EntryNode, here: str, layout: Layout) -> Iterator[str]:
    """Questions about it that its own text does not hold, with their status."""
    graph = export.graph
    for id in graph.questions_about.get(node.id, ()):
        question = graph.questions[id]
        if question.entry or question.holder != node.id:
            yield f"{_question(export, question, here, layout)} ({question.status})"


def _question(export: Export, question: Question, here: str, layout: Layout) -> str:
    entries = export.graph.entries
    if question.entry:
        return link(export, here, entries[question.entry], layout=layout)
    return f"{escaped(question.text)} in {link(export, here, entries[question.holder], layout=layout)}"


def sources(node: EntryNode) -> Iterator[str]:
    """Sources of the front matter; those under a heading stand in the text."""
    for source in node.parsed.fields.sources:
        yield _source(source)


def _source(source: Source) -> str:
    name = escaped(line(source.title or source.id or source.address))
    address = source.address
    shown = f"[{name}](<{address}>)" if address and not set("<>\n") & set(address) else name
    return f"{shown} ({source.year})" if source.year else shown


def cited(node: EntryNode, name: str) -> str:
    """A citation in words: the title of the source with that id, else the name itself."""
    if not name:
        return ""
    titles: Iterable[str] = (source.title for source in node.parsed.fields.sources if source.id == name)
    return f" (source: {escaped(line(next(iter(titles), '') or name))})"
