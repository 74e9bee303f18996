"""What every page says of itself in its `<head>`: the same page as Markdown, the feeds, a card for links to it,
linked data. Description and canonical link are the shell's.
"""

from lexigraph.export.json_ld.pages import json_ld
from lexigraph.export.json_ld.schema_org import PageFacts
from lexigraph.page.markup import quoted
from lexigraph.page.page import Page, Site

__all__ = ["head_elements"]

_OF_ENTRIES = ("entry", "comparison", "question")


def head_elements(page: Page, site: Site) -> str:
    """The elements of the page, as finished HTML."""
    parts = []
    if page.kind in _OF_ENTRIES and (path := site.map.files.get(page.subject)):
        href = quoted(site.addresses.file_href(page.path, path))
        parts.append(f'<link rel="alternate" type="text/markdown" href="{href}">\n')
    for path, title in site.feeds:
        href = site.addresses.file_href(page.path, path)
        parts.append(f'<link rel="alternate" type="application/atom+xml" title="{quoted(title)}" href="{href}">\n')
    parts.append(_card(page, site))
    parts.append(json_ld(site.export, _facts(page, site)))
    return "".join(parts)


def _card(page: Page, site: Site) -> str:
    """What other sites show of a link to the page (Open Graph)."""
    values = {
        "og:type": "website" if page.kind == "home" else "article", "og:title": page.title,
        "og:description": page.description, "og:site_name": site.map.title,
        "og:url": site.map.absolute(site.addresses.url(page.path)) if site.url else "",
    }  # fmt: skip
    rows = [f'<meta property="{name}" content="{quoted(value)}">\n' for name, value in values.items() if value]
    return "".join((*rows, '<meta name="twitter:card" content="summary">\n'))


def _facts(page: Page, site: Site) -> PageFacts:
    node = site.graph.entries.get(page.subject) if page.kind in _OF_ENTRIES else None
    last = site.history.last(page.source_path) if page.source_path else None
    faq = node.parsed.prose.faq if node is not None else ()
    return PageFacts(
        kind=page.kind, title=page.title, description=page.description, subject=page.subject,
        address=site.addresses.url(page.path), crumbs=_crumbs(page, site),
        changed=last.date.isoformat() if last is not None else "",
        faq=tuple((item.question, " ".join(item.text.split())) for item in faq),
    )  # fmt: skip


def _crumbs(page: Page, site: Site) -> tuple[tuple[str, str], ...]:
    """Topic and nearest broader entry, as the head of an entry's page shows them; questions have their index."""
    node = site.graph.entries.get(page.subject) if page.kind in _OF_ENTRIES else None
    if node is None:
        return ()
    crumbs = []
    if (path := site.paths.get(("topic", node.topic))) is not None:
        crumbs.append((site.listings.folder_title(node.topic), site.addresses.url(path)))
    if page.kind == "question":
        if (path := site.special.get("questions")) is not None:
            crumbs.append((site.pages[path].title, site.addresses.url(path)))
    elif broader := site.graph.views(node.id, "broader")[:1]:
        crumbs.append((site.graph.entries[broader[0].other].title, site.urls[broader[0].other]))
    return tuple(crumbs)
