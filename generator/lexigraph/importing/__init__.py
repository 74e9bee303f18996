"""Files of other programs as entries: one module a format, each a pure function from bytes to the files of a folder.

To add a format: a module that offers what `Importer` names, and its line in `IMPORTERS`. Writing is `plan`'s, whatever
the format: new files only.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lexigraph.importing import concepts, skos
from lexigraph.importing.imported import MOST_BYTES, Import, Importer, plan
from lexigraph.model import CannotChange

__all__ = ["IMPORTERS", "Import", "Importer", "plan", "read"]

IMPORTERS: Mapping[str, Importer] = MappingProxyType(
    {
        "json": concepts,
        "skos": skos,
    }
)
"""Name of a format → its importer."""


def read(format: str, file: Path, *, topic: str = "") -> Import:
    """What the file says as the files of a content folder; nothing is written, see `plan`.

    Args:
        format: a name of `IMPORTERS`.
        file: to be read.
        topic: the folder below the content folder for what has no place of its own; empty: none.

    Raises:
        KeyError: there is no such format.
        CannotChange: the file cannot be read, is too large, or is of another format.
    """
    importer = IMPORTERS[format]
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotChange(f"cannot read '{file}': {error.strerror or error}") from None
    if len(data) > MOST_BYTES:
        raise CannotChange(f"'{file}' has over {MOST_BYTES // 1024 // 1024} MiB")
    return importer.imported(data, suffix=file.suffix.lower(), topic=topic)
