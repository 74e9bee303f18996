from datetime import date

from tests.worlds import graph

from lexigraph.query.overdue import overdue, review_due


def reviewed(title: str, on: str, every: int, status: str = "stable") -> str:
    return f"---\ntitle: {title}\nstatus: {status}\nlast_reviewed: {on}\nreview_every: {every}\n---\nX."


FILES = {
    "a.md": reviewed("A", "2025-01-01", 31),
    "b.md": reviewed("B", "2024-12-01", 31),
    "c.md": reviewed("C", "2024-12-01", 31),
    "old.md": reviewed("Old", "2020-01-01", 1, "deprecated"),
    "never.md": "---\ntitle: Never\nreview_every: 30\n---\nX.",
    "far.md": reviewed("Far", "9999-12-01", 99999),
}


def test_a_review_is_due_that_many_days_after_the_last():
    made = graph(FILES)
    assert review_due(made.entries["a"]) == date(2025, 2, 1)
    assert review_due(made.entries["never"]) is None
    assert review_due(made.entries["far"]) is None


def test_the_most_overdue_comes_first_then_by_title_and_what_is_due_that_day_is_not_late():
    assert list(overdue(graph(FILES), date(2025, 2, 1))) == ["b", "c"]
    assert list(overdue(graph(FILES), date(2025, 2, 2))) == ["b", "c", "a"]
    assert overdue(graph(FILES), date(2024, 1, 1)) == {}
