"""A Markdown link, image or embed to a file or site-absolute path that does not exist.

A Markdown link claims that a file is there. On the site it is shown as dashed text that leads nowhere, and on
GitHub it leads to an error.

```
as [fine-tuning](../adaption/fine-tuning.md) does      # the folder is called 'adaptation'
```

Mend the path. For an entry that is still to be written, use a wikilink: `[[fine-tuning]]`.
"""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from lexigraph.check.did_you_mean import DidYouMean, said_nearest
from lexigraph.check.written import loose_links
from lexigraph.graph import Graph, Unresolved
from lexigraph.model import Diagnostic, Reference, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E401", "broken-link", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each link or image to nothing, but those that leave the content (outside-content)."""
    near = DidYouMean(graph)
    outside = {(each.path, each.span.start) for each in graph.diagnostics if each.rule == "outside-content"}
    for item, written in loose_links(graph):
        if written.form == "wikilink" or item.candidates or (item.path, item.span.start) in outside:
            continue
        exists = _path_of(item, written) in graph.attachments
        yield RULE.at(
            item.path,
            item.span,
            f"'{written.target}' is not published, because a browser would run it"
            if exists
            else f"no file has the path '{written.target}'",
            help="link to where it is hosted, or offer it as a picture, a text or an archive"
            if exists
            else _way_out(near, item, written),
            entry=item.source,
            subject=written.target,
        )


def _path_of(item: Unresolved, written: Reference) -> str:
    """The path below the content folder that the reference names."""
    if written.target.startswith("/"):
        return posixpath.normpath(written.target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(item.path), written.target))


def _way_out(names: DidYouMean, item: Unresolved, written: Reference) -> str:
    if written.form == "image":
        return "put the file there, or mend the path"
    name = PurePosixPath(written.target.rstrip("/")).name.removesuffix(".md")
    near = [
        f"'{posixpath.relpath(entry.path, posixpath.dirname(item.path) or '.')}' (title {entry.title})"
        for entry in names.entries(name)
    ]
    if near:
        return said_nearest(near)
    return "mend the path; an entry that is still to be written is wanted by a wikilink, [[its name]]"
