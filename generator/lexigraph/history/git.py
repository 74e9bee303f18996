"""One question to git, asked so that nothing in the repository can start a program and the answer is bounded."""

import os
import subprocess  # git is asked; no shell is started
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

__all__ = ["asked", "asked_of_files"]

_NONE: Mapping[str, str] = MappingProxyType({})
_MOST_BYTES = 256 * 1024 * 1024
_SECONDS = 60
_SWITCHES = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
    "-c", "log.follow=false", "-c", "protocol.allow=never",
)  # fmt: skip
"""Settings that would start programs, or would change what `log` prints."""


_FILTERS = ("config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.(clean|smudge|process|required)$")


def asked_of_files(folder: Path, question: tuple[str, ...]) -> bytes:
    """The same for a question about files as they are now, of which git would ask the repository's filters."""
    listed = asked(folder, _FILTERS).split(b"\0")
    names = sorted({os.fsdecode(name).rpartition(".")[0] for name in listed if name})
    switched_off = [pair for name in names for pair in ((f"{name}.clean", ""), (f"{name}.process", ""),
                                                        (f"{name}.required", "false"))]  # fmt: skip
    settings = {"GIT_CONFIG_COUNT": str(len(switched_off))}
    for number, (key, value) in enumerate(switched_off):
        settings |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return asked(folder, question, settings=settings)


def asked(folder: Path, question: tuple[str, ...], given: bytes = b"", *, settings: Mapping[str, str] = _NONE) -> bytes:
    """Git's answer in that folder; empty when it fails, takes too long or says too much.

    Variables by which a hook tells git of another repository are left out. What a user typed may stand in the
    question only after an option that takes it as a value, or after `--end-of-options`.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C", **settings,
    }  # fmt: skip
    try:
        with tempfile.TemporaryFile() as answer:
            run = subprocess.run(  # noqa: S603  a list of arguments, no shell
                ("git", "--no-pager", *_SWITCHES, *question),  # noqa: S607  git is wherever the user has it
                cwd=folder, env=environment, input=given, stdout=answer,
                stderr=subprocess.DEVNULL, timeout=_SECONDS, check=False,
            )  # fmt: skip
            size = answer.seek(0, os.SEEK_END)
            if run.returncode != 0 or size > _MOST_BYTES:
                return b""
            answer.seek(0)
            return answer.read()
    except (OSError, ValueError, subprocess.TimeoutExpired):  # ValueError: a NUL in the question
        return b""
