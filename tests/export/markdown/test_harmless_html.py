from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from lexigraph.export.markdown.harmless_html import harmless, harmless_line
from lexigraph.export.site_markdown import _EXTENSIONS

ATTACKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<a href="javascript:alert(1)">x</a>', '<a href="java&#115;cript:x">x</a>',
    "<div>`<img src=x onerror=y>`</div>", "\\<img src=x onerror=y>", "\\`<svg onload=x>`", "`a\n\n<svg onload=x>\n\nb`", "<svg/onload=x>",
    "<a title=\"`\" onclick=x b=\"`\">", "<b onclick=x>", "<details open ontoggle=x>y</details>", "<!--><img src=x onerror=y>-->", "<?php x?>",
    " ```\n<script>x</script>\n ```", "- ```\n  <img src=x onerror=y>\n  ```", "```x y\n<script>x</script>\n```", "<style>*{}</style>",
    "<<div>x<img src=x onerror=y>", "<<div><div>x onclick=y>", "<iframe src=https://x>", "<math><mtext><script>x</script>", "<p\nonclick=x>y</p>", "# H {onclick=x}", "[x](y){: onclick=x }", "<object data=x>",
]  # fmt: skip


class Active(HTMLParser):
    """What of a page would act."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style", "iframe", "object", "embed", "svg", "math", "form", "link", "meta", "base"):
            self.found.append(tag)
        for name, value in attrs:
            if (
                name.startswith("on")
                or name in ("style", "srcdoc")
                or (value or "").replace("\t", "").lower().strip().startswith("javascript:")
            ):
                self.found.append(f"{tag} {name}={value}")


def active(text):
    parser = Active()
    parser.feed(markdown(harmless(text), extensions=["fenced_code", *_EXTENSIONS]))
    return parser.found


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_acts_in_what_python_markdown_makes_of_it(attack):
    assert active(attack) == []
    assert active(f"Text {attack} and\n\n{attack}\n\n- {attack}\n") == []


@given(
    st.lists(
        st.sampled_from(
            [
                "<img src=x onerror=y>",
                "<div>",
                "</div>",
                "`",
                "``",
                "```\n",
                "\n",
                "\n\n",
                "\\",
                "<",
                ">",
                '"',
                "'",
                "<a href=",
                "on=x",
                " ",
                "- ",
                "    ",
                "~~~\n",
                "<!--",
                "-->",
                "x",
            ]
        ),
        max_size=12,
    ).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_no_mixture_of_code_and_tags_acts(text):
    assert active(text) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a <b>c</b><br> <img src='p.png' alt=\"x\">", "a <b>c</b><br> <img src='p.png' alt=\"x\">"), ("<https://e.org> <a@b.org>", "<https://e.org> <a@b.org>"),
        ("1 < 2 and a<b", "1 < 2 and a&lt;b"), ("`<unk>` and <unk>", "`<unk>` and &lt;unk>"), ("<details><summary>x</summary>y</details>", "xy"),
        ("```html\n<script>\n```\n<script>", "```html\n<script>\n```\n&lt;script>"), ("\\$5 \\<tag\\>", "$5 &lt;tag\\>"),
    ],
)  # fmt: skip
def test_words_and_code_stay_as_they_are(text, made):
    assert harmless(text) == made


def test_a_title_is_text_for_templates_that_escape_nothing():
    assert harmless_line('R&D <b> "q" &lt;\nx') == "R&D &lt;b&gt; &quot;q&quot; &amp;lt; x"
