"""The text of a `scheme.yml` that says what a scheme says of the knowledge base as a whole.

Which rules run is not in it, nor are other names of fields: files are written with ours.
"""

from collections.abc import Mapping, Sequence

from lexigraph.edit.entry_file import yaml_lines
from lexigraph.model import Scheme
from lexigraph.vocabulary import BUILT_IN, Kind, RelationType, Vocabulary

__all__ = ["scheme_file"]


def scheme_file(scheme: Scheme, fields: Mapping[str, str] | None = None) -> str:
    """The file; empty when everything is as it is without one.

    `fields` are the names under which the files have a field: ours → theirs.
    """
    values: dict[str, object] = {
        "title": scheme.title, "description": scheme.description, "license": scheme.license,
        "base_iri": scheme.base_iri, "language": scheme.language if scheme.language != "en" else "",
        "tags": list(scheme.tags), "ids": scheme.ids if scheme.ids != "stem" else "",
        "kinds": _kinds(scheme.vocabulary), "relations": _relations(scheme.vocabulary), "fields": fields or {},
    }  # fmt: skip
    return "".join(f"{line}\n" for line in yaml_lines(values))


def _kinds(vocabulary: Vocabulary) -> Sequence[object]:
    return [_kind(kind) for kind in vocabulary.kinds if BUILT_IN.kind(kind.key) is None]


def _kind(kind: Kind) -> Mapping[str, str]:
    return {"key": kind.key, "plural": kind.plural}


def _relations(vocabulary: Vocabulary) -> Sequence[object]:
    return [_relation(item) for item in vocabulary.relations if item.key not in BUILT_IN.directions]


def _relation(item: RelationType) -> Mapping[str, object]:
    return {
        "key": item.key, "words": item.words, "heading": item.heading, "inverse": item.inverse,
        "inverse_words": item.inverse_words, "inverse_heading": item.inverse_heading, "symmetric": item.symmetric,
        "transitive": item.transitive, "acyclic": item.acyclic, "from": list(item.from_kinds),
        "to": list(item.to_kinds), "skos": item.skos if item.skos != "skos:related" else "",
    }  # fmt: skip
