import pytest

from tests.page.pages import html_of, seen, site


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
        ("[[Gone one|x]]", '<a class="lx-wanted" href="../../wanted/#gone-one" title="not written yet">x</a>'),
        ("[[Gone one]]", '<a class="lx-wanted" href="../../wanted/#gone-one" title="not written yet">Gone one</a>'),
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


def test_a_name_that_several_entries_have_offers_them_all_and_decides_nothing():
    more = {
        "u/bee.md": "---\ntitle: Bee (letter)\naliases: [B.]\n---\nX.",
        "v/c.md": "---\ntitle: C\naliases: [B.]\n---\nX.",
    }
    assert paragraph("[[B.]]", **more) == (
        '<p><span class="lx-missing">B.</span> <span class="lx-choices">(may mean: '
        '<a href="../../u/bee/">Bee (letter) (U)</a>, <a href="../../v/c/">C (V)</a>)</span></p>'
    )


def test_a_link_to_a_heading_leads_to_it():
    more = {"t/c.md": "# C\n\nText.\n\n## Deep down\n\nX."}
    assert 'href="../c/#deep-down"' in paragraph("[x](c.md#deep-down)", **more)
    assert 'href="../c/#deep-down"' in paragraph("[[c#Deep down]]", **more)
    assert 'href="../c/"' in paragraph("[x](c.md#gone)", **more)


def test_a_link_to_a_structured_heading_leads_to_its_place():
    more = {"t/c.md": "# C\n\nText.\n\n## Open questions\n\n- Why? {#why}\n\n## FAQ\n\n### So?\n\nYes.\n"}
    assert 'href="../c/#open-questions"' in paragraph("[x](c.md#open-questions)", **more)
    made = site({**more, "t/a.md": "# A\n\nText."})
    assert {"open-questions", "why", "faq", "so"} <= set(seen(html_of(made, "t/c.md")).ids)
