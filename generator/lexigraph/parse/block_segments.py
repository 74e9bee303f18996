"""Blocks as parts: what each block token becomes.

Owns the structure that Material for MkDocs expects of admonitions, tables, code and task lists. Inline
content is `inline_segments`', sections and what is lifted out of them `outline`'s and `structure`'s business.
"""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from lexigraph.model import Html, Segment
from lexigraph.parse.block_parser import BLOCK_NESTING, ROWS
from lexigraph.parse.code import code_block
from lexigraph.parse.inline_segments import inline
from lexigraph.parse.limits import BLOCK_LIMIT, formula_within_limits
from lexigraph.parse.manuscript import Manuscript
from lexigraph.parse.positions import Places, block_places, cell_places
from lexigraph.parse.raw_html import cleaned
from lexigraph.parse.segments import Part, Raw, escaped, has_raw, joined

__all__ = ["block_parts", "finished", "places_of", "prepared", "take_task"]

_CODE_LIMIT = 32_000
_TASK = re.compile(r"\[([ xX])\][ \t\n]+")
_ALERTS = {
    "NOTE": ("note", "Note"), "TIP": ("tip", "Tip"), "IMPORTANT": ("info", "Important"),
    "WARNING": ("warning", "Warning"), "CAUTION": ("danger", "Caution"),
}  # fmt: skip
_TAGS = {
    "bullet_list_open": "<ul>\n", "bullet_list_close": "</ul>\n", "ordered_list_close": "</ol>\n",
    "list_item_close": "</li>\n", "blockquote_open": "<blockquote>\n", "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n", "dl_open": "<dl>\n", "dl_close": "</dl>\n", "dt_open": "<dt>", "dt_close": "</dt>\n",
    "dd_open": "<dd>", "dd_close": "</dd>\n", "thead_open": "<thead>\n", "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n", "tbody_close": "</tbody>\n", "tr_close": "</tr>\n", "th_close": "</th>",
    "td_close": "</td>", "table_close": "</table></div>\n", "alert_close": "</div>\n",
}  # fmt: skip


def finished(manuscript: Manuscript, parts: Sequence[Part]) -> tuple[Segment, ...]:
    """The segments of the parts; raw HTML among them is cleaned."""
    return cleaned(manuscript, parts) if has_raw(parts) else joined(parts)


def places_of(manuscript: Manuscript, token: Token) -> Places:
    """The places of an `inline` token's content as it is now."""
    places: Places | None = token.meta.get("places")
    return places if places is not None else block_places(manuscript.body, token, token.content)


def take_task(manuscript: Manuscript, tokens: Sequence[Token]) -> str | None:
    """What stands in the box (`[ ]`, `[x]`) with which an item begins, which is cut off; None without a box."""
    if len(tokens) < 2 or tokens[0].type != "paragraph_open" or (task := _TASK.match(tokens[1].content)) is None:
        return None
    tokens[1].meta["places"] = places_of(manuscript, tokens[1]).shifted(task.end())
    tokens[1].content = tokens[1].content[task.end() :]
    return task[1]


def block_parts(manuscript: Manuscript, tokens: Sequence[Token]) -> list[Part]:
    """The parts of whole blocks."""
    return _Writer(manuscript, tokens).written()


def prepared(parts: list[Part]) -> Token:
    """A token that stands for parts which are written already."""
    return Token("prepared", "", 0, meta={"parts": parts})


