"""Plain Markdown with a `mkdocs.yml`: a site that MkDocs, ProperDocs and Zensical build without this program.

Relations, questions and sources stand below the text in words. Only extensions that come with Python-Markdown are used,
and no theme is named, so that each program takes its own. None of them cleans raw HTML, so it is clean already.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote

from lexigraph.edit.entry_file import readable, yaml_lines
from lexigraph.export.artifact import Artifact, Export, line, relative
from lexigraph.export.attachments import attachments
from lexigraph.export.content import file_paths, page_paths
from lexigraph.export.markdown.entry import entry_text
from lexigraph.export.markdown.harmless_html import harmless, harmless_line
from lexigraph.export.markdown.headings import heading_lines, prose_lines
from lexigraph.export.markdown.links import Edit, Layout, document, link
from lexigraph.export.markdown.quoting import label, text
from lexigraph.graph import EntryNode
from lexigraph.names import sort_key

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = (
    "previews, the map, filters and the search by names",
    "links to names that nobody linked by hand",
    "relations and questions as data (they are lists of sentences)",
    "relations of an entry with itself or to wanted names",
    "kinds, levels, scope notes, origins, authors, reviewers, dates",
    "hidden labels, mappings, labels in other languages, which names are not to be linked",
    "who raised a question, what help is wanted, where it is discussed, ids of positions",
    "redirects",
    "dates of the next review",
    "language, kinds and tags of the scheme",
    "formulas, task lists and strikethrough, which Python-Markdown shows as typed",
)
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = True
SUFFIX = ""

_EXTENSIONS = ("def_list", "footnotes", "sane_lists", "tables", "toc")
"""Of Python-Markdown; none by which a text could give its elements attributes."""
_ALERT = re.compile(r"(?P<quote>[ \t]*>[ \t>]*)\[!(?P<kind>[A-Za-z]+)\][-+]?(?P<title>[^\n]*)")


_ANCHOR = re.compile(r"[\w-]+")


class _Site:
    """The graph with the paths of the files below `docs`."""

    def __init__(self, export: Export) -> None:
        self.export = export
        graph = export.graph
        self.pages = {"index.md": "index.md", **page_paths(graph, (topic.name for topic in export.site.topics))}
        folders = set(map(posixpath.dirname, self.pages.values()))
        self.paths = {
            id: f"{path.removesuffix('.md')}-.md" if path.removesuffix(".md") in folders else path
            for id, path in file_paths(graph, reserved=frozenset({"index.md", "readme.md"})).items()
        }
        self.targets: dict[str, set[str]] = {}
        for places in graph.resolved.values():
            for place in places:
                if place is not None and place.entry and place.fragment:
                    self.targets.setdefault(place.entry, set()).add(place.fragment)
        self.layout = Layout(
            self.paths, self.pages, self._fragment,
            lambda anchor: f'<a id="{anchor}"></a>' if _ANCHOR.fullmatch(anchor) else "", title=export.site.title,
        )  # fmt: skip

    def edits(self, node: EntryNode) -> Iterator[Edit]:
        """Ids of the headings that links lead to, and alerts as bold words."""
        wanted = self.targets.get(node.id, ())
        for heading in heading_lines(node.parsed) if wanted else ():
            if heading.anchor in wanted and _ANCHOR.fullmatch(heading.anchor):
                yield heading.start, heading.start, f'<a id="{heading.anchor}"></a>'
        source = node.parsed.source.replace("\r", "\n")
        for at, said in prose_lines(source) if "[!" in source else ():
            if alert := _ALERT.fullmatch(said):
                name = alert["title"].strip() or alert["kind"].capitalize()
                yield at, at + len(said), f"{alert['quote']}**{name}**\n{alert['quote']}"

    def _fragment(self, id: str, anchor: str) -> str:
        parsed = self.export.graph.entries[id].parsed
        is_heading = any(heading.anchor == anchor for heading in parsed.headings)
        is_question = any(question.anchor == anchor for question in parsed.questions if question.is_anchored)
        return anchor if (is_heading or is_question) and _ANCHOR.fullmatch(anchor) else ""


def artifacts(export: Export) -> Iterator[Artifact]:
    """The settings, then a page for the whole, for each folder with a text, and for each entry."""
    site = _Site(export)
    yield Artifact("mkdocs.yml", _settings(site).encode())
    for path, here in site.pages.items():
        yield _page(here, _title(site, path), _index(site, path))
    for node in export.graph.entries.values():
        here = site.paths[node.id]
        said = entry_text(export, node, here, site.layout, site.edits(node))
        yield _page(here, node.title, said, node.definition, node.parsed.fields.tags)
    for file in attachments(export.graph):
        yield file._replace(path=f"docs/{file.path}")


def _page(path: str, title: str, said: str, definition: str = "", tags: tuple[str, ...] = ()) -> Artifact:
    head = yaml_lines(
        {
            "title": harmless_line(title), "description": harmless_line(definition),
            "tags": list(map(harmless_line, tags)),
        }
    )  # fmt: skip
    return Artifact(f"docs/{path}", readable("\n".join(("---", *head, "---", "", harmless(said)))).encode())


def _settings(site: _Site) -> str:
    """`mkdocs.yml`: topics by title, in each its entries by title; what lies in no folder comes first."""
    export = site.export
    head = yaml_lines(
        {
            "site_name": harmless_line(export.site.title) or "Glossary",
            "site_description": harmless_line(export.graph.scheme.description),
            "copyright": harmless_line(export.graph.scheme.license), "markdown_extensions": list(_EXTENSIONS),
        }
    )  # fmt: skip
    rows = ["  - index.md", *(f"  - {_quoted(path)}" for path in _in_folder(site, ""))]
    for topic in export.site.topics:
        paths = [site.pages[path] for path in (f"{topic.name}/index.md",) if path in site.pages]
        paths += _in_folder(site, topic.name)
        rows += [
            f"  - {_quoted(harmless_line(topic.title) or harmless_line(topic.name) or 'Topic')}:",
            *(f"      - {_quoted(path)}" for path in paths),
        ]
    return "\n".join((*head, "nav:", *rows, ""))


def _quoted(value: str) -> str:
    """The value as an item of a list in YAML; it is not empty."""
    return yaml_lines({"x": [value]})[0].removeprefix("x: [").removesuffix("]")


def _in_folder(site: _Site, topic: str) -> list[str]:
    """The files of the topic's entries and of the texts of its deeper folders, in the order of their titles."""
    graph = site.export.graph
    entries = [(sort_key(node.title), site.paths[node.id]) for node in graph.entries.values() if node.topic == topic]
    deeper = [
        (sort_key(page.title), site.pages[path])
        for path, page in graph.pages.items()
        if topic and path in site.pages and path.startswith(f"{topic}/") and path.count("/") > 1
    ]
    return [path for _, path in sorted((*entries, *deeper))]


