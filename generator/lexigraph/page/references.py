"""References of a body as links: to entries, pages, files and addresses, to the Wanted page, or to nothing.

A link is never dead and never a guess: a name that no entry has leads to its place among the wanted
names, a name that several have offers them all, a file that is not there is marked and leads nowhere.
"""

import re

from markupsafe import Markup, escape

from lexigraph.graph import Resolved, Wanted
from lexigraph.model import ParsedEntry, Ref, Reference
from lexigraph.names import fold
from lexigraph.page.markup import element, quoted
from lexigraph.page.sheet import Sheet
from lexigraph.parse.addresses import leads_outside

__all__ = ["choices", "lead", "unlinked", "wanted"]

_MOST_CHOICES = 5
"""Entries that are offered where a name of several has no page; of more, their number is said."""

_DATA_IMAGE = re.compile(r"data:image/(?:png|gif|jpeg|webp|avif);", re.IGNORECASE)


def lead(sheet: Sheet, ref: Ref, label: Markup) -> Markup:
    """The reference as HTML; `label` is what it shows, empty for an image or a bare wikilink."""
    document = sheet.document
    assert document is not None, "a reference stands in a document"  # noqa: S101 - for the type checker
    written = document.references[ref.number]
    place = sheet.resolved[ref.number]
    if written.form == "image":
        return _image(sheet, written, place)
    if place is None:
        return _loose(sheet, written, label or escape(written.target or written.fragment))
    href, name = _target(sheet, place)
    shown = label or escape(name or written.target)
    if not href:
        return unlinked(shown)
    if place.entry and place.entry != sheet.id:
        return element(f'<a data-lx="{quoted(place.entry)}" href="{quoted(href)}">{shown}</a>')
    outside = ' rel="noopener"' if place.address else ""
    return element(f'<a href="{quoted(href)}"{outside}>{shown}</a>')


def wanted(sheet: Sheet, name: Wanted, label: str | Markup) -> Markup:
    """The link to a name's place on the Wanted page, described by what stands at the end of this page."""
    sheet.wants = True
    return Markup('<a class="lx-wanted" data-lx-wanted="{}" aria-describedby="lx-not-written" href="{}">{}</a>').format(
        len(name.references), sheet.special("wanted", name.anchor), label
    )


def choices(sheet: Sheet, name: str, candidates: tuple[str, ...], label: str | Markup) -> Markup:
    """A name that several entries have: the link to its disambiguation, else some of them with a link to each."""
    folded = fold(name)
    if href := sheet.of_kind("disambiguation", folded):
        sheet.ambiguous[folded] = candidates
        return Markup('<a class="lx-ambiguous" data-lx="?{}" href="{}">{}</a>').format(folded, href, label)
    shown = candidates[:_MOST_CHOICES]
    titles = sheet.site.listings.told_apart(shown)
    links = [
        Markup('<a href="{}">{}</a>').format(sheet.href_of(id), title) for id, title in zip(shown, titles, strict=True)
    ]
    if len(candidates) > len(shown):
        links.append(Markup("{} more").format(len(candidates) - len(shown)))
    return Markup('{} <span class="lx-choices">(may mean: {})</span>').format(unlinked(label), Markup(", ").join(links))


def _target(sheet: Sheet, place: Resolved) -> tuple[str, str]:
    """The address of what was found, and its name; the address is empty when nothing may lead there."""
    if place.entry:
        node = sheet.graph.entries[place.entry]
        if not place.fragment:
            return sheet.href_of(place.entry), node.title
        return sheet.href(node.path, place.fragment), _at(sheet, node.parsed, place.fragment, node.title)
    if place.page:
        path = sheet.site.paths_by_source.get(place.page, "")
        if not path:
            return "", ""
        title, document = sheet.site.pages[path].title, sheet.graph.pages.get(place.page)
        return sheet.href(path, place.fragment), _at(sheet, document, place.fragment, title) if document else title
    if place.file:
        return sheet.site.addresses.file_href(sheet.page.path, place.file), place.file.rpartition("/")[2]
    return (place.address, place.address) if leads_outside(place.address) else ("", "")


def _at(sheet: Sheet, document: ParsedEntry, anchor: str, title: str) -> str:
    """What stands at the anchor: its heading or question; on another page behind the page's title."""
    headings = [(section.anchor, section.title) for section in document.headings]
    headings += [(item.anchor, item.question) for item in document.prose.faq]
    headings += [(item.anchor, item.text) for item in document.questions]
    found = next((text for known, text in headings if known == anchor and text), "")
    if document is sheet.document:
        return found or title
    return f"{title}: {found}" if found else title


def _loose(sheet: Sheet, written: Reference, label: Markup) -> Markup:
    """A reference to nothing, or to many."""
    document = sheet.document
    assert document is not None, "a reference stands in a document"  # noqa: S101 - for the type checker
    at = document.path, written.span
    loose = sheet.site.listings.loose_at.get(at)
    if loose is not None and loose.candidates:
        return choices(sheet, loose.name, loose.candidates, label)
    name = sheet.site.listings.wanted_at.get(at)
    if written.form == "wikilink" and name is not None:
        return wanted(sheet, name, label)
    return unlinked(label)


def _image(sheet: Sheet, written: Reference, place: Resolved | None) -> Markup:
    """An image of the content; one on another host as a link, for pages ask nobody else for anything."""
    alt = written.title
    if place is None:
        return unlinked(escape(alt or written.target))
    if place.file:
        source = sheet.site.addresses.file_href(sheet.page.path, place.file)
    elif _DATA_IMAGE.match(place.address):
        source = place.address
    else:
        href, name = _target(sheet, place)
        shown = alt or name
        return Markup('<a href="{}" rel="noopener">{}</a>').format(href, shown) if href else unlinked(escape(shown))
    return Markup('<img src="{}" alt="{}" loading="lazy">').format(source, alt)


def unlinked(label: str | Markup) -> Markup:
    """What leads nowhere, marked."""
    return Markup('<span class="lx-missing">{}</span>').format(label)
