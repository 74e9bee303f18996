"""How descriptions are written in Turtle and N-Triples: the same bytes for the same descriptions.

Only what our exports need of the two syntaxes. Sources: W3C, RDF 1.1 Turtle and RDF 1.1 N-Triples.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lexigraph.export.rdf.terms import Description, Iri, Literal, Term

__all__ = ["n_triples", "turtle"]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?", re.ASCII)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def n_triples(descriptions: Iterable[Description]) -> Iterator[str]:
    """A line for each statement."""
    for subject, statements in descriptions:
        for predicate, values in statements:
            for value in values:
                yield f"<{subject}> <{predicate}> {_term(value)} .\n"


def turtle(descriptions: Iterable[Description], prefixes: Mapping[str, str], remark: str = "") -> Iterator[str]:
    """A paragraph for each thing, below the prefixes.

    Args:
        descriptions: what is said.
        prefixes: prefix → namespace, which ends with `/` or `#`.
        remark: a line of comment at the top.
    """
    if remark:
        yield f"# {' '.join(remark.split())}\n"
    for prefix, namespace in prefixes.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    short = _Short({namespace: prefix for prefix, namespace in prefixes.items()})
    for subject, statements in descriptions:
        if statements:
            rows = (f"{short.predicate(predicate)} {short.values(values)}" for predicate, values in statements)
            said = " ;\n    ".join(rows)
            yield f"\n{short.iri(subject)} {said} .\n"


class _Short:
    """IRIs as Turtle abbreviates them."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes

    def iri(self, value: str) -> str:
        """With its prefix, where there is one and the rest is a plain word."""
        at = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self.prefixes.get(value[:at])
        return f"<{value}>" if prefix is None or not _LOCAL.fullmatch(value, at) else f"{prefix}:{value[at:]}"

    def predicate(self, value: str) -> str:
        return "a" if value == _TYPE else self.iri(value)

    def values(self, values: Iterable[Term]) -> str:
        return ", ".join(map(self.term, values))

    def term(self, term: Term) -> str:
        if isinstance(term, Iri):
            return self.iri(term.value)
        if term.datatype == _BOOLEAN:
            return term.text
        return f"{_quoted(term)}^^{self.iri(term.datatype)}" if term.datatype else _quoted(term)


def _term(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term.value}>"
    return f"{_quoted(term)}^^<{term.datatype}>" if term.datatype else _quoted(term)


def _quoted(literal: Literal) -> str:
    """The text in quotes, with its language; what cannot be seen is written as its number."""
    text = literal.text
    if not (text.isprintable() and '"' not in text and "\\" not in text):
        text = "".join(map(_escaped, text))
    return f'"{text}"@{literal.language}' if literal.language else f'"{text}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # half of a character, which no text in UTF-8 holds
    return f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}"
