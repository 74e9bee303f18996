"""All tags with their counts, and one page per tag in use with its entries by kind."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from lexigraph.names import slug
from lexigraph.page.listings import Listings
from lexigraph.page.members import by_kind
from lexigraph.page.page import Content, Page, Site
from lexigraph.page.part import assemble
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["pages", "render"]


class _Tag(NamedTuple):
    link: Markup
    number: int


def pages(listings: Listings) -> Iterator[Page]:
    """The index, then a page per tag; none when no entry has a tag."""
    if listings.by_tag:
        yield Page(path="tags.md", kind="tags", title="Tags", description="All tags in use.", is_listing=True)
    for tag in listings.by_tag:
        yield Page(
            path=f"tags/{slug(tag) or 'tag'}.md", kind="tags", title=f"Tag: {tag}", subject=tag, is_listing=True,
            description=f"All entries with the tag {tag}.",
        )  # fmt: skip


def render(page: Page, site: Site) -> Content:
    """The tags, or the entries of one."""
    sheet = Sheet(page, site)
    head = fill("index_head.html", title=page.title, lead="", actions=())
    by_tag = site.listings.by_tag
    if not page.subject:
        found = [_Tag(link, len(ids)) for link, ids in zip(sheet.tags(by_tag), by_tag.values(), strict=True)]
        return Content(html=head + fill("tags.html", tags=found))
    groups = site.listings.grouped_by_kind(by_tag[page.subject])
    part = by_kind(sheet, "Entries", "entries", groups)
    index = Markup('<p class="lx-more"><a href="{}">All tags</a></p>\n').format(sheet.special("tags"))
    return assemble(head + index, [part] if part else [])
