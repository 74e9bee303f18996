import datetime

from tests.worlds import graph

from lexigraph.query.review_ages import review_ages

TODAY = datetime.date(2026, 11, 22)


def reviewed(*days: str) -> dict[str, str]:
    return {f"e{number}.md": f"---\ntitle: E{number}\nlast_reviewed: {day}\n---\nX." for number, day in enumerate(days)}


def test_every_entry_is_in_one_class():
    made = graph(
        {"never.md": "# N\n\nX.", **reviewed("2026-11-22", "2026-08-24", "2026-08-23", "2025-11-22", "2020-01-01")}
    )
    ages = review_ages(made, TODAY)
    assert ages.within == ((90, 2), (365, 2), (730, 0))
    assert (ages.older, ages.never) == (1, 1)
    assert sum(number for _, number in ages.within) + ages.older + ages.never == len(made.entries)


def test_a_review_in_the_future_counts_as_one_of_today():
    assert review_ages(graph(reviewed("2027-01-01")), TODAY).within[0] == (90, 1)
