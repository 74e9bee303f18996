"""A content folder as source files, attachments and its scheme."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from lexigraph.model import Diagnostic, SourceFile
from lexigraph.read.findings import DROPPED_MARKUP, UNREADABLE_TEXT
from lexigraph.read.passive import is_still
from lexigraph.read.walk import files_below, name_below

__all__ = ["FILE_LIMIT", "SCHEME_FILE", "Reading", "overlaid", "read_content", "read_file"]

FILE_LIMIT = 2 * 1024 * 1024
"""Bytes of a file that are read; one byte more is read so that `parse` can tell (E014)."""

_PART = 64 * 1024
"""Bytes that are read at once: more than nearly all entries have."""

SCHEME_FILE = "scheme.yml"

_SETTINGS = frozenset({SCHEME_FILE, "mkdocs.yml", "mkdocs.yaml"})
_TRANSLATION = re.compile(r"(?P<id>.+)\.(?P<language>[a-z]{2})(?:-[A-Za-z0-9]{2,8})*\.md")
_LANGUAGES = frozenset(
    re.findall(
        r"\w[\w-]*",
        """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
    tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """,
    )
)
"""ISO 639-1, without Ido (`io`), which file names use for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A content folder as read."""

    files: tuple[SourceFile, ...]
    """Markdown files, sorted by path; no two have one path."""
    scheme: SourceFile | None
    """`scheme.yml`, where there is one."""
    attachments: frozenset[str]
    """Paths of all other files."""
    diagnostics: tuple[Diagnostic, ...]


def read_content(root: Path, *, exclude: tuple[Path, ...] = ()) -> Reading:
    """Read the folder; folders in `exclude` (a site built inside it) are passed over, as are those that hold a site.

    Names beginning with `.` or `_` are not content. Symbolic links are followed to files inside the folder, and
    reported when they lead to a folder, to nothing or out of it.
    """
    top = str(root.resolve())
    files: dict[str, SourceFile] = {}
    attachments: set[str] = set()
    diagnostics: list[Diagnostic] = []
    scheme: SourceFile | None = None
    for path in files_below(top, frozenset(str(path.resolve()) for path in exclude), diagnostics):
        name = name_below(path, top)
        is_markdown = path.endswith(".md")
        if not is_markdown and name not in _SETTINGS:
            if (finding := _attached(path, name)) is None:
                attachments.add(name)
            else:
                diagnostics.append(finding)
            continue
        try:
            source = SourceFile(path=name, data=_read(path))
        except OSError as error:
            diagnostics.append(
                UNREADABLE_TEXT.at(
                    name,
                    message=f"this file cannot be opened: {error.strerror or error}",
                    help="check the file's permissions",
                )
            )
            continue
        if name == SCHEME_FILE:
            scheme = source
        elif not is_markdown:
            continue  # settings of MkDocs
        elif name in files:
            diagnostics.append(_same_name(name))
        else:
            files[name] = source
    return Reading(
        files=tuple(_without_translations(sorted(files.values(), key=lambda file: file.path))),
        scheme=scheme,
        attachments=frozenset(attachments),
        diagnostics=tuple(diagnostics),
    )


def read_file(root: Path, path: str) -> SourceFile | None:
    """The file of that path below the folder; None when there is none, or it lies outside or cannot be opened."""
    top = root.resolve()
    try:
        file = Path(os.path.realpath(top / path))  # Path.resolve raises on a circle of links
        if not file.is_relative_to(top) or not file.is_file():
            return None
        return SourceFile(path=path, data=_read(file))
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None


def overlaid(reading: Reading, unsaved: Mapping[str, bytes | None]) -> Reading:
    """The reading with these files in place of those of the same path; None takes a file away."""
    if not unsaved:
        return reading
    files = {file.path: file for file in reading.files}
    scheme, attachments = reading.scheme, set(reading.attachments)
    for path, data in unsaved.items():
        if path == SCHEME_FILE:
            scheme = None if data is None else SourceFile(path=path, data=data)
        elif data is None:
            files.pop(path, None)
            attachments.discard(path)
        elif path.endswith(".md"):
            files[path] = SourceFile(path=path, data=data)
        else:
            attachments.add(path)
    diagnostics = tuple(finding for finding in reading.diagnostics if finding.path not in unsaved)
    ordered = sorted(files.values(), key=lambda file: file.path)
    return replace(
        reading, files=tuple(_without_translations(ordered)), scheme=scheme, attachments=frozenset(attachments),
        diagnostics=diagnostics,
    )  # fmt: skip


def _attached(path: str, name: str) -> Diagnostic | None:
    """Why a file is no attachment; None when it is one."""
    suffix = PurePath(path).suffix
    if suffix.lower() == ".md":
        return UNREADABLE_TEXT.at(
            name, message=f"a file that ends in '{suffix}' is not read as an entry",
            help="rename it to end in '.md'", subject=suffix,
        )  # fmt: skip
    if suffix.lower() != ".svg":
        return None
    try:
        if is_still(_read(path), FILE_LIMIT):
            return None
    except OSError as error:
        return UNREADABLE_TEXT.at(name, message=f"this drawing cannot be opened: {error.strerror or error}")
    return DROPPED_MARKUP.at(
        name, message="a drawing that holds a script, an animation or a link that acts is not published",
        help="export it as plain SVG, or as PNG", subject=PurePath(path).name,
    )  # fmt: skip


def _same_name(name: str) -> Diagnostic:
    return UNREADABLE_TEXT.at(
        name, message="another file has this name, written with other bytes; this one is not read",
        help="rename one of the two in plain letters", subject=name,
    )  # fmt: skip


def _read(path: str | Path) -> bytes:
    """The bytes of the file, at most one more than the limit. Without a buffered file, which takes twice as long."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = FILE_LIMIT + 1
        parts = []
        while size > 0 and (part := os.read(handle, min(size, _PART))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def _without_translations(files: list[SourceFile]) -> Iterator[SourceFile]:
    """Leave out `<id>.<lang>.md` beside `<id>.md`: the names are kept for translations."""
    paths = {file.path for file in files}
    for file in files:
        match = _TRANSLATION.fullmatch(file.path) if file.path.count(".") > 1 else None
        if match is None or match["language"] not in _LANGUAGES or f"{match['id']}.md" not in paths:
            yield file
