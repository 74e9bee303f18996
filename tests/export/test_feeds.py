from xml.etree import ElementTree

from lexigraph.history import Change, History
from tests.export.exports import exported, files_of
from tests.page.small_world import SCHEME, WORLD, hostile_world

ATOM = "{http://www.w3.org/2005/Atom}"
NOON = 1_700_000_000


def change(path, seconds=NOON, what="changed", author="Ann"):
    return Change(path, "", what, seconds, author, "c" * 40, "subject", "", "a" * 40)


def feed(files, path="feeds/changes.xml", **settings):
    return ElementTree.fromstring(files_of(exported(files, **settings))[path])  # noqa: S314 - our own


def entries(found):
    return {item.findtext(f"{ATOM}id"): item for item in found.iter(f"{ATOM}entry")}


def test_feeds_have_what_atom_requires():
    history = History(changes=tuple(change(path) for path in WORLD), commit="c" * 40, seconds=NOON)
    for path in ("feeds/changes.xml", "feeds/questions.xml"):
        found = feed(WORLD, path, scheme=SCHEME, history=history)
        for element in (found, *found.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert element.findtext(f"{ATOM}{name}"), name
        assert found.find(f"{ATOM}author/{ATOM}name") is not None
        assert [link.get("rel") for link in found.findall(f"{ATOM}link")] == ["self", None]


def test_ids_are_the_iris_of_entries_and_questions():
    history = History(changes=tuple(change(path) for path in WORLD), commit="c" * 40, seconds=NOON)
    assert "https://example.org/kb/rag" in entries(feed(WORLD, scheme=SCHEME, history=history))
    questions = entries(feed(WORLD, "feeds/questions.xml", scheme=SCHEME, history=history))
    assert {"https://example.org/kb/scaling", "https://example.org/kb/rag#long-context"} & set(questions)
    link = questions["https://example.org/kb/scaling"].find(f"{ATOM}link").get("href")
    assert link == "https://example.org/kb/training/scaling/"


def test_the_newest_fifty_stand_in_a_feed_newest_first():
    files = {f"e{number}.md": f"# E{number}\n\nText.\n" for number in range(60)}
    changes = tuple(change(path, NOON + number) for number, path in enumerate(files))
    found = feed(files, history=History(changes=changes, commit="c", seconds=NOON))
    dates = [item.findtext(f"{ATOM}updated") for item in found.iter(f"{ATOM}entry")]
    assert len(dates) == 50
    assert dates == sorted(dates, reverse=True)
    assert found.findtext(f"{ATOM}updated") == dates[0]


def test_without_git_the_dates_of_entries_count():
    found = entries(feed({"a.md": "---\ntitle: A\nlast_reviewed: 2026-10-02\n---\nA is a.\n"}))
    item = found["https://example.org/kb/a"]
    assert item.findtext(f"{ATOM}updated") == "2026-10-02T00:00:00Z"
    assert item.findtext(f"{ATOM}summary") == "Reviewed. A is a."


def test_without_an_address_or_a_date_there_is_no_feed():
    assert not [path for path in files_of(exported(WORLD, url="")) if path.startswith("feeds/")]
    assert not [path for path in files_of(exported({"a.md": "# A\n"})) if path.startswith("feeds/")]


def test_hostile_names_and_authors_are_text():
    names = ("<img src=x>", "a & b", "]]>", '"q"', "\x01", "\ufffe")
    for name in names:
        files = hostile_world("x" if not name.isprintable() else name)
        history = History(changes=tuple(change(path, author=name) for path in files), commit="c", seconds=NOON)
        for path in ("feeds/changes.xml", "feeds/questions.xml"):
            assert entries(feed(files, path, history=history))
