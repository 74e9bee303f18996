"""An author's word that a finding is known and meant: a comment in the file, with its reason."""

from dataclasses import dataclass

from lexigraph.model.place import Span

__all__ = ["Suppression"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A comment that begins with `lexigraph:`, as written; whether it means anything is for `check` to say."""

    word: str
    """What follows `lexigraph:`; `allow`, or a slip."""
    selectors: tuple[str, ...]
    """Codes or names of rules, as written; empty when it names none."""
    selector_spans: tuple[Span, ...]
    """The place of each."""
    reason: str
    """What follows the second colon, white space folded; empty when there is none."""
    span: Span
    """The comment, with its marks."""
    removal: Span
    """What goes when the comment is taken out: its line, or the comment with the space before it."""
    start: int
    """Offset of the first character that it covers."""
    end: int
    """Offset after the last one."""

    def covers(self, span: Span) -> bool:
        """Whether what stands there is covered, wholly or in part."""
        return span.start < self.end and (span.end > self.start or span.start == self.start)
