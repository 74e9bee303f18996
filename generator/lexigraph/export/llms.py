"""`llms.txt`, `llms-full.txt` and the Markdown of each entry: what a language model needs to find its way.

Source: llmstxt.org: a title, a quotation that says what this is, then headings with lists of links.
"""

from collections.abc import Iterable, Iterator

from lexigraph.export.artifact import Artifact, Export, line
from lexigraph.export.markdown.entry import entry_markdown
from lexigraph.export.markdown.links import link, site_layout
from lexigraph.export.markdown.quoting import text
from lexigraph.query.reading_order import in_reading_order

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = (
    "ids of relations, relations of an entry with itself or to wanted names",
    "hidden labels, mappings, labels in other languages, origins, which names are not to be linked",
    "of questions who raised them, their dates, what help is wanted, where they are discussed, ids of positions",
    "texts of topics and of the home page",
    "language, kinds and tags of the scheme",
    "redirects",
    "dates of the next review",
    "places",
)
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = True
SUFFIX = ""

_ROOT = "llms.txt"
_RULE = "\n" + "-" * 72 + "\n\n"


def artifacts(export: Export) -> Iterator[Artifact]:
    """The overview, all entries in one file, and each in a file of its own under the path of its source."""
    yield Artifact(_ROOT, _overview(export).encode())
    layout = site_layout(export)  # as large as the site, so made once
    order = in_reading_order(export.graph, export.graph.entries)
    entries = (entry_markdown(export, export.graph.entries[id], layout, "llms-full.txt") for id in order)
    yield Artifact("llms-full.txt", (_head(export) + "".join(f"{_RULE}{entry}" for entry in entries)).encode())
    for node in export.graph.entries.values():
        yield Artifact(export.site.files[node.id], entry_markdown(export, node, layout).encode())


def _overview(export: Export) -> str:
    graph = export.graph
    parts = [_head(export)]
    listed: set[str] = set()
    for topic in export.site.topics:
        own = [id for id in topic.entries if id not in listed]
        listed.update(own)
        about = f"{text(line(topic.description))}\n\n" if topic.description else ""
        if own or about:
            parts.append(f"\n## {text(line(topic.title))}\n\n{about}{_list(export, own)}")
    if others := [id for id in graph.entries if id not in listed]:
        parts.append(f"\n## {'Other entries' if listed else 'Entries'}\n\n{_list(export, others)}")
    parts.append(f"\n## Optional\n\n{_optional(export)}")
    return "".join(parts)


def _head(export: Export) -> str:
    scheme = export.graph.scheme
    head = f"# {text(line(export.site.title))}\n"
    if scheme.description:
        head += f"\n> {text(line(scheme.description))}\n"
    counts = [f"{len(export.graph.entries)} entries", f"{len(export.graph.questions)} open questions"]
    head += f"\n{', '.join(counts)}. License: {text(line(scheme.license)) or 'not stated'}.\n"
    return head


def _list(export: Export, ids: Iterable[str]) -> str:
    rows = []
    for id in ids:
        node = export.graph.entries[id]
        said = f": {text(line(node.definition))}" if node.definition else ""
        rows.append(f"- {link(export, _ROOT, node)}{said}\n")
    return "".join(rows)


def _optional(export: Export) -> str:
    rows = [
        "- [All entries in reading order](llms-full.txt): one file",
        "- [The graph](concepts.json): entries, relations, links and questions as JSON",
    ]
    if export.graph.questions:
        rows.append("- [Open questions](questions.json): with positions, and what would settle them, as JSON")
    return "\n".join(rows) + "\n"
