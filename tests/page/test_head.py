import datetime

from lexigraph.page.head import day
from tests.page.pages import html_of, seen, site


def page(front, path="t/a.md", **more):
    return html_of(site({path: f"---\ntitle: A\n{front}\n---\n", **more}), path)


def test_the_names_are_told_but_not_the_hidden_ones():
    html = page("aliases: [Ay, Eh]\nacronym: AA\nhidden_labels: [Aa]\nlabels: {de: Ah, fr: Ha}")
    assert '<p class="lx-also">Also called <b>Ay</b>, <b>Eh</b>, <b>AA</b></p>' in html
    assert '<b lang="de">Ah</b> (de), <b lang="fr">Ha</b> (fr)' in html
    assert "Aa" not in html


def test_the_way_there_is_topic_then_broader_then_title():
    html = page("broader: [b]", **{"t/b.md": "# B\n\nX."})
    assert (
        '<nav class="lx-crumbs" aria-label="Breadcrumb" data-search-exclude><ol><li><a href="../">T</a></li>'
        '<li><a href="../b/">B</a></li><li aria-current="page">A</li></ol></nav>'
    ) in html


def test_an_entry_at_the_top_without_broader_has_no_way_there():
    assert "lx-crumbs" not in page("definition: D.", path="a.md")


def test_kind_level_and_status_are_shown():
    html = page("kind: technique\nlevel: advanced\nstatus: draft\ncontested: {summary: Hm.}")
    assert '<a class="lx-kind" data-kind="technique" href="../../a-z/#kind=technique">Technique</a>' in html
    assert '<span class="lx-level">Advanced</span>' in html
    assert '<span class="lx-badge lx-badge--draft">Draft</span>' in html
    assert '<span class="lx-badge lx-badge--contested">Contested</span>' in html


def test_an_entry_without_a_status_has_no_badge():
    assert "lx-badge" not in page("definition: D.")


def test_a_deprecated_entry_says_why_and_names_its_replacement():
    html = page(
        "status: deprecated\ndeprecation_reason: Nobody *uses* it.\nsuperseded_by: [b]", **{"t/b.md": "# B\n\nX."}
    )
    assert '<b>Deprecated.</b> Nobody <em>uses</em> it. See <a href="../b/">B</a> instead.</p></aside>' in html


def test_the_definition_keeps_its_links():
    html = page("definition: Like [b](b.md).", **{"t/b.md": "# B\n\nX."})
    assert '<p class="lx-definition">Like <a data-lx="b" href="../b/">b</a>.</p>' in html


def test_the_first_paragraph_is_the_definition_and_is_not_printed_twice():
    html = html_of(site({"a.md": "# A\n\nThe first. It has more.\n\nThe second."}), "a.md")
    assert '<p class="lx-definition">The first. It has more.</p>' in html
    assert html.count("The first.") == 1
    assert seen(html).unclosed == []


def test_the_origin_is_cited():
    html = page("origin: {by: Ada, year: 1843, source: s}\nsources: [{id: s, title: Notes}]")
    assert 'Origin: Ada, 1843<sup class="lx-cite" id="cite-1"><a href="#source-1"' in html
    assert 'href="#cite-1" aria-label="Back to citation 1 of Notes">↩</a>' in html


def test_a_scope_note_leads_to_the_disambiguation():
    html = page("scope_note: Not b.", **{"t/d.md": "---\ntitle: D\nkind: disambiguation\nrelated: [a]\n---\n"})
    assert '<p class="lx-scope">Not b. Other meanings: <a href="../d/">D</a></p>' in html


def test_suggesting_is_offered_only_when_the_repository_is_known():
    files = {"a.md": "# A & B\n\nText."}
    assert "issues/new" not in html_of(site(files), "a.md")
    html = html_of(site(files, repo_url="https://example.org/r/"), "a.md")
    assert "https://example.org/r/issues/new?template=suggest-a-change.yml&amp;title=A+%26+B" in html
    assert "template=ask-a-question.yml" in html


def test_camps_stand_side_by_side():
    html = page("contested: {summary: Two views., camps: [{who: X, meaning: Big.}, {who: Y, meaning: Small.}]}")
    assert '<section class="lx-section lx-contested"' in html
    assert "<li><h3>X</h3><p>Big.</p></li>" in html


def test_a_review_is_due_when_more_days_have_passed_than_there_may():
    files = {"a.md": "---\ntitle: A\nlast_reviewed: 2026-01-01\nreview_every: 30\n---\nX."}

    def badges(today):
        return html_of(site(files, today=today), "a.md").count("Review due")

    assert badges(datetime.date(2026, 1, 31)) == 0
    assert badges(datetime.date(2026, 2, 1)) == 1
    assert badges(None) == 0


def test_the_page_can_be_had_as_markdown_from_where_its_file_is_published():
    files = {"t/a b.md": "---\ntitle: A\n---\nX."}
    link = '<a href="{}" data-lx-markdown>Copy as Markdown</a>'
    assert link.format("../a%20b.md") in html_of(site(files), "t/a b.md")
    assert link.format("a%20b.md") in html_of(site(files, directory_urls=False), "t/a b.md")


def test_the_review_is_told_at_the_end():
    html = page("reviewed_by: [Ada, Bob]\nlast_reviewed: 2026-10-02\nauthors: [Cy]\ncreated: 2025-01-31")
    assert html.rstrip().endswith(
        'Reviewed by Ada, Bob · last reviewed <time datetime="2026-10-02">2 October 2026</time> · written '
        '<time datetime="2025-01-31">31 January 2025</time> · by Cy</p>'
    )


def test_a_date_is_told_in_words():
    assert day(datetime.date(2026, 10, 2)) == '<time datetime="2026-10-02">2 October 2026</time>'


def test_editing_leads_to_the_file_and_is_offered_only_where_its_address_is_known():
    files = {"t/a b.md": "---\ntitle: A\n---\nX.", "t/index.md": "# T\n\nText."}
    assert "Edit this page" not in html_of(site(files, repo_url="https://example.org/r"), "t/a b.md")
    made = site(files, edit_url="https://example.org/r/edit/main/content/")
    assert 'href="https://example.org/r/edit/main/content/t/a%20b.md"' in html_of(made, "t/a b.md")
    assert 'href="https://example.org/r/edit/main/content/t/index.md"' in html_of(made, "t/index.md")
    assert "Edit this page" not in html_of(made, "a-z.md")
