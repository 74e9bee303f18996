"""What a reader can do about a page, when the repository is known: edit its file, open an issue form filled in."""

from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from lexigraph.page.issue_forms import CHANGE, ENTRY, QUESTION, Form
from lexigraph.page.sheet import Sheet

__all__ = ["Action", "about_entry", "edit", "form", "suggest_entry"]

_WITHOUT_FORMS = ("gitlab", "bitbucket", "codeberg", "gitea", "forgejo")
"""Words in the addresses of hosts that have no forms of GitHub's kind."""

_LONGEST_ADDRESS = 4000
"""Characters; a longer link is not opened everywhere."""


class Action(NamedTuple):
    """What a reader can do."""

    words: str
    href: str
    is_markdown: bool = False
    """True for the link to the page as Markdown."""


def edit(sheet: Sheet) -> tuple[Action, ...]:
    """Edit the file that the page is made from; nothing where it is made from none, or without a repository."""
    path, before = sheet.page.source_path, sheet.site.edit_url
    return (Action("Edit this page", before + quote(path)),) if path and before else ()


def about_entry(sheet: Sheet) -> tuple[Action, ...]:
    """Edit the entry, suggest a change to it, ask a question about it, when the repository is known; copy it."""
    title, site = sheet.entry.title, sheet.site
    page = f"{site.url}{site.addresses.url(sheet.page.path).removeprefix('./')}" if site.url else sheet.entry.path
    return (
        *edit(sheet),
        *form(sheet, CHANGE, title=f"{title}: ", page=page),
        *form(sheet, QUESTION, about=sheet.id),
        Action("Copy as Markdown", sheet.markdown_href, is_markdown=True),
    )


def suggest_entry(sheet: Sheet, words: str = "", name: str = "", topic: str = "") -> tuple[Action, ...]:
    """Suggest an entry, of that name or in that topic; nothing without a repository."""
    return form(sheet, ENTRY, words, title=name, name=name, topic=topic)


def form(sheet: Sheet, form: Form, words: str = "", **filled: str) -> tuple[Action, ...]:
    """Open the form with the fields filled in, `title` being the issue's; nothing where the host has no such forms.

    What would make the address too long is left out, the last field first.
    """
    repo = sheet.site.repo_url
    if not repo or any(word in (urlsplit(repo).hostname or "") for word in _WITHOUT_FORMS):
        return ()
    fields = {"template": form.file, **{name: value for name, value in filled.items() if value}}
    while len(href := f"{repo}/issues/new?{urlencode(fields)}") > _LONGEST_ADDRESS and len(fields) > 1:
        fields.popitem()
    return (Action(words or form.name, href),)
