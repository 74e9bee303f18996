"""What the files of a new knowledge base are written for."""

import re
from dataclasses import dataclass

from lexigraph.vocabulary import BUILT_IN, Vocabulary

__all__ = ["Settings"]

_REPOSITORY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The blanks of the templates."""

    title: str
    """Of the knowledge base."""
    install: str
    """What `pip install` is given, quoted for a shell: `"lexigraph==1.2.3"`, or `.`."""
    repository: str = ""
    """`OWNER/NAME` on GitHub; empty: not known."""
    content: str = "content"
    """The content folder, from the root of the repository."""
    branch: str = "main"
    """The branch that is published."""
    topics: tuple[str, ...] = ()
    """Names of the topic folders."""
    vocabulary: Vocabulary = BUILT_IN
    """Its kinds are offered by the issue forms."""
    is_guest: bool = False
    """True when other people's entries are taken in, whose house style is left alone."""

    def __post_init__(self) -> None:
        if self.repository and not _REPOSITORY.fullmatch(self.repository):
            raise ValueError(f"'{self.repository}' is no OWNER/NAME of a repository")

    @property
    def repo_url(self) -> str:
        """The repository's address; empty when it is not known."""
        return f"https://github.com/{self.repository}" if self.repository else ""

    @property
    def site_url(self) -> str:
        """Where GitHub Pages publishes the repository, with a slash at its end; empty when it is not known."""
        owner, _, name = self.repository.partition("/")
        if not owner:
            return ""
        host = f"{owner.lower()}.github.io"
        return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
