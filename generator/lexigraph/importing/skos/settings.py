"""The `scheme.yml` of a thesaurus: what its concept scheme says of the whole, and the words that the file declares."""

import re
from collections.abc import Collection, Iterable, Iterator

from lexigraph.edit.new_file import in_a_line
from lexigraph.edit.scheme_file import scheme_file
from lexigraph.export.rdf.names import DCT, RDF, RDFS, SKOS, VANN
from lexigraph.export.rdf.terms import Iri
from lexigraph.export.skos.labels import language_tag
from lexigraph.importing.skos.names import Names
from lexigraph.importing.skos.thesaurus import DC, Thesaurus
from lexigraph.model import Scheme
from lexigraph.vocabulary import BUILT_IN, Kind, Vocabulary

__all__ = ["settings"]

_SPDX = "https://spdx.org/licenses/"
_MARKUP = re.compile(r"[*_`\[<&~]")
_GUEST = """\
# Other people wrote this: what is broken is found, their style is left alone. Without these lines every rule runs.
check:
  profile: guest
"""
_TITLE = (f"{DCT}title", f"{DC}title", f"{SKOS}prefLabel", f"{RDFS}label")
_DESCRIPTION = (f"{DCT}description", f"{DC}description", f"{SKOS}definition", f"{RDFS}comment")
_LICENSE = (f"{DCT}license", f"{DCT}rights", f"{DC}rights")
_READ_ELSEWHERE = frozenset(
    (f"{RDF}type", f"{DCT}language", f"{DC}language", f"{SKOS}hasTopConcept", f"{VANN}preferredNamespaceUri")
)


def settings(
    known: Thesaurus, vocabulary: Vocabulary, kinds: Collection[str], base_iri: str, names: Iterable[Names]
) -> str:
    """The text of the file.

    Args:
        known: the thesaurus.
        vocabulary: has the relations of its own.
        kinds: keys of the kinds that entries have.
        base_iri: of the entries; may be empty.
        names: of the entries. Where one looks like markup, the rule against that is switched off: it is as it is.
    """
    own = tuple(
        Kind(key=key, plural=f"{_kind_label(known, key)}s") for key in sorted(kinds) if key and not BUILT_IN.kind(key)
    )
    scheme = Scheme(
        title=_text(known, _TITLE), description=_text(known, _DESCRIPTION), license=_license(known), base_iri=base_iri,
        language=language_tag(known.language), vocabulary=vocabulary.extended(own, ()),
    )  # fmt: skip
    for property in known.things.get(known.scheme, {}).keys() - _READ_ELSEWHERE - {*_TITLE, *_DESCRIPTION, *_LICENSE}:
        for term in known.terms(known.scheme, property):
            known.left.statement(scheme.title or "the scheme", property, term)
    all_names = (name for each in names for name in _all(each))
    ignored = "  ignore: [label-markup]\n" if any(map(_MARKUP.search, all_names)) else ""
    return f"{scheme_file(scheme)}{_GUEST}{ignored}"


def _all(names: Names) -> Iterator[str]:
    yield names.title
    yield from names.labels.values()
    yield from names.aliases
    yield from names.hidden_labels


def _kind_label(known: Thesaurus, key: str) -> str:
    return known.label(f"{known.scheme}#kind/{key}") or Kind(key=key, plural="").label


def _text(known: Thesaurus, properties: tuple[str, ...]) -> str:
    """The first of these texts in the language of the thesaurus; other ones are left."""
    found = known.preferred(known.texts(known.scheme, *properties))
    text = in_a_line(found[0].text) if found else ""
    for property in properties:
        for term in known.terms(known.scheme, property):
            if isinstance(term, Iri) or in_a_line(term.text) != text:
                known.left.statement(text or "the scheme", property, term)
    return text


def _license(known: Thesaurus) -> str:
    """The licence: an SPDX identifier where it is the address of one."""
    chosen = ""
    for property in _LICENSE:
        for term in known.terms(known.scheme, property):
            text = term.value.removeprefix(_SPDX) if isinstance(term, Iri) else in_a_line(term.text)
            if chosen and text != chosen:
                known.left.statement("the scheme", property, term)
            chosen = chosen or text
    return chosen
