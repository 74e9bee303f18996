"""What an import could not carry, or carried as something else: counted, each kind with an example."""

from collections import Counter
from collections.abc import Iterator

from lexigraph.edit.new_file import in_a_line
from lexigraph.export.rdf.names import NAMESPACES
from lexigraph.export.rdf.terms import Iri, Term
from lexigraph.wording import counted

__all__ = ["Left", "short"]

_LONGEST = 60
"""Characters of an example that are shown."""
_PREFIXES = {
    **{namespace: prefix for prefix, namespace in NAMESPACES.items()},
    "http://purl.org/dc/elements/1.1/": "dc", "http://www.w3.org/2008/05/skos-xl#": "skosxl",
    "http://xmlns.com/foaf/0.1/": "foaf",
}  # fmt: skip
_XL = "http://www.w3.org/2008/05/skos-xl#"


def short(iri: str) -> str:
    """The IRI with a prefix that everybody knows, else whole; on one line."""
    if iri.startswith("_:"):
        return "something without a name"
    at = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _PREFIXES.get(iri[:at])
    return in_a_line(f"{prefix}:{iri[at:]}" if prefix else f"<{iri}>")


class Left:
    """The list in the making."""

    def __init__(self) -> None:
        self._statements: Counter[str] = Counter()
        self._remarks: Counter[str] = Counter()
        self._examples: dict[str, str] = {}

    def statement(self, title: str, property: str, value: Term) -> None:
        """Note a statement that has no place; `title` is what the thing is called."""
        self._statements[property] += 1
        said = short(value.value) if isinstance(value, Iri) else f"'{_cut(value.text)}'"
        self._example(property, f"{_cut(title)} → {said}")

    def remark(self, what: str, title: str) -> None:
        """Note something that was carried in another way; `what` says which things and how, in the plural."""
        self._remarks[what] += 1
        self._example(what, _cut(title))

    def _example(self, key: str, example: str) -> None:
        self._examples[key] = min(example, self._examples.get(key, example))

    def lines(self) -> Iterator[str]:
        """One for each property and each remark, sorted."""
        for property, number in sorted(self._statements.items(), key=lambda item: short(item[0])):
            why = " (labels that are things of their own, SKOS-XL, are not read)" if property.startswith(_XL) else ""
            yield (
                f"{counted(number, 'statement', 'statements')} of {short(property)}{why}, "
                f"such as {self._examples[property]}"
            )
        for what, number in sorted(self._remarks.items()):
            yield f"{what}: {number}, such as {self._examples[what]}"


def _cut(text: str) -> str:
    line = in_a_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
