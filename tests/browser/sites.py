"""Sites for a browser to visit: built, served on this machine, and their addresses."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

__all__ = ["address", "serving"]


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path, handler: type[SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """The address, ending in a slash, at which the folder is served while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def address(site: str, path: str) -> str:
    """The address of a page: `address(http_site, "retrieval/rag")`; the home page is `index`."""
    if site.startswith("file:"):
        return f"{site}{path}.html"
    folder, _, name = path.rpartition("/")
    if name == "index":
        return f"{site}{folder}/" if folder else site
    return f"{site}{path}/"
