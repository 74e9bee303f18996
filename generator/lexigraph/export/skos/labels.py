"""The names of an entry as SKOS takes them: one preferred in each language, and none of them in two roles.

Source: W3C, SKOS Reference, S13 and S14.
"""

import re
from collections.abc import Iterable

from lexigraph.export.rdf.terms import Literal
from lexigraph.graph import EntryNode
from lexigraph.parse.comments import without_html_comments

__all__ = ["labels", "language_tag", "said"]

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)


def language_tag(tag: str) -> str:
    """The tag as BCP 47 writes it, `pt-BR`, `zh-Hant`; `und` for what is none."""
    if not _TAG.fullmatch(tag):
        return "und"
    first, *rest = tag.lower().split("-")
    cased: list[str] = [first]
    for part in rest:
        is_free = all(len(before) > 1 for before in cased)  # behind a part of one letter all is in lower case
        if is_free and len(part) == 2:
            part = part.upper()
        elif is_free and len(part) == 4 and part.isalpha():
            part = part.title()
        cased.append(part)
    return "-".join(cased)


def said(text: str) -> str:
    """The value of a field without comments and space around it."""
    return without_html_comments(text).strip()


def labels(node: EntryNode, language: str) -> tuple[list[Literal], list[Literal], list[Literal]]:
    """Preferred, alternative and hidden names; what clashes is left to the stronger.

    Args:
        node: the entry.
        language: tag of the scheme's language, in which all names are but `labels`.
    """
    fields = node.parsed.fields
    preferred = {language: Literal(said(node.title) or node.id, language)}
    for tag, title in fields.labels.items():
        if text := said(title):
            preferred.setdefault(language_tag(tag), Literal(text, language_tag(tag)))
    taken = set(preferred.values())
    alternative = _free(node.also_called, language, taken)
    return list(preferred.values()), alternative, _free(fields.hidden_labels, language, taken)


def _free(names: Iterable[str], language: str, taken: set[Literal]) -> list[Literal]:
    """The names that are not taken; they are from then on."""
    found = {Literal(text, language) for name in names if (text := said(name))} - taken
    taken |= found
    return list(found)
