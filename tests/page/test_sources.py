from tests.page.pages import html_of, seen, site


def page(front, text=""):
    return html_of(site({"a.md": f"---\ntitle: A\ndefinition: D.\n{front}\n---\n{text}"}), "a.md")


def test_sources_are_numbered_with_address_name_and_year():
    html = page("sources: [{id: x, title: X & Y, arxiv: '2005.1', year: 2020}, {title: Z, doi: 10.1/z}]")
    assert (
        '<li id="source-1"><a href="https://arxiv.org/abs/2005.1" rel="noopener">X &amp; Y</a>&nbsp;· arXiv:2005.1&nbsp;· 2020</li>'
    ) in html
    assert '<li id="source-2"><a href="https://doi.org/10.1/z" rel="noopener">Z</a>&nbsp;· doi:10.1/z</li>' in html


def test_every_citation_has_a_way_back():
    html = page(
        "sources: [{id: x, title: X}]\norigin: {by: B, source: x}\ncontested: {camps: [{who: W, meaning: M., source: x}]}"
    )
    assert {"cite-1", "cite-1-2"} <= set(seen(html).ids)
    assert 'href="#cite-1" aria-label="Back to citation 1 of X"' in html
    assert 'href="#cite-1-2" aria-label="Back to citation 2 of X"' in html


def test_a_source_with_an_address_that_runs_something_is_text():
    html = page("sources: [{title: X, url: 'javascript:alert(1)'}]")
    assert '<li id="source-1">X</li>' in html


def test_what_was_written_under_a_heading_follows():
    html = page(
        "sources: [{title: X, url: 'https://example.org/x'}]",
        "## Further reading\n\n- [Y](https://example.org/y), long\n",
    )
    assert html.index(">X</a>") < html.index(">Y</a>, long")
    assert '<h2 id="further-reading">Sources' in html


def test_a_source_named_in_both_places_is_listed_once():
    html = page(
        "sources: [{title: X, url: 'https://example.org/x'}]", "## Sources\n\n- [X](https://example.org/x), good\n"
    )
    assert html.count("https://example.org/x") == 1
    assert "</a>, good</li>" in html


def test_a_citation_of_no_source_is_shown_as_written():
    assert '<span class="lx-cite">(who knows)</span>' in page("origin: {by: B, source: who knows}")
