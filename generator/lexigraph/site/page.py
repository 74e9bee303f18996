"""Our page as MkDocs sees it: title, meta and contents come from `lexigraph.page`, Python-Markdown is not run.

Everything handed to the theme as text is escaped here, because MkDocs' Jinja environment escapes nothing.
"""

import datetime
from collections.abc import Collection, Iterable
from html import escape
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from lexigraph.page import Addresses, Content, Page, TocItem
from lexigraph.site.attachments import folders_above

__all__ = ["LexigraphPage", "edit_url", "pages_of"]

_WRITTEN_BY_OTHERS = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"})
"""Files that MkDocs and the search plugin write whatever the pages are."""


class LexigraphPage(MkDocsPage):
    """A page of ours in MkDocs' loop. Its content is made when it is written, and dropped after."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__("Home" if page.kind == "home" else escape(page.title), file, config)
        self.planned = page
        self.is_in_navigation = False
        """True when the navigation lists it, and marks it while it is the page being read."""
        if self.edit_url is not None:
            self.edit_url = escape(self.edit_url)

    def date(self, day: datetime.date | None) -> None:
        """Take the day of its last change, for the sitemap; None: nothing tells.

        The home page keeps the day of the build then, for MkDocs wants one page with a date.
        """
        if day is not None:
            self.update_date = day.isoformat()
        elif self.planned.kind != "home":
            self.update_date = ""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take title and description from the planned page; there is no Markdown for MkDocs."""
        self.markdown = ""
        self.meta = _meta(self.planned)
        if template := config.theme.get("page_template"):
            self.meta["template"] = template
        if self.planned.is_listing or config.theme.get("search_worker"):  # our own search has what it needs
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content for later: MkDocs renders every page before it writes the first."""
        self.content = ""

    def fill(self, content: Content) -> None:
        """Take the content, to be written."""
        self.content = content.html
        self.meta["lx_head"] = content.head
        self.meta["lx_scripts"] = content.scripts
        self.meta["lx_contents"] = "".join(map(_contents_item, content.toc))
        self.toc = _contents(content.toc)

    def drop(self) -> None:
        """Let go of the content: 10,000 pages do not stand in memory."""
        self.content = ""
        self.toc = TableOfContents([])


def pages_of(
    planned: Collection[Page], addresses: Addresses, files: Files, config: MkDocsConfig
) -> tuple[dict[str, LexigraphPage], list[str]]:
    """By path the pages that can be written, and the paths of those that cannot.

    Those are none, unless another plugin writes a file where a page needs a folder.
    """
    virtual = {page.path: _file_of(page, addresses, config) for page in planned}
    taken = {file.dest_uri for file in (*files, *virtual.values())} | _WRITTEN_BY_OTHERS
    pages: dict[str, LexigraphPage] = {}
    left_out = []
    for page in planned:
        file = virtual[page.path]
        if taken.isdisjoint(folders_above(file.dest_uri)):
            pages[page.path] = LexigraphPage(page, file, config)
        else:
            left_out.append(page.path)
    return pages, left_out


def edit_url(config: MkDocsConfig) -> str:
    """What stands in front of a file's path to edit it, as MkDocs joins it; empty without a repository.

    A template for edit addresses (`edit_uri_template`) is not understood: the button of the shell has it.
    """
    if not config.repo_url or not config.edit_uri or config.edit_uri_template:
        return ""
    between = "" if config.edit_uri.startswith(("?", "#")) or config.repo_url.endswith("/") else "/"
    return f"{config.repo_url}{between}{config.edit_uri}"


def _file_of(page: Page, addresses: Addresses, config: MkDocsConfig) -> File:
    """The virtual file of a page. It stays out of MkDocs' navigation, which is made in `navigation`."""
    file = File.generated(config, page.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if page.path in addresses.places:
        file.dest_uri = addresses.output(page.path)
    if page.source_path:
        # MkDocs joins addresses without encoding; its template option has a conversion (`!q`) of its own.
        file.edit_uri = page.source_path if config.edit_uri_template else quote(page.source_path)
    return file


def _meta(page: Page) -> dict[str, object]:
    """What Material reads. The home page has no title of its own: Material then shows the site's name alone."""
    meta: dict[str, object] = {}
    if page.kind != "home":
        meta["title"] = escape(page.title)
    if page.description:
        meta["description"] = escape(page.description)
    return meta


def _contents(items: Iterable[TocItem]) -> TableOfContents:
    return TableOfContents([_link(item) for item in items])


def _contents_item(item: TocItem) -> str:
    """A heading in the contents, in Material's structure."""
    title = escape(item.title)
    below = "".join(map(_contents_item, item.children))
    nested = f'<nav class="md-nav" aria-label="{title}"><ul class="md-nav__list">{below}</ul></nav>' if below else ""
    link = f'<a href="#{escape(item.anchor)}" class="md-nav__link">{title}</a>'
    return f'<li class="md-nav__item">{link}{nested}</li>'


def _link(item: TocItem) -> AnchorLink:
    link = AnchorLink(escape(item.title), escape(item.anchor), item.level)
    link.children = [_link(child) for child in item.children]
    return link
