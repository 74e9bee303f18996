"""Sites in one line, and what a reader or a checker sees of a page."""

import datetime
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from lexigraph.export import published
from lexigraph.page import Addresses, Site, render, site_of
from tests.worlds import graph

__all__ = ["Seen", "broken_links", "html_of", "seen", "site"]

_VOID = {"br", "hr", "img", "input", "link", "meta", "col", "wbr"}


def site(
    files: Mapping[str, str], *, scheme: str = "title: World", attachments: tuple[str, ...] = (),
    directory_urls: bool = True, repo_url: str = "", edit_url: str = "", today: datetime.date | None = None,
) -> Site:  # fmt: skip
    """The planned site of these files."""
    made = graph(files, scheme=scheme, attachments=attachments)
    addresses = Addresses(directory_urls=directory_urls)
    return site_of(made, addresses, repo_url=repo_url, edit_url=edit_url, today=today)


def html_of(made: Site, path: str) -> str:
    """The content of one page."""
    return render(made.pages[path], made).html


@dataclass
class Seen:
    """A page, taken apart."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and text, without the links to themselves."""
    empty: list[str] = field(default_factory=list)
    """Tags of sections, headings, lists, tables, paragraphs and links that are shown and hold no text or image."""
    tags: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    """Tags that stand where HTML does not allow them: a list item outside a list, a block in a paragraph."""
    nested_links: int = 0
    text: str = ""


_MUST_HOLD = {
    "section", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "tbody", "p", "a", "details", "summary",
    "li", "nav", "header",
}  # fmt: skip


_BLOCKS = {"p", "ul", "ol", "dl", "div", "section", "table", "pre", "details", "nav", "h1", "h2", "h3", "h4"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self.open: list[tuple[str, list[str], bool]] = []
        """Tag, the texts in it, and whether it is a heading's link to itself."""
        self.hidden: int | None = None
        """How many elements are open round one that is hidden or waits for a message; None outside of it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.seen.tags.append(tag)
        if named.get("id"):
            self.seen.ids.append(named["id"] or "")
        outer = self.open[-1][0] if self.open else ""
        lists = {
            "li": ("ul", "ol"),
            "dt": ("dl", "div"),
            "dd": ("dl", "div"),
            "tr": ("thead", "tbody", "tfoot", "table"),
        }
        if outer not in lists.get(tag, (outer,)) or (
            tag in _BLOCKS
            and any(open_tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "span") for open_tag, _, _ in self.open)
        ):
            self.seen.misplaced.append(f"{tag} in {outer}")
        if tag == "a":
            self.seen.links.append(named.get("href") or "")
            self.seen.nested_links += any(outer == "a" for outer, _, _ in self.open)
        if tag == "img":
            self.seen.sources.append(named.get("src") or "")
            for _, texts, _ in self.open:
                texts.append("image")
        if tag not in _VOID:
            if ("hidden" in named or named.get("role") == "status") and self.hidden is None:
                self.hidden = len(self.open)
            self.open.append((tag, [], named.get("class") == "headerlink"))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.seen.unclosed.append(tag)
            return
        _, texts, is_headerlink = self.open.pop()
        text = " ".join("".join(texts).split())
        if tag in _MUST_HOLD and not text and not is_headerlink and self.hidden is None:
            self.seen.empty.append(tag)
        if self.hidden is not None and len(self.open) <= self.hidden:
            self.hidden = None
        if tag[0] == "h" and tag[1:].isdigit():
            self.seen.headings.append((int(tag[1:]), text))

    def handle_data(self, data: str) -> None:
        self.seen.text += data
        if any(is_headerlink for _, _, is_headerlink in self.open):
            return
        for _, texts, _ in self.open:
            texts.append(data)


def seen(html: str) -> Seen:
    """The page taken apart."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.seen.unclosed += [tag for tag, _, _ in reader.open]
    reader.seen.text = " ".join(reader.seen.text.split())
    return reader.seen


def broken_links(made: Site) -> list[str]:
    """Links and images of the whole site that lead to no page, no file or no id of theirs; `page: link`."""
    pages = {made.addresses.url(path).removeprefix("./"): seen(html_of(made, path)) for path in made.pages}
    files = {*made.graph.attachments_used, *(artifact.path for artifact in published(made.export))}
    broken = []
    for path, page in zip(made.pages, pages.values(), strict=True):
        here = made.addresses.url(path).removeprefix("./")
        for link in (*page.links, *page.sources):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _joined(here, parts.path) if parts.path else here
            fragment = unquote(parts.fragment)
            known = pages.get(target)
            is_state = "=" in fragment and target.startswith(("explore", "path"))
            is_there = unquote(target) in files if known is None else not fragment or is_state or fragment in known.ids
            if not is_there:
                broken.append(f"{path}: {link}")
    return broken


def _joined(here: str, link: str) -> str:
    folder = here if here.endswith("/") or not here else posixpath.dirname(here)
    joined = posixpath.normpath(posixpath.join(folder, link))
    joined = "" if joined == "." else joined
    return f"{joined}/" if link.endswith("/") and joined else joined
