"""Material's page round our content, rendered once for each combination of what it depends on, then filled.

What differs from page to page (title, description, addresses, contents, content) is rendered as stand-ins, so that a
page costs a join of strings. The first page of each combination is rendered plainly too; where the two differ, because
a theme uses something of the page that is not known here, all pages of that combination are rendered plainly.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context
from mkdocs.structure.toc import AnchorLink, TableOfContents

from lexigraph.site.page import LexigraphPage

__all__ = ["Shells"]

_SLOTS = ("title", "description", "canonical", "edit", "head", "contents", "first", "content")
_STAND_INS = {name: chr(0x10FFE0 + number) for number, name in enumerate(_SLOTS)}
"""Private-use characters: content holds none of them, see `lexigraph.parse.stand_ins` for its own."""
_STAND_IN = re.compile(f"([{''.join(_STAND_INS.values())}])")
_NAMES = {char: name for name, char in _STAND_INS.items()}
_INDENTS = re.compile(r"\s*\n\s*")
_KEEPS_SPACE = re.compile(r"<(?:pre|textarea)\b")

_Prepared = tuple[str, ...]
"""Text, name of a slot, text, name of a slot …, text."""


class Shells:
    """The shells of one build."""

    def __init__(self) -> None:
        self._prepared: dict[tuple[object, ...], _Prepared | None] = {}

    @property
    def left_plain(self) -> int:
        """How many combinations are rendered plainly page by page."""
        return sum(prepared is None for prepared in self._prepared.values())

    def function(self, page: LexigraphPage) -> object:
        """What the page template calls: it is given the context as the last plugin left it."""

        @pass_context
        def lx_page(context: Context) -> str:
            return self._page(page, context.get_all(), context.environment)

        return lx_page

    def _page(self, page: LexigraphPage, context: dict[str, Any], environment: Environment) -> str:
        template = environment.get_template("main.html")
        values = _values(page)
        key = _key(page, values, context)
        if key not in self._prepared:
            plain = _plain(page, values, template, context)
            prepared = _prepared(page, values, template, context)
            is_whole = _filled(prepared, values) == plain
            if page.is_in_navigation:  # marked in it: no other page has its shell
                return plain
            self._prepared[key] = prepared if is_whole else None
        known = self._prepared[key]
        return _plain(page, values, template, context) if known is None else _filled(known, values)


def _values(page: LexigraphPage) -> dict[str, str]:
    meta = page.meta
    return {
        "title": str(meta.get("title", "")), "description": str(meta.get("description", "")),
        "canonical": page.canonical_url or "", "edit": page.edit_url or "",
        "head": str(meta.get("lx_head", "")).strip(),
        "contents": str(meta.get("lx_contents", "")), "first": page.toc.items[0].id if page.toc.items else "",
        "content": page.content or "",
    }  # fmt: skip


def _key(page: LexigraphPage, values: Mapping[str, str], context: Mapping[str, Any]) -> tuple[object, ...]:
    """What the shell depends on beside the values themselves: which there are, place, navigation, scripts."""
    there = tuple(bool(values[name]) for name in _SLOTS)
    others = tuple(
        (name, repr(value))
        for name, value in sorted(page.meta.items())
        if name not in ("title", "description", "lx_head", "lx_contents")
    )
    own = page.url if page.is_in_navigation else ""
    above = page.ancestors if "navigation.path" in (context["config"].theme.get("features") or ()) else _marked(page)
    return context["base_url"], tuple(map(id, above)), there, others, own, "<h1" in values["content"]


def _marked(page: LexigraphPage) -> list[object]:
    """What the navigation marks because the page stands below it."""
    return [item for item in page.ancestors if not isinstance(item, LexigraphPage) or item.is_in_navigation]


def _plain(page: LexigraphPage, values: Mapping[str, str], template: Template, context: dict[str, Any]) -> str:
    """The page as the theme renders it; its content stands aside while blanks are taken out of the shell."""
    with _showing(page, {**values, "content": _content_stand_in(values)}):
        shell = _without_indents(template.render(context))
    return shell.replace(_content_stand_in(values), values["content"], 1)


def _prepared(page: LexigraphPage, values: Mapping[str, str], template: Template, context: dict[str, Any]) -> _Prepared:
    shown = {name: stand_in if values[name] else "" for name, stand_in in _STAND_INS.items()}
    with _showing(page, {**shown, "content": _content_stand_in(values)}):
        shell = template.render(context)
    shell = shell.replace(_content_stand_in(values), _STAND_INS["content"], 1)
    return tuple(_STAND_IN.split(_without_indents(shell)))


def _filled(prepared: _Prepared, values: Mapping[str, str]) -> str:
    return "".join([values[_NAMES[piece]] if piece in _NAMES else piece for piece in prepared])


def _content_stand_in(values: Mapping[str, str]) -> str:
    """The stand-in of content; Material adds a heading to content that has none."""
    return f"{_STAND_INS['content']}<h1>" if "<h1" in values["content"] else _STAND_INS["content"]


def _without_indents(shell: str) -> str:
    """The shell without blank lines and indents, a sixth of its bytes."""
    return shell if _KEEPS_SPACE.search(shell) else _INDENTS.sub("\n", shell)


@contextmanager
def _showing(page: LexigraphPage, values: Mapping[str, str]) -> Iterator[None]:
    """Let the page show these values while its template is rendered."""
    before = page.meta, page.canonical_url, page.edit_url, page.toc, page.content
    page.meta = {
        **page.meta, "lx_head": values["head"], "lx_contents": values["contents"],
        **{name: values[name] for name in ("title", "description") if name in page.meta},
    }  # fmt: skip
    page.canonical_url = values["canonical"] or before[1]
    page.edit_url = values["edit"] or before[2]
    page.toc = TableOfContents([AnchorLink("", values["first"], 2)] if before[3].items else [])
    page.content = values["content"]
    try:
        yield
    finally:
        page.meta, page.canonical_url, page.edit_url, page.toc, page.content = before
