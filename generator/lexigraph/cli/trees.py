"""The two sides of `lexigraph diff`: folders as they are or as they were in a commit, files, published sites."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.cli.folder import content_folder, site_address
from lexigraph.cli.progress import Watch
from lexigraph.cli.shared import WrongUse
from lexigraph.cli.source import published_graph

if TYPE_CHECKING:
    from lexigraph.graph import Graph
    from lexigraph.history import NoSuchRevision

__all__ = ["Tree", "loaded_trees", "trees"]

_DEFAULT_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One side: a folder as it is, or as it was in a commit; or what was published."""

    folder: Path
    """Of Markdown; the working folder for what was published."""
    commit: str = ""
    """Full hash; empty: as it is."""
    published: str = ""
    """Address, file or folder of a site; empty: none."""


def trees(base: str | None, head: str | None) -> tuple[Tree, Tree]:
    """The two sides.

    Raises:
        WrongUse: one of them is neither a revision nor a folder.
    """
    from lexigraph.history import NoSuchRevision, merge_base

    places = [name for name in (base, head) if name is not None and _is_place(name)]
    content = None if len(places) == (base is not None) + (head is not None) > 0 else content_folder(None)
    after = _tree(head, content) if head is not None else Tree(folder=content or content_folder(None))
    if base is None:
        return _default_base(after.folder), after
    if head is not None or _is_place(base):
        return _tree(base, content), after
    try:
        return Tree(folder=after.folder, commit=merge_base(after.folder, base)), after
    except NoSuchRevision as error:
        raise _unknown(error) from error


def _tree(name: str, content: Path | None) -> Tree:
    from lexigraph.history import NoSuchRevision, commit_of

    if _is_published(name):
        return Tree(folder=Path(), published=name)
    if content is None or _is_place(name):
        return Tree(folder=content_folder(Path(name)))
    try:
        return Tree(folder=content, commit=commit_of(content, name))
    except NoSuchRevision as error:
        raise _unknown(error) from error


def _default_base(content: Path) -> Tree:
    """The last commit in common with the main branch."""
    from lexigraph.history import NoSuchRevision, commit_of, merge_base

    try:
        commit_of(content, "HEAD")
    except NoSuchRevision as error:
        if "repository" in error.reason:
            raise _unknown(error) from error
    for name in _DEFAULT_BASES:
        try:
            commit_of(content, name)
        except NoSuchRevision:
            continue
        try:
            return Tree(folder=content, commit=merge_base(content, name))
        except NoSuchRevision as error:
            raise _unknown(error) from error
    raise WrongUse("there is no main branch to compare with", "name what to compare with: lexigraph diff REVISION")


def _is_published(name: str) -> bool:
    """Whether the name means an address, a file, or the folder of a site."""
    from lexigraph.loading.sources import document_in, is_address

    path = Path(name)
    is_file = path.suffix.lower() == ".json" and path.is_file()
    return is_address(name) or is_file or (path.is_dir() and document_in(path) is not None)


def _is_place(name: str) -> bool:
    """Whether the name means something that is there, not a revision.

    Raises:
        WrongUse: it may mean a revision as well.
    """
    if _is_published(name):
        return True
    if not Path(name).is_dir():
        return False
    if name.startswith((".", "/", "~")) or name.endswith("/"):
        return True
    from lexigraph.history import NoSuchRevision, commit_of

    try:
        commit_of(Path(), name)
    except NoSuchRevision:
        return True
    raise WrongUse(
        f"'{name}' is a folder and a revision", f"write ./{name} for the folder, refs/heads/{name} for a branch"
    )


def _unknown(error: "NoSuchRevision") -> WrongUse:
    reason, _, help = error.reason.partition("; ")
    return WrongUse(f"nothing to compare with at '{error.revision}': {reason}", help)


def loaded_trees(before: Tree, after: Tree, watch: Watch) -> "tuple[Graph, Graph]":
    """The graphs of both sides. Where the site is, is no change: what one of them knows, both do.

    Raises:
        WrongUse: there is no such revision, or nothing can be read.
    """
    address = site_address(after.folder) if not after.published else ""
    if before.published:
        old = _loaded(before, address, watch)
        return old, _loaded(after, address or old.scheme.base_iri, watch)
    new = _loaded(after, address, watch)
    return _loaded(before, address or new.scheme.base_iri, watch), new


def _loaded(tree: Tree, address: str, watch: Watch) -> "Graph":
    from lexigraph.history import NoSuchRevision
    from lexigraph.loading import load_graph, load_revision

    workers = os.cpu_count() or 1
    if tree.published and (graph := published_graph(tree.published, watch)) is not None:
        return graph
    if tree.commit:
        try:
            return load_revision(
                tree.folder, tree.commit, cached_as=tree.folder, workers=workers, progress=watch, base_iri=address
            )
        except NoSuchRevision as error:
            raise _unknown(error) from error
    return load_graph(tree.folder, cached_as=tree.folder, workers=workers, progress=watch, base_iri=address)
