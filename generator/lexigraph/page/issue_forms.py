"""The issue forms of the repository: what a visitor is asked, and what each answer becomes.

Owns the names of the files, fields and headings. `page.actions` fills the forms in by these names, `starter` writes
them as GitHub's YAML, and `answers` reads back what somebody filled in.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lexigraph.parse.sentences import DEFINITION_LIMIT

__all__ = ["AUTHOR", "BEFORE", "CHANGE", "ENTRY", "FORMS", "NO_ANSWER", "QUESTION", "Form", "FormField", "answers"]

NO_ANSWER = "_No response_"
"""What GitHub writes where a field was left empty."""

BEFORE = "Before you send it"
"""Heading above the box that must be ticked."""

AUTHOR = "Suggested by"
"""Heading that the workflow puts before an issue's text, above the name of the account that opened it."""

_HEADING = re.compile(r"^### (.+?) *$", re.MULTILINE)


class FormField(NamedTuple):
    """One thing that is asked."""

    id: str
    """Name of the query parameter that fills it in."""
    label: str
    """Heading above the answer in the issue's text."""
    hint: str
    key: str = ""
    """Field or relation of the front matter that the answer becomes; empty: none."""
    is_required: bool = False
    is_long: bool = False
    """Several lines."""


class Form(NamedTuple):
    """One form."""

    file: str
    """In `.github/ISSUE_TEMPLATE/`."""
    name: str
    description: str
    label: str
    """Given to the issues that it opens."""
    fields: tuple[FormField, ...]
    promise: str = ""
    """A box that must be ticked; empty: none."""


ENTRY = Form(
    "suggest-an-entry.yml",
    "Suggest an entry",
    "A term that is missing",
    "entry",
    (
        FormField("name", "Name", "The usual name, singular.", "title", is_required=True),
        FormField("kind", "Kind", "What it is.", "kind", is_required=True),
        FormField("topic", "Topic", "The folder that it belongs to, as in the address of its neighbours."),
        FormField(
            "definition", "Definition",
            f"What it is, in one or two sentences of at most {DEFINITION_LIMIT} characters that can stand alone.",
            "definition", is_required=True, is_long=True,
        ),
        FormField("aliases", "Other names", "With commas between.", "aliases"),
        FormField(
            "relations", "How it relates to other entries",
            "One on each line: a kind of …, uses …, differs from …, and why.", is_long=True,
        ),
        FormField(
            "sources", "Sources", "One on each line: title, and address, DOI or arXiv number; works you have read.",
            "sources", is_long=True,
        ),
    ),
    "I searched for it under its other names.",
)  # fmt: skip

QUESTION = Form(
    "ask-a-question.yml",
    "Ask a question",
    "Something that nobody knows yet",
    "question",
    (
        FormField(
            "question", "Question", "What has to be found out, so that somebody could answer it. It ends with '?'.",
            "title", is_required=True,
        ),
        FormField("about", "What it is about", "Entries, by any name, with commas between.", "about", is_required=True),
        FormField("why_open", "Why it is open", "What makes it hard to answer.", "why_open", is_long=True),
        FormField(
            "evidence_needed", "What would settle it", "An experiment, a proof, a definition; one on each line.",
            "evidence_needed", is_long=True,
        ),
        FormField(
            "sources", "Sources", "One on each line: title, and address, DOI or arXiv number.", "sources", is_long=True
        ),
    ),
)  # fmt: skip

CHANGE = Form(
    "suggest-a-change.yml",
    "Suggest a change",
    "Something on a page is wrong or missing",
    "change",
    (
        FormField("page", "Page", "Its title, address or file.", is_required=True),
        FormField("wrong", "What is wrong or missing", "And what should stand there.", is_required=True, is_long=True),
        FormField("source", "A source", "Title and address of a work that says so, where there is one."),
    ),
)

FORMS = (ENTRY, QUESTION, CHANGE)
"""In the order in which GitHub offers them."""


def answers(form: Form, text: str) -> Mapping[str, str]:
    """What was filled in: id of the field → the answer, stripped, without what was left empty.

    `text` is the body of an issue as GitHub writes it: a heading of level 3 for each field, the answer below. A
    heading that somebody wrote in an answer belongs to the answer, unless it is the label of a later field. Who sent
    it is under `author`, where a workflow has put that before the text.
    """
    text = text.replace("\r\n", "\n")
    ids = {AUTHOR: "author", **{field.label: field.id for field in form.fields}, BEFORE: ""}
    places = {label: place for place, label in enumerate(ids)}
    begun: list[tuple[str, int, int]] = []
    """Id of the field, where its heading begins and ends."""
    last = -1
    for heading in _HEADING.finditer(text):
        if (place := places.get(heading[1], -1)) > last:
            begun.append((ids[heading[1]], heading.start(), heading.end()))
            last = place
    ends = [*(start for _, start, _ in begun), len(text)][1:]
    found = {id: text[at:end].strip() for (id, _, at), end in zip(begun, ends, strict=True) if id}
    return {id: answer for id, answer in found.items() if answer and answer != NO_ANSWER}
