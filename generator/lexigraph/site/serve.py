"""The site while it is written: built, served on this machine, rebuilt on save."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from lexigraph.site.build import BuildResult, build
from lexigraph.site.publication import Progress, unnoticed

__all__ = ["serve"]

_SECONDS = 0.3
"""Between two looks at the watched folders."""


def serve(
    configured: Callable[[str], MkDocsConfig],
    host: str,
    port: int,
    *,
    watched: Iterable[Path],
    built: Callable[[BuildResult, str], None],
    failed: Callable[[Exception], None],
    progress: Progress = unnoticed,
    open_in_browser: bool = False,
) -> None:
    """Serve until interrupted. A rebuild that fails says why and leaves the last pages being served.

    `configured` makes a new configuration for the address it is given, since settings may change between two
    builds; `built` is told of every build, with the address, `failed` of every rebuild that was given up.

    Raises:
        OSError: the address is taken, or none of this machine's.
        Abort: the first build failed.
    """
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    with TemporaryDirectory(prefix="lexigraph-") as folder:
        output = Path(folder) / "site"

        def first_build() -> None:
            built(build(configured(url), output, progress=progress, serve_url=url), url)

        def rebuild() -> None:
            try:
                first_build()
            except Exception as error:  # noqa: BLE001  MkDocs answers no request after a rebuild that raises
                failed(error)

        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(output))
        # MkDocs' observer follows symbolic links, out of the folder and in circles
        observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=_SECONDS)
        server.observer = observer  # type: ignore[assignment]  # a sibling of the class that MkDocs made
        server.error_handler = lambda code: _error_page(output, code)
        for path in watched:
            server.watch(str(path))
        try:
            first_build()
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]  # MkDocs gives no types
        finally:
            server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
