"""Which entries match what is asked of them."""

from collections.abc import Collection, Iterator

from lexigraph.graph import EntryNode, Graph
from lexigraph.vocabulary import STATUSES
from lexigraph.wording import nearest

__all__ = ["require_kind", "select_entries"]

_SUGGESTED = 3


def select_entries(
    graph: Graph,
    *,
    kind: str | None = None,
    topic: str | None = None,
    tag: str | None = None,
    status: str | None = None,
    level: str | None = None,
) -> Iterator[EntryNode]:
    """Entries that match all that is given, by title.

    A topic or level that no entry has is no mistake, nor is such a tag where the scheme has no list of tags.

    Raises:
        ValueError: the scheme has no such kind, tag or status; the message names the nearest, and those there are.
    """
    if kind is not None:
        require_kind(graph, kind)
    if tag is not None and graph.scheme.tags:
        _known("tag", "tags", tag, graph.scheme.tags)
    if status is not None:
        _known("status", "statuses", status, STATUSES)
    return (
        node
        for node in graph.entries.values()
        if kind in (None, node.kind)
        and topic in (None, node.topic)
        and (tag is None or tag in node.parsed.fields.tags)
        and status in (None, node.parsed.fields.status)
        and level in (None, node.parsed.fields.level)
    )


def require_kind(graph: Graph, kind: str) -> None:
    """Refuse what is no kind of the vocabulary.

    Raises:
        ValueError: it is none; the message names the nearest, and those there are.
    """
    _known("kind", "kinds", kind, [known.key for known in graph.vocabulary.kinds])


def _known(what: str, all: str, word: str, known: Collection[str]) -> None:
    if word not in known:
        near = nearest(word, known, _SUGGESTED)
        suggested = f"; nearest: {', '.join(near)}" if near else ""
        raise ValueError(f"no {what} {word!r}{suggested}; {all} are {', '.join(known)}")
