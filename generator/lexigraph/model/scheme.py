"""The knowledge base as a whole (SKOS: ConceptScheme)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lexigraph.model.frozen_mapping import FrozenMapping
from lexigraph.model.place import Span
from lexigraph.model.suppression import Suppression
from lexigraph.vocabulary import BUILT_IN, Kind, RelationType, Vocabulary

__all__ = ["Scheme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What `scheme.yml` says; everything has a default, for a folder without one."""

    title: str = ""
    """Name of the knowledge base."""
    description: str = ""
    """What it is about, in a sentence or two."""
    license: str = ""
    """Of the content: an SPDX identifier or an address."""
    base_iri: str = ""
    """Prefix of entries' IRIs; ends with `/` when set."""
    language: str = "en"
    """BCP 47 tag of the content."""
    tags: tuple[str, ...] = ()
    """The closed list of tags; empty: any tag."""
    ids: str = "stem"
    """`stem` or `path`: what an entry's id is made from."""
    fields: Mapping[str, str] = FrozenMapping()
    """A foreign front-matter name → ours."""
    vocabulary: Vocabulary = BUILT_IN
    """Kinds and relations, its own after the built-in ones."""
    check: Mapping[str, object] = FrozenMapping()
    """The `check` settings as written, read by `check`."""
    suppressions: tuple[Suppression, ...] = ()
    """Comments of `scheme.yml` that suppress findings in it; by place."""
    declared_kinds: tuple[Kind, ...] = ()
    """Kinds as declared, those that the vocabulary did not take included."""
    declared_relations: tuple[RelationType, ...] = ()
    """Relations likewise."""
    declared_fields: Mapping[str, tuple[str, ...]] = FrozenMapping()
    """Our name of a field as written → the foreign names."""
    places: Mapping[str, Span] = FrozenMapping()
    """Place of each value in `scheme.yml` by its path (`title`, `relations/0/inverse`) and of each key by `key:` and
    its path."""
    is_declared: bool = False
    """True when the folder has a `scheme.yml`; without one it is checked as a guest."""