class _Writer:
    """Writes the blocks of one run of tokens."""

    __slots__ = ("_at", "_cells", "_manuscript", "_parts", "_rows", "_tokens")

    def __init__(self, manuscript: Manuscript, tokens: Sequence[Token]) -> None:
        self._manuscript = manuscript
        self._tokens = tokens
        self._parts: list[Part] = []
        self._at = 0
        self._rows: dict[int, tuple[int, int]] = {}
        self._cells: list[Places] = []

    def written(self) -> list[Part]:
        """The parts of all tokens."""
        tokens, parts = self._tokens, self._parts
        while self._at < len(tokens):
            token = tokens[self._at]
            self._at += 1
            kind = token.type
            if tag := _TAGS.get(kind):
                parts.append(tag)
            elif kind == "paragraph_open":
                self._paragraph(token)
            elif kind == "inline":
                self._parts.extend(inline(self._manuscript, token.content, places_of(self._manuscript, token)).parts)
            elif kind in ("td_open", "th_open"):
                self._cell(token)
            elif (write := _WRITERS.get(kind)) is not None:
                write(self, token)
        return parts

    def _content(self) -> Token:
        """The `inline` token that follows, its closing tag passed over."""
        token = self._tokens[self._at]
        self._at += 2
        return token

    def _paragraph(self, token: Token) -> None:
        content = self._content()
        parts, content.meta["plain"] = inline(self._manuscript, content.content, places_of(self._manuscript, content))
        if not parts:
            return
        if token.hidden:
            self._parts.extend(parts)
            return
        self._parts.append("<p>")
        self._parts.extend(parts)
        self._parts.append("</p>\n")

    def _heading(self, token: Token) -> None:
        """A heading that starts no section: in a quote, a list or an open raw element."""
        content = self._content()
        tag = f"h{max(int(token.tag[1]), 2)}"
        written = inline(self._manuscript, content.content, places_of(self._manuscript, content), may_link=False)
        anchor = self._manuscript.anchors.claim(written.plain)
        self._parts.append(f"<{tag}>")
        self._parts.append(Html(f'<span id="{escaped(anchor)}"></span>'))
        self._parts.extend(written.parts)
        self._parts.append(f"</{tag}>\n")

    def _ordered_list(self, token: Token) -> None:
        start = token.attrs.get("start", 1)
        self._parts.append("<ol>\n" if start == 1 else f'<ol start="{start}">\n')

    def _list_item(self, _token: Token) -> None:
        task = take_task(self._manuscript, self._tokens[self._at : self._at + 2])
        if task is None:
            self._parts.append("<li>")
            return
        state = 'checked aria-label="Done"' if task != " " else 'aria-label="To do"'
        self._parts.append('<li class="task-list-item">')
        self._parts.append(
            Html(
                f'<label class="task-list-control"><input type="checkbox" disabled {state}>'
                '<span class="task-list-indicator"></span></label> '
            )
        )

    def _table(self, token: Token) -> None:
        manuscript = self._manuscript
        self._rows = token.meta.get(ROWS, {})
        heading = manuscript.heading or "Table"
        count = manuscript.tables[heading] = manuscript.tables.get(heading, 0) + 1
        label = escaped(heading if count == 1 else f"{heading} ({count})").replace('"', "&quot;")
        self._parts.append(f'<div class="lx-table" role="region" tabindex="0" aria-label="{label}"><table>\n')

    def _row(self, token: Token) -> None:
        line = token.map[0] if token.map else -1
        start, end = self._rows.get(line, (0, 0))
        self._cells = cell_places(self._manuscript.body, start, end)
        self._cells.reverse()
        self._parts.append("<tr>\n")

    def _cell(self, token: Token) -> None:
        content = self._tokens[self._at]
        self._at += 1
        align = str(token.attrs.get("style", "")).removeprefix("text-align:")
        self._parts.append(f'<{token.tag} class="lx-align-{align}">' if align else f"<{token.tag}>")
        places = self._cells.pop() if self._cells else Places((0,), (0,))
        written = inline(self._manuscript, content.content, places, may_link=token.tag == "td")
        self._parts.extend(written.parts)

    def _alert(self, token: Token) -> None:
        name, title = _ALERTS[token.info]
        self._parts.append(f'<div class="admonition {name}">\n<p class="admonition-title">{title}</p>\n')
        self._at += 3  # the title as markdown-it has it

    def _code(self, token: Token) -> None:
        self._manuscript.code_length += len(token.content)
        info = token.info if self._manuscript.code_length <= _CODE_LIMIT else ""
        self._parts.append(Html(code_block(token.content, info)))

    def _formula(self, token: Token) -> None:
        start, end = self._lines(token)
        made = formula_within_limits(self._manuscript, token.content, start, end, block=True)
        if made.text:
            self._parts.append(
                Html(f'<div class="lx-formula" role="group" tabindex="0" aria-label="Formula">{made.text}</div>\n')
            )

    def _html(self, token: Token) -> None:
        content = token.content.rstrip("\n")
        start, _ = self._lines(token)
        stripped = content.strip()
        if stripped.startswith("<!--") and stripped.find("-->") in (-1, len(stripped) - 3):
            if not stripped.endswith("-->"):
                message = "a comment that is never closed hides the rest of the block"
                self._manuscript.report_dropped(start, start + 4, message, "close it with '-->'", "comment")
        elif len(content) > BLOCK_LIMIT:
            message = f"raw HTML of {len(content)} characters; {BLOCK_LIMIT} are read"
            self._manuscript.report_limit(start, start + 1, message, "split it, or write it as Markdown", "html")
            self._parts.append(Html(f'<pre class="lx-plain">{escaped(content)}</pre>\n'))
        else:
            self._parts.extend([Raw(content, block_places(self._manuscript.body, token, content), 0), "\n"])

    def _prepared(self, token: Token) -> None:
        self._parts.extend(token.meta["parts"])

    def _plain(self, token: Token) -> None:
        start, end = self._lines(token)
        message = f"blocks nested deeper than {BLOCK_NESTING}"
        self._manuscript.report_limit(start, end, message, "nest less; the rest is shown as written", "blocks")
        self._parts.append(Html(f'<pre class="lx-plain">{escaped(token.content)}</pre>\n'))

    def _lines(self, token: Token) -> tuple[int, int]:
        """The range in the body's text of the token's first line without its indent."""
        body = self._manuscript.body
        first, last = token.map or (0, 1)
        start, end = body.line_bounds(min(first, len(body.line_starts) - 1))
        line = body.text[start:end]
        return start + len(line) - len(line.lstrip()), max(end, start + 1) if last - first < 2 or line.strip() else end


_WRITERS = {
    "heading_open": _Writer._heading, "ordered_list_open": _Writer._ordered_list,
    "list_item_open": _Writer._list_item, "table_open": _Writer._table, "tr_open": _Writer._row,
    "alert_open": _Writer._alert, "fence": _Writer._code, "code_block": _Writer._code,
    "math_block": _Writer._formula, "html_block": _Writer._html, "plain": _Writer._plain,
    "prepared": _Writer._prepared,
}  # fmt: skip
