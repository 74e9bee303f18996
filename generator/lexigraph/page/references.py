"""References of a body as links: to entries, pages, files and addresses, to the Wanted page, or to nothing.

A link is never dead and never a guess: a name that no entry has leads to its place among the wanted
names, a name that several have offers them all, a file that is not there is marked and leads nowhere.
"""

import re

from markupsafe import Markup, escape

from lexigraph.graph import Resolved
from lexigraph.model import Ref, Reference
from lexigraph.page.citations import is_safe_address
from lexigraph.page.markup import element, quoted
from lexigraph.page.sheet import Sheet

__all__ = ["NOT_WRITTEN", "choices", "lead", "wanted"]

NOT_WRITTEN = "not written yet"
"""What a link to a wanted name says of itself."""

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
        return _missing(shown)
    if place.entry and place.entry != sheet.id:
        return element(f'<a data-lx="{quoted(place.entry)}" href="{quoted(href)}">{shown}</a>')
    outside = ' rel="noopener"' if place.address else ""
    return element(f'<a href="{quoted(href)}"{outside}>{shown}</a>')


def wanted(sheet: Sheet, anchor: str, label: str | Markup) -> Markup:
    """The link to a name's place on the Wanted page."""
    return Markup('<a class="lx-wanted" href="{}" title="{}">{}</a>').format(
        sheet.special("wanted", anchor), NOT_WRITTEN, label
    )


def choices(sheet: Sheet, candidates: tuple[str, ...], label: str | Markup) -> Markup:
    """A name that several entries have, with a link to each."""
    links = Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(sheet.href_of(id), _told_apart(sheet, id)) for id in candidates
    )
    return Markup('<span class="lx-missing">{}</span> <span class="lx-choices">(may mean: {})</span>').format(
        label, links
    )


def _told_apart(sheet: Sheet, id: str) -> str:
    """The entry's title with what tells it from others of that title: the topic, else the id."""
    node = sheet.graph.entries[id]
    return f"{node.title} ({sheet.site.listings.folder_title(node.topic)})" if node.topic else node.title


def _target(sheet: Sheet, place: Resolved) -> tuple[str, str]:
    """The address of what was found, and its name; the address is empty when nothing may lead there."""
    if place.entry:
        node = sheet.graph.entries[place.entry]
        return sheet.href(node.path, place.fragment) if place.fragment else sheet.href_of(place.entry), node.title
    if place.page:
        path = sheet.site.paths_by_source.get(place.page, "")
        return (sheet.href(path, place.fragment), sheet.site.pages[path].title) if path else ("", "")
    if place.file:
        return sheet.site.addresses.file_href(sheet.page.path, place.file), place.file.rpartition("/")[2]
    return (place.address, place.address) if is_safe_address(place.address) else ("", "")


def _loose(sheet: Sheet, written: Reference, label: Markup) -> Markup:
    """A reference to nothing, or to many."""
    document = sheet.document
    assert document is not None, "a reference stands in a document"  # noqa: S101 - for the type checker
    at = document.path, written.span
    loose = sheet.site.listings.loose_at.get(at)
    if loose is not None and loose.candidates:
        return choices(sheet, loose.candidates, label)
    name = sheet.site.listings.wanted_at.get(at)
    if written.form == "wikilink" and name is not None:
        return wanted(sheet, name.anchor, label)
    return _missing(label)


def _image(sheet: Sheet, written: Reference, place: Resolved | None) -> Markup:
    """An image of the content; one on another host as a link, for pages ask nobody else for anything."""
    alt = written.title
    if place is None:
        return _missing(escape(alt or written.target))
    if place.file:
        source = sheet.site.addresses.file_href(sheet.page.path, place.file)
    elif _DATA_IMAGE.match(place.address):
        source = place.address
    else:
        href, name = _target(sheet, place)
        shown = alt or name
        return Markup('<a href="{}" rel="noopener">{}</a>').format(href, shown) if href else _missing(escape(shown))
    return Markup('<img src="{}" alt="{}" loading="lazy">').format(source, alt)


def _missing(label: Markup) -> Markup:
    return Markup('<span class="lx-missing">{}</span>').format(label)
