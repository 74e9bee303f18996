import pytest
from tests.parse.rendered import body_html, html_of, misplaced, mistakes, texts_of
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"


def shown(text: str) -> str:
    return body_html(parsed(HEAD + text))


def dropped(text: str) -> list[tuple[str, str]]:
    whole = HEAD + text
    return [(finding.code, whole[finding.span.start : finding.span.end]) for finding in parsed(whole).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>\n"),
        ("press <kbd>Esc</kbd>", "<p>press <kbd>Esc</kbd></p>\n"),
        ("a<br>b<br/>c", "<p>a<br>b<br>c</p>\n"),
        ("the <unk> and </start> tokens", "<p>the &lt;unk&gt; and &lt;/start&gt; tokens</p>\n"),
        ("<my-tag>x</my-tag>", "<p>&lt;my-tag&gt;x&lt;/my-tag&gt;</p>\n"),
        ("<div><unk></div>", "<div>&lt;unk&gt;</div>\n"),
        ("a <!-- hidden --> b", "<p>a  b</p>\n"),
        ("<!-- hidden -->\n\nb", "<p>b</p>\n"),
        ("<div><!-- hidden -->x</div>", "<div>x</div>\n"),
        ("a <b>b *c*</b>", "<p>a <b>b <em>c</em></b></p>\n"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>\n"),
    ],
)
def test_raw_html_is_shown_as_its_author_meant_it(text, expected):
    assert shown(text) == expected
    assert dropped(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("<script>alert(1)</script>", "\n", [("W013", "<script>")]),
        (
            "a <img src=x onerror=alert(1)> b",
            "<p>a <ref n=0></ref> b</p>\n",
            [("W013", "<img src=x onerror=alert(1)>")],
        ),
        ('<p style="x">a</p>', "<p>a</p>\n", [("W013", '<p style="x">')]),
        ('<a href="javascript:x()">a</a>', "<p><span>a</span></p>\n", [("W013", '<a href="javascript:x()">')]),
        ("<iframe src='https://e.org'></iframe>", "\n", [("W013", "<iframe src='https://e.org'>")]),
        ("<form><input name=x></form>", "\n", [("W013", "<form>"), ("W013", "<input name=x>")]),
        ("a <svg>x</svg> b", "<p>a  b</p>\n", [("W013", "<svg>")]),
    ],
)
def test_what_could_run_is_removed_and_reported_at_its_tag(text, expected, found):
    assert shown(text) == expected
    assert dropped(text) == found


def test_raw_links_and_images_are_references():
    text = HEAD + 'a <a href="x.md#y" class="evil"><b>b</b></a> <img alt="pic" src="i&amp;j.png">'
    entry = parsed(text)
    link, image = entry.references
    assert (link.form, link.target, link.fragment, link.sentence) == ("link", "x.md", "y", "b")
    assert (image.form, image.target, image.title) == ("image", "i&j.png", "pic")
    assert body_html(entry) == "<p>a <ref n=0><b>b</b></ref> <ref n=1></ref></p>\n"
    assert misplaced(entry, text) == []


def test_an_element_may_enclose_blocks_and_a_heading_in_it_starts_no_section():
    entry = parsed(HEAD + "<details><summary>More</summary>\n\n## In\n\nText [x](x.md).\n\n</details>\n\n## Out\n")
    assert [section.title for section in entry.body.sections] == ["", "Out"]
    assert body_html(entry) == (
        '<details><summary>More</summary>\n<h2><span id="in"></span>In</h2>\n<p>Text <ref n=0>x</ref>.</p>\n</details>\n'
    )


def test_text_in_raw_html_may_be_linked_but_not_in_a_raw_link():
    entry = parsed(HEAD + "<p>one</p>\n\n<p><a href=x>two</a></p>")
    assert [(part.raw, part.may_link) for part in texts_of(entry.body.sections[0].segments)] == [
        ("one", True), ("two", False),
    ]  # fmt: skip


def test_a_reference_inside_a_removed_element_goes_and_the_others_move_up():
    entry = parsed(HEAD + "a [x](x.md)\n\n<div>\n\n<template>\n\n[y](y.md)\n\n</template>\n</div>\n\n## S\n\n[z](z.md)")
    assert [reference.target for reference in entry.references] == ["x.md", "z.md"]
    assert "<ref n=1>z</ref>" in body_html(entry)
    assert [finding.code for finding in entry.diagnostics] == ["W013", "W013"]


def test_an_id_is_kept_when_it_is_free_and_not_reserved():
    assert shown('<p id="a">x</p>\n\n<p id="a">y</p>\n\n<p id="lx-x">z</p>\n\n<p id="__config">z</p>') == (
        '<p id="a">x</p>\n<p>y</p>\n<p>z</p>\n<p>z</p>\n'
    )


def test_classes_of_the_shell_cannot_be_borrowed():
    assert shown('<div class="md-search admonition note">x</div>') == '<div class="admonition note">x</div>\n'


def test_stand_ins_cannot_be_written_by_an_author():
    entry = parsed(HEAD + "<b>x</b> \U0010fff0" + "0\U0010fff1 \U0010fff27\U0010fff3")
    assert body_html(entry) == "<p><b>x</b> 0 7</p>\n"
    assert mistakes(entry) == []


def test_tags_that_are_too_deep_are_shown_as_written():
    entry = parsed(HEAD + "<div>\n\n" * 40 + "[x](x.md)")
    assert [finding.code for finding in entry.diagnostics] == ["E014"]
    assert html_of(entry.body.sections[0].segments).startswith("&lt;div&gt;")
