"""Which files of the content may be published: those that a browser only shows or saves."""

import html
import re
from pathlib import PurePosixPath

__all__ = ["is_passive", "is_still"]

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


def is_passive(path: str) -> bool:
    """Whether a browser only shows or saves a file with this ending: anyone may send one with an entry.

    HTML, scripts and style sheets are not passive. A drawing (SVG) that holds a script is no attachment at all.
    """
    return PurePosixPath(path).suffix.lower() in _PASSIVE


def is_still(data: bytes, longest: int) -> bool:
    """Whether a drawing holds nothing that would run when it is opened by itself; one of more bytes is not trusted."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    plain = html.unescape(text)
    joined = re.sub(r"[\x00-\x20]+", "", plain)  # browsers pass over tabs and line ends in an address
    return len(data) <= longest and not _ACTIVE_SVG.search(plain) and not _ACTIVE_ADDRESS.search(joined)
