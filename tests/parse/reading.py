"""What the tests of front matter share: reading a text, findings as lines, fixture files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lexigraph.check.report.view import way_out
from lexigraph.model import Diagnostic, LineTable, Scheme, SourceFile
from lexigraph.parse.decoding import decode
from lexigraph.parse.front_matter import FrontMatter, read_front_matter
from lexigraph.parse.scheme import parse_scheme

__all__ = [
    "all_cases", "cases", "codes", "decoded", "front_matter", "mended", "printed", "read", "scheme", "source",
]  # fmt: skip


def read(text: str, *, path: str = "retrieval/rag.md", scheme: Scheme | None = None) -> FrontMatter:
    """The front matter of a whole file."""
    return read_front_matter(path, text, LineTable(text), scheme or Scheme())


def front_matter(yaml: str, *, scheme: Scheme | None = None) -> FrontMatter:
    """Front matter that stands between two fences; the first key is on line 2."""
    return read(f"---\n{yaml}\n---\nText.\n", scheme=scheme)


def scheme(text: str) -> Scheme:
    """The scheme of a `scheme.yml` without findings."""
    made, diagnostics = parse_scheme(SourceFile(path="scheme.yml", data=text.encode()))
    assert not diagnostics
    return made


def printed(diagnostics: Sequence[Diagnostic]) -> str:
    """All findings as the fixtures have them: place, severity, code, message; then related places and help."""
    lines = []
    for found in diagnostics:
        lines.append(f"{found.span.line}:{found.span.column} {found.severity}[{found.code}] {found.message}")
        lines += [f"  also: {also.span.line}:{also.span.column} {also.message}" for also in found.related]
        lines.append(f"  help: {way_out(found)}")
    return "\n".join(lines)


def codes(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Code, line and column of each finding."""
    return [f"{found.code} {found.span.line}:{found.span.column}" for found in diagnostics]


def mended(text: str, diagnostics: Sequence[Diagnostic], *, safe: bool = True) -> str:
    """The text after all fixes of one kind, from its end to its start."""
    edits = {
        (edit.span.start, edit.span.end, edit.text)
        for found in diagnostics
        if found.fix is not None and found.fix.safe is safe
        for edit in found.fix.edits
    }
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """The title, input and expected output of each case in a file: parts end with a line of one full stop."""
    parts = path.read_bytes().decode().split("\n.\n")
    for title, given, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        yield title.strip(), given, expected


def all_cases(folder: Path) -> Iterator[tuple[Path, str, str, str]]:
    """The cases of every file of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for title, given, expected in cases(path):
            yield path, title, given, expected


def source(text: str | bytes, path: str = "a.md") -> SourceFile:
    """A file."""
    return SourceFile(path=path, data=text.encode() if isinstance(text, str) else text)


def decoded(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file, and what was wrong with it."""
    return decode(source(data))
