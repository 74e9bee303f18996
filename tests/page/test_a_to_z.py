from tests.page.pages import broken_links, html_of, seen, site


def test_names_stand_under_their_letter_in_natural_order():
    html = html_of(site({f"{n}.md": f"# {n}\n\nX." for n in ["GPT-10", "gpt-2", "Élan", "3D", "über"]}), "a-z.md")
    assert [text for level, text in seen(html).headings if level == 2] == ["0–9", "E", "G", "U"]
    assert html.index("gpt-2") < html.index("GPT-10")


def test_other_names_lead_to_the_title():
    html = html_of(site({"a.md": "---\ntitle: Long name\naliases: [LN]\nacronym: Q & A\n---\nX."}), "a-z.md")
    assert '<li class="lx-see">LN, see <a href="../a/">Long name</a></li>' in html
    assert '<li class="lx-see">Q &amp; A, see <a href="../a/">Long name</a></li>' in html


def test_files_that_are_redirects_are_see_rows():
    html = html_of(
        site({"rag.md": "# RAG\n\nX.", "ret.md": "---\ntitle: Retrieval gen\ndestination: rag\n---\n"}), "a-z.md"
    )
    assert '<li class="lx-see">Retrieval gen, see <a href="../rag/">RAG</a></li>' in html


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
    assert html_of(made, "a-z/b.md").count('<li><a href="../../b') == 334
    assert '<a href="./" aria-current="page">B</a>' in html_of(made, "a-z/b.md")


def test_its_links_lead_somewhere_however_it_is_split():
    assert broken_links(site({f"{n}.md": f"# n{n}\n\nX." for n in range(1001)})) == []
