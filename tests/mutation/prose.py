"""Defects in the text of an entry."""

import re

from lexigraph.graph import EntryNode
from tests.mutation.spoiler import Defect, Found, Spoiler, line_of, spoiled, takes_paragraph, with_paragraph

__all__ = [
    "blank_between_link_and_address",
    "byte_that_is_no_text",
    "image_that_is_not_there",
    "invisible_letter",
    "link_to_no_file",
    "link_to_no_heading",
    "question_without_its_mark",
    "wikilink_to_nothing",
]


def link_to_no_file(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    text = with_paragraph(text, "See [another page](zzz-no-such-page.md) for more.")
    return spoiled(node, text, ("E401", line_of(text, "zzz-no-such-page")))


def image_that_is_not_there(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    text = with_paragraph(text, "As the picture shows:\n\n![A picture](pictures/none.png)")
    return spoiled(node, text, ("E401", line_of(text, "pictures/none.png")))


def wikilink_to_nothing(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    text = with_paragraph(text, "This is what a [[Zzyzx protocol]] does.")
    return spoiled(node, text, ("W402", line_of(text, "[[Zzyzx")))


def link_to_no_heading(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    other = spoiler.other(node)
    text = with_paragraph(text, f"More is said [elsewhere](/{other.path}#zzz-no-such-heading).")
    return spoiled(node, text, ("W404", line_of(text, "#zzz-no-such-heading")))


def blank_between_link_and_address(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    other = spoiler.other(node)
    text = with_paragraph(text, f"More is said [elsewhere] (/{other.path}) too.")
    return spoiled(node, text, ("W408", line_of(text, "[elsewhere] (")))


def question_without_its_mark(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    bullet = re.search(r"^- [^\n]*\? \{#[^\n]*\}$", text, re.MULTILINE)
    if bullet is None:
        return None
    plain = bullet[0].replace("? {#", " {#")
    text = text.replace(bullet[0], plain, 1)
    return spoiled(node, text, ("W603", line_of(text, plain)))


def byte_that_is_no_text(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    text = with_paragraph(text, "A na@@ve idea.")
    data = text.encode().replace(b"@@", b"\xef")
    return Defect(node.path, data, frozenset({Found("E001", node.path, line_of(text, "na@@ve"))}))


def invisible_letter(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not takes_paragraph(text):
        return None
    text = with_paragraph(text, "An in\u200bvisible thing.")
    return spoiled(node, text, ("W016", line_of(text, "in\u200bvisible")))
