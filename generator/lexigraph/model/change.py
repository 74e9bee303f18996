"""What is different between two trees: a change with its class (found by `query.difference`)."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Change", "Risk"]


class Risk(StrEnum):
    """What a change asks of a reviewer; sorts as a text, the most severe first."""

    BREAKING = "breaking"
    """Something that worked leads nowhere now, or means something else."""
    CAREFUL = "careful"
    """Somebody who knows the topic should read the entry as a whole."""
    SAFE = "safe"
    """All else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is different, with its class."""

    kind: str
    """In words, the last of which says what happened: `relation added`, `definition changed`, `question answered`."""
    subject: str
    """Id of an entry or question (that of today, where it has one); path of a page or file; empty for the scheme."""
    before: str = ""
    """What was there, as text; empty when nothing was."""
    after: str = ""
    """What is there now, as text; empty when nothing is."""
    risk: Risk = Risk.SAFE
    """What it asks of a reviewer."""
    title: str = ""
    """What readers call the subject."""
    key: str = ""
    """Which one, where a subject has several: the relation's key, the field, the language, the id of a position."""
    target: str = ""
    """Id of the other end of a relation."""
    why: str = ""
    """What makes it more than safe, as the end of a sentence; empty when it is safe or the kind says it."""

    @property
    def sort_key(self) -> tuple[str, ...]:
        """The most severe first, then by kind, then by id."""
        return (self.risk, self.kind, self.subject, self.key, self.target, self.before, self.after)
