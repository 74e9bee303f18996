"""Text that looks like a link and is none, or a link in a heading.

The reader sees brackets and a file name in the middle of the sentence, and the entry that was meant gets no backlink.
A link in a heading is one that nobody expects: a heading is itself what contents and other pages link to.

```
see [RAG] (rag.md) and [[fine-tuning]
```

No space before the parenthesis, two brackets on both sides, a file name without spaces. Out of a heading, move the link
into the first sentence below it.
"""

from collections.abc import Iterator

from lexigraph.check.facts.references import documents
from lexigraph.edit.links import written_at
from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W408", "malformed-link", __doc__)

_SAID = {
    "space": ("this is no link, for a space stands before the parenthesis", "write [text](file.md) without the space"),
    "spaces": ("this is no link, for there are spaces in the path", "write <…> round the path, or %20 for each space"),
    "turned": ("this is no link, for the brackets are the wrong way round", "write [text](file.md)"),
    "broken": ("this is no link, for a wikilink stands on one line", "put it on one line"),
    "open": ("this is no link, for two brackets open and not two close", "write [[name]]"),
    "close": ("this is no link, for one bracket opens and two close", "write [[name]]"),
    "undefined": ("this is no link, for nothing says where it leads", "write [text](file.md), or define it"),
    "heading": ("a link in a heading", "move it into the text below"),
}
"""What it is → the message and the way out."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each place."""
    for id, parsed in documents(graph):
        for link in parsed.malformed_links:
            message, help = _SAID[link.what]
            written = " ".join(written_at(parsed, link.span.start, link.span.end).split())
            yield RULE.at(parsed.path, link.span, message, help=help, entry=id, subject=written)
