"""Issue forms: what a page fills in is what the form asks, and what somebody answered is read back."""

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from lexigraph.page.issue_forms import CHANGE, ENTRY, FORMS, QUESTION, Form, answers
from lexigraph.parse.schema import entry_schema
from lexigraph.starter.forms import form_files
from lexigraph.vocabulary import BUILT_IN, Kind
from tests.page.pages import html_of, seen, site

FILES = form_files(BUILT_IN, "https://acme.github.io/terms/")
WORLD = {
    "index.md": "Read [[Nothing]] first.",
    "t/index.md": "# T\n\nText.",
    "t/a.md": "---\ntitle: A & <b> \"c\" 'd'\nbroader: [b]\n---\nX [[Wanted & <b> \"c\" 'd' ü + %]].",
    "t/b.md": "# B\n\nX.",
    "t/q.md": "---\ntitle: Why?\nkind: question\nabout: [b]\n---\nText.",
}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)
def test_a_form_asks_what_it_is_said_to_ask(form: Form):
    made = yaml.safe_load(FILES[form.file])
    assert [field["id"] for field in made["body"] if field["id"] != "before"] == [field.id for field in form.fields]
    assert (made["name"], made["description"]) == (form.name, form.description)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)
def test_what_an_answer_becomes_is_a_key_of_an_entry(form: Form):
    keys = entry_schema(BUILT_IN)["properties"]
    assert {field.key for field in form.fields if field.key} <= set(keys)


def test_the_kinds_are_those_of_the_scheme():
    vocabulary = BUILT_IN.extended((Kind(key="recipe", plural="Recipes"),), ())
    made = yaml.safe_load(form_files(vocabulary)["suggest-an-entry.yml"])
    options = next(field for field in made["body"] if field["id"] == "kind")["attributes"]["options"]
    assert set(options) == {kind.key for kind in vocabulary.kinds} - {"question", "disambiguation"}


def test_every_query_parameter_of_a_page_is_a_field_of_its_form():
    made = site(
        WORLD, repo_url="https://github.com/acme/terms", edit_url="https://github.com/acme/terms/edit/main/content/"
    )
    links = {link for path in made.pages for link in seen(html_of(made, path)).links if "/issues/new?" in link}
    asked = {form.file: {field.id for field in form.fields} for form in FORMS}
    given: dict[str, set[str]] = {}
    for link in links:
        query = parse_qs(urlsplit(link).query, strict_parsing=True)
        assert set(query) - {"template", "title"} <= asked[query["template"][0]]
        given.setdefault(query["template"][0], set()).update(query)
    assert given == {
        ENTRY.file: {"template", "title", "name", "topic"},
        QUESTION.file: {"template", "about"},
        CHANGE.file: {"template", "title", "page", "wrong"},
    }


def test_where_the_repository_is_not_known_nothing_is_offered():
    made = site(WORLD)
    links = [link for path in made.pages for link in seen(html_of(made, path)).links]
    assert not [link for link in links if "issues/new" in link or "/new/" in link or "/edit/" in link]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)
def test_what_was_filled_in_is_read_back(form: Form):
    given = {
        field.id: f"{field.label}, answered\n\nwith ### signs" if field.is_long else field.label
        for field in form.fields
    }
    text = "\r\n\r\n".join(f"### {field.label}\r\n\r\n{given[field.id]}" for field in form.fields)
    assert answers(form, f"### Suggested by\n\nada\n\n{text}\n\n### Before you send it\n\n- [X] Yes") == {
        "author": "ada",
        **given,
    }


def test_what_was_left_empty_is_no_answer():
    text = "### Name\n\nMoE\n\n### Kind\n\n_No response_\n\n### Definition\n\n\n\n### Sources\n\n_No response_"
    assert answers(ENTRY, text) == {"name": "MoE"}
    assert answers(ENTRY, "") == {}


def test_a_heading_in_an_answer_is_part_of_it():
    assert answers(ENTRY, "### Name\n\nA\n\n### Definition\n\nB\n\n### Name\n\nC\n\n### How\n\nD") == {
        "name": "A",
        "definition": "B\n\n### Name\n\nC\n\n### How\n\nD",
    }
