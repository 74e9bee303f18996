"""Obsidian's own rules, written from its documentation: where the links of a vault lead. Shares no code with the export.

Source: help.obsidian.md, Internal links; obsidian-api, `getLinkpath`, `stripHeading`, `resolveSubpath`.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

import yaml

__all__ = ["properties", "unresolved"]

_CODE = re.compile(
    r"^( {0,3})(`{3,}|~{3,}).*?^ {0,3}\2[`~]*\s*$|(`+)(?!`).+?(?<!`)\3(?!`)|\$\$.+?\$\$", re.DOTALL | re.MULTILINE
)
_WIKILINK = re.compile(r"\[\[([^\[\]|\\\n]*)(?:\\?\|[^\[\]\n]*)?\]\]")
_LINK = re.compile(r"(?<!\\)\]\((<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+\"[^\"]*\")?\)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_STRIPPED = re.compile(r"[!\"#$%&()*+,.:;<=>?@^`{|}~/\[\]\\\r\n]")
_FRONT = re.compile(r"---\n(.*?\n)?---\n", re.DOTALL)


def properties(note: str) -> dict[str, object]:
    """What YAML finds at the head of a note."""
    found = _FRONT.match(note)
    return (yaml.safe_load(found[1] or "") if found else None) or {}


def unresolved(vault: Mapping[str, str], files: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Note and link of each link that leads to nothing; `files` are those of the vault that are no notes."""
    found = []
    by_lower = {path.lower(): path for path in (*vault, *files)}
    for path, note in vault.items():
        for link in _links(note):
            target, _, place = link.partition("#")
            there = _resolve(by_lower, path, target)
            if there is None or (place and there in vault and not _has(vault[there], place)):
                found.append((path, link))
    return found


def _links(note: str) -> Iterator[str]:
    for value in properties(note).values():
        for item in value if isinstance(value, list) else [value]:
            for link in _WIKILINK.finditer(str(item)):
                yield link[1]
    body = _CODE.sub(" ", _FRONT.sub("", note, count=1))
    for link in _WIKILINK.finditer(body):
        yield link[1]
    for link in _LINK.finditer(body):
        target = link[1].strip("<>")
        if target and not re.match(r"[a-zA-Z][\w+.-]*:", target):
            yield unquote(target)


def _resolve(by_lower: Mapping[str, str], source: str, target: str) -> str | None:
    """The file that a link means, whatever the case: a path from the root, from the note's folder, or the end of one."""
    if not target:
        return source
    folder = posixpath.dirname(source)
    for suffix in ("", ".md"):
        name = f"{target}{suffix}".lower()
        for path in (posixpath.normpath(name), posixpath.normpath(posixpath.join(folder.lower(), name))):
            if path in by_lower:
                return by_lower[path]
        ends = [path for lower, path in by_lower.items() if lower.endswith(f"/{name}")]
        if len(ends) == 1:
            return ends[0]
    return None


def _has(note: str, place: str) -> bool:
    if place.startswith("^"):
        return re.search(rf"(?:^|\s)\^{re.escape(place[1:])}\s*$", note, re.MULTILINE) is not None
    wanted = _strip(place)
    return any(_strip(heading[2]) == wanted for heading in _HEADING.finditer(note))


def _strip(heading: str) -> str:
    return " ".join(_STRIPPED.sub(" ", heading).split()).lower()
