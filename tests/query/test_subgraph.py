import dataclasses
import pickle

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.query.small_graphs import entry, files
from tests.worlds import graph

from lexigraph.query.stats import stats
from lexigraph.query.subgraph import subgraph

WORLD = {
    "index.md": "# Home\n\n[a](t/a.md) [b](u/b.md)",
    "t/index.md": "# Topic T\n",
    "u/index.md": "# Topic U\n",
    "t/a.md": "---\ntitle: Alpha\naliases: [same]\nuses: [b, c, gone]\nredirect_from: [first]\n---\n"
    "[b](../u/b.md) [c](c.md) [u](../u/index.md) ![p](../p.png) [[same]] [[lost]] Gamma and Beta.\n\n"
    "## Open questions\n\n- Why? {#why}\n- How? {#how}\n",
    "u/b.md": "---\ntitle: Beta\naliases: [same]\nrelated: [a]\nredirect_from: [second]\n---\nSee Alpha.\n",
    "t/c.md": entry("Gamma", body="It is beta.", requires=["a"]),
    "t/why.md": "---\ntitle: Why is it?\nkind: question\nabout: [b, a]\ndepends_on: [how]\n---\nX.\n",
    "u/old.md": "---\ntitle: Old\ndestination: b\n---\n",
    "t/lost-way.md": "---\ntitle: Lost way\ndestination: nowhere\n---\n",
}


def world():
    return graph(WORLD, attachments=("p.png", "q.png"))


def test_relations_links_mentions_and_backlinks_are_those_between_its_entries():
    whole = world()
    part = subgraph(whole, ["a", "c"])
    assert list(part.entries) == ["a", "c"]
    assert [(item.type.key, item.source, item.target) for item in part.relations] == [
        ("uses", "a", "c"), ("requires", "c", "a"),
    ]  # fmt: skip
    assert {id: [view.other for view in views] for id, views in part.relations_at.items()} == {
        "a": ["c", "c"], "c": ["a", "a"],
    }  # fmt: skip
    assert [(link.source, link.target) for link in part.links] == [("a", "c")]
    assert part.mentions == tuple(item for item in whole.mentions if {item.source, item.target} <= {"a", "c"})
    assert {id: [item.source for item in items] for id, items in part.backlinks.items()} == {
        "a": ["c"], "c": ["a", "a"],
    }  # fmt: skip


def test_references_to_the_outside_lead_nowhere_and_want_nothing():
    part = subgraph(world(), ["a"])
    leads = [place and (place.entry or place.page or place.file) for place in part.resolved["t/a.md"]]
    assert leads == [None, None, None, "p.png", None, None]
    assert [place.entry if place else None for place in part.resolved["index.md"]] == ["a", None]
    assert [item.name for item in part.wanted] == ["gone", "lost"]
    assert part.attachments_used == {"p.png"}


def test_a_name_means_what_stays():
    part = subgraph(world(), ["a"])
    assert part.names.candidates("same") == ("a",)
    assert part.names.candidates("Beta") == part.names.candidates("second") == ()
    assert part.names.candidates("first") == ("a",)
    assert (part.redirects, part.redirect_files, part.collisions) == (
        {"first": "a"},
        {"t/lost-way.md": ""},
        (),
    )
    assert [(item.name, item.candidates) for item in part.unresolved if item.candidates] == [("same", ("a",))]


def test_pages_stay_unless_all_entries_of_their_topic_go():
    assert list(subgraph(world(), ["a"]).pages) == ["index.md", "t/index.md"]
    assert list(subgraph(world(), ["b"]).pages) == ["index.md", "u/index.md"]
    assert list(subgraph(world(), []).pages) == ["index.md"]


