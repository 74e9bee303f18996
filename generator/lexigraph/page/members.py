"""Entries under headings of their kinds, as topics and tags list them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from lexigraph.page.anchors import heading
from lexigraph.page.page import TocItem
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill

__all__ = ["by_kind", "plural"]


class _Group(NamedTuple):
    head: Markup
    rows: list[Markup]


def by_kind(sheet: Sheet, title: str, anchor: str, members: Mapping[str, Sequence[str]]) -> Part | None:
    """The entries of each kind with their definitions; None when there are none."""
    if not members:
        return None
    groups: list[_Group] = []
    toc: list[TocItem] = []
    for kind, ids in members.items():
        name = plural(sheet, kind)
        at = sheet.anchors.claim(name)
        head = heading(3, at, escape(name), is_derived=True) if len(members) > 1 else Markup("")
        groups.append(_Group(head, sheet.stencils("member", ids)))
        toc.append(TocItem(name, at, 3))
    return Part(
        title=title, anchor=sheet.anchors.claim(anchor), html=fill("entries.html", groups=groups),
        toc=tuple(toc) if len(members) > 1 else (), is_derived=True,
    )  # fmt: skip


def plural(sheet: Sheet, kind: str) -> str:
    """The kind as the heading of a list; one that the vocabulary does not know, as written."""
    known = sheet.graph.vocabulary.kind(kind)
    return known.plural if known else kind
