import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph.edit.entry_file import KEYS, entry_file, readable
from lexigraph.edit.new_file import new_file
from lexigraph.edit.scheme_file import scheme_file
from lexigraph.model import Fields, SourceFile
from lexigraph.parse.scheme import parse_scheme
from tests.worlds import parsed

HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from(" :#-?[]{}|>&*!%@`\"'\\,~\n\t\r\x00\x07\x7f\x85\u2028\u200b\ufeff\u202eé漢😀=<^_"), st.characters()),
    max_size=25,
)  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(["no", "1.10", "2026-01-02", "null", "to", "---", "- x", "a: b", "{a}", "[[x]]"]),
    HOSTILE.map(lambda text: f"{text}x"),
)
NAME = st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True)
URL = NAME.map(lambda name: f"https://{name}.org/a?b=c#d")
YEAR = st.integers(1000, 2100)
DAY = st.dates().filter(lambda day: 1000 <= day.year <= 2100).map(lambda day: day.isoformat())
TEXTS = st.lists(TEXT, max_size=4)
ORIGIN = st.fixed_dictionaries({"by": TEXT}, optional={"year": YEAR, "source": TEXT})
RECORD = st.fixed_dictionaries(
    {"title": TEXT},
    optional={
        "aliases": TEXTS, "acronym": TEXT, "hidden_labels": TEXTS,
        "labels": st.dictionaries(st.sampled_from(["no", "de", "pt-BR"]), TEXT, max_size=3), "level": st.just("intro"), "tags": TEXTS,
        "scope_note": TEXT, "origin": ORIGIN,
        "contested": st.fixed_dictionaries({"summary": TEXT}, optional={"camps": st.lists(st.fixed_dictionaries({"who": TEXT, "meaning": TEXT}), max_size=2)}),
        "mappings": st.fixed_dictionaries({}, optional={"exact": st.lists(URL, max_size=2), "close": st.lists(URL, max_size=2)}),
        "sources": st.lists(st.fixed_dictionaries({"title": TEXT}, optional={"id": TEXT, "url": URL, "doi": TEXT, "arxiv": TEXT, "year": YEAR}), max_size=3),
        "status": st.just("stable"), "deprecation_reason": TEXT, "authors": TEXTS, "reviewed_by": TEXTS, "created": DAY,
        "last_reviewed": DAY, "review_every": st.integers(1, 9999), "autolink": st.booleans(), "definition": TEXT,
        "markdown": HOSTILE,
    },
)  # fmt: skip
QUESTION = st.fixed_dictionaries(
    {"state": st.sampled_from(["open", "answered"])},
    optional={
        "review": st.just("disputed"), "review_date": DAY, "raised": ORIGIN, "why_open": TEXT, "evidence_needed": TEXTS,
        "positions": st.lists(st.fixed_dictionaries({"id": TEXT, "held_by": TEXTS}, optional={"claim": TEXT, "evidence": st.lists(st.fixed_dictionaries({"note": TEXT}, optional={"direction": st.just("mixed")}), max_size=2)}), max_size=2),
        "resolution": st.fixed_dictionaries({"answer": TEXT}, optional={"date": DAY}), "help_wanted": st.just(["literature"]), "discussion": URL,
    },
)  # fmt: skip
TARGET = TEXT.filter(lambda name: not any(sign in name for sign in ("..", "//", "\\", "[[")))
RELATION = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["uses", "broader", "related"]),
        "note": st.one_of(st.just(""), TEXT),
        "citation": st.one_of(st.just(""), TEXT),
    }
)


def as_read(value):
    """What the parser makes of a text, whatever stands in it."""
    if isinstance(value, str):
        for sign in "\x85\u2028\u2029\ufeff":
            value = value.replace(sign, " ")
        return readable(value)
    if isinstance(value, dict):
        return {as_read(key): as_read(item) for key, item in value.items() if item not in ("", [], {})}
    return [as_read(item) for item in value] if isinstance(value, list) else value


