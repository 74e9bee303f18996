"""What two graphs must have in common to be equal, as one hash."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from lexigraph.graph import EntryNode, Graph, Link, Question, Relation
from lexigraph.model import Fields
from lexigraph.parse.comments import without_html_comments

__all__ = ["fingerprint"]

_ELSEWHERE = ("definition", "destination", "kind", "redirect_from", "state", "title")
"""Fields that say what the entry itself, or the question that it is, says in other words."""
_FIELDS = tuple(field.name for field in fields(Fields) if field.name not in _ELSEWHERE)


def fingerprint(graph: Graph) -> str:
    """A hash of entries, relations, links, questions, redirects and the scheme.

    Places, diagnostics, addresses and where it was read from do not count, nor does the order of files.
    """
    digest = hashlib.blake2b(digest_size=20)
    for part in _parts(graph):
        digest.update(_ENCODE(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()


_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=str).encode


def _parts(graph: Graph) -> Iterator[Any]:
    scheme = graph.scheme
    yield [scheme.title, scheme.description, scheme.license, scheme.language, sorted(scheme.tags), scheme.ids]
    yield scheme.base_iri if "base_iri" in scheme.places else ""
    yield [asdict(kind) for kind in scheme.vocabulary.kinds]
    yield [asdict(type) for type in scheme.vocabulary.relations]
    for id in sorted(graph.entries):
        yield _entry(graph.entries[id])
    yield sorted(graph.redirects.items())
    for relation in graph.relations:
        yield _relation(relation)
    yield from sorted(map(_link, graph.links))
    for id in sorted(graph.questions):
        yield _question(graph.questions[id])
    yield from (_relation(link) for link in graph.question_links)


def _entry(node: EntryNode) -> list[Any]:
    values = (getattr(node.parsed.fields, name) for name in _FIELDS)
    own = [node.id, node.title, node.kind, node.path, node.definition, node.parsed.markdown]
    return [*own, [_plain(value) for value in values]]


def _relation(item: Relation) -> list[Any]:
    return [item.type.key, item.source, item.target, _plain(item.note), item.citation, item.author]


def _link(item: Link) -> list[str]:
    reference = item.reference
    label = reference.sentence[slice(*reference.sentence_span)]
    return [item.source, item.target, label, item.heading, reference.sentence]


def _question(item: Question) -> list[Any]:
    anchor = item.bullet.anchor if item.bullet is not None else ""
    said = (
        item.state_date, item.review_date, item.raised, item.why_open, item.evidence_needed, item.positions,
        item.resolution, item.help_wanted, item.discussion,
    )  # fmt: skip
    return [
        item.id,
        item.text,
        sorted(item.about),
        item.state,
        item.review,
        item.entry,
        item.holder,
        anchor,
        *map(_plain, said),
    ]


def _plain(value: object) -> Any:
    """The value of a field as JSON holds it, without comments, which are nobody else's business."""
    if isinstance(value, str):
        return without_html_comments(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "items"):
        return sorted((str(key), _plain(item)) for key, item in value.items())
    if hasattr(value, "__dataclass_fields__"):
        return [_plain(getattr(value, name)) for name in value.__dataclass_fields__]
    return value.isoformat() if isinstance(value, date) else value
