"""A definition that begins with the entry's own name, says only "see X", or two that define each other.

It stands below the title in every preview, so its first words are the most valuable of the page. The name itself
is known there, and a reader who does not know what it means learns nothing from it.

```
title: Embedding
definition: An embedding is an embedding of text in a vector space.
```

Begin with what kind of thing it is: "A list of numbers that …". What only points to another entry should be an
alias of that entry. Where the first paragraph serves as the definition, it may begin with the name, as prose does.
"""

import re
from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Related, Rule

__all__ = ["RULE", "findings"]

RULE = Rule("W205", "circular-definition", __doc__)

_NEED_NONE = frozenset({"question", "disambiguation"})
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:e?s)?(?:\s*\([^()]{1,40}\))?(?:\s*(?:[,:;.—–]|\Z)|\s+-\s|\s+(?:is|are|was|were|can|may|means?|refers?|describes?"
    r"|denotes?|stands?|occurs?|happens?|of|for|that|which|where|when|in|with|to|and|or|used)\b)",
    re.IGNORECASE,
)
"""What follows a name that stands for itself; otherwise it may be part of a longer one ("data" of "data cleaning")."""
_SEE = re.compile(
    r"(?:see(?: also)?:?|same as|synonym (?:of|for)|another (?:name|word|term) for|alias (?:of|for))\s[^.;:]{1,60}\.?",
    re.IGNORECASE,
)
_LOOKED_AT = 120
"""Characters at the start of a definition among which names are looked for."""
_WORDS = 5
"""Words at the start of a definition among which another entry's name is looked for."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each definition that leads back: to its own name, to another entry, to one that leads to it."""
    firsts = {name.partition(" ")[0] for names in (graph.names.folded, graph.names.aliases) for name in names}
    leads: dict[str, str] = {}
    for entry in graph.entries.values():
        start = _without_article(entry.definition[:_LOOKED_AT])
        if not start or entry.kind in _NEED_NONE:
            continue
        folded = start.casefold()
        if entry.parsed.fields.definition and (name := _own_name(entry, start, folded)):
            message = f"the definition begins with the entry's own name, '{name}'"
            yield _finding(entry, message, "begin with what kind of thing it is: 'A layer that …'", name)
        elif folded[0] in "sa" and _SEE.fullmatch(entry.definition):
            message = "the definition only points to another entry"
            yield _finding(
                entry, message, "say what it is; if both are one thing, make its title an alias there", "see"
            )
        else:
            words = folded.replace("-", " ").split(None, _WORDS)[:_WORDS]
            if words and words[0].rstrip(".,;:") in firsts and (other := _first_entry(graph, entry, words)):
                leads[entry.id] = other
    for id, other in leads.items():
        if leads.get(other) == id and graph.entries[id].path < graph.entries[other].path:
            yield _mutual(graph.entries[id], graph.entries[other])


def _without_article(text: str) -> str:
    article = _ARTICLE.match(text) if text[:1] in "aAtT" else None
    return text[article.end() :] if article else text


def _own_name(entry: EntryNode, start: str, folded: str) -> str:
    """The name of the entry with which the definition begins; empty when it begins otherwise."""
    fields = entry.parsed.fields
    for name in (entry.title, fields.acronym, *fields.aliases):
        if not name[1:] or name[0].casefold() != folded[0]:
            continue
        begins = start.startswith(name) if _is_exact(name) else folded.startswith(name.casefold())
        if begins and _GOES_ON.match(start, len(name)):
            return name
    return ""


def _is_exact(name: str) -> bool:
    """Whether capitals tell the name from a word: IT is not "it"."""
    return len(name) < 4 or sum(char.isupper() for char in name) > 1


def _first_entry(graph: Graph, entry: EntryNode, words: list[str]) -> str:
    """Id of the other entry whose name the words begin with, the longest name; empty when they begin otherwise."""
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".,;:")
        ids = graph.names.folded.get(name) or graph.names.aliases.get(name) or ()
        if len(ids) == 1 and ids[0] != entry.id:
            return ids[0]
    return ""


def _finding(entry: EntryNode, message: str, help: str, subject: str) -> Diagnostic:
    return RULE.at(entry.path, entry.parsed.definition_span, message, help=help, entry=entry.id, subject=subject)


def _mutual(entry: EntryNode, other: EntryNode) -> Diagnostic:
    return RULE.at(
        entry.path,
        entry.parsed.definition_span,
        f"{entry.id} is defined by {other.id}, and {other.id} by {entry.id}",
        help="define one of them without the other",
        related=[Related(path=other.path, span=other.parsed.definition_span, message=f"defined by {entry.id}")],
        entry=entry.id,
        subject=other.id,
    )
