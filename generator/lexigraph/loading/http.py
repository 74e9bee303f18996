"""One request for the document of a published site, with the standard library.

Only http and https, also after a redirect; no more bytes and no more time than a graph can need; user and password go
to nobody but the host that they were given for.
"""

import queue
import re
import socket
import ssl
import zlib
from base64 import b64encode
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse, IncompleteRead
from threading import Thread
from time import monotonic
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from lexigraph.loading.sources import MOST_BYTES, SECONDS
from lexigraph.model import CannotLoad

__all__ = ["Answer", "Place", "Unreachable", "answer", "place_of"]

_CHUNK = 1 << 16
_UNPRINTED = re.compile(r"[\s\x00-\x1f\x7f]")
_MOST_REDIRECTS = 10
_SCHEMES = ("http", "https")
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304
_UNPACKING = {"identity": False, "": False, "gzip": True, "x-gzip": True}
_GZIP = 31
"""What zlib calls the format, with the largest window."""


class Place(NamedTuple):
    """Where a document is."""

    address: str
    """Of the document, without user and password, without fragment."""
    credentials: str
    """`Basic …`; empty: none."""


class Answer(NamedTuple):
    """What a site answered."""

    data: bytes
    """Empty when `is_same`."""
    address: str
    """Where it was in the end."""
    etag: str
    modified: str
    """`Last-Modified`, as sent."""
    is_same: bool
    """True when what is known already is still what there is."""


class Unreachable(CannotLoad):
    """Nobody answered, or nobody who could: a copy may serve."""


def place_of(source: str, *, is_document: bool = False) -> Place:
    """The document that the address of a site means: its `concepts.json`, or what ends in `.json` already.

    With `is_document`, it is the address of the document, whatever it ends in.

    Raises:
        CannotLoad: it is no address on the web.
    """
    shown = source
    try:
        parts = urlsplit(source.strip())
        host, port = parts.hostname, parts.port
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError as error:
        raise CannotLoad(shown, f"this is no address: {error}") from None
    if parts.scheme.lower() not in _SCHEMES:
        raise CannotLoad(shown, f"'{parts.scheme}:' is not read; give an address that begins with https:// or http://")
    if not host or _UNPRINTED.search(host):
        raise CannotLoad(shown, "the address names no host; it looks like https://example.org/kb/")
    path = parts.path
    if not is_document and not path.endswith(".json"):
        path = f"{path.removesuffix('index.html').rstrip('/')}/concepts.json"
    name = f"[{host}]" if ":" in host else _ascii(host, shown)
    netloc = name if port is None else f"{name}:{port}"
    address = urlunsplit((parts.scheme.lower(), netloc, _quoted(path), _quoted(parts.query), ""))
    return Place(address, _credentials(parts.username, parts.password))


def answer(
    place: Place, *, etag: str = "", modified: str = "", seconds: float = SECONDS, most: int = MOST_BYTES
) -> Answer:
    """The document, or that it is the one with that `etag` or `modified` date.

    Raises:
        Unreachable: nobody answered in time, or the server is out of order.
        CannotLoad: there is no document, or too much of it.
    """
    results: queue.SimpleQueue[Answer | Exception] = queue.SimpleQueue()
    asking = _Asking(place, etag, modified, monotonic() + seconds, most)
    Thread(target=asking.run, args=(results.put,), daemon=True).start()  # nothing else bounds looking up a name
    try:
        found = results.get(timeout=seconds)
    except queue.Empty:  # the thread ends at its next packet, or when its socket gives up
        raise Unreachable(place.address, f"no whole answer within {seconds:g} seconds") from None
    if isinstance(found, Exception):
        raise _explained(found, place.address, seconds, most) from found
    return found


class _TooMuch(ValueError):
    """More bytes than are taken."""


