"""The issue forms as GitHub's YAML."""

from collections.abc import Iterator
from typing import Any

import yaml

from lexigraph.page.issue_forms import BEFORE, ENTRY, FORMS, Form, FormField
from lexigraph.vocabulary import Vocabulary

__all__ = ["form_files"]

_OWN_WAYS = frozenset(("question", "disambiguation"))
"""Kinds that nobody suggests as an entry: a question has its own form, a disambiguation follows from its entries."""


def form_files(vocabulary: Vocabulary, site_url: str = "") -> dict[str, str]:
    """File name → YAML, for each form and for what stands beside them; the kinds are those of the vocabulary."""
    files = {form.file: _written(_form(form, vocabulary)) for form in FORMS}
    links = [
        {
            "name": "What is wanted",
            "url": f"{site_url}wanted/",
            "about": "Names that entries refer to and that have no entry yet",
        }
    ]
    files["config.yml"] = _written({"blank_issues_enabled": True, **({"contact_links": links} if site_url else {})})
    return files


def _form(form: Form, vocabulary: Vocabulary) -> dict[str, Any]:
    body = [_field(field, form, vocabulary) for field in form.fields]
    if form.promise:
        options = [{"label": form.promise, "required": True}]
        body.append({"type": "checkboxes", "id": "before", "attributes": {"label": BEFORE, "options": options}})
    return {"name": form.name, "description": form.description, "labels": [form.label], "body": body}


def _field(field: FormField, form: Form, vocabulary: Vocabulary) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label, "description": field.hint}
    shape = "textarea" if field.is_long else "input"
    if form is ENTRY and field.key == "kind":
        shape, attributes["options"] = "dropdown", list(_kinds(vocabulary))
    made = {"type": shape, "id": field.id, "attributes": attributes}
    return {**made, "validations": {"required": True}} if field.is_required else made


def _kinds(vocabulary: Vocabulary) -> Iterator[str]:
    return (kind.key for kind in vocabulary.kinds if kind.key not in _OWN_WAYS)


def _written(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)
