"""A definition of more than 300 characters or more than two sentences.

It stands alone in a preview, a search result and every list; what is longer is cut there, or nobody reads it.

```
definition: Fetching documents at query time. It was described in 2020. It is now used by most assistants.
```

Keep what the thing is, in one or two sentences; move the rest into the text below. Where the first paragraph
serves as the definition, only its length counts.
"""

import re
from collections.abc import Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Rule, Span
from lexigraph.parse.sentences import first_sentences

__all__ = ["CHARACTERS", "RULE", "SENTENCES", "findings"]

RULE = Rule("W202", "long-definition", __doc__)

CHARACTERS = 300
SENTENCES = 2

_STOP = re.compile(r"[.!?…。！？｡\n]")

_HELP = "keep what the thing is, in one or two sentences; move the rest into the text below"


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each definition that is too long: for its characters, else for its sentences."""
    for entry in graph.entries.values():
        length = len(entry.definition)
        if length > CHARACTERS:
            message, span = f"the definition has {length} characters; {CHARACTERS} fit in a tooltip", _excess(entry)
        elif entry.parsed.fields.definition and (sentences := _sentences(entry.definition)) > SENTENCES:
            message = f"the definition has {sentences} sentences; {SENTENCES} fit in a tooltip"
            span = entry.parsed.definition_span
        else:
            continue
        yield RULE.at(entry.path, span, message, help=_HELP, entry=entry.id)


def _sentences(text: str) -> int:
    """How many there are; for few it may say one or two too many."""
    if len(_STOP.findall(text)) < SENTENCES:  # they end all but the last
        return SENTENCES
    count, rest = 0, " ".join(text.split())
    while rest:
        rest = rest[len(first_sentences(rest, 0)) or len(rest) :].lstrip()
        count += 1
    return count


def _excess(entry: EntryNode) -> Span:
    """What is beyond the limit; the whole definition where the file and its plain text are not in step."""
    start, end, line, column = entry.parsed.definition_span
    if end - start != len(entry.definition):
        return entry.parsed.definition_span
    return Span(start + CHARACTERS, end, line, column + CHARACTERS)
