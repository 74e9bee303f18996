"""The only reader of content: a folder becomes source files, and nothing outside it is ever opened.

Leaves text to `parse`: files are bytes here.
"""

import html
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lexigraph.model import Diagnostic, Rule, SourceFile

__all__ = [
    "FILE_LIMIT", "OUTSIDE_CONTENT", "SCHEME_FILE", "UNREADABLE_TEXT", "Reading", "is_passive", "read_content",
]  # fmt: skip

FILE_LIMIT = 2 * 1024 * 1024
"""Bytes of a file that are read; one byte more is read so that `parse` can tell (E014)."""

SCHEME_FILE = "scheme.yml"

_TRANSLATION = re.compile(r"(?P<id>.+)\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.md")
_SETTINGS = frozenset({SCHEME_FILE, "mkdocs.yml", "mkdocs.yaml"})

_PASSIVE = frozenset(
    re.findall(
        r"\S+",
        ".png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .mp3 .ogg .opus .flac .wav .m4a .mp4 .webm .mov "
        ".pdf .epub .txt .csv .tsv .json .jsonl .yaml .yml .toml .bib .tex .ipynb .py .r .jl .sql .parquet .zip .gz "
        ".tar .docx .xlsx .pptx .odt .ods .odp .ttl .nt .graphml .gexf .vtt .srt",
    )
)
"""Endings of files that a browser shows or saves, and does not run."""
_ACTIVE_SVG = re.compile(
    r"<(?:\w*script|foreignobject|iframe|embed|object|handler|listener|animate\w*|set)\b|<[\w.-]+:|[\s\"'/]on\w+\s*="
    r"|<!doctype|<!entity|<!attlist|<\?(?!xml\s)|encoding\s*=\s*[\"'](?!utf-8)|[\x00-\x08\x0b\x0c\x0e-\x1f]",
    re.IGNORECASE,
)
"""What may run in a drawing: elements that act, other namespaces, handlers, document types, other encodings."""
_ACTIVE_ADDRESS = re.compile(r"javascript:|data:text/html", re.IGNORECASE)

UNREADABLE_TEXT = Rule(
    "E001",
    "unreadable-text",
    """\
A file that cannot be opened, bytes that are not UTF-8, or control characters.

Every tool that reads the file would guess differently what the bytes mean, so a reader may see other letters
than the author wrote. Each such byte or character is read as `\N{REPLACEMENT CHARACTER}` and the rest of the
file is read as usual. Only the first place is named.

```
title: Na\\xEFve Bayes        a file saved as Latin-1
```

Save the file as UTF-8; editors offer it as "encoding". A picture or an archive among the entries belongs under
another name than `.md`.
""",
)

OUTSIDE_CONTENT = Rule(
    "E015",
    "outside-content",
    """\
A symlink, or a path in front matter, a link or an embed, that leaves the content folder.

A glossary is published from one folder; whatever lies outside it is not meant for readers.

```yaml
redirect_from: [../../etc/passwd]
```

Move the file into the content folder, or name an entry.
""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A content folder as read."""

    files: tuple[SourceFile, ...]
    """Markdown files, sorted by path."""
    scheme: SourceFile | None
    """`scheme.yml`, where there is one."""
    attachments: frozenset[str]
    """Paths of all other files."""
    diagnostics: tuple[Diagnostic, ...]


def read_content(root: Path, *, exclude: tuple[Path, ...] = ()) -> Reading:
    """Read the folder; folders in `exclude` (a site built inside it) are passed over.

    Names beginning with `.` or `_` are not content. Symbolic links are followed to files inside the folder
    and reported (E015) when they lead out of it; links to folders are never followed, so that no walk is
    endless.
    """
    root = root.resolve()
    skipped = {path.resolve() for path in exclude}
    files: list[SourceFile] = []
    attachments: set[str] = set()
    diagnostics: list[Diagnostic] = []
    scheme: SourceFile | None = None
    for path in _walk(root, root, skipped, diagnostics):
        name = _name(path, root)
        is_markdown = path.suffix == ".md"
        if not is_markdown and name not in _SETTINGS:
            if path.suffix.lower() != ".svg" or _is_still(path):
                attachments.add(name)
            continue
        try:
            data = _read(path)
        except OSError as error:
            diagnostics.append(
                UNREADABLE_TEXT.at(
                    name,
                    message=f"this file cannot be opened: {error.strerror or error}",
                    help="check the file's permissions",
                )
            )
            continue
        if is_markdown:
            files.append(SourceFile(path=name, data=data))
        elif name == SCHEME_FILE:
            scheme = SourceFile(path=name, data=data)
    files.sort(key=lambda file: file.path)
    return Reading(
        files=tuple(_without_translations(files)),
        scheme=scheme,
        attachments=frozenset(attachments),
        diagnostics=tuple(diagnostics),
    )


def is_passive(path: str) -> bool:
    """Whether a browser only shows or saves a file with this ending: anyone may send one with an entry.

    HTML, scripts and style sheets are not passive. A drawing (SVG) that holds a script is no attachment at all.
    """
    return PurePosixPath(path).suffix.lower() in _PASSIVE


def _is_still(path: Path) -> bool:
    """Whether a drawing holds nothing that would run when it is opened by itself."""
    try:
        text = _read(path).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    plain = html.unescape(text)
    joined = re.sub(r"[\x00-\x20]+", "", plain)  # browsers pass over tabs and line ends in an address
    return len(text) <= FILE_LIMIT and not _ACTIVE_SVG.search(plain) and not _ACTIVE_ADDRESS.search(joined)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)


def _name(path: Path, root: Path) -> str:
    """The path below the root, POSIX, NFC; bytes of a file name that are no text are shown as U+FFFD."""
    text = path.relative_to(root).as_posix()
    return unicodedata.normalize("NFC", os.fsencode(text).decode("utf-8", "replace"))


def _walk(folder: Path, root: Path, skipped: set[Path], diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """Regular files below the folder, and symbolic links that lead to one inside the root."""
    for item in sorted(os.scandir(folder), key=lambda item: item.name):
        path = Path(item.path)
        if item.name.startswith((".", "_")):
            continue
        if item.is_symlink():
            target = Path(os.path.realpath(path))  # resolve() raises on a circle of links before 3.13
            if not target.is_relative_to(root):
                diagnostics.append(
                    OUTSIDE_CONTENT.at(
                        _name(path, root),
                        message="a symbolic link that leads out of the content folder",
                        help="put the file itself here; nothing outside the content folder is read",
                        subject=item.name,
                    )
                )
            elif target.is_file():
                yield path
            elif not target.is_dir():
                diagnostics.append(
                    UNREADABLE_TEXT.at(
                        _name(path, root),
                        message="a symbolic link that leads to no file",
                        help="delete the link, or put the file there",
                        subject=item.name,
                    )
                )
        elif item.is_dir():
            if path not in skipped:
                yield from _walk(path, root, skipped, diagnostics)
        elif item.is_file():
            yield path


def _without_translations(files: list[SourceFile]) -> Iterator[SourceFile]:
    """Leave out `<id>.<lang>.md` beside `<id>.md`: the names are kept for translations."""
    paths = {file.path for file in files}
    for file in files:
        match = _TRANSLATION.fullmatch(file.path)
        if match is None or f"{match['id']}.md" not in paths:
            yield file
