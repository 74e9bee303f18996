"""The knowledge base as a whole (SKOS: ConceptScheme)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lexigraph.model.frozen_mapping import FrozenMapping
from lexigraph.vocabulary import BUILT_IN, Vocabulary

__all__ = ["Scheme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What `scheme.yml` says; everything has a default, for a folder without one."""

    title: str = ""
    description: str = ""
    license: str = ""
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
    check: Mapping[str, object] = FrozenMapping()
    """The `check` settings as written, read by `check`."""
    is_declared: bool = False
    """True when the folder has a `scheme.yml`; without one it is checked as a guest."""
