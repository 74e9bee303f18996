"""A list, heading, image, table, code block or template tag in `definition`.

A definition is shown where there is room for a sentence only: in previews, search results, lists and other
programs. Blocks run together there, and images and tags are lost.

```
definition: |
  Tools for:
  - search
  - storage
```

Write one or two sentences of plain text, and move the rest into the text below.
"""

import re
from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E203", "block-in-definition", __doc__)

_SUSPECT = re.compile(r"[\n#!<{|`~]|\A[-*+\d]")
_CODE = re.compile(r"(?<!`)(`+)[^`\n]+\1(?!`)|\$[^$\n]+\$")
_BLOCKS = (
    (re.compile(r"(?m)^ {0,3}#{1,6} +\S"), "a heading"),
    (re.compile(r"(?m)^ {0,3}(?:`{3}|~{3})"), "a code block"),
    (re.compile(r"(?m)^ {0,3}\|.*\|[ \t]*$|^[ \t|:-]*-{3,}[ \t]*\|"), "a table"),
    (re.compile(r"(?m)^ {0,3}(?:[-*+]|\d{1,9}[.)]) +\S.*(?:\n\s*(?:[-*+]|\d{1,9}[.)]) +\S|\Z)"), "a list"),
    (re.compile(r"!\[[^\[\]]*\]\(|!\[\[|<(?i:img|figure|picture|svg|video|iframe)\b"), "an image"),
    (re.compile(r"<(?i:table|ul|ol|dl|pre|div|p|h[1-6]|details)\b"), "an HTML block"),
    (re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"), "a template tag"),
)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each definition in front matter that holds more than a sentence can: the first such thing in it."""
    for entry in graph.entries.values():
        written = entry.parsed.fields.definition
        if not written or not _SUSPECT.search(written):
            continue
        text = _CODE.sub("", written)
        if what := next((what for pattern, what in _BLOCKS if pattern.search(text)), ""):
            yield RULE.at(
                entry.path,
                entry.parsed.definition_span,
                f"{what} in the definition",
                help="write one or two sentences of plain text, and move the rest into the text below",
                entry=entry.id,
                subject=what,
            )
