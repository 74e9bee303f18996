import pytest
from tests.worlds import parsed

FRONT = "---\ntitle: T\n---\n"


def shown(text):
    return parsed(FRONT + text).markdown


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c", "a  c"),
        ("<!-- b\n\nc --> d", " d"),
        ("a\n\n<!-- never closed\n\nb", "a\n\n"),
        ("a %%b%% c", "a  c"),
        ("a <?php b ?> c", "a  c"),
        ("<![CDATA[ b ]]>", ""),
        ("a <script>b</script> c", "a  c"),
        ("<style>\nb\n</style>\n\nc", "\n\nc"),
        ("<svg>\n\nb\n\n</svg>\n\nc", "\n\nc"),
        ("[//]: # (b)\n\na", "\n\na"),
        ("[x]: <> (b)\n[x]: <> (c)\n\na", "\n\n\na"),
        ("a ` b\n\n- <!-- c --> `", "a ` b\n\n-  `"),
        ("| a | b |\n|---|---|\n| <!-- c --> | ` |", "| a | b |\n|---|---|\n|  | ` |"),
        ("> a <!-- b\n> c --> d", "> a  d"),
        ("a\r\n<!-- b -->\r\nc", "a\n\nc"),
    ],
)
def test_what_the_page_hides_is_left_out(text, left):
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- a -->` and ``%%b%%``", "```\n<!-- a -->\n```", "    <!-- a -->", "a <b>b</b> <unk> 1 < 2 <! x",
        "a <!-- never closed in a paragraph", "[a][x]\n\n[x]: https://example.org/", "[^1]\n\n[^1]: note", "é 𝒳 [[b|c]]",
    ],
)  # fmt: skip
def test_what_the_page_shows_stays(text):
    assert shown(text) == text


def test_places_in_the_file_are_places_in_the_source():
    entry = parsed(f"{FRONT}%%a%% [b](c.md) <!-- d --> [[e]]\r\n\r\nx <!-- f --> ![g](h.png)")
    cut = [
        entry.source[item.span.start - entry.body_start : item.span.end - entry.body_start] for item in entry.references
    ]
    assert cut == ["[b](c.md)", "[[e]]", "![g](h.png)"]


def test_a_great_many_marks_take_no_time():
    for mark in ("<!--", "`", "<?", "<script>", "[//]: # (a)\n", "%%", "[", "<![CDATA["):
        assert shown(mark * 20_000) is not None


def test_a_comment_in_the_brackets_of_a_wikilink_is_a_comment():
    entry = parsed(FRONT + "[[a|<!-- SECRET -->]]\n---\n\nText.\n")
    assert [heading.title for heading in entry.headings if "SECRET" in heading.title] == []
    assert entry.references == ()


def test_a_footnote_that_nothing_refers_to_is_not_shown():
    assert shown("Text[^2].\n\n[^1]: SECRET\n[//]: # (SECRET)\n\n[^2]: used\n") == "Text[^2].\n\n\n[^2]: used\n"


def test_an_element_that_only_code_seems_to_close_hides_the_rest():
    assert "SECRET" not in shown("<svg>\n\n~~~\n</svg>\n<!-- SECRET -->\n")
    assert "SECRET" not in shown("<svg>\n\n`</svg>` and <!-- SECRET -->\n")
