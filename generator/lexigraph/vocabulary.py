"""The words of a knowledge base: kinds, relations, structured headings, foreign field names.

Owns the built-in vocabulary as data and its lookups. A scheme may extend kinds and relations
(`Vocabulary.extended`); nothing else in the program knows a relation by name unless it is one that
the entry format gives a meaning of its own (`compares`, `about`, …).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = [
    "ATTRIBUTES",
    "BUILT_IN",
    "FOREIGN_FIELDS",
    "HELP_WANTED",
    "LEVELS",
    "REVIEWS",
    "STATES",
    "STATUSES",
    "STRUCTURED_HEADINGS",
    "UNSETTLED",
    "Direction",
    "Kind",
    "RelationType",
    "Vocabulary",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What an entry can be."""

    key: str
    """Singular, lower case, as written in front matter: `technique`."""
    plural: str
    """Heading of a list of them: `Techniques`."""
    is_concept: bool = True
    """True when it stands for a thing in the domain (SKOS: Concept); False for pages about things."""

    @property
    def label(self) -> str:
        """The key as a label: `Technique`."""
        return self.key[:1].upper() + self.key[1:].replace("-", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """A typed, directed link, with the words of both directions."""

    key: str
    """As written in front matter: `broader`."""
    words: str
    """Verb phrase from source to target: `is a kind of`."""
    heading: str
    """Group heading on the source's page: `A kind of`."""
    inverse: str = ""
    """Key of the other direction; empty when symmetric."""
    inverse_words: str = ""
    """Verb phrase from target to source: `has the kind`."""
    inverse_heading: str = ""
    """Group heading on the target's page: `Kinds`."""
    symmetric: bool = False
    """True when both directions say the same."""
    transitive: bool = False
    """True when it passes on along a chain."""
    acyclic: bool = False
    """True when a circle is an error."""
    hierarchical: bool = False
    """True when it says what stands above what."""
    from_kinds: tuple[str, ...] = ()
    """Kinds the source may have; empty: any."""
    to_kinds: tuple[str, ...] = ()
    """Kinds the target may have; empty: any."""
    skos: str = "skos:related"
    """The property it is, or refines, on export."""

    @property
    def joins_questions(self) -> bool:
        """True when two questions may stand at its ends; they may then be bullets too."""
        return self.key == "part_of" or self.from_kinds == self.to_kinds == ("question",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """One way of reading a relation type: the key an author writes and what it says."""

    key: str
    """As written in front matter: `narrower`."""
    words: str
    """Verb phrase: `has the kind`."""
    heading: str
    """Group heading on a page: `Kinds`."""
    opposite: str
    """Key of the other direction; the key itself when symmetric."""
    type: RelationType
    """The relation that is read."""
    inverted: bool
    """True when this is the inverse of `type`: source and target swap."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Kinds and relation types of one scheme, in their order of display."""

    kinds: tuple[Kind, ...]
    """In order of display."""
    relations: tuple[RelationType, ...]
    """In order of display."""
    directions: Mapping[str, Direction] = field(init=False, compare=False)
    """Every key that may be written, inverses too, in order of display."""

    def __post_init__(self) -> None:
        directions: dict[str, Direction] = {}
        for relation in self.relations:
            opposite = relation.key if relation.symmetric else relation.inverse
            directions[relation.key] = Direction(
                key=relation.key, words=relation.words, heading=relation.heading,
                opposite=opposite, type=relation, inverted=False,
            )  # fmt: skip
            if not relation.symmetric:
                directions[relation.inverse] = Direction(
                    key=relation.inverse, words=relation.inverse_words, heading=relation.inverse_heading,
                    opposite=relation.key, type=relation, inverted=True,
                )  # fmt: skip
        object.__setattr__(self, "directions", MappingProxyType(directions))

    def __reduce__(self) -> tuple[type["Vocabulary"], tuple[tuple[Kind, ...], tuple[RelationType, ...]]]:
        """Make it picklable for worker processes (a mapping proxy is not)."""
        return Vocabulary, (self.kinds, self.relations)

    def kind(self, key: str) -> Kind | None:
        """The kind with that key, or None."""
        return next((kind for kind in self.kinds if kind.key == key), None)

    def extended(self, kinds: tuple[Kind, ...], relations: tuple[RelationType, ...]) -> "Vocabulary":
        """This vocabulary with a scheme's own kinds and relations after the built-in ones.

        What repeats a built-in key is left out; the caller reports it (`incoherent-scheme`).
        """
        known_kinds = {kind.key for kind in self.kinds}
        return Vocabulary(
            self.kinds + tuple(kind for kind in kinds if kind.key not in known_kinds),
            self.relations + tuple(
                relation for relation in relations
                if relation.key not in self.directions and relation.inverse not in self.directions
            ),
        )  # fmt: skip


def _relation(
    key: str, words: str, heading: str, inverse: str = "", inverse_words: str = "", inverse_heading: str = "",
    flags: str = "", from_kinds: tuple[str, ...] = (), to_kinds: tuple[str, ...] = (), skos: str = "skos:related",
) -> RelationType:  # fmt: skip
    """One row of the table below; `flags` holds s(ymmetric), t(ransitive), a(cyclic), h(ierarchical)."""
    return RelationType(
        key=key, words=words, heading=heading,
        inverse=inverse, inverse_words=inverse_words, inverse_heading=inverse_heading,
        symmetric="s" in flags, transitive="t" in flags, acyclic="a" in flags, hierarchical="h" in flags,
        from_kinds=from_kinds, to_kinds=to_kinds, skos=skos,
    )  # fmt: skip


RELATIONS: tuple[RelationType, ...] = (
    _relation("broader", "is a kind of", "A kind of", "narrower", "has the kind", "Kinds", "tah", skos="skos:broader"),
    _relation("part_of", "is part of", "Part of", "has_part", "has the part", "Parts", "tah",
              skos="iso-thes:broaderPartitive"),
    _relation("instance_of", "is an example of", "An example of", "instances", "has the example", "Examples", "h",
              skos="iso-thes:broaderInstantial"),
    _relation("requires", "presupposes", "Understand first", "required_for", "leads on to", "Leads on to", "ta"),
    _relation("uses", "uses", "Uses", "used_by", "is used by", "Used by"),
    _relation("implements", "implements", "Implements", "implemented_by", "is implemented by", "Tools that use it",
              from_kinds=("tool", "model")),
    _relation("extends", "builds on", "Builds on", "extended_by", "is built upon by", "Built upon by", "a"),
    _relation("addresses", "addresses", "Addresses", "addressed_by", "is addressed by", "Addressed by"),
    _relation("evaluated_by", "is measured by", "Measured by", "evaluates", "measures", "Measures",
              to_kinds=("metric", "benchmark")),
    _relation("developed_by", "was developed by", "Developed by", "develops", "developed", "Developed",
              to_kinds=("organization", "person"), skos="dct:creator"),
    _relation("contrasts_with", "differs from", "Differs from", flags="s"),
    _relation("alternative_to", "is an alternative to", "Alternatives", flags="s"),
    _relation("compares", "compares", "Compares", "compared_in", "is compared in", "Compared in",
              from_kinds=("comparison",), skos="schema:about"),
    _relation("superseded_by", "was superseded by", "Superseded by", "supersedes", "supersedes", "Supersedes", "a",
              skos="dct:isReplacedBy"),
    _relation("about", "is about", "About", "raises", "raises", "Open questions",
              from_kinds=("question",), skos="schema:about"),
    _relation("depends_on", "depends on", "Depends on", "holds_up", "holds up", "Holds up", "a",
              from_kinds=("question",), to_kinds=("question",), skos=""),
    _relation("would_settle", "would settle", "Would settle", "settled_by", "would be settled by",
              "Would be settled by", from_kinds=("question",), to_kinds=("question",), skos=""),
    _relation("related", "is related to", "See also", flags="s"),
)  # fmt: skip

KINDS: tuple[Kind, ...] = (
    Kind(key="concept", plural="Concepts"),
    Kind(key="technique", plural="Techniques"),
    Kind(key="model", plural="Models"),
    Kind(key="tool", plural="Tools"),
    Kind(key="dataset", plural="Datasets"),
    Kind(key="benchmark", plural="Benchmarks"),
    Kind(key="metric", plural="Metrics"),
    Kind(key="organization", plural="Organizations"),
    Kind(key="person", plural="People"),
    Kind(key="comparison", plural="Comparisons", is_concept=False),
    Kind(key="lesson", plural="Lessons", is_concept=False),
    Kind(key="question", plural="Questions", is_concept=False),
    Kind(key="disambiguation", plural="Disambiguations", is_concept=False),
)

BUILT_IN = Vocabulary(KINDS, RELATIONS)

STATUSES = ("draft", "stable", "deprecated")
"""Statuses of an entry, in order of its life."""

LEVELS = ("intro", "intermediate", "advanced")
"""Levels of an entry, in order of reading."""

STATES = ("open", "partially-answered", "answered", "dissolved")
"""States of a question, in order of display."""

UNSETTLED = ("open", "partially-answered")
"""Those of them in which there is something left to answer."""

REVIEWS = ("unreviewed", "confirmed", "disputed", "stale")
"""What a review of a question may have found."""

HELP_WANTED = ("literature", "experiment", "definition")
"""Kinds of help that a question may ask for."""

STRUCTURED_HEADINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                "open questions": "questions",
                "frequently asked questions": "faq",
                "faq": "faq",
                "connections": "connections",
                "related terms": "related",
                "see also": "related",
                "key takeaways": "takeaways",
                "summary": "takeaways",
                "exercises": "exercises",
                "further reading": "sources",
                "related reading": "sources",
                "sources": "sources",
            }
        ),
    }
)
"""Language → folded heading → role of the section under it (entry format, structured headings)."""

