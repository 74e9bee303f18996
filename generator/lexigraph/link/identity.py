"""Which files are entries, and what their ids are (entry format, What is an entry)."""

from collections.abc import Iterable

from lexigraph.graph import Collision, EntryNode
from lexigraph.model import ParsedEntry, Scheme
from lexigraph.names import slug

__all__ = ["identify", "is_entry"]


def is_entry(path: str) -> bool:
    """Whether a Markdown file is an entry: not `index.md`, not `README.md`, not `_…` or `.…`."""
    name = path.rpartition("/")[2]
    return name.lower() not in ("index.md", "readme.md") and not name.startswith(("_", "."))


def path_id(path: str) -> str:
    """The id that a path makes: its folders and stem as slugs, joined by slashes."""
    return "/".join(map(_part, path.removesuffix(".md").split("/")))


def _part(name: str) -> str:
    """A slug of the name; of its code points where it has no letter or digit."""
    return slug(name) or "x" + "-".join(f"{ord(char):x}" for char in name)


def identify(parsed: Iterable[ParsedEntry], scheme: Scheme) -> tuple[tuple[EntryNode, ...], tuple[Collision, ...]]:
    """Entries with their ids, by path, and the ids that several files claim.

    The id is the slug of the stem, or with `ids: path` the path. When two clash, both load: the second in
    path order under its path id (numbered, where that is taken too).
    """
    nodes: dict[str, EntryNode] = {}
    claims: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    for entry in sorted(parsed, key=lambda entry: entry.path):
        wanted = path_id(entry.path) if scheme.ids == "path" else _part(entry.stem)
        id = wanted
        if id in nodes:
            id = path = path_id(entry.path)
            while id in nodes:
                numbers[path] = numbers.get(path, 1) + 1
                id = f"{path}-{numbers[path]}"
        topic = entry.path.partition("/")[0] if "/" in entry.path else ""
        nodes[id] = EntryNode(id=id, kind=entry.fields.kind or "concept", topic=topic, parsed=entry)
        claims.setdefault(wanted, []).append(id)
    collisions = tuple(
        Collision(name=name, what="id", entries=tuple(ids)) for name, ids in sorted(claims.items()) if len(ids) > 1
    )
    return tuple(nodes.values()), collisions
