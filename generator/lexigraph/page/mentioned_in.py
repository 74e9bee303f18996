"""Who speaks of an entry: links to it grouped by entry, each with its sentence; then names nobody linked."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from lexigraph.graph import Backlink, Graph, Mention
from lexigraph.page.listings import Listings
from lexigraph.page.markup import element, escaped
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["MOST_LINKS", "MOST_NAMES", "linking", "marked", "mentioned_in", "naming", "rows"]

MOST_LINKS = 50
"""Entries that link to an entry and are listed on its page; the rest stand on a page of their own."""
MOST_NAMES = 20
"""Entries that only name it, likewise."""

_BARE = 8
"""Characters beside a name up to which it may stand alone, with a number or a mark."""

Speakers = Mapping[str, Sequence[Backlink | Mention]]
"""Id of an entry that speaks of another → where it does, by title of the entry, then place."""


def linking(graph: Graph, id: str) -> Speakers:
    """The entries whose text links to the entry."""
    return _by_source(link for link in graph.backlinks.get(id, ()) if link.relation is None)


def naming(listings: Listings, id: str, linking: Speakers) -> Speakers:
    """The entries that name the entry without a link, and are not among those that link to it."""
    return _by_source(mention for mention in listings.mentions_of.get(id, ()) if mention.source not in linking)


def rows(sheet: Sheet, speakers: Speakers, ids: Iterable[str]) -> list[Markup]:
    """Those of the speakers as list items: title, kind, and each sentence once."""
    found = []
    for id in ids:
        sentences = {_excerpt(item): None for item in speakers[id] if item.sentence}
        said = "".join(f'<p class="lx-sentence">{sentence}</p>' for sentence in sentences)
        found.append(element(f'<li><p class="lx-from">{sheet.stencil("from", id)}</p>{said}</li>'))
    return found


def _excerpt(item: Backlink | Mention) -> Markup:
    """The sentence; a name alone, as in a cell of a table, with the heading under which it stands."""
    said = marked(item.sentence, item.sentence_span)
    start, end = item.sentence_span
    if len(item.sentence) - (end - start) > _BARE or not isinstance(item, Backlink) or not item.heading:
        return said
    if any(map(str.isalpha, item.sentence[:start] + item.sentence[end:])):
        return said
    return said + Markup(' <span class="lx-count">under “{}”</span>').format(item.heading)


def marked(sentence: str, span: tuple[int, int]) -> Markup:
    """The sentence with that range marked."""
    start, end = span
    if not 0 <= start < end <= len(sentence):
        return element(escaped(sentence))
    before, name, after = escaped(sentence[:start]), escaped(sentence[start:end]), escaped(sentence[end:])
    return element(f"{before}<mark>{name}</mark>{after}")


def mentioned_in(sheet: Sheet) -> Part | None:
    """Links to the entry, then, folded, its names in the text of others."""
    links = linking(sheet.graph, sheet.id)
    names = naming(sheet.site.listings, sheet.id, links)
    if not links and not names:
        return None
    shown, kept = _important(sheet, links, MOST_LINKS), _important(sheet, names, MOST_NAMES)
    path = sheet.site.paths.get(("backlinks", sheet.id), "")
    html = fill(
        "mentioned_in.html", links=rows(sheet, links, shown), names=rows(sheet, names, kept), name_count=len(names),
        rest=len(links) - len(shown) + len(names) - len(kept), rest_href=sheet.href(path) if path else "",
    )  # fmt: skip
    return Part(title="Mentioned in", anchor=sheet.anchors.claim("mentioned-in"), html=html, is_derived=True)


def _by_source(found: Iterable[Backlink | Mention]) -> Speakers:
    by_source: dict[str, list[Backlink | Mention]] = {}
    for item in found:
        by_source.setdefault(item.source, []).append(item)
    return by_source


def _important(sheet: Sheet, speakers: Speakers, most: int) -> Sequence[str]:
    """Ids of those that most refers to, in the order in which they came."""
    ids = list(speakers)
    if len(ids) <= most:
        return ids
    best = frozenset(sorted(ids, key=sheet.site.listings.importance, reverse=True)[:most])
    return [id for id in ids if id in best]
