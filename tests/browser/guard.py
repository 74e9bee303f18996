"""Pages that let nothing out: what they ask of another host, and the errors on their console, is written down."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

__all__ = ["Guard", "empty"]

_EMPTY = """() => {
  if (location.protocol === "about:") return
  localStorage.clear()
  sessionStorage.clear()
}"""


class Guard:
    """What went wrong on the pages that it opened."""

    def __init__(self, browser: Browser) -> None:
        """Pages are opened in that browser, each in a context of its own."""
        self.browser = browser
        self.wrong: list[str] = []
        self.contexts: list[BrowserContext] = []

    def open(self, *, tolerates: str = "", **options: Any) -> Page:
        """A new page, with Playwright's context options; errors with the words of `tolerates` pass."""
        context = self.browser.new_context(**options)
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("request", self._note)
        context.on("requestfailed", self._forget_refused)
        page = context.new_page()
        page.on("console", lambda message: self._read(message, tolerates))
        page.on("pageerror", lambda error: self.wrong.append(f"uncaught: {error}"))
        return page

    def _note(self, request: Request) -> None:
        if not _stays_here(request):
            self.wrong.append(f"asked another host: {request.url}")

    def _forget_refused(self, request: Request) -> None:
        """What the page's own policy refuses is announced, and never asked."""
        if request.failure == "csp" and not _stays_here(request):
            self.wrong.remove(f"asked another host: {request.url}")

    def _read(self, message: ConsoleMessage, tolerates: str) -> None:
        """Material asks for `sitemap.xml`, which no page on the disk may read; Chromium for an icon of a JSON file."""
        address = message.location.get("url", "")
        is_known = address.startswith("file:") and address.endswith("/sitemap.xml")
        is_known |= urlsplit(address).path == "/favicon.ico"
        is_known |= bool(tolerates) and tolerates in message.text
        if message.type == "error" and not is_known:
            self.wrong.append(f"on the console: {message.text} ({address})")


def _stays_here(request: Request) -> bool:
    """Only this machine is asked: the servers of these tests, and the disk for those who stand on it."""
    wanted = urlsplit(request.url)
    here = urlsplit(request.frame.url or request.url)
    return (
        wanted.scheme in ("data", "blob")
        or wanted.hostname == "127.0.0.1"
        or (wanted.scheme == "file" and here.scheme in ("file", "about", ""))
    )


def empty(page: Page) -> None:
    """Leave the page as a new one is, but for its history: nothing shown, nothing stored, nothing emulated."""
    page.wait_for_load_state("load")
    page.evaluate(_EMPTY)
    page.goto("about:blank")
    page.context.clear_cookies()
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.mouse.move(0, 0)
