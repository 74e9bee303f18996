"""What the last changes were about, from the versions of each file before and after.

Only the newest changes are looked into, so that the cost does not grow with the history.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lexigraph.graph import Graph
from lexigraph.history import Change, History, versions
from lexigraph.link import is_entry
from lexigraph.model import ParsedEntry, SourceFile

__all__ = ["News", "news"]

_NEWEST = 100
_MOST_SAID = 4
"""Things that are said of one change; of more, how many there are."""
_STATES = {
    "open": "reopened", "partially-answered": "partially answered", "answered": "answered", "dissolved": "dissolved",
}  # fmt: skip


class News(NamedTuple):
    """A change with what it was about."""

    change: Change
    title: str
    """Of the entry after it; before it, when it was removed."""
    entry: str
    """Id of the entry that the file is today; empty when it is none."""
    kind: str
    """`added`, `changed`, `renamed`, `removed`; `raised` and `answered` for what happened to a question."""
    said: tuple[str, ...]
    """In words, plain: `now requires Foundation model`; empty when nothing but the text changed."""
    raised: tuple[str, ...] = ()
    """Ids of the questions that it raised."""

    @property
    def date(self) -> date:
        """Its day, in UTC."""
        return self.change.date


def news(graph: Graph, history: History, *, most: int = _NEWEST) -> tuple[News, ...]:
    """The newest changes of entries and of the pages between them, newest first."""
    changes = [change for change in history.changes if _is_shown(change.path)][:most]
    if not changes:
        return ()
    entries = {node.path: node for node in graph.entries.values()}
    current: dict[str, ParsedEntry] = {}
    for change in changes:
        node = entries.get(change.path)
        if node is not None and change.after and history.last(change.path) is change:
            current[change.after] = node.parsed
    hashes = {hash for change in changes for hash in (change.before, change.after)} - current.keys()
    known = versions(graph.root, sorted(hashes))
    names = _today(history)
    found = []
    for change in changes:
        old = current.get(change.before) or _parsed(graph, change.previous or change.path, known.get(change.before))
        new = current.get(change.after) or _parsed(graph, change.path, known.get(change.after))
        node = entries.get(names.get((change.path, change.commit), ""))
        if (change.before and old is None and change.what == "removed") or (change.after and new is None):
            continue  # its author did not publish it, or the clone does not have it
        found.append(_news(graph, change, old, new, node.id if node else ""))
    return tuple(found)


def _is_shown(path: str) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.split("/"))
    return path.endswith(".md") and not hidden and (is_entry(path) or path.rpartition("/")[2] == "index.md")


def _today(history: History) -> dict[tuple[str, str], str]:
    """Path and commit of a change → path of the file today."""
    return {(change.path, change.commit): path for path in history.paths for change in history.of(path)}


def _parsed(graph: Graph, path: str, data: bytes | None) -> ParsedEntry | None:
    if data is None:
        return None
    from lexigraph.parse.entry import parse_entry  # 0.2 s, and most who ask where a page is want no news

    return parse_entry(SourceFile(path=path, data=data), graph.scheme)


def _news(graph: Graph, change: Change, old: ParsedEntry | None, new: ParsedEntry | None, entry: str) -> News:
    shown = new or old
    title = shown.title if shown is not None else change.path
    if new is None or old is None:
        kind = change.what
        if new is not None and new.fields.kind == "question" and kind == "added":
            kind = "raised"
        raised = tuple(item.id for item in new.questions) if new is not None and kind in ("added", "raised") else ()
        return News(change, title, entry, kind, (), raised)
    said = tuple(_said(graph, change, old, new))
    if len(said) > _MOST_SAID:
        said = (*said[: _MOST_SAID - 1], f"{len(said) - _MOST_SAID + 1} changes more")
    known = {item.id for item in old.questions}
    raised = tuple(item.id for item in new.questions if item.id not in known)
    kind = "answered" if _state(new) == "answered" != _state(old) else change.what
    return News(change, title, entry, kind, said, raised)


def _said(graph: Graph, change: Change, old: ParsedEntry, new: ParsedEntry) -> Iterator[str]:
    if old.title != new.title:
        yield f"was called {old.title}"
    elif change.what == "renamed":
        yield f"was {change.previous}"
    if _state(old) != _state(new) and _state(new) in _STATES:
        yield _STATES[_state(new)]
    if new.fields.status != old.fields.status and new.fields.status:
        yield f"is now {new.fields.status}"
    if new.fields.last_reviewed != old.fields.last_reviewed and new.fields.last_reviewed:
        yield "reviewed"
    if new.definition != old.definition:
        yield "has another definition" if old.definition else "has a definition"
    for alias in new.fields.aliases:
        if alias not in old.fields.aliases:
            yield f"is also called {alias}"
    before, after = _relations(graph, old), _relations(graph, new)
    yield from (f"now {words}" for words in after if words not in before)
    yield from (f"no longer {words}" for words in before if words not in after)
    known = {item.id for item in old.questions}
    yield from (f"raises: {item.text}" for item in new.questions if item.id not in known)
    if (more := len(new.fields.sources) - len(old.fields.sources)) > 0:
        yield "has 1 source more" if more == 1 else f"has {more} sources more"


def _state(parsed: ParsedEntry) -> str:
    return (parsed.fields.state or "open") if parsed.fields.kind == "question" else ""


def _relations(graph: Graph, parsed: ParsedEntry) -> dict[str, None]:
    """The relations that the file asserts, in words: `requires Foundation model`."""
    found: dict[str, None] = {}
    for item in parsed.relation_items:
        direction = graph.vocabulary.directions.get(item.key)
        if direction is not None:
            candidates = graph.names.candidates(item.target)
            name = graph.entries[candidates[0]].title if len(candidates) == 1 else item.target
            found[f"{direction.words} {name}"] = None
    return found
