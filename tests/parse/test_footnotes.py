from tests.parse.rendered import body_html, html_of, mistakes
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"


def test_a_footnote_stands_at_the_end_with_a_way_back():
    entry = parsed(HEAD + "a[^x]\n\n[^x]: note [l](l.md)\n\n## B\n\nb")
    assert body_html(entry) == (
        '<p>a<sup id="fnref-1"><a class="footnote-ref" href="#fn-1" aria-label="Footnote 1">1</a></sup></p>\n<p>b</p>\n'
        '<div class="footnote">\n<hr>\n<ol>\n<li id="fn-1"><p>note <ref n=0>l</ref> '
        '<a class="footnote-backref" href="#fnref-1" aria-label="Back to the text">&#8617;</a></p>\n</li>\n</ol>\n</div>\n'
    )
    assert entry.references[0].section == 1


def test_every_use_of_a_footnote_has_its_way_back():
    html = body_html(parsed(HEAD + "a[^x] b[^x]\n\n[^x]: note"))
    assert 'href="#fnref-1"' in html
    assert 'href="#fnref-1-2"' in html


def test_a_footnote_of_the_lead_or_a_lifted_item_is_kept():
    entry = parsed("# T\n\nlead[^a]\n\n## Open questions\n\n- Why?[^b]\n\n[^a]: A\n[^b]: B\n")
    assert "fnref-1" in html_of(entry.prose.lead)
    assert [section.role for section in entry.body.sections] == ["", "questions"]
    assert 'id="fn-2"' in html_of(entry.body.sections[0].segments)


def test_a_footnote_may_refer_to_another():
    entry = parsed(HEAD + "a[^x]\n\n[^x]: see [^y]\n\n[^y]: end, see [^x]")
    assert mistakes(entry) == []
    assert 'id="fn-2"' in body_html(entry)


def test_a_footnote_without_definition_is_text():
    assert "a[^x]" in body_html(parsed(HEAD + "a[^x]"))
