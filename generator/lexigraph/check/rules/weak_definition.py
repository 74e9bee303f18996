"""A definition that says only what the thing is not, starts in lower case, or has no full stop.

It is printed as a sentence below the title, in previews and in lists of other definitions; there it looks
unfinished. What a thing is not leaves open everything that it is.

```
definition: not a database
```

Write a sentence that says what it is. `check --fix` adds the full stop.
"""

import re
from collections.abc import Iterator

from lexigraph.edit.front_matter import appended
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Edit, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("I207", "weak-definition", __doc__)

_NEED_NONE = frozenset({"question", "disambiguation"})
_NEGATIVE = re.compile(
    r"(?:it is )?(?:not|neither|never|anything (?:but|other than|that is not)|the opposite of)\s[^.;:]*?\.?",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|rather|instead|only|it)\b", re.IGNORECASE)
_LOWER = re.compile(r"[^\W\d_]+(?=[\s,.;:)]|\Z)")
"""A first word that is no name with signs in it, like k-means or vLLM."""
_STOPPED = re.compile(r"[.!?…。！？｡։।؟۔።][\"'”’»)\]*_]*\Z")
_TAKES_STOP = re.compile(r"[A-Za-z0-9À-ɏͰ-ԯ)\]\"'”’»`$%]\Z")
"""Ends after which a full stop can be put: letters of the scripts that have it, and closing signs."""
_OTHER_SCRIPT = re.compile(r"[\u0e00-\u109f\u1780-\u17ff]\Z")
"""Scripts of South-East Asia, which end sentences with a space."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """For each definition what makes it weak: one finding for what it says, its first letter, and its end."""
    for entry in graph.entries.values():
        definition = entry.definition
        if not definition or entry.kind in _NEED_NONE:
            continue
        if _NEGATIVE.fullmatch(definition) and not _BUT.search(definition):
            yield _finding(entry, "the definition says only what it is not", "say what it is", "negative")
        if definition[0].islower() and (word := _LOWER.match(definition)) and word[0].islower():
            yield _finding(entry, "the definition starts in lower case", "begin with a capital letter", "lower case")
        if definition.endswith((":", "：")):
            yield _finding(entry, "the definition ends before it says what it is", "say it in a sentence", "full stop")
        elif not _STOPPED.search(definition) and not _OTHER_SCRIPT.search(definition):
            edits = _full_stop(entry)
            help = "end it with a full stop" if edits else "end it as a sentence"
            yield _finding(entry, "the definition has no full stop", help, "full stop", edits)


def _full_stop(entry: EntryNode) -> tuple[Edit, ...]:
    """The edit that adds it to the definition in front matter, if that ends with a word."""
    written = entry.parsed.fields.definition
    if not written or not _TAKES_STOP.search(written) or _STOPPED.search(written):
        return ()
    return appended(entry.parsed, entry.parsed.definition_span, ".")


def _finding(entry: EntryNode, message: str, help: str, subject: str, edits: tuple[Edit, ...] = ()) -> Diagnostic:
    span = entry.parsed.definition_span
    return RULE.at(entry.path, span, message, help=help, entry=entry.id, subject=subject, edits=edits, safe=True)
