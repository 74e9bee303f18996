from tests.page.pages import broken_links, html_of, seen, site


def test_names_stand_under_their_letter_in_natural_order():
    html = html_of(site({f"{n}.md": f"# {n}\n\nX." for n in ["GPT-10", "gpt-2", "Élan", "3D", "über"]}), "a-z.md")
    assert [text for level, text in seen(html).headings if level == 2] == ["0–9", "E", "G", "U"]
    assert html.index("gpt-2") < html.index("GPT-10")


def test_other_names_lead_to_the_title():
    html = html_of(site({"a.md": "---\ntitle: Long name\naliases: [LN]\nacronym: Q & A\n---\nX."}), "a-z.md")
    assert '>LN, see <a href="../a/">Long name</a></li>' in html
    assert (
        '<li class="lx-see" data-lx-row data-kind="concept">Q &amp; A, see <a href="../a/">Long name</a></li>' in html
    )


def test_files_that_are_redirects_are_see_rows():
    html = html_of(
        site({"rag.md": "# RAG\n\nX.", "ret.md": "---\ntitle: Retrieval gen\ndestination: rag\n---\n"}), "a-z.md"
    )
    assert '>Retrieval gen, see <a href="../rag/">RAG</a></li>' in html


def test_a_deprecated_entry_names_its_replacement():
    files = {"a.md": "---\ntitle: A\nstatus: deprecated\nsuperseded_by: [b]\n---\nX.", "b.md": "# B\n\nX."}
    assert '<p>See <a href="../b/">B</a>.</p>' in html_of(site(files), "a-z.md")


def test_a_name_claimed_twice_has_a_row_for_each():
    files = {"a.md": "---\ntitle: A\naliases: [Z]\n---\nX.", "b.md": "---\ntitle: B\naliases: [Z]\n---\nX."}
    assert html_of(site(files), "a-z.md").count("Z, see") == 2


def test_the_bar_leads_to_the_letters_in_use():
    html = html_of(site({"a.md": "# A\n\nX.", "sign.md": "# ++\n\nX."}), "a-z.md")
    assert '<li><a href="#A">A</a></li>\n<li><a href="#signs">#</a></li>' in html
    assert {"A", "signs"} <= set(seen(html).ids)


def test_above_a_thousand_rows_each_letter_has_a_page():
    made = site({f"{'abc'[n % 3]}{n}.md": f"# {'abc'[n % 3]}{n}\n\nX." for n in range(1001)})
    assert [page.path for page in made.pages.values() if page.kind == "a-z"] == [
        "a-z.md",
        "a-z/a.md",
        "a-z/b.md",
        "a-z/c.md",
    ]
    html = html_of(made, "a-z.md")
    assert '<a href="a/">A <span class="lx-count">334</span></a>' in html
    assert html_of(made, "a-z/b.md").count('><a href="../../b') == 334
    assert (
        '<li id="kind=concept"><a href="a/#kind=concept">Concepts</a> <span class="lx-count">1001</span></li>' in html
    )
    assert "lx-filter" not in html
    assert "kind=concept" in seen(html_of(made, "a-z/a.md")).ids
    assert '<a href="./" aria-current="page">B</a>' in html_of(made, "a-z/b.md")


def test_its_links_lead_somewhere_however_it_is_split():
    assert broken_links(site({f"{n}.md": f"# n{n}\n\nX." for n in range(1001)})) == []


def test_rows_carry_what_they_are_filtered_by_and_the_controls_wait_for_the_script():
    files = {
        "my topic/a.md": "---\ntitle: A\naliases: [Z]\n---\nX.",
        "u/b.md": "---\ntitle: B\nkind: tool\n---\nX.",
    }
    html = html_of(site(files), "a-z.md")
    assert '<li id="kind=concept" data-lx-row data-kind="concept" data-topic="my-topic">' in html
    assert '<li class="lx-see" data-lx-row data-kind="concept" data-topic="my-topic">Z, see' in html
    assert '<form class="lx-filter" data-lx-filter hidden aria-label="Filter">' in html
    assert '<option value="tool">Tools</option>' in html
    assert '<option value="my-topic">My topic</option>' in html


def test_a_kind_label_leads_to_the_first_row_of_its_kind():
    files = {"a.md": "# A\n\nX.", "b.md": "---\ntitle: B\nkind: tool\n---\nX."}
    assert 'href="../a-z/#kind=tool">Tool</a>' in html_of(site(files), "b.md")
    assert "kind=tool" in seen(html_of(site(files), "a-z.md")).ids


def test_what_is_all_alike_is_no_choice():
    html = html_of(site({"a.md": "# A\n\nX.", "b.md": "# B\n\nX."}), "a-z.md")
    assert "<select" not in html
    assert '<input type="search" name="q">' in html
