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
        self._claims: dict[str, dict[str, None]] = {}

    def add(self, name: str, id: str) -> None:
        ids = self._claims.setdefault(name, {})
        if name:
            ids[id] = None

    def add_if_free(self, name: str, id: str) -> None:
        if name not in self._claims:
            self.add(name, id)

    def __contains__(self, name: str) -> bool:
        return name in self._claims

    def frozen(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(ids) for name, ids in self._claims.items() if name}


def index_names(nodes: Iterable[EntryNode], redirects: Mapping[str, str]) -> NameIndex:
    """The names of the entries (in order of path), and the old names that `redirects` leads on."""
    ids, paths, titles, folded, aliases = _Rung(), _Rung(), _Rung(), _Rung(), _Rung()
    for node in nodes:
        entry = node.parsed
        ids.add(node.id, node.id)
        paths.add(entry.path.removesuffix(".md"), node.id)
        if (slugs := path_id(entry.path)) != entry.path.removesuffix(".md"):
            paths.add(slugs, node.id)
        titles.add(entry.title, node.id)
        for name in (entry.title, node.id):
            folded.add(fold(name), node.id)
        for name in node.also_called:
            aliases.add(fold(name), node.id)
    for node in nodes:  # a stem is weaker than every path, and than the id it made
        paths.add_if_free(node.parsed.stem, node.id)
        folded.add_if_free(fold(node.parsed.stem), node.id)
    folders = {node.id: PurePosixPath(node.path).parent for node in nodes} if redirects else {}
    for old, id in redirects.items():
        ids.add_if_free(old, id)
        paths.add_if_free(old, id)
        if "/" not in old and id in folders:  # it leads on from the entry's folder too, see `page.redirects`
            paths.add_if_free(str(folders[id] / old), id)
        paths.add_if_free(PurePosixPath(old).name, id)
        folded.add_if_free(fold(PurePosixPath(old).name), id)
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
    by_path = {id: node.path for id, node in nodes.items()}
    for name, ids in sorted(titles.items()):
        if len(ids) > 1:
            found.append(Collision(name=name, what="title", entries=tuple(sorted(ids, key=by_path.__getitem__))))
    for name, claims in sorted(names.aliases.items()):
        claimants = dict.fromkeys((*claims, *titles.get(name, ())))
        if len(claimants) > 1:
            found.append(Collision(name=name, what="alias", entries=tuple(sorted(claimants, key=by_path.__getitem__))))
    return tuple(found)
