from lexigraph.model import LineTable
from lexigraph.parse.findings import EMPTY_ITEM, WRONG_TYPE
from lexigraph.parse.reporter import Reporter

TEXT = "one\ntwo\n"


def reporter() -> Reporter:
    return Reporter("a.md", TEXT, LineTable(TEXT))


def test_findings_come_out_in_the_order_of_their_places() -> None:
    found = reporter()
    found.add(WRONG_TYPE, 4, 7, "second")
    found.add(EMPTY_ITEM, 0, 3, "first")
    assert [(d.message, d.span.line, d.span.column) for d in found.diagnostics] == [("first", 1, 1), ("second", 2, 1)]


def test_offsets_become_spans_of_related_places_and_edits() -> None:
    found = reporter()
    found.add(WRONG_TYPE, 0, 3, "m", related=[(4, 7, "see")], edits=[(4, 5, "T")], safe=False)
    (diagnostic,) = found.diagnostics
    assert diagnostic.related[0].span == (4, 7, 2, 1)
    assert diagnostic.fix is not None
    assert (diagnostic.fix.safe, diagnostic.fix.edits[0].span, diagnostic.fix.edits[0].text) == (
        False,
        (4, 5, 2, 1),
        "T",
    )


def test_a_draft_is_lost_unless_it_is_taken() -> None:
    found = reporter()
    draft = found.draft()
    draft.add(WRONG_TYPE, 0, 3, "m")
    assert found.count == 0
    found.take(draft)
    assert found.count == 1
