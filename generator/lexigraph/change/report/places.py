"""Where a reader of the report can look at an entry: in the preview, in its file, on the published site."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from lexigraph.page.addresses import Addresses

__all__ = ["Places"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Addresses that are known; each may be empty."""

    repo_url: str = ""
    """Of the repository on the web, as in `mkdocs.yml`."""
    commit: str = ""
    """Full hash of the commit that holds the files as they are."""
    folder: str = ""
    """The content folder below the repository's root, POSIX; ends with a slash where it is not empty."""
    site_url: str = ""
    """Of the published site, as in `mkdocs.yml`."""
    preview_url: str = ""
    """Of a site built from the change."""

    def file(self, path: str, line: int = 0) -> str:
        """Address of a file below the content folder, at that line; empty when it is not known."""
        if not (_is_web(self.repo_url) and self.commit):
            return ""
        host = (urlsplit(self.repo_url).hostname or "").lower()
        where = "-/blob" if "gitlab" in host else "blob"
        at = f"?plain=1#L{line}" if line else ""
        return f"{_clean(self.repo_url)}/{where}/{quote(self.commit)}/{quote(self.folder + path)}{at}"

    def preview(self, path: str) -> str:
        """Address of the page of that path in the preview; empty when there is none."""
        return self._page(self.preview_url, path)

    def live(self, path: str) -> str:
        """Address of the page of that path on the published site; empty when there is none."""
        return self._page(self.site_url, path)

    def _page(self, top: str, path: str) -> str:
        return f"{_clean(top)}/{quote(Addresses().url(path), safe='/%')}" if _is_web(top) else ""


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)


def _clean(address: str) -> str:
    """The address without what would end a link in Markdown, and without a slash at its end."""
    return quote(address.rstrip("/"), safe="/:%?=&#~+@,;!$'*._-[]").replace("[", "%5B").replace("]", "%5D")
