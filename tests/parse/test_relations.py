from tests.parse.reading import codes, front_matter, read, scheme

from lexigraph.model import RelationItem


def items(yaml: str) -> list[tuple[str, str, str, str]]:
    return [item[:4] for item in front_matter(yaml).relation_items]


def test_an_item_is_a_name_a_name_with_a_note_or_the_long_form() -> None:
    assert items("uses:\n  - a\n  - b: note\n  - {to: c, note: why, source: s}\n  - {to: d}") == [
        ("uses", "a", "", ""), ("uses", "b", "note", ""), ("uses", "c", "why", "s"), ("uses", "d", "", ""),
    ]  # fmt: skip


def test_both_directions_may_be_written_and_keep_their_order() -> None:
    assert [item[:2] for item in items("used_by: [b]\nuses: [a]")] == [("used_by", "b"), ("uses", "a")]


def test_a_target_has_the_place_of_its_name_as_written() -> None:
    text = "---\nuses:\n  - 'a b': note\n  - {to: c}\n---\n"
    found = read(text)
    assert [text[item.span.start : item.span.end] for item in found.relation_items] == ["'a b'", "c"]
    assert [(item.span.line, item.span.column) for item in found.relation_items] == [(3, 5), (4, 10)]


def test_a_name_that_is_a_key_of_the_long_form_is_a_name() -> None:
    assert items("uses:\n  - note: why") == [("uses", "note", "why", "")]


def test_a_lone_name_is_read_and_reported_except_for_a_successor() -> None:
    found = front_matter("uses: a\nsuperseded_by: b")
    assert [item[:2] for item in found.relation_items] == [("uses", "a"), ("superseded_by", "b")]
    assert codes(found.diagnostics) == ["E010 2:7"]


def test_a_mapping_in_place_of_a_list_is_read_item_by_item() -> None:
    found = front_matter("uses:\n  a: why\n  b: how")
    assert [item[:3] for item in found.relation_items] == [("uses", "a", "why"), ("uses", "b", "how")]
    assert codes(found.diagnostics) == ["E010 3:3"]


def test_a_wikilink_means_the_name_in_it() -> None:
    text = "---\nuses: [\"[[a b]]\", '[[c#d|e]]', [[f]]]\n---\n"
    found = read(text)
    assert [item.target for item in found.relation_items] == ["a b", "c", "f"]
    assert [text[item.span.start : item.span.end] for item in found.relation_items] == ["a b", "c", "f"]
    assert codes(found.diagnostics) == ["E010 2:32"]


def test_a_schemes_own_relation_is_one_in_both_directions() -> None:
    own = scheme("relations: [{key: trained_on, inverse: trains}]")
    found = front_matter("trained_on: [a]\ntrains: [b]\ntrained-on: [c]", scheme=own)
    assert [item[:2] for item in found.relation_items] == [("trained_on", "a"), ("trains", "b")]
    assert codes(found.diagnostics) == ["E007 4:1"]


def test_a_note_of_a_wrong_shape_is_dropped_and_its_name_kept() -> None:
    found = front_matter("uses: [{a: [x]}, {to: b, note: {c: d}}]")
    assert found.relation_items == tuple(
        RelationItem("uses", name, "", "", item.span, "field")
        for name, item in zip("ab", found.relation_items, strict=True)
    )
    assert codes(found.diagnostics) == ["E010 2:12", "E010 2:32"]