FOREIGN_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "short_description": "definition",
        "aka": "aliases",
        "synonyms": "aliases",
        "related_terms": "related",
        "see_also": "related",
        "references": "sources",
        "link_title": "title",
        "link_url": "url",
        "abbreviation": "acronym",
        "date": "created",
    }
)
"""Other glossaries' names → ours, understood without configuration. `destination`, `category`, `draft`
and `publish` have a meaning of their own and are read by `parse.front_matter`."""

ATTRIBUTES = frozenset(
    (
        "acronym", "aliases", "authors", "autolink", "backlinks", "contested", "created", "definition",
        "deprecation_reason", "destination", "discussion", "evidence_needed", "exercises", "faq", "graph",
        "help_wanted", "hidden_labels", "id", "iri", "kind", "labels", "last_reviewed", "level", "links", "mappings",
        "markdown", "mentions", "origin", "path", "place", "positions", "questions", "raised", "reading",
        "redirect_from", "relations", "resolution", "review", "review_date", "review_due", "review_every",
        "reviewed_by", "scope_note", "sources", "state", "state_date", "status", "tags", "takeaways", "text", "title",
        "to_record", "topic", "url", "why_open",
    )
)  # fmt: skip
"""What an entry has beside relations, as fields and in Python: no key of a relation may be among them."""
