"""What stands at the end of an entry's page: its tags, how to cite it, who wrote and reviewed it."""

import datetime
import re
import unicodedata
from urllib.parse import quote

from markupsafe import Markup

from lexigraph.page.actions import about_entry
from lexigraph.page.head import day
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["bibtex", "cite", "history_url", "review", "tagged", "take_part"]

_MOST_NAMES = 5
"""People that are named from git, who changed the file most."""

_SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
"""Characters that mean something to TeX."""

_KEY = re.compile(r"[A-Za-z0-9:_.-]+")
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:_.-]+")
_NOT_IN_URL = re.compile(r"[\\{}\s]")


def tagged(sheet: Sheet) -> Part | None:
    """The entry's tags, each a link to all that have it."""
    tags = tuple(dict.fromkeys(sheet.entry.parsed.fields.tags))
    if not tags:
        return None
    links = Markup(", ").join(sheet.tags(tags))
    return Part(html=Markup('<p class="lx-tags" data-search-exclude>Tags: {}</p>\n').format(links))


def take_part(sheet: Sheet) -> Part | None:
    """What a reader can do with the entry: edit it, say what is wrong with it, ask about it, copy it."""
    html = fill("actions.html", actions=about_entry(sheet))
    return Part(html=html) if html else None


def cite(sheet: Sheet) -> Part:
    """The entry as a work to cite: as a sentence and for BibTeX."""
    authors, scheme, year = sheet.entry.parsed.fields.authors, sheet.site.title, _year(sheet)
    address = sheet.site.url + sheet.site.addresses.url(sheet.page.path) if sheet.site.url else ""
    where = f"{scheme}, {year}" if year else scheme
    by = f"{', '.join(authors)}: " if authors else ""
    plain = f"{by}“{sheet.entry.title}”. {where}.{f' {address}' if address else ''}"
    names = authors or (scheme,)
    html = fill("cite.html", plain=plain, bibtex=bibtex(sheet.id, names, sheet.entry.title, year, scheme, address))
    return Part(html=html)


def bibtex(id: str, authors: tuple[str, ...], title: str, year: int | None, site: str, address: str) -> str:
    """The entry as `@misc`, with TeX's special characters escaped; what is not known is left out."""
    key = id if _KEY.fullmatch(id) else _key(id)
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in authors),
        "title": f"{{{_tex(title)}}}",
        "year": str(year or ""),
        "howpublished": _tex(site),
        "url": _NOT_IN_URL.sub("", address),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}}}"


def review(sheet: Sheet) -> Part | None:
    """Who reviewed the entry and when, when it changed, who wrote it; and all that git knows of it."""
    fields, path = sheet.entry.parsed.fields, sheet.entry.path
    changed = sheet.site.history.last(path)
    authors = fields.authors or sheet.site.history.authors(path)[:_MOST_NAMES]
    said: list[Markup] = []
    if fields.reviewed_by:
        said.append(Markup("Reviewed by {}").format(", ".join(fields.reviewed_by)))
    if fields.last_reviewed:
        said.append(Markup("last reviewed {}").format(day(fields.last_reviewed)))
    if changed and changed.date != fields.created:
        said.append(Markup("changed {}").format(day(changed.date)))
    if fields.created:
        said.append(Markup("written {}").format(day(fields.created)))
    if authors:
        said.append(Markup("by {}").format(", ".join(authors)))
    if href := history_url(sheet.site.edit_url, path):
        said.append(Markup('<a href="{}" rel="noopener">History</a>').format(href))
    if not said:
        return None
    return Part(html=Markup('<p class="lx-review" data-search-exclude>{}</p>\n').format(Markup(" · ").join(said)))


def history_url(edit_url: str, path: str) -> str:
    """Where the changes of the file can be read; empty when the address for editing does not tell."""
    before, edit, branch = edit_url.partition("/edit/")
    return f"{before}/commits/{branch}{quote(path)}" if edit and "?" not in edit_url else ""


def _year(sheet: Sheet) -> int | None:
    """The year of the version that is shown, as far as it is known: of its last change, review, or writing."""
    fields = sheet.entry.parsed.fields
    changed = sheet.site.history.last(sheet.entry.path)
    known: tuple[datetime.date | None, ...] = (changed.date if changed else None, fields.last_reviewed, fields.created)
    return max((date.year for date in known if date), default=None)


def _key(id: str) -> str:
    """The id in the letters that every BibTeX takes."""
    plain = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode()
    return _NOT_IN_KEY.sub("-", plain).strip("-") or "entry"


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
