"""Issue forms that a page opens with its subject filled in, when the repository is known."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from lexigraph.page.sheet import Sheet

__all__ = ["Action", "about_entry", "edit", "suggest_entry"]


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
    title = sheet.entry.title
    return (
        *edit(sheet),
        *_form(sheet, "Suggest a change", "suggest-a-change.yml", title=f"{title}: ", page=sheet.entry.path),
        *_form(sheet, "Ask a question", "ask-a-question.yml", about=sheet.id),
        Action("Copy as Markdown", sheet.markdown_href, is_markdown=True),
    )


def suggest_entry(sheet: Sheet, words: str = "Suggest an entry", name: str = "", topic: str = "") -> tuple[Action, ...]:
    """Suggest an entry, of that name or in that topic; nothing without a repository."""
    return _form(sheet, words, "suggest-an-entry.yml", title=name, topic=topic)


def _form(sheet: Sheet, words: str, template: str, **fields: str) -> tuple[Action, ...]:
    repo = sheet.site.repo_url
    filled = {name: value for name, value in fields.items() if value}
    return (Action(words, f"{repo}/issues/new?{urlencode({'template': template, **filled})}"),) if repo else ()
