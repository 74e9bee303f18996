"""Exports on disk. A file is written beside its place and moved there, so that a failure leaves no half of one."""

import os
from collections.abc import Iterator
from pathlib import Path

from lexigraph.export.artifact import Artifact, Export, Exporter

__all__ = ["write"]


def write(exporter: Exporter, export: Export, target: Path) -> Iterator[tuple[Path, int]]:
    """Write the exporter's files, and name each with its size in bytes.

    `target` is the folder for a format of many files; for one of a single file it is the file itself, or a folder.

    Raises:
        OSError: something cannot be written; what was written before it stays.
    """
    for artifact in exporter.artifacts(export):
        if exporter.IS_FOLDER or target.is_dir():
            yield _put(artifact, target / artifact.path)
        else:
            yield _put(artifact, target)
        if not exporter.IS_FOLDER:
            return


def _put(artifact: Artifact, path: Path) -> tuple[Path, int]:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name[:200]}.part")
    try:
        beside.write_bytes(artifact.data)
        os.replace(beside, path)  # noqa: PTH105 - the same, and both are paths
    finally:
        beside.unlink(missing_ok=True)
    return path, len(artifact.data)
