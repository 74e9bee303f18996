"""The top of an entry's page: where it belongs, what it is, its names, its definition, what a reader can do."""

import datetime

from markupsafe import Markup

from lexigraph.model import Fields
from lexigraph.page.body import join
from lexigraph.page.filters import filter_id, value
from lexigraph.page.markup import inline
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["contested", "day", "definition", "head", "is_due"]


def head(sheet: Sheet, place: Markup | str = "", first: Markup | str = "") -> Markup:
    """The header of the page; `place` is a lesson's place among the lessons, `first` what to understand before it."""
    entry, fields = sheet.entry, sheet.entry.parsed.fields
    return fill(
        "head.html", entry=entry, fields=fields, label=sheet.site.stencils.label(entry.kind), place=place,
        crumbs=_crumbs(sheet), replacements=sheet.cards(sheet.others("superseded_by")),
        reason=inline(fields.deprecation_reason) if fields.deprecation_reason else "",
        kind_href=sheet.special("a-z", filter_id(kind=value(entry.kind))), is_due=is_due(fields, sheet.site.today),
        definition=definition(sheet), scope=_scope(sheet), others=_other_meanings(sheet), origin=_origin(sheet),
        first=first,
    )  # fmt: skip


def is_due(fields: Fields, today: datetime.date | None) -> bool:
    """Whether more days have passed since the last review than there may be between two."""
    if not (today and fields.last_reviewed and fields.review_every):
        return False
    return (today - fields.last_reviewed).days > fields.review_every


def contested(sheet: Sheet) -> Part | None:
    """Who means what by a contested term, side by side."""
    contested = sheet.entry.parsed.fields.contested
    if contested is None or not (contested.summary or contested.camps):
        return None
    camps = [
        (camp.who, inline(camp.meaning) if camp.meaning else "", sheet.citations.cite(camp.source))
        for camp in contested.camps
    ]
    summary = inline(contested.summary) if contested.summary else ""
    html = fill("contested.html", summary=summary, camps=camps)
    return Part(title="Contested", anchor=sheet.anchors.claim("contested"), css="lx-contested", html=html)


def day(date: datetime.date) -> Markup:
    """The date in words: 2 October 2026."""
    return Markup('<time datetime="{}">{} {} {}</time>').format(
        date.isoformat(), date.day, _MONTHS[date.month - 1], date.year
    )


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _crumbs(sheet: Sheet) -> list[tuple[str, str]]:
    """Topic and nearest broader entry, each with its link."""
    crumbs = []
    if href := sheet.topic(sheet.entry.topic):
        crumbs.append((sheet.site.listings.folder_title(sheet.entry.topic), href))
    crumbs += [(card.title, card.href) for card in sheet.cards(sheet.others("broader")[:1])]
    return crumbs


def definition(sheet: Sheet) -> Markup:
    """The definition as shown: the lead with its links."""
    parsed = sheet.entry.parsed
    lead = parsed.prose.lead
    return join(sheet, "lead", lead) if lead else Markup("{}").format(parsed.definition)


def _scope(sheet: Sheet) -> Markup:
    note = sheet.entry.parsed.fields.scope_note
    return inline(note) if note else Markup("")


def _other_meanings(sheet: Sheet) -> list[Markup]:
    """Links to the disambiguations that list the entry, written ones and those of names that others have too."""
    views = sheet.graph.relations_at.get(sheet.id, ())
    entries, listings = sheet.graph.entries, sheet.site.listings
    written = dict.fromkeys(view.other for view in views if entries[view.other].kind == "disambiguation")
    made = [
        Markup('<a href="{}">{}</a>').format(sheet.of_kind("disambiguation", name), listings.ambiguous_names[name][0])
        for name in listings.ambiguous_names_of.get(sheet.id, ())
    ]
    return [*sheet.links(written), *made]


def _origin(sheet: Sheet) -> Markup:
    origin = sheet.entry.parsed.fields.origin
    if origin is None or not (origin.by or origin.year):
        return Markup("")
    words = ", ".join(str(part) for part in (origin.by, origin.year) if part)
    return Markup("Origin: {}{}.").format(words, sheet.citations.cite(origin.source))
