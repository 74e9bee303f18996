import json

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from lexigraph.export.concepts import schema
from tests.export.exports import exported, files_of, text_of
from tests.page.small_world import SCHEME, WORLD
from tests.questions_world import SCHEME as QUESTIONS_SCHEME
from tests.questions_world import questions_world

VALIDATOR = Draft202012Validator(json.loads(schema()))
NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85"), min_size=1, max_size=12
)
LINES = st.sampled_from(
    [
        "See [[b]].", "[b](b.md)", "## H", "- item", "%%x%%", "<!-- y -->", "`c`", "[[nowhere]]", "## Open questions",
        "- Why? {#w}", "## FAQ", "### Is it?", "Yes.", "[//]: # (z)", "| a |\n|---|\n| [[b\\|c]] |", "<", "```", "B",
    ]
)  # fmt: skip


def read(export):
    return json.loads(files_of(export)["concepts.json"])


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json.loads(schema()))


def test_the_graph_of_a_world_with_everything_is_valid():
    VALIDATOR.validate(read(exported(WORLD, scheme=SCHEME)))


def test_the_file_holds_what_the_graph_holds():
    export = exported(WORLD, scheme=SCHEME)
    found, graph = read(export), export.graph
    assert [entry["id"] for entry in found["entries"]] == list(graph.entries)
    assert [(item["source"], item["kind"], item["target"]) for item in found["relations"]] == [
        (item.source, item.type.key, item.target) for item in graph.relations
    ]
    links = [(entry["id"], item["target"]) for entry in found["entries"] for item in entry.get("links", ())]
    assert sorted(links) == sorted((item.source, item.target) for item in graph.links)
    mentions = [(entry["id"], item["target"]) for entry in found["entries"] for item in entry.get("mentions", ())]
    assert sorted(mentions) == sorted((item.source, item.target) for item in graph.mentions)
    assert [question["id"] for question in found["questions"]] == list(graph.questions)
    assert [wanted["name"] for wanted in found["wanted"]] == [wanted.name for wanted in graph.wanted]
    assert [kind["key"] for kind in found["vocabulary"]["kinds"]] == [kind.key for kind in graph.vocabulary.kinds]


def test_an_entry_has_its_names_fields_and_text():
    entries = {entry["id"]: entry for entry in read(exported(WORLD, scheme=SCHEME))["entries"]}
    rag = entries["rag"]
    assert rag["title"] == "Retrieval-augmented generation"
    assert rag["aliases"] == ["RAG"]
    assert rag["url"] == "https://example.org/kb/retrieval/rag/"
    assert rag["iri"] == "https://example.org/kb/rag"
    assert rag["sources"][0]["title"] == "RAG for Knowledge-Intensive <Tasks>"
    assert rag["last_reviewed"] == "2026-10-02"
    assert "Models forget." in rag["text"]
    assert "# Why it matters" in rag["markdown"]


def test_prose_keeps_words_of_different_blocks_apart():
    text = "# A\n\nOne.\n\nTwo `code` *three*.\n\n- four\n- five\n\n```\nsix\n```\n\n| a | b |\n|---|---|\n| c | d |\n"
    entry = read(exported({"a.md": text}))["entries"][0]
    assert entry["text"] == "One.\nTwo three.\nfour\nfive\na\nb\nc\nd"


def test_a_label_stands_in_its_sentence_where_the_record_says():
    for entry in read(exported(WORLD, scheme=SCHEME))["entries"]:
        for item in (*entry.get("links", ()), *entry.get("mentions", ())):
            at, label = item.get("at", 0), item.get("label") or item.get("text", "")
            assert item.get("sentence", "")[at : at + len(label)] == label


def test_each_entry_stands_on_a_line_of_its_own():
    text = text_of(WORLD, "concepts.json", scheme=SCHEME)
    rows = [line for line in text.splitlines() if line.startswith('{"id":"rag",')]
    assert len(rows) == 1
    assert json.loads(rows[0].rstrip(","))["id"] == "rag"


@settings(max_examples=60, deadline=None)
@given(NAMES, st.lists(NAMES, max_size=3), st.lists(LINES, max_size=8), NAMES)
def test_any_small_world_is_valid_and_comes_back_as_it_was(title, aliases, lines, note):
    front = {"title": title, "aliases": aliases, "uses": [{"to": "b", "note": note}]}
    text = "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items()) + "---\n"
    export = exported({"a.md": text + "\n\n".join(lines), "b.md": "# B\n\nA thing."})
    found = read(export)
    VALIDATOR.validate(found)
    assert {entry["id"]: entry["title"] for entry in found["entries"]} == {
        id: node.title for id, node in export.graph.entries.items()
    }
    assert len(found["relations"]) == len(export.graph.relations)


def test_links_of_questions_that_are_bullets_are_in_the_file_with_their_notes():
    asked = "---\ntitle: Is it so?\nkind: question\nabout: [a]\ndepends_on: [why: it rests on it, then]\n---\n"
    then = "---\ntitle: What then?\nkind: question\nabout: [a]\n---\n"
    files = {"a.md": "# A\n\nX.\n\n## Open questions\n\n- Why? {#why}\n", "so.md": asked, "then.md": then}
    found = read(exported(files))
    VALIDATOR.validate(found)
    assert [(item["source"], item["kind"], item["target"], item["note"]) for item in found["question_links"]] == [
        ("so", "depends_on", "why", "it rests on it")
    ]
    assert ("so", "then") in {(item["source"], item["target"]) for item in found["relations"]}


def test_three_hundred_questions_with_all_that_follows_from_them_are_valid():
    found = read(exported(questions_world().files(), scheme=QUESTIONS_SCHEME))
    VALIDATOR.validate(found)
    due = {cause["cause"] for item in found["questions"] for cause in item.get("review_due", ())}
    assert due == {"stale", "settled-by", "depends-on", "part"}
