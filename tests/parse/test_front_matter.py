from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.reading import all_cases, codes, front_matter, mended, printed, read

from lexigraph.model import Fields, LineTable, Scheme, SourceFile, Span
from lexigraph.parse.decoding import decode
from lexigraph.parse.findings import RULES
from lexigraph.parse.front_matter import read_front_matter

FIXTURES = Path(__file__).parent / "fixtures"
CASES = list(all_cases(FIXTURES))
EMITTED_ELSEWHERE = {"E001", "E009", "W013", "W016"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=f"{path.stem}: {title}") for path, title, text, expected in CASES],
)
def test_a_fixture_yields_exactly_its_findings(text: str, expected: str) -> None:
    assert printed(read(text).diagnostics) == expected


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_fixture_file_has_bad_cases_that_emit_its_rule_and_good_ones_that_are_silent(path: Path) -> None:
    own = [(title, expected) for of, title, _, expected in CASES if of == path]
    assert all(f"[{path.stem[:4]}]" in expected for title, expected in own if not title.startswith("good"))
    assert [expected for title, expected in own if title.startswith("good")].count("") >= 1


def test_every_rule_that_front_matter_emits_has_a_fixture_file_with_its_name() -> None:
    expected = {f"{rule.code}-{rule.name}" for rule in RULES if rule.code not in EMITTED_ELSEWHERE}
    assert {path.stem for path in FIXTURES.glob("*.txt")} == expected


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{path.stem}: {title}") for path, title, text, _ in CASES if path.stem[0] in "EW"]
)
def test_safe_fixes_leave_nothing_safe_to_fix_and_bring_no_new_error(text: str) -> None:
    before = read(text)
    after = text
    for _ in range(4):
        after = mended(after, read(after).diagnostics)
    found = read(after).diagnostics
    assert [finding for finding in found if finding.fix and finding.fix.safe] == []
    assert {finding.code for finding in found} <= {finding.code for finding in before.diagnostics}


def test_safe_fixes_change_nothing_that_was_read() -> None:
    text = "---\nTitle: RAG: retrieval\naliases: RAG\ntags: ['', a]\nuses:\n\t- embeddings: compares\nkind: Tool\n---\n"
    before, after = read(text), read(mended(text, read(text).diagnostics))
    assert after.diagnostics == ()
    assert after.fields == before.fields
    assert [item[:4] for item in after.relation_items] == [item[:4] for item in before.relation_items]


def test_an_entry_reads_as_the_format_shows_it() -> None:
    found = front_matter(
        "title: Retrieval-augmented generation\naliases: [RAG]\nkind: technique\nuses:\n"
        "  - embeddings: compares the question with the documents\n  - vector-database\n"
        "sources:\n  - {id: lewis2020, title: Paper, arxiv: '2005.11401', year: 2020}\nlast_reviewed: 2026-10-02"
    )
    assert found.diagnostics == ()
    assert found.fields.title == "Retrieval-augmented generation"
    assert found.fields.sources[0].arxiv == "2005.11401"
    assert found.fields.sources[0].year == 2020
    assert str(found.fields.last_reviewed) == "2026-10-02"
    assert [(item.key, item.target, item.note, item.origin) for item in found.relation_items] == [
        ("uses", "embeddings", "compares the question with the documents", "field"),
        ("uses", "vector-database", "", "field"),
    ]


def test_texts_stay_as_they_were_typed() -> None:
    found = front_matter("title: no\naliases: [1.10, 2026-01-02, 12:30, null, ~, 0x1F, Yes]")
    assert found.fields.title == "no"
    assert found.fields.aliases == ("1.10", "2026-01-02", "12:30", "null", "~", "0x1F", "Yes")


