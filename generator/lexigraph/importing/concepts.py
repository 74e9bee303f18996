"""`concepts.json` as a content folder: what somebody published, to be worked on."""

from lexigraph.edit.scheme_file import scheme_file
from lexigraph.export.content import declared, entry_files, file_paths, page_file, page_paths, redirect_files
from lexigraph.graph import Graph
from lexigraph.importing.imported import Import
from lexigraph.loading.published import graph_of
from lexigraph.model import CannotChange, CannotLoad, UnsupportedSchema
from lexigraph.parse.decoding import FRONT_MATTER_LIMIT
from lexigraph.parse.fences import front_matter_end
from lexigraph.wording import counted

__all__ = ["SUFFIXES", "imported"]

SUFFIXES: tuple[str, ...] = (".json",)

_NAMED = 5
"""Things that one line of what is left names."""


def imported(data: bytes, *, suffix: str = "", topic: str = "") -> Import:
    """The document as the files that it was made from, but for comments and files that are no Markdown.

    Args:
        data: the document.
        suffix: not asked for.
        topic: the folder for entries that lie in none.

    Raises:
        CannotChange: it is no such document, or one of a version that is not known.
    """
    del suffix
    try:
        graph = graph_of(data, "concepts.json")
    except CannotLoad as error:
        raise CannotChange(error.reason, help="name a 'concepts.json' that a site or an export has") from None
    except UnsupportedSchema as error:
        raise CannotChange(str(error)) from None
    paths = file_paths(graph, topic=topic)
    files = {"scheme.yml": text} if (text := scheme_file(declared(graph.scheme))) else {}
    files |= {path: page_file(graph.pages[page]) for page, path in page_paths(graph).items()}
    files |= dict(redirect_files(graph, paths))
    files |= dict(entry_files(graph, paths))
    return Import(files=dict(sorted(files.items())), left=tuple(_left(graph, files)))


def _left(graph: Graph, files: dict[str, str]) -> list[str]:
    """What could not be carried."""
    said = [f"{item.message}: it was passed over" for item in graph.diagnostics]
    if names := sorted(graph.attachments_used):
        said.append(f"{counted(len(names), 'file', 'files')} that entries show: {_named(names)}")
    if names := [path for path, text in files.items() if front_matter_end(text) > FRONT_MATTER_LIMIT]:
        said.append(f"front matter of over {FRONT_MATTER_LIMIT // 1024} KiB, which will not be read: {_named(names)}")
    return said


def _named(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
