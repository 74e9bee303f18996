import subprocess

from lexigraph.history import read_history
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, site_of
from tests.page.pages import broken_links, html_of, seen, site
from tests.page.small_world import SCHEME, WORLD
from tests.worlds import write


def test_the_home_page_names_the_scheme_and_counts_what_there_is():
    made = site(WORLD, scheme=SCHEME)
    html = html_of(made, "index.md")
    assert seen(html).headings[0] == (1, "Small world")
    assert '<p class="lx-definition">A glossary with one of everything.</p>' in html
    assert f'<a href="a-z/"><b>{len(made.graph.entries)}</b> <span>entries</span></a>' in html
    assert f'<a href="questions/"><b>{len(made.graph.questions)}</b> <span>questions</span></a>' in html
    assert '<a href="#topics"><b>2</b> <span>topics</span></a>' in html


def test_its_parts_stand_in_order():
    html = html_of(site(WORLD, scheme=SCHEME), "index.md")
    assert [text for level, text in seen(html).headings if level == 2] == [
        "How to read", "Topics", "Where to start", "Open questions", "Recently reviewed", "Most wanted", "Take part",
    ]  # fmt: skip


def test_its_counts_lead_to_their_lists_whatever_its_text_calls_its_headings():
    files = {"index.md": "Hello.\n\n## Topics\n\nMany.", "t/a.md": "---\ntitle: A\ntags: [x]\n---\nX."}
    made = site(files)
    html = html_of(made, "index.md")
    assert '<a href="#topics-2"><b>1</b> <span>topic</span></a>' in html
    assert '<a href="tags/"><b>1</b> <span>tag</span></a>' in html
    assert broken_links(made) == []


def test_its_foot_leads_to_what_programs_read():
    page = seen(html_of(site(WORLD, scheme=SCHEME), "index.md"))
    assert {"concepts.json", "questions.json", "llms.txt", "llms-full.txt", "objects.inv"} <= set(page.links)


def test_what_changed_last_is_told_where_git_knows_it(tmp_path):
    write(tmp_path, {"a.md": "# A\n\nX."})
    for command in ("init -q", "add .", "-c user.name=Ada -c user.email=a@example.org commit -qm one"):
        subprocess.run(["git", "-c", "core.hooksPath=/dev/null", *command.split()], cwd=tmp_path, check=True)
    made = site_of(load_graph(tmp_path), Addresses(), history=read_history(tmp_path))
    html = html_of(made, "index.md")
    assert '<li><a href="a/">A</a> <span class="lx-count">added <time' in html.partition('id="recently-changed"')[2]
    assert "by Ada" in html_of(made, "a.md")


def test_topics_have_one_line_and_a_count():
    html = html_of(site(WORLD, scheme=SCHEME), "index.md")
    assert (
        '<a class="lx-card__title" href="retrieval/">Finding things</a><p>How a model is told what it does not know.</p>'
        ' <span class="lx-count">7 entries</span>'
    ) in html


def test_a_flat_glossary_shows_what_most_refers_to():
    made = site({"a.md": "# A\n\nX.", "b.md": "# B\n\nX.\n\nSee [a](a.md)."}, scheme="")
    html = html_of(made, "index.md")
    assert [text for level, text in seen(html).headings if level == 2] == ["Most referred to", "Take part"]
    assert html.index(">A</a>") < html.index(">B</a>")
    assert broken_links(made) == []


def test_an_empty_glossary_has_a_home():
    page = seen(html_of(site({}), "index.md"))
    assert page.headings == [(1, "World")]


def test_a_folder_without_a_title_goes_by_its_name():
    assert seen(html_of(site({}, scheme=""), "index.md")).headings == [(1, "Content")]


def test_the_repository_is_named_when_it_is_known():
    assert 'href="https://example.org/r"' in html_of(
        site({"a.md": "# A\n\nX."}, repo_url="https://example.org/r"), "index.md"
    )