def plain(value):
    """A field as plain data, without what is empty."""
    if hasattr(value, "__dataclass_fields__"):
        value = {name: getattr(value, name) for name in value.__dataclass_fields__}
    if hasattr(value, "items"):
        return {key: plain(item) for key, item in value.items() if item not in ("", (), None)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@given(RECORD, st.one_of(st.none(), QUESTION))
@settings(max_examples=25, deadline=None)
def test_what_a_record_says_is_read_again_from_its_file_whatever_the_values(record, question):
    text = entry_file(record, question=question)
    entry = parsed(text)
    wanted = {
        key: as_read(value)
        for key, value in {"autolink": True, **record, **(question or {})}.items()
        if key != "markdown" and value not in ([], {})
    }
    found = {key: plain(getattr(entry.fields, key)) for key in KEYS}
    assert {key: value for key, value in found.items() if value not in ("", [], None, {})} == {
        key: value for key, value in wanted.items() if value not in ([], {})
    }
    assert {finding.code for finding in entry.diagnostics if finding.severity == "error"} <= {"E004"}
    assert text.split("---\n", 2)[2] == readable(record.get("markdown", ""))


@given(st.lists(st.tuples(RELATION, TARGET, st.booleans()), max_size=5))
@settings(max_examples=25, deadline=None)
def test_relations_are_read_again_with_their_notes_whatever_the_names(items):
    records = [
        {
            **record,
            "source": name if derived else "here",
            "target": "here" if derived else name,
            "derived": derived and record["kind"] != "related",
        }
        for record, name, derived in items
    ]
    records = [
        {**record, "target": name} if record["kind"] == "related" else record
        for record, (_, name, _) in zip(records, items, strict=True)
    ]
    inverse = {"uses": "used_by", "broader": "narrower", "related": "related"}
    wanted = [
        (
            inverse[record["kind"]] if derived else record["kind"],
            as_read(name),
            as_read(record["note"]),
            as_read(record["citation"]),
        )
        for record, name, derived in items
    ]
    found = [
        (item.key, item.target, item.note, item.citation)
        for item in parsed(entry_file({"title": "T"}, records)).relation_items
    ]
    assert sorted(found) == sorted(wanted)
    for key in {key for key, *_ in wanted}:
        assert [item for item in found if item[0] == key] == [item for item in wanted if item[0] == key]


def test_keys_stand_in_one_order_and_empty_ones_are_left_out():
    text = entry_file(
        {
            "status": "stable",
            "kind": "technique",
            "title": "RAG",
            "aliases": ["Retrieval"],
            "tags": [],
            "sources": [{"id": "lewis2020", "title": "A: b", "year": 2020}],
            "id": "rag",
            "path": "a/rag.md",
            "autolink": False,
            "markdown": "\nText.\n",
        },
        [
            {"kind": "requires", "source": "model", "target": "rag", "derived": True},
            {"kind": "uses", "source": "rag", "target": "embedding", "note": "compares: both"},
            {"kind": "uses", "source": "rag", "target": "to", "note": "x"},
            {"kind": "uses", "source": "rag", "target": "index", "citation": "lewis2020"},
            {"kind": "unknown", "source": "rag", "target": "x"},
        ],
    )
    assert text == (
        "---\ntitle: RAG\naliases: [Retrieval]\nkind: technique\nrequired_for: [model]\n"
        'uses:\n  - embedding: "compares: both"\n  - {to: to, note: x}\n  - {to: index, source: lewis2020}\n'
        'sources:\n  - {id: lewis2020, title: "A: b", year: 2020}\nstatus: stable\nautolink: false\n---\n\nText.\n'
    )


@pytest.mark.parametrize("body", ["---\ntitle: Other\n---\nx\n", "\n---\n\nrule\n", "# H\n", "", "x"])
def test_a_body_that_looks_like_front_matter_stays_a_body(body):
    entry = parsed(entry_file({"title": "T", "markdown": body}))
    assert (entry.title, entry.markdown) == ("T", body)


def test_every_field_of_front_matter_has_its_place():
    assert set(KEYS) == set(Fields.__dataclass_fields__)


def test_a_scheme_is_read_again_from_its_file():
    text = (
        "title: 'T: x'\ndescription: D\nlicense: MIT\nbase_iri: https://e.org/\nlanguage: de\ntags: [a, 'no']\nids: path\n"
        "kinds: [{key: theorem, plural: Theorems}]\nrelations: [{key: proves, words: proves, inverse: proved_by, acyclic: true, from: [theorem]}, {key: near, symmetric: true, skos: skos:broader}]\n"
    )
    scheme, findings = parse_scheme(SourceFile(path="scheme.yml", data=text.encode()))
    again, others = parse_scheme(SourceFile(path="scheme.yml", data=scheme_file(scheme).encode()))
    assert findings == others == ()
    for name in ("title", "description", "license", "base_iri", "language", "tags", "ids", "vocabulary"):
        assert getattr(again, name) == getattr(scheme, name)
    assert scheme_file(parse_scheme(None)[0]) == ""


def test_a_question_mark_between_brackets_is_quoted_for_other_readers_of_yaml():
    import yaml

    assert yaml.safe_load(new_file({"about": ["Is it?", "b"]}).split("---\n")[1]) == {"about": ["Is it?", "b"]}
