import os
from pathlib import Path

import pytest
from tests.worlds import graph

from lexigraph.loading import load_graph
from lexigraph.query.stats import stats

CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
COUNTS = {
    "cncf/terms": {"entries": 90, "links": 226, "unresolved_links": 0, "no_inbound": 35, "no_outbound": 21},
    "machine-learning-glossary/terms": {
        "entries": 370,
        "redirects": 11,
        "relation_items": 452,
        "unresolved_relations": 9,
        "self_relations": 2,
        "unresolved_links": 6,
        "empty_bodies": 207,
    },
}


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
@pytest.mark.parametrize("corpus", COUNTS)
def test_other_peoples_glossaries_count_as_an_independent_script_counted_them(corpus):
    counted = stats(load_graph(Path(CORPORA, corpus)))
    assert {key: counted[key] for key in COUNTS[corpus]} == COUNTS[corpus]


def test_every_count_says_what_was_written():
    world = graph(
        {
            "t/a.md": "---\ntitle: A\nkind: technique\nstatus: draft\nuses: [b, b, gone, a]\n---\nLead.\n\n[x](b.md) [y](b.md) [z](no.md) [w](https://example.org)",
            "t/b.md": "---\ntitle: B\nrelated: [c]\n---\n",
            "c.md": "C mentions A model. B too.\n\n## Open questions\n\n- Why?\n",
            "d.md": "---\ntitle: D\ndestination: b\n---\n",
            "e.md": "Alone.",
        }
    )
    assert stats(world) == {
        "entries": 4,
        "redirects": 1,
        "relation_items": 5,
        "unresolved_relations": 1,
        "self_relations": 1,
        "relations": 2,
        "body_links": 3,
        "unresolved_links": 1,
        "links": 1,
        "no_inbound": 2,
        "no_outbound": 2,
        "empty_bodies": 2,
        "mentions": 2,
        "questions": 1,
        "wanted": 2,
        "orphans": 1,
        "clusters": 2,
        "by_kind": {"concept": 3, "technique": 1},
        "by_topic": {"t": 2},
        "by_status": {"draft": 1},
        "relations_by_kind": {"uses": 1, "related": 1},
        "questions_by_state": {"open": 1},
    }
