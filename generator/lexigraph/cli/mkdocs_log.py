"""What MkDocs has to say, on stderr, in our words: warnings and errors of anybody, remarks of our plugin."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import click

__all__ = ["mkdocs_speaks"]

_OURS = "mkdocs.plugins.lexigraph"
_PREFIX = "lexigraph: "


class _Stderr(logging.Handler):
    def __init__(self, *, is_quiet: bool) -> None:
        super().__init__()
        self._is_quiet = is_quiet

    def emit(self, record: logging.LogRecord) -> None:
        is_ours = record.name.startswith(_OURS)
        if record.levelno < logging.WARNING and (self._is_quiet or not is_ours):
            return
        text = record.getMessage().removeprefix(_PREFIX)
        click.echo(text if is_ours else f"{record.levelname.lower()}: {text}", err=True)


@contextmanager
def mkdocs_speaks(*, is_quiet: bool) -> Iterator[None]:
    """While this lasts, MkDocs' log goes to stderr and nowhere else."""
    logger = logging.getLogger("mkdocs")
    handler = _Stderr(is_quiet=is_quiet)
    level, propagates = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagates
