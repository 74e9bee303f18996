"""What the feed of questions says, as a feed reader reads it."""

import datetime

import feedparser
import pytest

from lexigraph.export import EXPORTERS
from lexigraph.export.question_news import question_events
from lexigraph.history import Change, History
from lexigraph.query.news import News
from tests.export.exports import ADDRESS, exported, files_of
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.questions_world import SCHEME as QUESTIONS_SCHEME
from tests.questions_world import questions_world

NOON = 1_700_000_000
ENTRY = "---\ntitle: A\n---\nX.\n\n## Open questions\n\n- Why? {#why}\n- How? {#how}\n"


def question(*lines, title="Is it so?"):
    return "\n".join(["---", f"title: {title}", "kind: question", "about: [a]", *lines, "---", "Text.", ""])


def change(path, seconds=NOON, what="changed", author="Ann", commit="c"):
    return Change(path, "", what, seconds, author, commit * 40, "subject", "", "a" * 40)


def read(files, *changes, path="feeds/questions.xml", **settings):
    """The feed as `feedparser` reads it; it is well formed."""
    history = History(changes=changes, commit="c" * 40 if changes else "", seconds=NOON if changes else None)
    found = feedparser.parse(files_of(exported(files, history=history, **settings))[path])
    assert not found.bozo
    assert found.version == "atom10"
    return found


def by_title(found):
    return {entry.title: entry for entry in found.entries}


def day(entry, name="updated"):
    return datetime.date(*getattr(entry, f"{name}_parsed")[:3]).isoformat()


@pytest.mark.parametrize(
    ("lines", "summary", "date"),
    [
        (["created: 2025-01-01"], "New question. Open; about A.", "2025-01-01"),
        (["state: open", "state_date: 2025-01-02"], "New question. Open; about A.", "2025-01-02"),
        (
            ["state: partially-answered", "state_date: 2025-01-03", "created: 2024-01-01"],
            "Partially answered; about A.", "2025-01-03",
        ),
        (["state: dissolved", "state_date: 2025-01-03"], "Dissolved; about A.", "2025-01-03"),
        (
            ["state: answered", "state_date: 2025-01-03", "resolution: {answer: It *is*., date: 2025-01-02}"],
            "Answered; about A. It is.", "2025-01-02",
        ),
        (
            ["review: disputed", "review_date: 2025-03-01", "created: 2025-01-01"],
            "Reviewed. Open, disputed; about A.", "2025-03-01",
        ),
    ],
)  # fmt: skip
def test_without_git_the_dates_of_a_question_say_what_happened(lines, summary, date):
    entry = by_title(read({"a.md": ENTRY, "so.md": question(*lines)}))["Is it so?"]
    assert (entry.summary, day(entry)) == (summary, date)


def test_git_says_who_raised_a_question_and_who_changed_it_last():
    files = {"a.md": ENTRY, "so.md": question()}
    found = by_title(
        read(
            files, change("so.md", NOON + 90, author="Bob"), change("so.md", what="added"), change("a.md", what="added")
        )
    )
    so, why = found["Is it so?"], found["Why?"]
    assert (so.summary, so.author) == ("Changed. Open; about A.", "Bob")
    assert (day(so), day(so, "published")) == ("2023-11-14", "2023-11-14")
    assert (so.updated_parsed > so.published_parsed, why.author) == (True, "Ann")
    assert (why.summary, why.link) == ("New question. Open; about A.", f"{ADDRESS}a/#why")


def test_a_bullet_is_new_when_it_was_raised_and_not_when_its_entry_changed():
    export = exported(
        {"a.md": ENTRY},
        history=History(
            changes=(change("a.md", NOON + 9), change("a.md", NOON, "added")), commit="c" * 40, seconds=NOON
        ),
    )
    assert {event.seconds for events in question_events(export).values() for event in events} == {NOON}


def test_what_a_change_raised_or_settled_is_told_by_the_news():
    changes = (
        change("so.md", NOON + 9, commit="d"),
        change("a.md", NOON + 5, commit="e"),
        change("a.md", what="added"),
    )
    made = exported(
        {"a.md": ENTRY, "so.md": question("state: dissolved")},
        history=History(changes=changes, commit="d", seconds=NOON),
    )
    news = (
        News(changes[0], "Is it so?", "so", "changed", ("dissolved", "reviewed")),
        News(changes[1], "A", "a", "changed", (), ("how",)),
    )
    export = type(made)(graph=made.graph, site=made.site, history=made.history, news=news)
    events = {
        id: [(event.seconds - NOON, event.what) for event in events] for id, events in question_events(export).items()
    }
    assert events == {"so": [(9, "dissolved")], "how": [(5, "raised")], "why": [(0, "raised")]}
    assert EXPORTERS["atom"].artifacts(export)


def test_ids_are_addresses_that_never_change_and_no_two_are_alike():
    changes = tuple(change(path, what="added") for path in WORLD)
    found = read(WORLD, *changes, scheme=SCHEME)
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids))
    assert all(id.startswith(ADDRESS) for id in ids)
    assert {f"{ADDRESS}scaling", f"{ADDRESS}rag#long-context"} & set(ids)
    assert found.feed.id == f"{ADDRESS}feeds/questions.xml"
    assert {link.rel: link.href for link in found.feed.links}["self"] == found.feed.id


def test_the_fifty_newest_of_three_hundred_stand_in_the_feed_newest_first():
    world = questions_world()
    found = read(world.files(), scheme=QUESTIONS_SCHEME)
    dates = [entry.updated for entry in found.entries]
    known = sorted(
        (
            max(filter(None, (asked.state_date, asked.review_date, asked.resolved)))
            for asked in world.questions.values()
            if asked.state_date or asked.review_date or asked.resolved
        ),
        reverse=True,
    )
    assert [date[:10] for date in dates] == known[:50]
    assert found.feed.updated == dates[0]


def test_both_feeds_of_a_world_with_everything_are_feeds():
    changes = tuple(change(path) for path in WORLD)
    for path in ("feeds/questions.xml", "feeds/changes.xml"):
        found = read(WORLD, *changes, path=path, scheme=SCHEME)
        assert found.feed.title
        assert found.feed.author
        for entry in found.entries:
            assert entry.title
            assert entry.summary
            assert entry.updated_parsed
            assert entry.link.startswith(ADDRESS)


def test_hostile_names_are_text_to_a_feed_reader():
    name = "<img src=x onerror=alert(1)>"
    files = hostile_world(name)
    for entry in read(files, *(change(path, author=name) for path in files)).entries:
        assert entry.title_detail.type == "text/plain"
        assert entry.summary_detail.type == "text/plain"
