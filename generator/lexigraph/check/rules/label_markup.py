"""Markdown, HTML, line breaks or stray space in a title, label, alias, acronym or hidden label.

A name is shown in lists, tabs, search results and other programs, which print its marks as they are; a space too
many makes it another name for every program that compares.

```
title: "**Attention** "
```

Write the name without marks. `check --fix` trims the space.
"""

import re
from collections.abc import Iterator

from lexigraph.check.facts.labels import Label, labels
from lexigraph.edit.front_matter import rewritten
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Edit, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("E104", "label-markup", __doc__)

_SUSPECT = re.compile(r"[*_`\[<&~!]|\s\s|[^\S ]|(?:\A|\0)\s|\s(?:\0|\Z)")
_LOOKED_AT = 500
"""Characters at the start of a name in which markup is looked for, so that time is bounded."""
_MARKUP = (
    (re.compile(r"!?\[\[[^\[\]]+\]\]"), "a wikilink"),
    (re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)"), "an image"),
    (re.compile(r"\[[^\[\]]+\]\([^()\s]+\)"), "a link"),
    (re.compile(r"(\*\*|~~)(?=\S)[^*~]+(?<=\S)\1|(?<![\w*])\*(?=[^\s*])[^*]+(?<=[^\s*])\*(?![\w*])"), "Markdown"),
    (re.compile(r"(?<!\w)(?:__(?=\S)[^_]*\s[^_]*(?<=\S)__|_(?=[^\s_])[^_]+(?<=[^\s_])_)(?!\w)"), "Markdown"),
    (re.compile(r"`[^`]+`"), "Markdown"),
    (re.compile(r"<([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?>[^<>]*</\1\s*>|<(?:br|wbr|hr)\s*/?>|<!--"), "HTML"),
    (re.compile(r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"), "an HTML entity"),
)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each name in front matter that is not plain text on one line."""
    for entry in graph.entries.values():
        fields = entry.parsed.fields
        names = (fields.title, fields.acronym, *fields.aliases, *fields.hidden_labels, *fields.labels.values())
        if _SUSPECT.search("\0".join(names)):
            for label in labels(entry):
                yield from _judged(entry, label)


def _judged(entry: EntryNode, label: Label) -> Iterator[Diagnostic]:
    name, span, line = label.name, label.span(entry), _one_line(label.name)
    edits: tuple[Edit, ...] = ()
    if what := next((what for pattern, what in _MARKUP if pattern.search(name[:_LOOKED_AT])), ""):
        help = "write the name as plain text"
    elif name != line:
        what = "a line break" if "\n" in name else "stray space"
        help, edits = f"write '{line}'", rewritten(entry.parsed, span, line)
    else:
        return
    message = f"{what} in the {label.what} '{line}'"
    yield RULE.at(entry.path, span, message, help=help, entry=entry.id, subject=label.place, edits=edits, safe=True)


def _one_line(name: str) -> str:
    return " ".join(name.split())
