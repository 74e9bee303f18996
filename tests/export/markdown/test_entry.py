import json
import posixpath
import re
from urllib.parse import unquote

import yaml

from lexigraph.concept_graph.exports import export_of
from lexigraph.export.markdown.entry import entry_markdown
from lexigraph.export.markdown.links import site_layout
from lexigraph.loading.published import graph_of
from tests.export.exports import exported, files_of, text_of
from tests.page.small_world import SCHEME, WORLD, hostile_world

B = "---\ntitle: B thing\n---\nB is b.\n"


def body_of(text, **settings):
    """The Markdown file of an entry `A` with this body, from its title on."""
    files = {
        "t/a.md": f"---\ntitle: A\ndefinition: D.\n---\n{text}",
        "t/b.md": B,
        "u/c.md": "# C\n\nC is c.\n\n## S\n\nText.\n",
    }
    files |= {"index.md": "# Home\n", "t/index.md": "# Topic\n"}
    return text_of(files, "t/a.md", **settings).split("# A\n\nD.\n\n", 1)[1].split("\n\n## Relations", 1)[0].rstrip()


def test_the_front_matter_can_be_read_again():
    front = yaml.safe_load(text_of(WORLD, "retrieval/rag.md", scheme=SCHEME).split("---\n")[1])
    assert front["id"] == "rag"
    assert front["aliases"] == ["RAG"]
    assert front["url"] == "https://example.org/kb/retrieval/rag/"


def test_links_lead_to_other_files():
    assert body_of("[b](b.md), [[b]], [[b|x]], [[C]] and [c](../u/c.md#s).") == (
        "[b](b.md), [B thing](b.md), [x](b.md), [C](../u/c.md) and [c](../u/c.md#s)."
    )


def test_a_link_by_reference_becomes_a_plain_one():
    assert body_of("[b][x] and [e][y].\n\n[x]: b.md\n[y]: https://example.org/").startswith(
        "[b](b.md) and [e](<https://example.org/>)."
    )


def test_dead_links_are_words():
    assert body_of("[gone](gone.md), [[nobody]], [[nobody|x]] and ![i](no.png).") == "gone, nobody, x and i."


def test_pictures_and_pages_keep_their_way():
    text = body_of("![A *picture*](p.png) [topic](index.md) [home](../index.md)", attachments=("t/p.png",))
    assert text == "![A picture](p.png) [topic](./) [home](../)"


def test_code_and_addresses_stay_as_they_are():
    text = "`[[b]]` <https://example.org/> https://example.org/x\n\n```\n[[b]] <!-- shown -->\n```"
    assert body_of(text) == text


def test_labels_with_brackets_and_code_are_kept():
    assert body_of("[a [b] c](b.md) [`]`](b.md) [\\]](b.md)") == "[a [b] c](b.md) [`]`](b.md) [\\]](b.md)"


def test_a_wikilink_in_a_table_stays_in_its_cell():
    assert "| [x](b.md) |" in body_of("| h |\n|---|\n| [[b\\|x]] |")


def test_the_title_stands_once():
    text = text_of({"a.md": "# My title\n\nA thing is a thing.\n"}, "a.md")
    assert text.count("# My title") == 1
    assert text.count("A thing is a thing.") == 2  # in the front matter, and where it was written


def test_anchors_of_questions_are_left_out():
    assert body_of("## Open questions\n\n- Why? {#why}") == "## Open questions\n\n- Why?"


def test_both_directions_are_sentences():
    files = {"a.md": "---\ntitle: A\nuses:\n  - b: 'for *speed*'\n---\n", "b.md": "---\ntitle: B_\n---\n"}
    assert "- A uses [B\\_](b.md): for speed" in text_of(files, "a.md")
    assert "- B\\_ is used by [A](a.md): for speed" in text_of(files, "b.md")


def test_a_question_has_its_positions_and_its_status():
    text = text_of(WORLD, "training/long-context.md", scheme=SCHEME)
    assert "Position: It never does. (held by Ada, Bob)" in text
    assert "- Opposes: Prices fall. (source: A paper)" in text
    about = text_of(WORLD, "retrieval/rag.md", scheme=SCHEME)
    assert "(../training/long-context.md) (partially answered, disputed)" in about


def test_every_link_leads_to_a_file_or_page_of_the_site():
    export = exported(WORLD, scheme=SCHEME, attachments=("retrieval/flow.svg",))
    made = files_of(export)
    pages = {unquote(address) for address in (*export.site.entries.values(), *export.site.pages.values())}
    known = {*made, *pages, "retrieval/flow.svg", ""}
    for path, data in made.items():
        if path.endswith((".md", ".txt")):
            text = re.sub(r"```.*?```", "", data.decode(), flags=re.DOTALL)
            for target in re.findall(r"\]\((?!https?:)([^)<#]+)[^)]*\)", text):
                joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
                joined = "" if joined == "." else joined
                assert joined in known or f"{joined}/" in known, f"{path}: {target}"


def test_hostile_names_are_text():
    files = {path: data.decode() for path, data in files_of(exported(hostile_world())).items() if path.endswith(".md")}
    assert files
    for text in files.values():
        assert not re.search(r"(?<!\\)<img", text.split("---\n", 2)[2])


def test_offline_links_to_pages_have_endings():
    text = body_of("[topic](index.md)", directory_urls=False)
    assert text == "[topic](index.html)"


def test_a_question_says_its_state_and_what_it_has_to_do_with_bullets():
    asked = "---\ntitle: Is it so?\nkind: question\nabout: [a]\nreview: disputed\ndepends_on: [why: it rests on it]\nhas_part: [how]\n---\n"
    files = {"a.md": "# A\n\nX.\n\n## Open questions\n\n- Why *then*? {#why}\n- How? {#how}\n", "so.md": asked}
    text = text_of(files, "so.md")
    assert "State: open, disputed." in text
    assert "- Is it so? has the part How? in [A](a.md)\n" in text
    assert "- Is it so? depends on Why then? in [A](a.md): it rests on it\n" in text


def test_the_fields_of_a_published_graph_are_yaml_whatever_is_in_them():
    data = {"schema": 1, "scheme": {}, "entries": [{"id": "a", "title": "A\x7f\x9b", "path": "t/a.md"}]}
    made = export_of(graph_of(json.dumps(data).encode(), "concepts.json"))
    text = entry_markdown(made, made.graph.entries["a"], site_layout(made))
    assert yaml.safe_load(text.split("\n---\n")[0])["title"] == "A\ufffd\ufffd"
