"""Defects in the front matter of an entry."""

import re

from lexigraph.graph import EntryNode
from tests.mutation.spoiler import Defect, Spoiler, has_key, line_of, spoiled, with_key

__all__ = [
    "answered_without_an_answer",
    "capital_in_a_key",
    "colon_without_quotes",
    "date_to_come",
    "definition_as_long_as_a_page",
    "empty_item",
    "key_twice",
    "kind_that_is_none",
    "nobody_reviewed_it",
    "question_about_nothing",
    "source_that_leads_nowhere",
    "tab_for_spaces",
    "unknown_key",
    "year_that_is_none",
]


def key_twice(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if not has_key(text, "kind"):
        return None
    line = re.search(r"^kind: .*$", text, re.MULTILINE)
    assert line is not None
    text = with_key(text, line[0])
    return spoiled(node, text, ("E006", line_of(text, f"\n{line[0]}\n", 2) + 1))


def unknown_key(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = with_key(spoiler.text(node), "alias: [something else]")
    return spoiled(node, text, ("E007", line_of(text, "\nalias:") + 1))


def capital_in_a_key(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node).replace("\ndefinition:", "\nDefinition:", 1)
    return spoiled(node, text, ("W008", line_of(text, "\nDefinition:") + 1)) if "\nDefinition:" in text else None


def kind_that_is_none(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    """The kind of a concept: an entry without one is a concept, so nothing else changes."""
    text = spoiler.text(node)
    if "\nkind: concept\n" not in text:
        return None
    text = text.replace("\nkind: concept\n", "\nkind: notion\n", 1)
    return spoiled(node, text, ("E011", line_of(text, "kind: notion")))


def colon_without_quotes(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "scope_note"):
        return None
    text = with_key(text, "scope_note: In this glossary: the narrow meaning.")
    return spoiled(node, text, ("E004", line_of(text, "scope_note:")))


def tab_for_spaces(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    head = text[: text.index("\n---", 4)]
    item = re.search(r"^  - ", head, re.MULTILINE)
    if item is None:
        return None
    text = f"{text[: item.start()]}\t- {text[item.end() :]}"
    return spoiled(node, text, ("E005", line_of(text, "\t- ")))


def year_that_is_none(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "created"):
        return None
    text = with_key(text, "created: in the spring of 2024")
    return spoiled(node, text, ("E010", line_of(text, "created:")))


def date_to_come(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    line = re.search(r"^last_reviewed: .*$", text, re.MULTILINE)
    if line is None:
        return None
    text = text.replace(line[0], "last_reviewed: 2030-01-01", 1)
    return spoiled(node, text, ("E502", line_of(text, "last_reviewed: 2030")))


def empty_item(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "hidden_labels"):
        return None
    text = with_key(text, 'hidden_labels: [""]')
    return spoiled(node, text, ("W012", line_of(text, "hidden_labels:")))


def definition_as_long_as_a_page(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    line = re.search(r'^definition: [^">|\n].*[^"\n]$', text, re.MULTILINE)
    if line is None or not line[0].endswith(".") or "`" in line[0] or "[" in line[0]:
        return None
    longer = line[0][:-1] + ", and much more could be said of it here" * 8 + "."
    text = text.replace(line[0], longer, 1)
    return spoiled(node, text, ("W202", line_of(text, longer)))


def source_that_leads_nowhere(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    item = re.search(r"^sources:\n", text, re.MULTILINE)
    if item is None:
        return None
    text = f"{text[: item.end()]}  - {{id: nowhere2020, title: A paper that nobody can find, year: 2020}}\n{text[item.end() :]}"
    return spoiled(node, text, ("E503", line_of(text, "nowhere2020")))


def nobody_reviewed_it(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    line = re.search(r"^reviewed_by: .*\n", text, re.MULTILINE)
    if "\nstatus: stable\n" not in text or line is None:
        return None
    text = text.replace(line[0], "", 1)
    return spoiled(node, text, ("E501", line_of(text, "\nstatus: stable") + 1))


def question_about_nothing(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    ways_out = {view.direction.key for view in spoiler.graph.relations_at[node.id] if not view.derived} - {"about"}
    if node.kind != "question" or spoiler.graph.questions[node.id].holder or not (ways_out or node.parsed.references):
        return None  # a bullet says what it is about; and something must still lead out
    for id in spoiler.graph.questions[node.id].about:  # and something else into what it is about
        if not {link.source for link in spoiler.graph.backlinks.get(id, ())} - {node.id}:
            return None
    without = re.sub(r"^about:(?: .*\n|\n(?:  .*\n)+)", "", text, count=1, flags=re.MULTILINE)
    if without == text:
        return None
    return spoiled(node, without, ("E601", line_of(without, "title:")))


def answered_without_an_answer(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if node.kind != "question" or "\nstate: open\n" not in text or has_key(text, "resolution"):
        return None
    text = text.replace("\nstate: open\n", "\nstate: answered\n", 1)
    return spoiled(node, text, ("E602", line_of(text, "state: answered")))