def test_a_question_stays_with_its_bullet_or_its_file():
    whole = world()
    bullet = subgraph(whole, ["a"]).questions["why"]
    assert (bullet.entry, bullet.holder, bullet.path, bullet.about, bullet.text) == (
        "", "a", "t/a.md", ("a",), "Why is it?",
    )  # fmt: skip
    file = subgraph(whole, ["why", "b"]).questions["why"]
    assert (file.entry, file.holder, file.path, file.about, file.bullet) == ("why", "", "t/why.md", ("b",), None)
    assert list(subgraph(whole, ["c"]).questions) == []
    assert [(item.source, item.target) for item in subgraph(whole, ["a"]).question_links] == [("why", "how")]
    assert subgraph(whole, ["a", "b"]).questions_about == {"a": ("how", "why"), "b": ("why",)}


def test_ids_that_no_entry_has_are_left_out():
    assert list(subgraph(world(), ["a", "nobody"]).entries) == ["a"]


def test_nothing_of_nothing_is_left():
    empty = subgraph(world(), [])
    assert (empty.relations, empty.links, empty.mentions, empty.questions, empty.wanted) == ((), (), (), {}, ())
    assert stats(empty)["entries"] == 0


def test_a_part_says_that_it_is_one_and_can_be_sent_to_another_process():
    whole = world()
    assert subgraph(whole, ["a", "c"]).is_part
    assert not subgraph(whole, whole.entries).is_part
    assert subgraph(subgraph(whole, ["a"]), ["a"]).is_part
    assert pickle.loads(pickle.dumps(subgraph(whole, ["a"]))) == subgraph(whole, ["a"])  # noqa: S301 - our own bytes


def same(one, other):
    assert one == other
    assert (one.links, one.mentions, one.backlinks) == (other.links, other.mentions, other.backlinks)


@settings(max_examples=25)
@given(files(), st.data())
def test_the_whole_is_a_part_of_itself_and_a_part_of_a_part_a_part(drawn, data):
    whole = graph(drawn)
    same(subgraph(whole, whole.entries), whole)
    ids = data.draw(st.sets(st.sampled_from(sorted(whole.entries)))) if whole.entries else set()
    fewer = data.draw(st.sets(st.sampled_from(sorted(ids)))) if ids else set()
    part = subgraph(whole, ids)
    same(subgraph(part, ids), part)
    small, direct = subgraph(part, fewer), subgraph(whole, fewer)
    assert small.links == direct.links
    assert small.mentions == direct.mentions
    assert small.backlinks == direct.backlinks
    for field in ("entries", "relations", "relations_at", "names", "redirects", "collisions", "unresolved", "wanted"):
        assert getattr(small, field) == getattr(direct, field), field


@settings(max_examples=25)
@given(files(), st.data())
def test_nothing_in_it_leads_outside(drawn, data):
    whole = graph(drawn)
    ids = data.draw(st.sets(st.sampled_from(sorted(whole.entries)))) if whole.entries else set()
    part = subgraph(whole, ids)
    gone = whole.entries.keys() - ids
    plain = (part.relations, part.links, part.mentions, part.question_links, part.unresolved, part.collisions)
    ends = {end for items in plain for item in items for end in _ids(item)}
    ends |= {
        end for items in (*part.relations_at.values(), *part.backlinks.values()) for item in items for end in _ids(item)
    }
    ends |= {place.entry for places in part.resolved.values() for place in places if place}
    ends |= {id for rung in dataclasses.astuple(part.names) for ids in rung.values() for id in ids}
    ends |= {id for question in part.questions.values() for id in (*question.about, question.entry, question.holder)}
    ends |= {id for item in part.wanted for reference in item.references for id in _ids(reference)}
    ends |= {*part.relations_at, *part.backlinks, *part.questions_about, *part.redirects.values()}
    assert not ends & gone
    stats(part)


def _ids(item):
    """The ids of entries that a value holds."""
    names = ("source", "target", "other", "author", "candidates", "entries")
    for value in (getattr(item, name, "") for name in names):
        yield from (value,) if isinstance(value, str) else value
