"""The stages in their order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread

from lexigraph.graph import Graph
from lexigraph.graph.collector import collector_off
from lexigraph.link import is_entry, link
from lexigraph.loading.cache import Cache
from lexigraph.loading.parsing import parsed_entries, parsed_scheme
from lexigraph.model import FrozenMapping, Scheme, SourceFile
from lexigraph.read import overlaid, read_content, read_file

__all__ = ["Progress", "load_graph", "load_revision"]

Progress = Callable[[str, int, int], None]
"""Told the stage (`parse`), how many of its files are done, and how many there are."""


def load_graph(
    root: Path,
    *,
    fields: Mapping[str, str] | None = None,
    workers: int = 1,
    exclude: tuple[Path, ...] = (),
    base_iri: str = "",
    overlay: Mapping[str, bytes | None] | None = None,
    cached_as: Path | None = None,
    progress: Progress | None = None,
) -> Graph:
    """The graph of the folder. Bad files are diagnostics in it, never exceptions.

    `fields` maps foreign front-matter names (ours → theirs), over those of `scheme.yml`; `exclude` are
    folders inside the content that are none (a site built there); `base_iri` is where it is published, and for a
    scheme that names no base;
    `overlay` is text that is not saved yet: path below the folder → its bytes, None for a file that is gone.
    `cached_as` names the content folder in whose cache parsed files are looked up and kept; None: in no cache.

    Raises:
        NotADirectoryError: there is no such folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(root)
    reading = overlaid(read_content(root, exclude=exclude), overlay or {})
    cache = Cache(cached_as) if cached_as is not None else None
    scheme, scheme_diagnostics = parsed_scheme(reading.scheme, cache)
    scheme = _with_settings(scheme, fields or {}, base_iri)
    files = [file for file in reading.files if is_entry(file.path) or file.path.rpartition("/")[2] == "index.md"]

    def done(count: int) -> None:
        if progress is not None:
            progress("parse", count, len(files))

    with collector_off():
        entries, keep = parsed_entries(files, scheme, workers=workers, cache=cache, done=done)
        keeping = Thread(target=keep)
        keeping.start()  # the disk is written while the graph is linked
        try:
            found = (*reading.diagnostics, *scheme_diagnostics)
            graph = link(root.resolve(), scheme, entries, reading.attachments, found)
        finally:
            keeping.join()
    site_url = f"{base_iri.rstrip('/')}/" if base_iri else ""
    return replace(graph, baseline=_baseline(root, scheme, overlay or {}), site_url=site_url)


def _with_settings(scheme: Scheme, fields: Mapping[str, str], base_iri: str) -> Scheme:
    """The scheme with foreign names (ours → theirs) over its own, and with an address if it has none."""
    if fields:
        theirs = {foreign: ours for ours, foreign in fields.items()}
        scheme = replace(scheme, fields=FrozenMapping({**scheme.fields, **theirs}))
    if base_iri and not scheme.base_iri:
        scheme = replace(scheme, base_iri=f"{base_iri.rstrip('/')}/")
    return scheme


def load_revision(
    root: Path,
    commit: str,
    *,
    fields: Mapping[str, str] | None = None,
    workers: int = 1,
    base_iri: str = "",
    cached_as: Path | None = None,
    progress: Progress | None = None,
) -> Graph:
    """The graph of the folder as it was in that commit (a full hash, see `history.commit_of`); empty when it was not
    there yet. Its `root` is the folder of today."""
    from lexigraph.history import folder_at  # git is not asked for the folder as it is

    with folder_at(root, commit) as folder:
        graph = load_graph(
            folder, fields=fields, workers=workers, base_iri=base_iri, cached_as=cached_as, progress=progress
        )
    return replace(graph, root=root.resolve())


def _baseline(root: Path, scheme: Scheme, overlay: Mapping[str, bytes | None]) -> SourceFile | None:
    path = scheme.check.get("baseline")
    if not isinstance(path, str):
        return None
    if path in overlay:
        data = overlay[path]
        return None if data is None else SourceFile(path=path, data=data)
    return read_file(root, path)
