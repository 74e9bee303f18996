"""One file as an entry: decoding, front matter and body put together."""

from collections.abc import Iterable

from lexigraph.model import (
    NOWHERE,
    Diagnostic,
    Heading,
    LineTable,
    ParsedEntry,
    Prose,
    Reference,
    Scheme,
    SourceFile,
    Span,
    packed,
)
from lexigraph.parse.body import ParsedBody, parse_body
from lexigraph.parse.decoding import decode
from lexigraph.parse.findings import (
    MALFORMED_YAML,
    MISSING_TITLE,
    OVER_LIMIT,
    UNCLOSED_FRONT_MATTER,
    UNREADABLE_TEXT,
    WRONG_TYPE,
)
from lexigraph.parse.front_matter import FrontMatter, read_front_matter
from lexigraph.parse.malformed_links import malformed_links
from lexigraph.parse.reporter import Reporter

__all__ = ["parse_entry"]

_UNREAD = frozenset(rule.code for rule in (UNREADABLE_TEXT, UNCLOSED_FRONT_MATTER, MALFORMED_YAML, OVER_LIMIT))


def parse_entry(source: SourceFile, scheme: Scheme) -> ParsedEntry | None:
    """The entry that a file holds; None when its author does not publish it (`publish: false`).

    Never raises, whatever the bytes: what is wrong is among the entry's diagnostics.
    """
    text, decoding = decode(source)
    lines = LineTable(text)
    front = read_front_matter(source.path, text, lines, scheme)
    if not front.is_published:
        return None
    reporter = Reporter(source.path, text, lines)
    body = parse_body(
        reporter, front.body_start, front.fields, front.places.get("definition", NOWHERE), scheme.language or "en"
    )
    stem = source.path.rpartition("/")[2].removesuffix(".md")
    title, title_span = _title(front, body, stem)
    if not text.strip() and not decoding:
        reporter.add(
            UNREADABLE_TEXT, 0, 0, "the file is empty", help="write the entry, or delete the file", subject="empty"
        )
    elif not (
        front.fields.title
        or body.heading_title
        or front.fields.destination
        or stem == "index"
        or _hides_title((*decoding, *front.diagnostics))
    ):
        reporter.add(
            MISSING_TITLE, 0, 0, f"no title; the entry is shown as '{stem}'",
            help="add 'title:' to the front matter, or a heading '# …'", subject="title",
        )  # fmt: skip
    prose = _prose(body)
    return ParsedEntry(
        path=source.path, stem=stem, fields=front.fields, lines=lines, places=front.places, written=front.written,
        front_matter=text[: front.body_start],
        title=title, title_span=title_span,
        definition=body.lead.definition, definition_span=body.lead.span, packed=packed(prose),
        headings=tuple(Heading(*section[:3]) for section in body.body.sections), anchors=_anchors(body),
        source=body.source, body_start=front.body_start,
        is_empty=not text[front.body_start :].strip(), references=body.references,
        embeds=_embeds(body.references, text),
        empty_sections=body.empty_sections,
        malformed_links=malformed_links(prose, body.references, text, title_span, lines, front.body_start),
        relation_items=(*front.relation_items, *body.lifted.relation_items),
        questions=tuple(item for item, _ in body.lifted.questions),
        suppressions=(*front.suppressions, *body.suppressions),
        diagnostics=tuple(
            sorted((*decoding, *front.diagnostics, *reporter.diagnostics), key=lambda finding: finding.sort_key)
        ),
    )  # fmt: skip


def _prose(body: ParsedBody) -> Prose:
    lifted = body.lifted
    return Prose(
        lead=body.lead.segments, body=body.body, faq=tuple(lifted.faq), takeaways=tuple(lifted.takeaways),
        exercises=tuple(lifted.exercises), reading=tuple(lifted.reading),
        questions=tuple(segments for _, segments in lifted.questions),
    )  # fmt: skip


def _anchors(body: ParsedBody) -> tuple[str, ...]:
    """The fragments that neither a heading nor a question has; sorted."""
    own = {section.anchor for section in body.body.sections} | {item.anchor for item, _ in body.lifted.questions}
    return tuple(sorted(body.anchors - own))


def _embeds(references: tuple[Reference, ...], text: str) -> tuple[int, ...]:
    return tuple(
        number
        for number, reference in enumerate(references)
        if reference.form == "wikilink" and text.startswith("!", reference.span.start)
    )


def _hides_title(findings: Iterable[Diagnostic]) -> bool:
    """Whether a title may be there and could not be read: that is said already, and is one cause."""
    return any(
        finding.code in _UNREAD or (finding.code == WRONG_TYPE.code and finding.subject == "title")
        for finding in findings
    )


def _title(front: FrontMatter, body: ParsedBody, stem: str) -> tuple[str, Span]:
    """The title, plain, and its place: front matter, else the first H1, else the stem."""
    if front.fields.title:
        return front.fields.title, front.places.get("title", NOWHERE)
    if body.heading_title:
        return body.heading_title, body.heading_span
    return stem, NOWHERE
