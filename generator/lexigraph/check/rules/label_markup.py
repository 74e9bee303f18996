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

from lexigraph.check.items import rewritten
from lexigraph.check.labels import Label, labels
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Fix, Rule

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
    name, span = label.name, label.span(entry)
    if what := next((what for pattern, what in _MARKUP if pattern.search(name[:_LOOKED_AT])), ""):
        message, help, fix = f"{what} in the {label.what} '{_one_line(name)}'", "write the name as plain text", None
    elif name != _one_line(name):
        where = "a line break" if "\n" in name else "stray space"
        edits = rewritten(entry.parsed, span, _one_line(name))
        message, fix = (
            f"{where} in the {label.what} '{_one_line(name)}'",
            Fix(edits=edits, safe=True) if edits else None,
        )
        help = f"write '{_one_line(name)}'{' [--fix]' if fix else ''}"
    else:
        return
    yield RULE.at(entry.path, span, message, help=help, entry=entry.id, subject=label.place, fix=fix)


def _one_line(name: str) -> str:
    return " ".join(name.split())
