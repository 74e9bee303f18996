"""The sections of a body before they are written: its blocks under their headings, and the heading's role.

Owns where a section begins and ends; what its blocks look like is `block_segments`', what is lifted out of
it `structure`'s business.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from lexigraph.model import Segment
from lexigraph.names import fold
from lexigraph.parse.anchors import written_anchor
from lexigraph.parse.html_elements import ALLOWED, OPTIONAL_END, TAG, VOID
from lexigraph.vocabulary import STRUCTURED_HEADINGS

__all__ = ["Draft", "Outline", "outline"]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A section that is not yet written."""

    level: int
    """1–6 as written; 0 for what stands before the first heading."""
    head: Token | None = None
    """The heading's `inline` token."""
    written_anchor: str = ""
    """The `{#id}` at the end of the heading."""
    role: str = ""
    is_role_start: bool = False
    """True for the structured heading itself, False for the subsections below it."""
    groups: list[list[Token]] = field(default_factory=list)
    """The tokens of each top-level block."""
    index: int = 0
    anchor: str = ""
    title: str = ""
    heading: tuple[Segment, ...] = ()


@dataclass(slots=True, kw_only=True)
class Outline:
    """A body cut into sections."""

    drafts: list[Draft]
    """Never empty; the first may be of level 0."""
    title: Token | None
    """The `inline` token of the H1 that is the entry's title and stands in no section."""


def outline(tokens: Sequence[Token], title: str, language: str) -> Outline:
    """The sections of a body.

    The first H1 is taken out as the title when the front matter gives none (`title` is empty), or when it
    stands first and repeats it.
    """
    groups = list(_groups(tokens))
    enclosed = _enclosed(groups)
    drafts = [Draft(level=0)]
    head: Token | None = None
    is_first = True
    for number, group in enumerate(groups):
        if group[0].type != "heading_open" or number in enclosed:
            drafts[-1].groups.append(group)
            is_first = is_first and group[0].type == "html_block" and group[0].content.startswith("<!--")
            continue
        level, content = int(group[0].tag[1]), group[1]
        if level == 1 and head is None and (not title or (is_first and _same(content.content, title))):
            head = content
        else:
            drafts.append(Draft(level=level, head=content))
        is_first = False
    if len(drafts) > 1 and not drafts[0].groups:
        del drafts[0]
    _give_roles(drafts, language)
    return Outline(drafts=_with_whole_answers(drafts), title=head)


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of one top-level block after the other."""
    start = depth = 0
    for number, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield list(tokens[start : number + 1])
            start = number + 1


def _enclosed(groups: list[list[Token]]) -> set[int]:
    """Numbers of the groups that stand inside a raw element that another group opens and closes."""
    stack: list[tuple[str, int]] = []
    around: list[tuple[int, int]] = []
    for number, group in enumerate(groups):
        if group[0].type != "html_block":
            continue
        for tag in TAG.finditer(group[0].content):
            name = tag[2].lower()
            if name in VOID or name in OPTIONAL_END or name not in ALLOWED:
                continue
            if not tag[1]:
                stack.append((name, number))
            elif any(name == opened for opened, _ in stack[-100:]):
                while stack[-1][0] != name:
                    stack.pop()
                around.append((stack.pop()[1], number))
    enclosed: set[int] = set()
    reached = 0
    for first, last in sorted(around):  # each group is put in once
        enclosed.update(range(max(first + 1, reached), last))
        reached = max(reached, last)
    return enclosed


def _same(heading: str, title: str) -> bool:
    return fold(written_anchor(heading)[0]) == fold(title)


def _give_roles(drafts: list[Draft], language: str) -> None:
    """Give each section the role of its heading, else of the structured heading that it stands under."""
    headings = (
        STRUCTURED_HEADINGS.get(language)
        or STRUCTURED_HEADINGS.get(language.split("-")[0])
        or STRUCTURED_HEADINGS["en"]
    )
    role, role_level = "", 0
    for draft in drafts:
        if draft.head is None:
            continue
        if role and draft.level <= role_level:
            role = ""
        own = headings.get(fold(written_anchor(draft.head.content)[0].strip("*_ \t:")), "")
        if own:
            role, role_level, draft.is_role_start = own, draft.level, True
        draft.role = role


def _with_whole_answers(drafts: list[Draft]) -> list[Draft]:
    """The sections; under an FAQ those below its questions are part of the answers."""
    found: list[Draft] = []
    item_level = 0
    for number, draft in enumerate(drafts):
        if draft.role == "faq" and draft.is_role_start:
            following = _under(drafts, number)
            item_level = min((below.level for below in following), default=0)
        if draft.role == "faq" and not draft.is_role_start and draft.level > item_level:
            found[-1].groups.append(_heading_group(draft))
            found[-1].groups.extend(draft.groups)
        else:
            found.append(draft)
    return found


def _under(drafts: list[Draft], number: int) -> list[Draft]:
    """The sections below that one, whatever their depth."""
    end = number + 1
    while end < len(drafts) and drafts[end].role == "faq" and not drafts[end].is_role_start:
        end += 1
    return drafts[number + 1 : end]


def _heading_group(draft: Draft) -> list[Token]:
    assert draft.head is not None  # noqa: S101 - only sections with a heading have a role
    tag = f"h{draft.level}"
    return [Token("heading_open", tag, 1), draft.head, Token("heading_close", tag, -1)]
