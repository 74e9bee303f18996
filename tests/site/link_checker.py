"""Checks every HTML page of a built site: each internal address resolves, each fragment names an element, ids are
unique, and nothing is loaded from another host.

Run as `python -m tests.site.link_checker SITE…`; prints every problem and exits with 1 when there is one.
"""

import posixpath
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lexigraph.parse.addresses import SCHEMES

ADDRESSES = {"href", "src", "poster", "data", "action", "formaction", "cite"}
LOADED = {("link", "href"), ("object", "data"), ("use", "href")}
"""Attributes beside `src` whose address the browser fetches by itself."""
SCRIPT_STATE = re.compile("[a-z]+=")
WITH_STATE = ("explore", "path")
"""Pages that are nothing without a script, which reads what it shows from the fragment."""
LEADS_ON = {"canonical", "edit", "alternate", "license", "prev", "next"}
"""Kinds of `<link>` that a browser does not fetch."""


@dataclass
class PageFacts(HTMLParser):
    """What a page holds that can be wrong."""

    ids: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    addresses: list[tuple[str, bool]] = field(default_factory=list)
    """Address and whether the browser fetches it by itself."""
    refresh: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "name" in values:
            self.names.add(values["name"])
        for name in ADDRESSES & values.keys():
            is_fetched = name in ("src", "poster") or (tag, name) in LOADED
            if tag == "link" and set(values.get("rel", "").split()) & LEADS_ON:
                is_fetched = False
            self.addresses.append((values[name], is_fetched))
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.addresses.append((candidate.split()[0], True))
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            _, _, target = values.get("content", "").partition("url=")
            self.addresses.append((target.strip("'\" "), False))

    handle_startendtag = handle_starttag


def facts_of(file: Path) -> PageFacts:
    page = PageFacts()
    page.feed(file.read_text("utf-8"))
    page.close()
    return page


def problems(site: Path) -> Iterator[str]:
    """One line for each thing that is wrong, sorted by page; `page: what`."""
    pages = {file.relative_to(site).as_posix(): facts_of(file) for file in sorted(site.rglob("*.html"))}
    if not pages:
        yield f"{site}: there is no page"
    for path, page in pages.items():
        for twice in sorted({each for each in page.ids if page.ids.count(each) > 1}):
            yield f"{path}: the id '{twice}' stands more than once"
        for address, is_fetched in dict.fromkeys(page.addresses):
            if problem := wrong(site, pages, path, address, is_fetched=is_fetched):
                yield f"{path}: {problem}"


def wrong(site: Path, pages: dict[str, PageFacts], path: str, address: str, *, is_fetched: bool) -> str:
    """What is wrong with the address on that page; empty when nothing is."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if is_fetched and parts.scheme != "data":
            return f"'{address}' is fetched from another host"
        is_plain = parts.scheme in SCHEMES | {"", "data"} or address == "javascript:void(0)"
        return "" if is_plain else f"'{address}' is no address of a web page"
    if parts.path.startswith("/") and path != "404.html":
        return f"'{address}' is not relative"
    target = resolved(site, path, parts.path)
    if target is None:
        return f"'{address}' leads nowhere"
    fragment = unquote(parts.fragment)
    if SCRIPT_STATE.match(fragment) and target.startswith(WITH_STATE):
        return ""
    if fragment and fragment != "top" and not fragment.startswith(":~:") and target in pages:
        facts = pages[target]
        if fragment not in facts.ids and fragment not in facts.names:
            return f"'{address}' names no element of {target}"
    return ""


def resolved(site: Path, path: str, address: str) -> str | None:
    """The file below the site that the address leads to from the page; None when there is none."""
    if not address:
        return path
    base = "" if address.startswith("/") else posixpath.dirname(path)
    target = posixpath.normpath(posixpath.join(base, unquote(address).lstrip("/")))
    if target.startswith(".."):
        return None
    target = "" if target == "." else target
    is_folder = address.rpartition("/")[2] in ("", ".", "..")
    file = posixpath.join(target, "index.html") if is_folder else target
    return file if (site / file).is_file() else None


def main(sites: list[str]) -> int:
    found = 0
    for site in sites:
        for problem in problems(Path(site)):
            print(f"{site}/{problem}")  # noqa: T201  a script: its output is its result
            found += 1
    pages = sum(1 for site in sites for _ in Path(site).rglob("*.html"))
    print(f"{found} problems in {pages} pages")  # noqa: T201  as above
    return 1 if found or not sites else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
