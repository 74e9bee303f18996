"""GitHub's editor for a new file, opened on the entry that a name wants, with the sentences that want it."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from lexigraph.graph import Wanted
from lexigraph.names import slug
from lexigraph.page.actions import Action
from lexigraph.page.sheet import Sheet

__all__ = ["LONGEST", "write_it"]

LONGEST = 4000
"""Characters of an address that every browser and host takes."""

_UNPRINTABLE = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]+")


def write_it(sheet: Sheet, wanted: Wanted, longest: int = LONGEST) -> tuple[Action, ...]:
    """Begin the entry; nothing where the repository is not known, or the name makes no file name.

    As many sentences go with it as an address of `longest` characters holds.
    """
    before, is_edit, folder = sheet.site.edit_url.partition("/edit/")
    id = slug(wanted.name)
    if not is_edit or "?" in sheet.site.edit_url or not id:
        return ()
    topic = _topic(sheet, wanted)
    address = f"{before}/new/{folder.rstrip('/')}?filename={quote(f'{topic}/{id}.md' if topic else f'{id}.md')}&"
    lines = _sentences(sheet, wanted)
    for number in range(len(lines), -1, -1):
        href = address + urlencode({"value": _text(wanted.name, lines[:number])}, quote_via=quote)
        if len(href) < longest:
            return (Action("Write it", href),)
    return ()


def _topic(sheet: Sheet, wanted: Wanted) -> str:
    """The topic from which it is wanted most, the first by name among equals; empty at the top."""
    entries = sheet.graph.entries
    topics = Counter(entries[item.source].topic for item in wanted.references if item.source in entries)
    return min(topics, key=lambda topic: (-topics[topic], topic), default="")


def _sentences(sheet: Sheet, wanted: Wanted) -> tuple[str, ...]:
    """Who says what with the name, without repetition."""
    entries, pages = sheet.graph.entries, sheet.graph.pages
    found = {
        (entries[item.source].title if item.source in entries else pages[item.path].title, item.sentence): None
        for item in wanted.references
        if item.sentence and (item.source in entries or item.path in pages)
    }
    return tuple(f"{_line(title)}: {_line(sentence)}" for title, sentence in found)


def _text(name: str, lines: Sequence[str]) -> str:
    """The file to begin with: front matter, with the sentences as comments of it."""
    said = "".join(f"#   - {line}\n" for line in lines)
    return (
        f"---\ntitle: {json.dumps(_line(name), ensure_ascii=False)}\nkind: concept\ndefinition: \nstatus: draft\n"
        + (f"# What other entries say with it (delete these lines when you are done):\n{said}" if said else "")
        + "---\n\n"
    )


def _line(text: str) -> str:
    """On one line, without what an editor would not show."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
