import pytest
from tests.parse.rendered import body_html, mistakes, texts_of
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"


def shown(text: str) -> str:
    entry = parsed(HEAD + text)
    assert mistakes(entry) == []
    return body_html(entry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* **c** ~~d~~ `e<f`", "<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e&lt;f</code></p>\n"),
        ("a  \nb", "<p>a<br>\nb</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n\n4. b", '<ol start="3">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("***", "<hr>\n"),
        ("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>\n"),
        ("> ## In a quote", '<blockquote>\n<h2><span id="in-a-quote"></span>In a quote</h2>\n</blockquote>\n'),
        ("> # Big", '<blockquote>\n<h2><span id="big"></span>Big</h2>\n</blockquote>\n'),
        ("    code & more", '<div class="highlight"><pre><span></span><code>code &amp; more\n</code></pre></div>\n'),
        (
            "- [x] done\n- [ ] open",
            (
                '<ul>\n<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled checked '
                'aria-label="Done"><span class="task-list-indicator"></span></label> done</li>\n'
                '<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled '
                'aria-label="To do"><span class="task-list-indicator"></span></label> open</li>\n</ul>\n'
            ),
        ),
        (
            "> [!WARNING]\n> Mind *it*.",
            '<div class="admonition warning">\n<p class="admonition-title">Warning</p>\n<p>Mind <em>it</em>.</p>\n</div>\n',
        ),
    ],
)
def test_a_block_becomes_html(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
def test_every_alert_of_github_is_an_admonition(kind):
    assert f'<p class="admonition-title">{kind.capitalize()}</p>' in shown(f"> [!{kind}]\n> x")


def test_a_table_scrolls_in_a_region_named_after_its_heading():
    text = "## Some *models* & more\n\n| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 |\n"
    assert shown(text) == (
        '<div class="lx-table" role="region" tabindex="0" aria-label="Some models &amp; more"><table>\n<thead>\n<tr>\n'
        '<th class="lx-align-left">a</th><th class="lx-align-center">b</th><th class="lx-align-right">c</th></tr>\n'
        '</thead>\n<tbody>\n<tr>\n<td class="lx-align-left">1</td><td class="lx-align-center">2</td>'
        '<td class="lx-align-right"></td></tr>\n</tbody>\n</table></div>\n'
    )


def test_tables_under_one_heading_have_names_of_their_own():
    html = shown("|a|\n|-|\n|b|\n\ntext\n\n|c|\n|-|\n|d|\n")
    assert 'aria-label="T"' in html
    assert 'aria-label="T (2)"' in html


def test_nothing_is_linked_in_headings_labels_and_table_headers():
    entry = parsed(HEAD + "## Head\n\ntext [label](x.md)\n\n| th |\n|----|\n| td |\n")
    (section,) = entry.body.sections
    assert {part.raw: part.may_link for part in texts_of((*section.heading, *section.segments))} == {
        "Head": False, "text ": True, "label": False, "th": False, "td": True,
    }  # fmt: skip


def test_a_block_id_is_the_anchor_of_its_paragraph():
    (section,) = parsed(HEAD + "text ^note-1\n\nother").body.sections
    assert [block.anchor for block in section.blocks] == ["note-1", ""]
    assert shown("text ^note-1") == "<p>text</p>\n"


def test_a_paragraph_with_nothing_to_show_is_not_printed():
    assert shown("{{< toc >}}\n\ntext") == "<p>text</p>\n"


def test_each_top_level_block_is_a_block():
    (section,) = parsed(HEAD + "one\n\n- two\n- three\n\n> four").body.sections
    assert len(section.blocks) == 3
