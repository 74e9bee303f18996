"""Relations of an entry as sentences, grouped by direction: Compare and Connections."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from lexigraph.graph import RelationView, Unresolved
from lexigraph.model import RelationItem
from lexigraph.names import slug
from lexigraph.page.anchors import heading
from lexigraph.page.body import remains
from lexigraph.page.local_graph import local_graph
from lexigraph.page.markup import element, escaped, quoted
from lexigraph.page.page import TocItem
from lexigraph.page.part import Part
from lexigraph.page.references import choices, unlinked, wanted
from lexigraph.page.sheet import Sheet, inline
from lexigraph.page.template import fill
from lexigraph.query.contrast import CONTRASTING
from lexigraph.vocabulary import Direction

__all__ = ["COMPARING", "compare", "connections"]

COMPARING = ("compared_in", *CONTRASTING)
"""Directions that are shown under Compare and not again under Connections."""


def compare(sheet: Sheet) -> Part | None:
    """The comparisons the entry is in, and what it differs from."""
    return _part(sheet, "Compare", "", COMPARING, Markup(""))


def connections(
    sheet: Sheet, without: Container[tuple[str, str]] = (), *, has_picture: bool = True
) -> Part | None:  # fmt: skip
    """The picture, one group per direction, and what was written under such a heading.

    `without` are the relations that are shown elsewhere on the page, each as key of its direction and id of the other.
    """
    anchor, text = remains(sheet, "connections")
    second, more = remains(sheet, "related")
    if second and anchor:
        text += Markup('<span id="{}"></span>').format(second)
    keys = tuple(key for key in sheet.graph.vocabulary.directions if key not in COMPARING)
    part = _part(sheet, "Connections", anchor or second, keys, text + more, without)
    return _with_picture(sheet, part) if has_picture else part


def _with_picture(sheet: Sheet, part: Part | None) -> Part | None:
    """The part with the local graph at its head; a part of its own when all relations stand elsewhere."""
    titled = part if part is not None and part.title else None
    anchor = titled.anchor if titled else sheet.anchors.claim("connections")
    picture = local_graph(sheet, anchor)
    if not picture:
        return part
    if titled:
        return replace(titled, html=picture + titled.html)
    html = picture + part.html if part else picture
    return Part(title="Connections", anchor=anchor, css="lx-connections", html=html, is_derived=True)


def _groups(
    sheet: Sheet, keys: Iterable[str], anchor: str, without: Container[tuple[str, str]] = ()
) -> tuple[Markup, tuple[TocItem, ...]]:
    """The groups of those directions as HTML, and their headings."""
    found: list[tuple[Markup, list[Markup]]] = []
    toc: list[TocItem] = []
    loose = _loose(sheet, keys)
    for key in keys:
        if key not in sheet.views and not loose:
            continue
        views = [view for view in sheet.views.get(key, ()) if (key, view.other) not in without]
        lines = [_line(sheet, view) for view in views if not _is_question_about(sheet, view)]
        direction = sheet.graph.vocabulary.directions[key]
        lines += [_loose_line(sheet, item, direction) for item in loose if _key(item) == key]
        if lines:
            at = sheet.anchors.claim(f"{anchor}-{key}")
            head = heading(3, at, escape(direction.heading), is_derived=True)
            found.append((head, lines))
            toc.append(TocItem(direction.heading, at, 3))
    return (fill("relations.html", groups=found) if found else Markup("")), tuple(toc)


def _part(
    sheet: Sheet,
    title: str,
    anchor: str,
    keys: Sequence[str],
    text: Markup,
    without: Container[tuple[str, str]] = (),
) -> Part | None:
    """The part with these groups under `text`; None when both are empty."""
    name = anchor or slug(title)
    html, toc = _groups(sheet, keys, name, without)
    if not toc:
        return _only_text(title, anchor, text) if anchor else None
    return Part(
        title=title, anchor=anchor or sheet.anchors.claim(name), css="lx-connections", html=text + html, toc=toc,
        is_derived=True,
    )  # fmt: skip


def _only_text(title: str, anchor: str, text: Markup) -> Part | None:
    """What an author wrote under the heading, when no relation came of it; landings alone have no heading."""
    if not text.striptags().strip() and "<img" not in text:
        return Part(html=Markup('<span id="{}"></span>').format(anchor) + text)
    return Part(title=title, anchor=anchor, css="lx-connections", html=text)


def _line(sheet: Sheet, view: RelationView) -> Markup:
    """The relation as a sentence, with its note, its source, and what the other end is, unless the page said that."""
    relation = view.relation
    elsewhere = None
    if view.derived and relation.citation:
        elsewhere = {source.id: source for source in sheet.graph.entries[relation.author].parsed.fields.sources}
    citation = sheet.citations.cite(relation.citation, elsewhere)
    is_known = view.other in sheet.defined
    about = Markup("") if is_known else sheet.stencil("definition", view.other)
    about += _side_by_side(sheet, view)
    id = "" if is_known else view.other
    return _item(sheet, view.direction, sheet.link(view.other), citation, relation.note, about, id)


def _loose_line(sheet: Sheet, item: Unresolved, direction: Direction) -> Markup:
    """A relation to a name that no entry has, or several have."""
    written = item.written
    name = sheet.site.listings.wanted_at.get((item.path, item.span))
    if item.candidates:
        other = choices(sheet, item.name, item.candidates, item.name)
    elif name is not None:
        other = wanted(sheet, name, item.name)
    else:
        other = unlinked(item.name)
    note, citation = (written.note, written.citation) if isinstance(written, RelationItem) else ("", "")
    return _item(sheet, direction, other, sheet.citations.cite(citation), note, Markup(""))


def _side_by_side(sheet: Sheet, view: RelationView) -> Markup:
    """The link to the page that shows both entries side by side, where no comparison does."""
    if view.direction.key not in CONTRASTING:
        return Markup("")
    first, second = sorted((sheet.id, view.other), key=sheet.site.listings.positions.__getitem__)
    href = sheet.of_kind("contrast", f"{first} {second}")
    return Markup('<p class="lx-more"><a href="{}">Side by side</a></p>').format(href) if href else Markup("")


def _item(
    sheet: Sheet, direction: Direction, other: Markup, citation: Markup, note: str, about: Markup, id: str = ""
) -> Markup:
    """The relation as a list item; `id` is the other end's when `about` says what it is."""
    subject, words = escaped(sheet.entry.title), escaped(direction.words)
    said = f'<p class="lx-note">{inline(note)}</p>' if note else ""
    explained = f' data-lx-entry="{quoted(id)}"' if id else ""
    # The heading above says what stands in the span, so it is drawn in print alone; screen readers say it.
    sentence = f'<p class="lx-sentence"><span><b>{subject}</b> {words} </span>{other}{citation}</p>'
    return element(f"<li{explained}>{sentence}{said}{about}</li>")


def _loose(sheet: Sheet, keys: Iterable[str]) -> tuple[Unresolved, ...]:
    """The entry's relation items of those directions that lead nowhere or to many."""
    items = sheet.site.listings.loose_relations.get(sheet.id, ()) if sheet.id else ()
    return tuple(item for item in items if _key(item) in keys) if items else ()


def _key(item: Unresolved) -> str:
    return (item.written.key if isinstance(item.written, RelationItem) else "") or "related"


def _is_question_about(sheet: Sheet, view: RelationView) -> bool:
    """Whether the relation is shown among the open questions instead."""
    if view.direction.key != "raises":
        return False
    question = sheet.graph.questions.get(view.other)
    return question is not None and sheet.id in question.about
