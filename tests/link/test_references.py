import pytest
from tests.worlds import graph

from lexigraph.graph import Resolved

TARGETS = {
    "retrieval/rag.md": "---\ntitle: Retrieval-augmented generation\naliases: [RAG]\n---\nFetches.\n\n## How it works\n\nSo.",
    "training/agent.md": "---\ntitle: Agent\nscope_note: learning\n---\nLearns.",
    "agents/worker.md": "---\ntitle: Worker\naliases: [helper]\n---\nWorks.",
    "agents/servant.md": "---\ntitle: Servant\naliases: [helper]\n---\nServes.",
    "retrieval/index.md": "All about retrieval.",
}


def place(link: str, path: str = "training/source.md", attachments: tuple[str, ...] = ("img/pic.png",)):
    world = graph({**TARGETS, path: f"Lead.\n\n{link}"}, attachments=attachments)
    return world.resolved[path][0]


@pytest.mark.parametrize(
    "link",
    [
        "[a](../retrieval/rag.md)",
        "[a](../retrieval/rag)",
        "[a](../retrieval/rag/)",
        "[a](/retrieval/rag/)",
        "[a](/retrieval/rag.md)",
        "[a](/content/retrieval/rag)",
        "[a](/rag/)",
        "[[rag]]",
        "[[RAG]]",
        "[[retrieval/rag]]",
        "[[retrieval augmented GENERATION|label]]",
        "[[Retrieval-augmented generation]]",
    ],
)
def test_a_link_finds_its_entry_by_path_id_title_or_alias(link):
    assert place(link) == Resolved(entry="rag")


@pytest.mark.parametrize(
    "link", ["[a](../retrieval/rag.md#how-it-works)", "[[RAG#How it works]]", "[[rag#how-it-works]]"]
)
def test_a_fragment_is_found_by_anchor_or_heading(link):
    assert place(link) == Resolved(entry="rag", fragment="how-it-works")


def test_a_fragment_that_no_heading_has_is_dropped_so_that_the_link_is_not_dead():
    assert place("[a](../retrieval/rag.md#nowhere)") == Resolved(entry="rag")


@pytest.mark.parametrize(
    "link", ["[a](../gone.md)", "[[gone]]", "[a](/gone/)", "[a](../../../etc/passwd)", "![a](gone.png)"]
)
def test_a_reference_to_nothing_leads_nowhere(link):
    assert place(link) is None


def test_an_ambiguous_name_is_never_decided():
    world = graph({**TARGETS, "a.md": "Lead.\n\nA [[helper]] does it."})
    assert world.resolved["a.md"] == (None,)
    (item,) = world.unresolved
    assert item.candidates == ("servant", "worker")
    assert item.sentence == "A helper does it."
    assert world.wanted == ()


def test_a_topic_and_the_home_page_are_pages():
    assert place("[a](../retrieval/)") == Resolved(page="retrieval/index.md")
    assert place("[a](/training/)") == Resolved(page="training/index.md")
    assert place("[a](/)") == Resolved(page="index.md")


def test_attachments_are_found_from_the_file_the_root_and_by_bare_name():
    assert place("![a](../img/pic.png)") == Resolved(file="img/pic.png")
    assert place("![a](/img/pic.png)") == Resolved(file="img/pic.png")
    assert place("![[pic.png]]") == Resolved(file="img/pic.png")


def test_only_attachments_that_are_referred_to_are_used():
    world = graph({"a.md": "Lead.\n\n![a](one.png)"}, attachments=("one.png", "two.png"))
    assert world.attachments_used == {"one.png"}


def test_an_address_is_kept_as_written():
    assert place("[a](https://example.org/x?y=1#z)") == Resolved(address="https://example.org/x?y=1#z")


def test_a_link_by_the_sites_own_address_is_a_link_inside():
    files = {"rag.md": "Fetches.", "a.md": "Lead.\n\n[x](https://example.org/kb/rag/)"}
    world = graph(files, scheme="base_iri: https://example.org/kb/")
    assert world.resolved["a.md"] == (Resolved(entry="rag"),)


def test_a_redirect_leads_to_its_destination():
    files = {
        "new.md": "---\ntitle: New\nredirect_from: [older, path/oldest]\n---\nN.",
        "old.md": "---\ntitle: Old\ndestination: new\n---\n",
        "a.md": "Lead.\n\n[x](old.md) [y](/older/) [[older]] [[Old]] [z](path/oldest.md)",
    }
    world = graph(files)
    assert world.resolved["a.md"] == (Resolved(entry="new"),) * 5
    assert world.redirects == {"old": "new", "older": "new", "path/oldest": "new"}


def test_redirects_in_a_circle_lead_nowhere():
    files = {"x.md": "---\ntitle: X\ndestination: y\n---\n", "y.md": "---\ntitle: Y\ndestination: x\n---\n"}
    world = graph(files)
    assert world.redirect_files == {"x.md": "", "y.md": ""}


def test_what_is_wanted_is_counted_by_name_whatever_its_spelling():
    files = {
        "a.md": "---\ntitle: A\nuses: [mixture-of-experts]\n---\nLead.\n\nSee [[Mixture of Experts]] and [x](mixture-of-experts.md).",
        "b.md": "Lead.\n\nSee [x](lost.md), [y](pic.png), [z](/dir/lost/).",
    }
    world = graph(files)
    assert [(item.name, item.anchor, len(item.references)) for item in world.wanted] == [
        ("mixture-of-experts", "mixture-of-experts", 3),
        ("lost", "lost", 2),
    ]


def test_a_file_that_a_browser_would_run_is_never_published():
    world = graph({"a.md": "Lead.\n\n[a](page.html) [b](script.js)"}, attachments=("page.html", "script.js"))
    assert world.resolved["a.md"] == (None, None)
    assert world.attachments_used == frozenset()


def test_a_fragment_may_be_the_one_that_github_gives_the_heading():
    files = {
        "b.md": "Lead.\n\n## What's new?\n\nx\n\n## What's new?\n\nx",
        "a.md": "L.\n\n[x](b.md#whats-new) [y](b.md#whats-new-1)",
    }
    found = graph(files).resolved["a.md"]
    assert [place and place.fragment for place in found] == ["what-s-new", "what-s-new-2"]


def test_a_fragment_may_be_an_id_in_raw_html_or_a_heading_in_a_quote():
    body = 'Lead.\n\n<a id="by-hand"></a>Text. ^block\n\n> ## Quoted\n'
    files = {"b.md": body, "a.md": "L.\n\n[x](b.md#by-hand) [y](b.md#quoted) [z](b.md#^block) [n](b.md#none)"}
    found = graph(files).resolved["a.md"]
    assert [place and place.fragment for place in found] == ["by-hand", "quoted", "block", ""]
