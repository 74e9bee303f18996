"""Files of a content folder as bytes and text: read and replaced inside it, never outside."""

import codecs
import os
import tempfile
from pathlib import Path

__all__ = ["decoded", "inside", "read", "replace_file"]


def decoded(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark, if there is one, and the text without it, as the parser counts its characters."""
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return bom, data[len(bom) :].decode()


def inside(root: Path, path: str) -> Path:
    """The file, which is no link that leads out of the folder."""
    top = root.resolve()
    file = top / path
    if not Path(os.path.realpath(file)).is_relative_to(top):
        raise ValueError(f"{path} leads out of {root}")
    return file


def read(file: Path) -> bytes | None:
    """What is in the file; None when there is none."""
    return file.read_bytes() if file.is_file() else None


def replace_file(file: Path, data: bytes) -> None:
    """Write beside the file and swap, so that no reader sees half of it; its permissions stay."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file = Path(os.path.realpath(file))
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
