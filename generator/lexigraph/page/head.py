"""The top of an entry's page: where it belongs, what it is, its names, its definition, what a reader can do."""

import datetime
from urllib.parse import urlencode

from markupsafe import Markup

from lexigraph.page.actions import about_entry
from lexigraph.page.body import join
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet, inline
from lexigraph.page.template import fill

__all__ = ["contested", "day", "definition", "head", "review"]


def head(sheet: Sheet, place: Markup | str = "") -> Markup:
    """The header of the page; `place` is a lesson's place among the lessons."""
    entry, fields = sheet.entry, sheet.entry.parsed.fields
    return fill(
        "head.html", entry=entry, fields=fields, card=sheet.card(sheet.id), place=place,
        crumbs=_crumbs(sheet), replacements=sheet.cards(sheet.others("superseded_by")),
        reason=inline(fields.deprecation_reason) if fields.deprecation_reason else "",
        kind_href=_kind_href(sheet), definition=definition(sheet), scope=_scope(sheet),
        disambiguations=sheet.cards(_disambiguations(sheet)), origin=_origin(sheet), actions=about_entry(sheet),
    )  # fmt: skip


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


def review(sheet: Sheet) -> Part | None:
    """Who reviewed the entry and when, and who wrote it."""
    fields = sheet.entry.parsed.fields
    said: list[Markup] = []
    if fields.reviewed_by:
        said.append(Markup("Reviewed by {}").format(", ".join(fields.reviewed_by)))
    if fields.last_reviewed:
        said.append(Markup("last reviewed {}").format(day(fields.last_reviewed)))
    if fields.created:
        said.append(Markup("written {}").format(day(fields.created)))
    if fields.authors:
        said.append(Markup("by {}").format(", ".join(fields.authors)))
    if not said:
        return None
    return Part(html=Markup('<p class="lx-review" data-search-exclude>{}</p>\n').format(Markup(" · ").join(said)))


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


def _kind_href(sheet: Sheet) -> str:
    """The list of all entries, at those of this kind."""
    path = sheet.site.special.get("a-z", "")
    return f"{sheet.href(path)}?{urlencode({'kind': sheet.entry.kind})}" if path else ""


def definition(sheet: Sheet) -> Markup:
    """The definition as shown: the lead with its links."""
    parsed = sheet.entry.parsed
    return join(sheet, "lead", parsed.lead) if parsed.lead else Markup("{}").format(parsed.definition)


def _scope(sheet: Sheet) -> Markup:
    note = sheet.entry.parsed.fields.scope_note
    return inline(note) if note else Markup("")


def _disambiguations(sheet: Sheet) -> tuple[str, ...]:
    """Entries of kind disambiguation that list this one."""
    views = sheet.graph.relations_at.get(sheet.id, ())
    entries = sheet.graph.entries
    return tuple(dict.fromkeys(view.other for view in views if entries[view.other].kind == "disambiguation"))


def _origin(sheet: Sheet) -> Markup:
    origin = sheet.entry.parsed.fields.origin
    if origin is None or not (origin.by or origin.year):
        return Markup("")
    words = "Named" + (f" by {origin.by}" if origin.by else "") + (f" in {origin.year}" if origin.year else "")
    return Markup("{}{}.").format(words, sheet.citations.cite(origin.source))