def _title(site: _Site, path: str) -> str:
    """Of the page of that path."""
    if path == "index.md":
        return site.export.site.title
    folder = posixpath.dirname(path)
    page = site.export.graph.pages.get(path)
    titles = (topic.title for topic in site.export.site.topics if topic.name == folder)
    return next(titles, page.title if page else folder)


def _index(site: _Site, path: str) -> str:
    """The text of a folder, with a list of what is in it."""
    export, here = site.export, site.pages[path]
    folder = posixpath.dirname(path)
    page = export.graph.pages.get(path)
    parts = [f"# {text(line(_title(site, path)))}"]
    if page is not None:
        if page.fields.definition:
            parts.append(text(page.definition))
        parts.append(document(export, page, here, site.layout))
    if not folder:
        pages = {topic: site.pages.get(f"{topic.name}/index.md") for topic in export.site.topics}
        rows = [_row(here, page, topic.title, topic.description) for topic, page in pages.items() if page]
        parts.append("\n".join(rows))
    nodes = [node for node in export.graph.entries.values() if posixpath.dirname(node.path) == folder]
    parts.append("\n".join(_entry_row(site, here, node) for node in nodes))
    return "\n\n".join(part for part in parts if part) + "\n"


def _row(here: str, path: str, title: str, said: str) -> str:
    words = f": {text(line(said))}" if said else ""
    return f"- [{label(title)}]({quote(relative(here, path))}){words}"


def _entry_row(site: _Site, here: str, node: EntryNode) -> str:
    words = f": {text(line(node.definition))}" if node.definition else ""
    return f"- {link(site.export, here, node, layout=site.layout)}{words}"
