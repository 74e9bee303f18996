"""A Markdown link, image or embed to a file or site-absolute path that does not exist.

A Markdown link claims that a file is there. On the site it is shown as dashed text that leads nowhere, and on
GitHub it leads to an error.

```
as [fine-tuning](../adaption/fine-tuning.md) does      # the folder is called 'adaptation'
```

Mend the path; `lexigraph check --fix --unsafe-fixes` writes the nearest. For an entry that is still to be written, use
a wikilink: `[[fine-tuning]]`.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from lexigraph.check.facts.references import loose_links
from lexigraph.check.words.did_you_mean import DidYouMean
from lexigraph.edit.links import retargeted, way_to
from lexigraph.graph import EntryNode, Graph, Unresolved
from lexigraph.model import Diagnostic, Edit, Reference, Rule
from lexigraph.read import is_passive
from lexigraph.wording import the_nearest

__all__ = ["RULE", "findings"]

RULE = Rule("E401", "broken-link", __doc__)

_SHOWN = 3
"""Files that the help names at most."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each link or image to nothing, but those that leave the content (outside-content)."""
    ways = _Ways(graph)
    outside = {(each.path, each.span.start) for each in graph.diagnostics if each.rule == "outside-content"}
    for item, written in loose_links(graph):
        if written.form == "wikilink" or item.candidates or (item.path, item.span.start) in outside:
            continue
        edits: tuple[Edit, ...] = ()
        if _path_of(item, written) in graph.attachments:
            message = f"'{written.target}' is not published, because a browser would run it"
            help = "link to where it is hosted, or offer it as a picture, a text or an archive"
        else:
            message = f"no file has the path '{written.target}'"
            help, edits = ways.out(item, written)
        yield RULE.at(
            item.path,
            item.span,
            message,
            help=help,
            entry=item.source,
            subject=written.target,
            edits=edits,
        )


def _path_of(item: Unresolved, written: Reference) -> str:
    """The path below the content folder that the reference names."""
    if written.target.startswith("/"):
        return posixpath.normpath(written.target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(item.path), written.target))


class _Ways:
    """Ways out of broken links in one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names = DidYouMean(graph)

    def out(self, item: Unresolved, written: Reference) -> tuple[str, tuple[Edit, ...]]:
        """The help, and edits that write the nearest path."""
        graph = self._graph
        near: list[tuple[str, str]]
        if written.form == "image":
            files = self._files.get(PurePosixPath(written.target).name.casefold(), ())
            near = [(way_to(item.path, path), "") for path in files]
        else:
            entries = self._entries(written)
            near = [(way_to(item.path, entry.path), f" (title {entry.title})") for entry in entries]
        if near:
            parsed = graph.entries[item.source].parsed if item.source else graph.pages[item.path]
            return the_nearest([f"'{path}'{title}" for path, title in near]), retargeted(parsed, written, near[0][0])
        if written.form == "image":
            return "put the file there, or mend the path", ()
        return "mend the path; an entry that is still to be written is wanted by a wikilink, [[its name]]", ()

    def _entries(self, written: Reference) -> Sequence[EntryNode]:
        """The entry that has or had the name, in another folder, else the nearest."""
        name = PurePosixPath(written.target.rstrip("/")).name.removesuffix(".md")
        known = self._graph.names.paths.get(name, ())
        return [self._graph.entries[known[0]]] if len(known) == 1 else self._names.entries(name)

    @cached_property
    def _files(self) -> Mapping[str, Sequence[str]]:
        """Name of a file, capitals aside → the paths of at most three that may be shown, in order."""
        found: dict[str, list[str]] = {}
        for path in sorted(filter(is_passive, self._graph.attachments)):
            same = found.setdefault(PurePosixPath(path).name.casefold(), [])
            if len(same) < _SHOWN:
                same.append(path)
        return found
