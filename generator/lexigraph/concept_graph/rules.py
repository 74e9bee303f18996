"""The rules that `ConceptGraph.check` runs."""

from __future__ import annotations

from lexigraph.concept_graph.arguments import text_of

__all__ = ["explain"]


def explain(code: str) -> str:
    """What the rule with that code or name finds, why that is bad, what to do and how to keep it silent; Markdown.

    Raises:
        UnknownRule: there is none; it carries the nearest.

    >>> print(lexigraph.explain("unknown-entry"))
    # unknown-entry (E301)
    ...
    """
    from lexigraph.check import explain

    return explain(text_of(code, "a rule is named by its code or name, a str"))
