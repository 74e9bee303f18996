"""Atom feeds: `feeds/changes.xml` and `feeds/questions.xml`, the 50 newest of each.

An Atom feed needs ids that never change and the date of each entry, so there are none where the site's address or
every date is unknown. Source: RFC 4287.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from lexigraph.export.artifact import Artifact, Export, line, plain
from lexigraph.export.question_news import question_events, seconds_of
from lexigraph.graph import Question
from lexigraph.history import Change

__all__ = ["CHANGES", "EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "QUESTIONS", "SUFFIX", "artifacts", "feeds"]

LEFT_OUT: tuple[str, ...] = ("all but what changed last",)
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = True
SUFFIX = ""

CHANGES, QUESTIONS = "feeds/changes.xml", "feeds/questions.xml"
_NEWEST = 50
_WORDS = {"raised": "new question"}
"""What happened to a question, in other words than its own."""


class _Item(NamedTuple):
    seconds: int
    iri: str
    title: str
    address: str
    """Whole address of the page."""
    summary: str
    author: str
    published: int | None = None
    """When it was first there; None: nobody said."""


def artifacts(export: Export) -> Iterator[Artifact]:
    """Both feeds, each where there is something in it."""
    return (artifact for artifact, _ in feeds(export))


def feeds(export: Export) -> Iterator[tuple[Artifact, str]]:
    """The feeds, each with its title."""
    if not export.site.url:
        return
    for path, name, found in (
        (CHANGES, "changes", _changes(export)),
        (QUESTIONS, "open questions", _questions(export)),
    ):
        items = sorted(found, key=lambda item: (-item.seconds, item.iri))[:_NEWEST]
        if items:
            title = f"{line(export.site.title)}: {name}"
            yield Artifact(path, _feed(export, path, title, items).encode()), title


def _changes(export: Export) -> Iterator[_Item]:
    """Each entry with its last change; without git, with its dates."""
    for node in export.graph.entries.values():
        last = export.history.last(node.path)
        fields = node.parsed.fields
        day = fields.last_reviewed or fields.created
        if last is not None:
            said, author, seconds = _said(export, last), last.author, last.seconds
        elif day is not None:
            said, author, seconds = "reviewed" if fields.last_reviewed else "added", "", seconds_of(day)
        else:
            continue
        summary = f"{said[:1].upper()}{said[1:]}. {node.definition}".strip()
        yield _Item(
            seconds, _iri(export, node.id), node.title, export.site.absolute(export.site.entries[node.id]), summary,
            author,
        )  # fmt: skip


def _said(export: Export, change: Change) -> str:
    """What happened, in words."""
    item = export.news_of.get((change.path, change.commit))
    return ", ".join(item.said) or item.kind if item is not None else change.what


def _questions(export: Export) -> Iterator[_Item]:
    """Each question with what happened to it last."""
    for id, events in question_events(export).items():
        question, newest = export.graph.questions[id], events[0]
        yield _Item(
            newest.seconds, _iri(export, id, question), question.text, export.site.absolute(export.site.questions[id]),
            _happened(export, question, newest.what), newest.author, published=events[-1].seconds,
        )  # fmt: skip


def _happened(export: Export, question: Question, what: str) -> str:
    """`New question. Open; about Embedding.`, `Answered; about Embedding. It does.`"""
    status = question.status
    about = ", ".join(export.graph.entries[id].title for id in question.about)
    said = [] if status.partition(",")[0] == what else [_WORDS.get(what, what)]
    said.append(f"{status}; about {about}" if about else status)
    if question.state == "answered" and question.resolution is not None:
        said.append(plain(question.resolution.answer).removesuffix("."))
    return " ".join(f"{words[:1].upper()}{words[1:]}." for words in said if words)


def _iri(export: Export, id: str, question: Question | None = None) -> str:
    """The IRI of an entry, or of a question that stands in one."""
    base = export.graph.scheme.base_iri or export.site.url
    if question is not None and not question.entry:
        holder = export.graph.entries[question.holder]
        return f"{export.iri(holder) or base + holder.id}#{id}"
    return export.iri(export.graph.entries[id]) or f"{base}{id}"


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _feed(export: Export, path: str, title: str, items: Iterable[_Item]) -> str:
    from xml.sax.saxutils import escape, quoteattr  # loads http and ssl: 30 ms

    items = tuple(items)
    own, home = export.site.absolute(path), export.site.absolute(export.site.singles.get("home", "./"))
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
        f"<id>{escape(own)}</id>\n<title>{escape(title)}</title>\n<updated>{_moment(items[0].seconds)}</updated>\n",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n<link href={quoteattr(home)}/>\n',
        f"<author><name>{escape(line(export.site.title))}</name></author>\n",
    ]
    if export.graph.scheme.license:
        parts.append(f"<rights>{escape(line(export.graph.scheme.license))}</rights>\n")
    for item in items:
        author = f"<author><name>{escape(line(item.author))}</name></author>\n" if line(item.author) else ""
        published = f"<published>{_moment(item.published)}</published>\n" if item.published is not None else ""
        parts.append(
            f"<entry>\n<id>{escape(item.iri)}</id>\n<title>{escape(line(item.title))}</title>\n"
            f"<link href={quoteattr(item.address)}/>\n<updated>{_moment(item.seconds)}</updated>\n{published}{author}"
            f"<summary>{escape(line(item.summary))}</summary>\n</entry>\n"
        )
    return "".join((*parts, "</feed>\n"))
