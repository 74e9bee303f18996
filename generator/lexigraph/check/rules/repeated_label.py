"""One name twice among an entry's title, aliases and hidden labels, or a second title in the scheme's language.

A thing has one title in each language, and another name of it is either shown or for search only (SKOS S13 and
S14). A name that stands twice is printed twice, and programs that read the glossary refuse it.

```
title: Fine-tuning
aliases: [fine-tuning, Adaptation]
```

Delete the weaker of the two; `check --fix` does it. A second title belongs under `aliases`. Capitals aside the
names have to be equal, but an acronym is told from a word: an entry may be called "Sage" and "SAGE".
"""

from collections.abc import Iterator

from lexigraph.check.facts.labels import Label, labels
from lexigraph.edit.front_matter import with_item, without_item
from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, Related, Rule
from lexigraph.names import fold_label

__all__ = ["RULE", "findings"]

RULE = Rule("E105", "repeated-label", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each name that stands somewhere stronger, or earlier, already; one for each second title."""
    language = graph.scheme.language.lower()
    for entry in graph.entries.values():
        fields = entry.parsed.fields
        names = (fields.title, *fields.aliases, *fields.hidden_labels)
        if not fields.labels and len({fold_label(name) for name in names}) == len(names):
            continue
        seen: dict[str, Label] = {}
        for label in labels(entry):
            is_title = label.field == "labels" and label.place.removeprefix("labels/").lower() == language
            if label.field == "acronym" or (label.field == "labels" and not is_title):
                continue
            first = seen.setdefault(fold_label(label.name), label)
            if first is not label:
                yield _repeated(entry, label, first)
            elif is_title and fields.title:
                yield _second_title(entry, label)


def _repeated(entry: EntryNode, label: Label, first: Label) -> Diagnostic:
    edits = without_item(entry.parsed, label.span(entry))
    is_same_list = first.field == label.field
    already = "the title" if first.field in ("title", "labels") else "an alias" if first.field == "aliases" else "there"
    return RULE.at(
        entry.path,
        label.span(entry),
        f"the {label.what} '{label.name}' stands twice"
        if is_same_list
        else f"the {label.what} '{label.name}' is {already} already",
        help="delete it",
        related=[
            Related(
                path=entry.path, span=first.span(entry), message="the first" if is_same_list else f"the {first.what}"
            )
        ],
        entry=entry.id,
        subject=label.name,
        edits=edits,
        safe=True,
    )


def _second_title(entry: EntryNode, label: Label) -> Diagnostic:
    added, gone = with_item(entry.parsed, "aliases", label.name), without_item(entry.parsed, label.span(entry))
    return RULE.at(
        entry.path,
        label.span(entry),
        f"a second title in the scheme's language: '{label.name}'",
        help="put it under 'aliases'; 'labels' are titles in other languages",
        related=[Related(path=entry.path, span=entry.parsed.title_span, message="the title")],
        entry=entry.id,
        subject=label.name,
        edits=(*added, *gone) if added and gone else (),
    )
