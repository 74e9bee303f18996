"""A site on the loopback interface that answers as it is told."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

__all__ = ["Reply", "Site", "served"]


class Reply(NamedTuple):
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {}
    pause: float = 0.0
    """Seconds before each part."""
    parts: int = 1
    says_length: bool = True


class Site:
    """Paths with their replies, and the requests that came."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        """Path and headers."""
        self.host = f"127.0.0.1:{server.server_port}"
        self.url = f"http://{self.host}/"


@contextmanager
def served() -> Iterator[Site]:
    """A site for as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.block_on_close = False
    site = server.site = Site(server)  # type: ignore[attr-defined] # for the handler
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined] # set above
        site.asked.append((self.path, dict(self.headers)))
        reply = site.replies.get(self.path, Reply(status=404))
        known = self.headers.get("If-None-Match", "")
        if known and known == reply.headers.get("ETag"):
            reply = Reply(status=304, headers=reply.headers)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.says_length and "Content-Length" not in reply.headers:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        size = -(-len(reply.body) // reply.parts) or 1
        try:
            for at in range(0, len(reply.body), size):
                time.sleep(reply.pause)
                self.wfile.write(reply.body[at : at + size])
        except OSError:
            self.close_connection = True  # nobody listens any more

    def log_message(self, *args: object) -> None:
        """Say nothing."""
