"""What a rule yields: a finding with its rule, severity, place and way out (LSP: Diagnostic)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lexigraph.model.place import NOWHERE, Span

__all__ = ["Diagnostic", "Edit", "Fix", "Related", "Rule", "Severity"]


class Severity(StrEnum):
    """How bad a finding is; compares by name only."""

    ERROR = "error"
    """The graph, a page, or a promise to readers would be wrong."""
    WARNING = "warning"
    """Probably a mistake; the page is right all the same."""
    INFO = "info"
    """Advice."""


_SEVERITY_OF_LETTER = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A replacement of a range of characters in one file (LSP: TextEdit)."""

    path: str
    """File below the content folder, POSIX."""
    span: Span
    """What is replaced."""
    text: str
    """What stands there afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that mend a finding."""

    edits: tuple[Edit, ...]
    """All of them belong together."""
    safe: bool
    """True when the meaning and the graph stay as they are; False for a guess a person must confirm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A further place that explains a finding (LSP: DiagnosticRelatedInformation)."""

    path: str
    """File below the content folder, POSIX."""
    span: Span
    """The place, with `line` and `column`."""
    message: str
    """What is there: lower case, no full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its rule, severity and place."""

    code: str
    """Letter of the default severity and three digits: `E301`."""
    rule: str
    """Name of the rule: `unknown-entry`."""
    severity: Severity
    message: str
    """What is wrong: lower case, no full stop."""
    path: str
    """File below the content folder, POSIX."""
    span: Span
    help: str = ""
    """What to do."""
    related: tuple[Related, ...] = ()
    entry: str = ""
    """Id of the entry it is about, where there is one."""
    subject: str = ""
    """What identifies it beside rule and entry: the target as written, the key, the members of a circle."""
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Order of printing: file, line, column, code."""
        return (self.path, self.span.line, self.span.column, self.code, self.message, self.subject)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's identity and documentation; codes and names are never changed and never reused."""

    code: str
    name: str
    """Reads well after "allow": says what is wrong."""
    doc: str
    """Markdown: first line what it finds, then why it is bad, an example, and what to do."""

    @property
    def severity(self) -> Severity:
        """The default severity, from the code's letter."""
        return _SEVERITY_OF_LETTER[self.code[0]]

    def at(
        self, path: str, span: Span = NOWHERE, message: str = "", *, help: str = "",
        related: Sequence[Related] = (), entry: str = "", subject: str = "",
        edits: Sequence[Edit] = (), safe: bool = False,
    ) -> Diagnostic:  # fmt: skip
        """A finding of this rule, with a fix where edits are given."""
        fix = Fix(edits=tuple(edits), safe=safe) if edits else None
        return Diagnostic(
            code=self.code, rule=self.name, severity=self.severity, message=message, path=path, span=span,
            help=help, related=tuple(related), entry=entry, subject=subject, fix=fix,
        )  # fmt: skip