class _Asking:
    """One request and its redirects, in a thread of its own."""

    def __init__(self, place: Place, etag: str, modified: str, deadline: float, most: int) -> None:
        self._place = place
        self._deadline = deadline
        self._most = most
        self._headers = {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "lexigraph"}
        if etag:
            self._headers["If-None-Match"] = etag
        elif modified:
            self._headers["If-Modified-Since"] = modified
        self._opener = OpenerDirector()
        for handler in (
            ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor(),
        ):  # fmt: skip
            self._opener.add_handler(handler)

    def run(self, done: Callable[[Answer | Exception], None]) -> None:
        """Ask, and hand over what came of it."""
        try:
            done(self._followed())
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            done(error)

    def _followed(self) -> Answer:
        address = self._place.address
        for _ in range(_MOST_REDIRECTS):
            found = self._asked(address)
            if isinstance(found, Answer):
                return found
            address = _next(address, found)
        raise CannotLoad(self._place.address, f"it leads on more than {_MOST_REDIRECTS} times; name where it leads to")

    def _asked(self, address: str) -> Answer | str:
        """The answer, or where it says to look."""
        request = Request(address, headers=self._headers)  # noqa: S310 - http or https, see `place_of` and `_next`
        if self._place.credentials and _origin(address) == _origin(self._place.address):
            request.add_unredirected_header("Authorization", self._place.credentials)
        try:
            with self._opener.open(request, timeout=max(0.1, self._deadline - monotonic())) as response:
                etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
                return Answer(self._body(response), address, etag, modified, is_same=False)
        except HTTPError as error:
            with error:
                if error.code in _REDIRECTS and (leads_to := error.headers.get("Location")):
                    return str(leads_to)
                if error.code == _NOT_MODIFIED:
                    return Answer(b"", address, error.headers.get("ETag", ""), "", is_same=True)
                raise

    def _body(self, response: HTTPResponse) -> bytes:
        """All bytes, unpacked."""
        length = response.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > self._most:
            raise _TooMuch
        packing = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packing not in _UNPACKING:
            raise CannotLoad(self._place.address, f"the server packs it as '{packing}', which nobody asked for")
        unpacker = zlib.decompressobj(_GZIP) if _UNPACKING[packing] else None
        parts: list[bytes] = []
        size = received = 0
        while chunk := response.read1(_CHUNK):
            received += len(chunk)
            part = (
                chunk
                if unpacker is None
                else b""
                if unpacker.eof
                else unpacker.decompress(chunk, self._most - size + 1)
            )
            size += len(part)
            if (
                max(size, received) > self._most
            ):  # what follows the end of the packed data is no part of it, and endless
                raise _TooMuch
            if monotonic() > self._deadline:
                raise TimeoutError
            parts.append(part)
        if (length.isdecimal() and received != int(length)) or (unpacker is not None and not unpacker.eof):
            raise IncompleteRead(b"")
        return b"".join(parts)


def _next(address: str, leads_to: str) -> str:
    """Where a redirect leads, without user and password.

    Raises:
        CannotLoad: it leads off the web, or from a safe connection to an open one.
    """
    try:
        target = place_of(urljoin(address, leads_to), is_document=True).address
    except CannotLoad as error:
        raise CannotLoad(address, f"it leads on to what is not read: {error.reason}") from None
    if address.startswith("https:") and not target.startswith("https:"):
        raise CannotLoad(
            address, f"it leads on to {target}, which anybody on the way can change; name that if you trust it"
        )
    return target


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)


def _explained(error: Exception, address: str, seconds: float, most: int) -> CannotLoad:
    """What went wrong, and what to do."""
    if isinstance(error, CannotLoad):
        return error
    if isinstance(error, HTTPError):
        return _refused(error, address)
    reason = error.reason if isinstance(error, URLError) else error
    host = urlsplit(address).netloc
    if isinstance(reason, TimeoutError):
        return Unreachable(address, f"no whole answer within {seconds:g} seconds")
    if isinstance(reason, _TooMuch):
        return CannotLoad(address, f"it is larger than {most >> 20} MB, which no graph needs")
    if isinstance(reason, zlib.error):
        return CannotLoad(address, "the server says that it is packed with gzip, and it is not")
    if isinstance(reason, socket.gaierror):
        return Unreachable(address, f"nobody knows the host '{host}'; look at the address and at your connection")
    if isinstance(reason, ConnectionRefusedError):
        return Unreachable(address, f"nobody answers at '{host}'")
    if isinstance(reason, ssl.SSLError):
        return Unreachable(address, f"the connection to '{host}' is not safe: {reason.reason or reason}")
    if isinstance(reason, OSError | HTTPException):
        said = getattr(reason, "strerror", "") or type(reason).__name__
        return Unreachable(address, f"the answer broke off: {said}")
    return CannotLoad(address, f"this is no address: {reason}")


def _refused(error: HTTPError, address: str) -> CannotLoad:
    if error.code in (404, 410):
        return CannotLoad(
            address,
            f"nothing is there ({error.code}); name the home page of a site that lexigraph built, or its concepts.json",
        )
    if error.code in (401, 403, 407):
        return CannotLoad(
            address,
            f"nobody gets in without a name ({error.code}); write https://user:password@host/, or load a file",
        )
    if error.code == 429 or error.code >= 500:
        return Unreachable(address, f"the server is out of order ({error.code}); try again later")
    return CannotLoad(address, f"the server answers {error.code}")


def _credentials(user: str | None, password: str | None) -> str:
    if user is None:
        return ""
    pair = f"{unquote(user)}:{unquote(password or '')}".encode()
    return f"Basic {b64encode(pair).decode('ascii')}"


def _quoted(text: str) -> str:
    return quote(text, safe="/%:@!$&'()*+,;=~-._?")


def _ascii(host: str, shown: str) -> str:
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        raise CannotLoad(shown, f"'{host}' is no name of a host") from None