def test_a_file_without_front_matter_has_empty_fields_and_is_all_body() -> None:
    found = read("# A heading\n")
    assert (found.fields, found.body_start, found.diagnostics) == (Fields(), 0, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_understood(end: str) -> None:
    text = end.join(("---", "title: RAG", "kind: method", "---", "Text."))
    found = read(text)
    assert found.fields.title == "RAG"
    assert text[found.body_start :] == "Text."
    assert codes(found.diagnostics) == ["E011 3:7"]


def test_line_breaks_that_only_yaml_knows_move_no_place() -> None:
    found = front_matter("title: one\u2028two\u2029three\nkind: method")
    assert found.fields.title == "one two three"
    assert codes(found.diagnostics) == ["E011 3:7"]


def test_a_long_text_over_several_lines_loses_its_last_line_break() -> None:
    assert front_matter("definition: >\n  One\n  two.\n\n").fields.definition == "One two."


def test_front_matter_over_the_limit_is_not_read_but_the_body_is() -> None:
    found = front_matter("title: RAG\ndefinition: " + "a" * 70_000)
    assert codes(found.diagnostics) == ["E014 1:1"]
    assert found.fields == Fields()
    assert found.body_start > 70_000


def test_one_broken_key_leaves_the_others_as_they_are() -> None:
    found = front_matter('title: RAG\naliases: [a, b\nkind: tool\ndefinition: "Open\nuses: [embeddings]')
    assert (found.fields.title, found.fields.kind) == ("RAG", "tool")
    assert [item.target for item in found.relation_items] == ["embeddings"]


def test_unclosed_front_matter_is_read_up_to_its_last_key() -> None:
    text = "---\ntitle: RAG\nuses:\n  - embeddings\n\nText: here.\n"
    found = read(text)
    assert found.fields.title == "RAG"
    assert [item.target for item in found.relation_items] == ["embeddings"]
    assert text[found.body_start :] == "\nText: here.\n"


def test_publish_false_and_published_false_are_no_entries() -> None:
    assert [front_matter(f"title: RAG\n{line}").is_published for line in (
        "publish: false", "published: no", "publish: true", "published: true", "kind: tool",
    )] == [False, False, True, True, True]  # fmt: skip


def test_draft_is_a_status_where_there_is_no_other() -> None:
    assert front_matter("draft: true").fields.status == "draft"
    assert front_matter("draft: false").fields.status == ""
    assert front_matter("draft: true\nstatus: Completed").fields.status == "draft"
    assert front_matter("draft: true\nstatus: deprecated").fields.status == "deprecated"


def test_places_are_named_by_our_names() -> None:
    text = "---\nTitle: 'RAG'\naka:\n  - one\nuses: [{to: a, note: b}]\nsources: [https://a.org]\n---\n"
    found = read(text)
    assert {path: text[place.start : place.end] for path, place in found.places.items()} == {
        "key:title": "Title", "title": "'RAG'", "key:aliases": "aka", "aliases": "- one", "aliases/0": "one",
        "key:uses": "uses", "uses": "[{to: a, note: b}]", "relations/uses/0": "a", "relations/uses/0/note": "b",
        "key:sources": "sources", "sources": "[https://a.org]", "sources/0": "https://a.org",
        "key:sources/0/url": "", "sources/0/url": "https://a.org",
    }  # fmt: skip
    assert dict(found.written) == {"title": "Title", "aliases": "aka"}


def test_places_count_only_what_was_kept() -> None:
    text = "---\naliases: ['', a, [b], c]\n---\n"
    found = read(text)
    assert found.fields.aliases == ("a", "c")
    assert [text[found.places[f"aliases/{index}"].start] for index in (0, 1)] == ["a", "c"]


WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
TOKENS = st.sampled_from(
    ["title", "aliases", "uses", "sources", "kind", "positions", ": ", ":", "\n", "\r\n", "  ", "- ", "[", "]", "{", "}",
     ", ", '"', "'", "|", ">", "#", "&a", "*a", "!x", "\t", "---", "...", "%", "@", "x", "2020", "\u2028", "\u200b"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(TOKENS, WORDS), max_size=60).map("".join))
def test_whatever_stands_in_front_matter_is_read_without_an_exception(yaml: str) -> None:
    text = f"---\n{yaml}\n---\n"
    found = read(text)
    assert isinstance(found.fields, Fields)
    assert 0 <= found.body_start <= len(text)
    lines = LineTable(text)
    spans = [*found.places.values(), *(diagnostic.span for diagnostic in found.diagnostics)]
    assert all(0 <= span.start <= span.end <= len(text) and span == lines.span(span.start, span.end) for span in spans)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    for source in (data, b"---\n" + data + b"\n---\n", b"---\ntitle: x\n" + data):
        text, _ = decode(SourceFile(path="a.md", data=source))
        read_front_matter("a.md", text, LineTable(text), Scheme())


def quoted(text: str, style: str) -> str:
    return {"'": "'" + text.replace("'", "''") + "'", '"': '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'}[
        style
    ]


@settings(max_examples=150, deadline=None)
@given(WORDS, st.lists(st.tuples(WORDS, st.sampled_from("'\"")), min_size=1, max_size=5))
def test_a_span_covers_the_value_as_it_was_written(title: str, aliases: list[tuple[str, str]]) -> None:
    text = f"---\ntitle: {quoted(title, chr(34))}\naliases: [{', '.join(quoted(*alias) for alias in aliases)}]\n---\n"
    found = read(text)
    written = [found.places["title"], *(found.places[f"aliases/{index}"] for index in range(len(aliases)))]
    assert [text[span.start : span.end] for span in written] == [quoted(title, '"'), *(quoted(*a) for a in aliases)]
    assert (found.fields.title, found.fields.aliases) == (title, tuple(alias for alias, _ in aliases))


@settings(max_examples=100, deadline=None)
@given(st.permutations(["title: RAG", "kind: tool", "aliases: [a]", "uses: [b]", "tags: c", "level: hard", "x: y"]))
def test_the_order_of_keys_changes_no_value_and_no_finding(lines: list[str]) -> None:
    found, usual = front_matter("\n".join(lines)), front_matter("\n".join(sorted(lines)))
    assert found.fields == usual.fields
    assert sorted(d.message for d in found.diagnostics) == sorted(d.message for d in usual.diagnostics)


def test_every_value_and_every_key_of_a_full_entry_has_a_place() -> None:
    yaml = (
        "title: Q?\nkind: question\nabout: [a]\nlabels: {de: F}\norigin: {by: x, year: 2000, source: s}\n"
        "mappings: {exact: [http://a.b]}\nsources:\n  - {id: s, title: t, url: http://a.b, doi: d, arxiv: a, year: 2000}\n"
        "contested: {summary: s, camps: [{who: w, meaning: m, source: s}]}\nraised: {by: x}\npositions:\n"
        "  - id: p\n    claim: c\n    held_by: [h]\n    evidence: [{source: s, direction: mixed, note: n}]\n"
        "resolution: {answer: a, date: 2026-01-01}\nhelp_wanted: [literature]\ndiscussion: http://a.b"
    )
    found = front_matter(yaml)
    assert found.diagnostics == ()
    places = found.places

    def walk(value: object, path: str) -> None:
        assert isinstance(places[path], Span), path
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                walk(item, f"{path}/{index}")
        elif hasattr(value, "__dataclass_fields__"):
            for field in fields(value):  # type: ignore[arg-type] # a dataclass, as just seen
                if (below := getattr(value, field.name)) != field.default:
                    assert isinstance(places[f"key:{path}/{field.name}"], Span)
                    walk(below, f"{path}/{field.name}")

    for field in fields(Fields):
        if (value := getattr(found.fields, field.name)) != field.default:
            walk(value, field.name)
