"""A scheme without title, description, licence or address, or a topic without a page of its own.

Whoever meets the knowledge base in a search engine, a catalogue or an export has to know what it is, what they may do
with it, and under which address its entries are cited. A topic without `index.md` is a list without an introduction.

```yaml
title: AI engineering
description: What a person who builds with foundation models has to understand.
license: CC-BY-4.0
base_iri: https://glossary.example.org/
```

Add what lacks to `scheme.yml`, and `<topic>/index.md` with a heading and a paragraph.
"""

from collections.abc import Iterator

from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Diagnostic, Rule
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("I804", "incomplete-scheme", __doc__)


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for the scheme, one for each topic; none for a folder without `scheme.yml`."""
    scheme = graph.scheme
    if not scheme.is_declared:
        return
    has = {
        "'title'": bool(scheme.title),
        "'description'": bool(scheme.description),
        "'license'": bool(scheme.license),
        "'base_iri'": bool(scheme.base_iri),
    }
    lacking = [name for name, is_there in has.items() if not is_there]
    if lacking:
        yield RULE.at(
            "scheme.yml",
            NOWHERE,
            f"a scheme without {listed(lacking, last='and')}",
            help="readers of exports and catalogues look for it"
            if len(lacking) == 1
            else "readers of exports and catalogues look for them",
            subject=" ".join(name.strip("'") for name in lacking),
        )
    for topic in graph.topics:
        path = f"{topic}/index.md"
        if path not in graph.pages:
            yield RULE.at(
                path,
                NOWHERE,
                f"the topic '{topic}' has no page of its own",
                help="write it, with a heading '# …' and a paragraph about what belongs here",
                subject=topic,
            )
