"""The scheme and the vocabulary of a document, and the address of its site."""

import re
from collections.abc import Iterator
from dataclasses import replace

from msgspec import UNSET

from lexigraph.loading.published.document import finding, kinds, relation_types
from lexigraph.loading.published.records import Document
from lexigraph.model import NOWHERE, Diagnostic, FrozenMapping, Scheme
from lexigraph.vocabulary import BUILT_IN, Kind, RelationType

__all__ = ["scheme_of", "site_address"]

_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_KEY = re.compile(r"[^\W\d][\w\-]*")
_LONGEST = 2048
"""Characters of an address."""


def scheme_of(read: Document, findings: list[Diagnostic]) -> Scheme:
    """The scheme. What is built in means what it means here, whatever the document says of it."""
    said = read.scheme
    base_iri = site_address(read.url, "") if said.base_iri is UNSET else said.base_iri
    if base_iri and not _is_web(base_iri):
        findings.append(finding("$.scheme.base_iri", "this is no address that begins with http"))
        base_iri = ""
    places = FrozenMapping({"base_iri": NOWHERE} if base_iri and said.base_iri is not UNSET else {})
    own_kinds, own_relations = tuple(_own_kinds(read, findings)), tuple(_own_relations(read, findings))
    return Scheme(
        title=said.title, description=said.description, license=said.license, base_iri=base_iri, places=places,
        language=said.language or "en", tags=said.tags, ids=said.ids,
        vocabulary=BUILT_IN.extended(own_kinds, own_relations) if own_kinds or own_relations else BUILT_IN,
    )  # fmt: skip


def _own_kinds(read: Document, findings: list[Diagnostic]) -> Iterator[Kind]:
    """Those that are not built in."""
    known = {kind.key for kind in BUILT_IN.kinds}
    for place, kind in kinds(read.vocabulary.kinds, findings):
        if kind.key in known:
            continue
        known.add(kind.key)
        if _KEY.fullmatch(kind.key):
            yield kind
        else:
            findings.append(finding(f"{place}.key", "a key is made of letters, digits and hyphens"))


def _own_relations(read: Document, findings: list[Diagnostic]) -> Iterator[RelationType]:
    """Those that are not built in."""
    known = set(BUILT_IN.directions)
    built_in = {relation.key for relation in BUILT_IN.relations}
    for place, relation in relation_types(read.vocabulary.relations, findings):
        if relation.key in built_in:
            continue
        keys = (relation.key,) if relation.symmetric else (relation.key, relation.inverse)
        if not all(map(_KEY.fullmatch, keys)):
            findings.append(finding(f"{place}.key", "a key is made of letters, digits and underscores"))
        elif known.intersection(keys) or len(set(keys)) < len(keys):
            findings.append(finding(f"{place}.key", f"another relation has the key '{relation.key}' or its inverse"))
        else:
            known.update(keys)
            yield replace(relation, inverse="") if relation.symmetric else relation


def site_address(url: str, fetched: str) -> str:
    """The site's own address, else the folder of the address from which the document was fetched; ends in a slash."""
    for address in (url, fetched.rpartition("/")[0]):
        if _is_web(address):
            return f"{address.rstrip('/')}/"
    return ""


def _is_web(address: str) -> bool:
    return len(address) <= _LONGEST and _WEB.fullmatch(address) is not None
