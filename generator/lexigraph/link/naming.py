"""Builds the index of names and finds the names that several entries claim."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from lexigraph.graph import Collision, EntryNode, NameIndex
from lexigraph.link.identity import path_id
from lexigraph.model import ParsedEntry
from lexigraph.names import fold

__all__ = ["Redirects", "index_names", "redirects_of", "title_and_alias_collisions"]

Redirects = tuple[dict[str, str], dict[str, str]]


class _Rung:
    """Names of one rung, each with the ids that claim it, in order of arrival, without repetition."""

    def __init__(self) -> None:
        self._claims: dict[str, tuple[str, ...]] = {}
        self._several: dict[str, dict[str, None]] = {}

    def add(self, name: str, one: tuple[str]) -> None:
        """Let the one id claim the name."""
        first = self._claims.setdefault(name, one)
        if first != one:
            self._several.setdefault(name, dict.fromkeys(first)).setdefault(one[0])

    def add_if_free(self, name: str, one: tuple[str]) -> None:
        self._claims.setdefault(name, one)

    def frozen(self) -> dict[str, tuple[str, ...]]:
        self._claims.update({name: tuple(ids) for name, ids in self._several.items()})
        self._claims.pop("", None)
        return self._claims


def index_names(nodes: Iterable[EntryNode], redirects: Mapping[str, str]) -> NameIndex:
    """The names of the entries (in order of path), and the old names that `redirects` leads on."""
    ids, paths, titles, folded, aliases = _Rung(), _Rung(), _Rung(), _Rung(), _Rung()
    ones = {node.id: (node.id,) for node in nodes}
    for node in nodes:
        entry, one = node.parsed, ones[node.id]
        path, title = entry.path.removesuffix(".md"), entry.title
        ids.add(node.id, one)
        paths.add(path, one)
        if (slugs := path_id(entry.path)) != path:
            paths.add(slugs, one)
        titles.add(title, one)
        folded.add(fold(title), one)
        folded.add(fold(node.id), one)
        for name in (*entry.fields.aliases, entry.fields.acronym):
            if name and name != title:
                aliases.add(fold(name), one)
    for node in nodes:  # a stem is weaker than every path, and than the id it made
        stem, one = node.parsed.stem, ones[node.id]
        paths.add_if_free(stem, one)
        folded.add_if_free(fold(stem), one)
    folders = {node.id: PurePosixPath(node.path).parent for node in nodes} if redirects else {}
    for old, id in redirects.items():
        one = (id,)
        ids.add_if_free(old, one)
        paths.add_if_free(old, one)
        if "/" not in old and id in folders:  # it leads on from the entry's folder too, see `page.redirects`
            paths.add_if_free(str(folders[id] / old), one)
        paths.add_if_free(PurePosixPath(old).name, one)
        folded.add_if_free(fold(PurePosixPath(old).name), one)
    return NameIndex(
        ids=ids.frozen(),
        paths=paths.frozen(),
        titles=titles.frozen(),
        folded=folded.frozen(),
        aliases=aliases.frozen(),
    )


def redirects_of(nodes: Iterable[EntryNode], files: Iterable[ParsedEntry], names: NameIndex) -> Redirects:
    """Old id or path → id, from `redirect_from`; and path of a redirect file → id ("" when unknown).

    Redirect files may lead to one another; a circle leads nowhere.
    """
    old: dict[str, str] = {}
    for node in nodes:
        for name in node.parsed.fields.redirect_from:
            old.setdefault(name.strip().strip("/").removesuffix(".md"), node.id)
    by_name: dict[str, ParsedEntry] = {}
    for file in files:
        by_name.setdefault(file.stem, file)
        by_name.setdefault(file.path.removesuffix(".md"), file)
    leads: dict[str, str] = {}
    for file in by_name.values():
        walk: dict[str, None] = {}
        step: ParsedEntry | None = file
        target: tuple[str, ...] = ()
        while step is not None and step.path not in walk and step.path not in leads and not target:
            walk[step.path] = None
            destination = step.fields.destination.strip().strip("/").removesuffix(".md")
            target = names.candidates(destination)
            step = by_name.get(destination) or by_name.get(PurePosixPath(destination).name)
        end = leads.get(step.path, "") if step is not None and not target else ""
        leads |= dict.fromkeys(walk, target[0] if len(target) == 1 else end)
    for path, id in leads.items():
        if id:
            old.setdefault(path.removesuffix(".md"), id)
    return dict(sorted(old.items())), dict(sorted(leads.items()))


def title_and_alias_collisions(names: NameIndex, nodes: Mapping[str, EntryNode]) -> tuple[Collision, ...]:
    """Folded titles on several entries, then folded aliases that another entry has as title or alias."""
    found: list[Collision] = []
    titles: dict[str, list[str]] = {}
    for node in nodes.values():
        titles.setdefault(fold(node.title), []).append(node.id)

    def by_path(id: str) -> str:
        return nodes[id].path

    for name, ids in sorted((name, ids) for name, ids in titles.items() if len(ids) > 1):
        found.append(Collision(name=name, what="title", entries=tuple(sorted(ids, key=by_path))))
    shared = (name for name, claims in names.aliases.items() if len(claims) > 1 or name in titles)
    for name in sorted(shared):
        claimants = dict.fromkeys((*names.aliases[name], *titles.get(name, ())))
        if len(claimants) > 1:
            found.append(Collision(name=name, what="alias", entries=tuple(sorted(claimants, key=by_path))))
    return tuple(found)
