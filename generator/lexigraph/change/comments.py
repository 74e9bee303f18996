"""The comments that an author left in files, so that no edit takes one away unsaid."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import yaml

from lexigraph.change.files import decoded
from lexigraph.parse.fences import front_matter_fences
from lexigraph.parse.yaml_comments import SUPPRESSION, yaml_comments

__all__ = ["loses_comments"]

_IN_BODY = re.compile(r"<!--(.*?)-->|%%(.*?)%%", re.DOTALL)
_IN_YAML = re.compile(r"(?:^|[ \t])#([^\r\n]*)", re.MULTILINE)


def loses_comments(before: Iterable[bytes | None], after: Iterable[bytes | None]) -> bool:
    """Whether a comment of the files before is in none of those after. White space, and comments that are for
    `check`, don't count."""
    files_before, files_after = tuple(map(_parted, before)), tuple(map(_parted, after))
    is_readable = all(_is_readable(front) for front, _ in (*files_before, *files_after))
    left = sum((_comments(*file, is_readable=is_readable) for file in files_after), Counter[str]())
    return not left >= sum((_comments(*file, is_readable=is_readable) for file in files_before), Counter[str]())


def _parted(data: bytes | None) -> tuple[str, str]:
    """Front matter and body; nothing of what is no UTF-8."""
    try:
        text = decoded(data or b"")[1]
    except UnicodeDecodeError:
        return "", ""
    fences = front_matter_fences(text)
    return (text[fences.start : fences.end], text[fences.body_start :]) if fences else ("", text)


def _is_readable(front_matter: str) -> bool:
    try:
        yaml_comments(front_matter)
    except yaml.YAMLError:
        return False
    return True


def _comments(front_matter: str, body: str, *, is_readable: bool) -> Counter[str]:
    """What the comments say; those of YAML that cannot be read are what looks like one."""
    folded = (" ".join(said.split()) for said in (*_of_yaml(front_matter, is_readable=is_readable), *_of_body(body)))
    return Counter(said for said in folded if said and not said.startswith(SUPPRESSION))


def _of_yaml(text: str, *, is_readable: bool) -> Iterator[str]:
    if "#" not in text:
        return
    if is_readable:
        yield from (text[start + 1 : end] for start, end in yaml_comments(text))
    else:
        yield from (match[1] for match in _IN_YAML.finditer(text))


def _of_body(text: str) -> Iterator[str]:
    return (match[1] or match[2] or "" for match in _IN_BODY.finditer(text))
