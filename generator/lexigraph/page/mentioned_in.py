"""Who speaks of an entry: links to it grouped by entry, each with its sentence; then names nobody linked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.graph import Backlink, Mention
from lexigraph.page.listings import Listings
from lexigraph.page.markup import element, escaped
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = [
    "MOST_LINKS",
    "MOST_MENTIONS",
    "Speaker",
    "links_to",
    "marked",
    "mentioned_in",
    "names_of",
    "speaker_counts",
]

MOST_LINKS = 50
"""Entries that link to it and are listed on its page; the rest stand on a page of their own."""
MOST_MENTIONS = 20


class Speaker(NamedTuple):
    """An entry that speaks of another."""

    id: str
    row: Markup
    """Its title as a link, its kind, and the sentences in which it does."""


def marked(sentence: str, span: tuple[int, int]) -> Markup:
    """The sentence with that range marked."""
    start, end = span
    if not 0 <= start < end <= len(sentence):
        return element(escaped(sentence))
    before, name, after = escaped(sentence[:start]), escaped(sentence[start:end]), escaped(sentence[end:])
    return element(f"{before}<mark>{name}</mark>{after}")


def links_to(sheet: Sheet, id: str) -> tuple[Speaker, ...]:
    """Entries whose text links to the entry, by title."""
    return _speakers(sheet, [link for link in sheet.graph.backlinks.get(id, ()) if link.relation is None])


def names_of(sheet: Sheet, id: str) -> tuple[Speaker, ...]:
    """Entries that name the entry without a link, and link to it nowhere, by title."""
    linking = {link.source for link in sheet.graph.backlinks.get(id, ()) if link.relation is None}
    mentions = sheet.site.listings.mentions_of.get(id, ())
    return _speakers(sheet, [mention for mention in mentions if mention.source not in linking])


def speaker_counts(listings: Listings, id: str) -> tuple[int, int]:
    """How many entries link to the entry, and how many only name it."""
    linking = {link.source for link in listings.graph.backlinks.get(id, ()) if link.relation is None}
    naming = {mention.source for mention in listings.mentions_of.get(id, ())}
    return len(linking), len(naming - linking)


def mentioned_in(sheet: Sheet) -> Part | None:
    """Links to the entry, then, folded, its names in the text of others."""
    links, names = links_to(sheet, sheet.id), names_of(sheet, sheet.id)
    if not links and not names:
        return None
    shown, kept = _important(sheet, links, MOST_LINKS), _important(sheet, names, MOST_MENTIONS)
    rest = len(links) - len(shown) + len(names) - len(kept)
    path = sheet.site.paths.get(("backlinks", sheet.id), "")
    html = fill(
        "mentioned_in.html", links=shown, names=kept, link_count=len(links), name_count=len(names), rest=rest,
        rest_href=sheet.href(path) if path else "",
    )  # fmt: skip
    anchor = sheet.anchors.claim("mentioned-in")
    return Part(title="Mentioned in", anchor=anchor, html=html, is_derived=True)


def _speakers(sheet: Sheet, found: Iterable[Backlink | Mention]) -> tuple[Speaker, ...]:
    by_source: dict[str, dict[str, None]] = {}
    for item in found:
        sentences = by_source.setdefault(item.source, {})
        if item.sentence:
            sentences[f'<p class="lx-sentence">{marked(item.sentence, item.sentence_span)}</p>'] = None
    return tuple(
        Speaker(id, element(f'<li><p class="lx-from">{sheet.stencil("from", id)}</p>{"".join(sentences)}</li>'))
        for id, sentences in by_source.items()
    )


def _important(sheet: Sheet, speakers: Sequence[Speaker], most: int) -> tuple[Speaker, ...]:
    """Those that most refers to, in the order in which they came."""
    if len(speakers) <= most:
        return tuple(speakers)
    importance = sheet.site.listings.importance
    best = sorted(range(len(speakers)), key=lambda place: (-importance(speakers[place].id), place))[:most]
    return tuple(speakers[place] for place in sorted(best))
