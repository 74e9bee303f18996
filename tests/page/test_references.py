import pytest

from tests.page.pages import broken_links, html_of, seen, site


def paragraph(text, path="t/a.md", attachments=(), **more):
    files = {path: f"---\ntitle: A\ndefinition: D.\n---\n{text}", "t/b.md": "# Bee\n\nX.", **more}
    html = html_of(site(files, attachments=attachments), path)
    return html.partition('<div class="lx-body">\n')[2].partition("\n</div>")[0]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[x](b.md)", '<a data-lx="b" href="../b/">x</a>'),
        ("[[b]]", '<a data-lx="b" href="../b/">Bee</a>'),
        ("[[b|a *bee*]]", '<a data-lx="b" href="../b/">a *bee*</a>'),
        ("[x `y`](b.md)", '<a data-lx="b" href="../b/">x <code>y</code></a>'),
        ("[](b.md)", '<a data-lx="b" href="../b/">Bee</a>'),
        ("[x](a.md)", '<a href="./">x</a>'),
        ("[x](./)", '<a href="../">x</a>'),
        ("[x](/)", '<a href="../../">x</a>'),
        ("[x](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">x</a>'),
        ("[x](mailto:a@example.org)", '<a href="mailto:a@example.org" rel="noopener">x</a>'),
        ("[x](f.pdf)", '<a href="../f.pdf">x</a>'),
        ("![x](f.pdf)", '<img src="../f.pdf" alt="x" loading="lazy">'),
        ("![x](https://example.org/i.png)", '<a href="https://example.org/i.png" rel="noopener">x</a>'),
        ("[x](gone.md)", '<span class="lx-missing">x</span>'),
        ("[x](../../../etc/passwd)", '<span class="lx-missing">x</span>'),
        ("![x](gone.png)", '<span class="lx-missing">x</span>'),
        (
            "[[Gone one|x]]",
            '<a class="lx-wanted" data-lx-wanted="1" aria-describedby="lx-not-written" href="../../wanted/#gone-one">x</a>',
        ),
        (
            "[[Gone one]]",
            '<a class="lx-wanted" data-lx-wanted="1" aria-describedby="lx-not-written" href="../../wanted/#gone-one">Gone one</a>',
        ),
    ],
)
def test_a_reference_is_led_to_where_it_goes(text, link):
    assert paragraph(text, attachments=("t/f.pdf",)) == f"<p>{link}</p>"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_an_address_that_runs_something_is_no_link(target):
    for text in (f"[x]({target})", f"![x]({target})", f"<a href='{target}'>x</a>", f"[[{target}]]"):
        page = seen(paragraph(text))
        assert not [link for link in page.links if not link.startswith("../../wanted/")], text
        assert page.sources == []


def test_a_name_that_several_entries_have_leads_to_what_it_may_mean_and_decides_nothing():
    more = {
        "u/bee.md": "---\ntitle: Bee (letter)\naliases: [B.]\n---\nX.",
        "v/c.md": "---\ntitle: C\naliases: [B.]\n---\nX.",
    }
    assert paragraph("[[B.]]", **more) == '<p><a class="lx-ambiguous" data-lx="?b." href="../../b/">B.</a></p>'
    html = html_of(site({"t/a.md": "---\ntitle: A\ndefinition: D.\n---\n[[B.]] and [[B.|b]]", **more}), "t/a.md")
    assert (
        '<div data-lx-entry="?b."><dt><a href="../../b/">B.</a></dt>\n<dd>May mean: Bee (letter); C.</dd></div>'
    ) in html


def test_what_many_entries_may_have_meant_is_a_few_of_them_and_a_number():
    more = {f"u{number}/x.md": f"---\ntitle: E{number}\nredirect_from: [old{number}]\n---\nX." for number in range(9)}
    made = site({"t/a.md": "---\ntitle: A\ndefinition: D.\n---\nSee [x](../x).", **more})
    html = html_of(made, "t/a.md")
    assert html.count('href="../../u') <= 5
    assert broken_links(made) == []


def test_a_link_to_a_heading_leads_to_it():
    more = {"t/c.md": "# C\n\nText.\n\n## Deep down\n\nX."}
    assert 'href="../c/#deep-down"' in paragraph("[x](c.md#deep-down)", **more)
    assert 'href="../c/#deep-down"' in paragraph("[[c#Deep down]]", **more)
    assert 'href="../c/"' in paragraph("[x](c.md#gone)", **more)


def test_a_bare_link_to_a_heading_shows_the_heading():
    more = {"t/c.md": "# C\n\nText.\n\n## Deep *down*\n\nX.\n\n## FAQ\n\n### So?\n\nYes.\n"}
    assert paragraph("[[#Here]]\n\n## Here\n\nX.").startswith('<p><a href="#here">Here</a></p>')
    assert '<a data-lx="c" href="../c/#deep-down">C: Deep down</a>' in paragraph("[[c#Deep down]]", **more)
    assert ">C: So?</a>" in paragraph("[[c#so]]", **more)
    assert ">x</a>" in paragraph("[[c#so|x]]", **more)


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org", True), ("//example.org/x", True), ("ftp://example.org", True), ("doi:10.1/x", True),
        ("matrix:r/x:example.org", True), ("mailto:a@example.org", True), ("https:", False), ("http://", False),
        ("mailto:", False), ("about:blank", False), ("file:///etc/passwd", False), ("blob:x", False),
    ],
)  # fmt: skip
def test_what_the_parser_takes_for_an_address_and_leads_outside_is_a_link(address, is_link):
    assert (f'href="{address}"' in paragraph(f"[x]({address})")) == is_link


def test_a_page_that_links_to_a_wanted_name_describes_such_links_once():
    html = html_of(site({"a.md": "---\ntitle: A\nuses: [gone]\n---\n[[gone]] [[gone]]"}), "a.md")
    assert html.count('<span id="lx-not-written" hidden>not written yet</span>') == 1
    assert 'data-lx-wanted="3"' in html
    assert "lx-not-written" not in html_of(site({"a.md": "# A\n\nX."}), "a.md")


def test_a_link_to_a_structured_heading_leads_to_its_place():
    more = {"t/c.md": "# C\n\nText.\n\n## Open questions\n\n- Why? {#why}\n\n## FAQ\n\n### So?\n\nYes.\n"}
    assert 'href="../c/#open-questions"' in paragraph("[x](c.md#open-questions)", **more)
    made = site({**more, "t/a.md": "# A\n\nText."})
    assert {"open-questions", "why", "faq", "so"} <= set(seen(html_of(made, "t/c.md")).ids)
