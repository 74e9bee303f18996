"""Text that looks like a link and is none is found where it stands; code, lists of lists and the like are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"


def found(body: str) -> list[tuple[str, str]]:
    return [(link.what, (HEAD + body)[link.span.start : link.span.end]) for link in parsed(HEAD + body).malformed_links]


@pytest.mark.parametrize(
    ("body", "what", "text"),
    [
        ("see [a] (b.md).", "space", "[a] (b.md)"),
        ("see [a]\n(../b.md#x).", "space", "[a]\n(../b.md#x)"),
        ("see [a] (https://example.org/x)", "space", "[a] (https://example.org/x)"),
        ("see [**a**] (b.md)", "space", "] (b.md)"),
        ("see [a](b c.md)", "spaces", "[a](b c.md)"),
        ("see (a)[b.md]", "turned", "(a)[b.md]"),
        ("see [[a\nb]]", "broken", "[[a\nb]]"),
        ("see [[a] x", "open", "[[a]"),
        ("see [[a", "open", "[[a"),
        ("see [a]] x", "close", "[a]]"),
        ("see [words][3]", "undefined", "[words][3]"),
        ("- item [a] (b.md)", "space", "[a] (b.md)"),
        ("> quote [a] (b.md)", "space", "[a] (b.md)"),
        ("| a |\n|---|\n| [a] (b.md) |", "space", "[a] (b.md)"),
        ("## H [a](b.md)\n\nx", "heading", "[a](b.md)"),
        ("## H [[a]]\n\nx", "heading", "[[a]]"),
        ("## Open questions\n\n- Is [a] (b.md)? {#q}", "space", "[a] (b.md)"),
        ("## Key takeaways\n\n- Is [a] (b.md).", "space", "[a] (b.md)"),
    ],
)
def test_it_is_found(body: str, what: str, text: str) -> None:
    assert found(body) == [(what, text)]


@pytest.mark.parametrize(
    "body",
    [
        "[a](b.md)", "[[a]]", "[[a|b]]", "![[a]]", "`[a] (b.md)`", "```\n[[a]\n```", "    [a] (b.md)", "\\[a\\] (b.md)",
        "[a] (see below)", "[1] (2)", "f[x] (y)", "[[1, 2], [3, 4]]", "[[a, b], [c, d]]", "[0, 1) and (0, 1]", "]0, 1[",
        "a[i][2]", "[x][2]", "x <!-- [a] (b.md) --> y", "%%[a] (b.md)%%", "[^1] (b)\n\n[^1]: [n](b.md)", "- [ ] (b.md)",
        "- [x] (b.md)", "$[[a]$", "[a][r]\n\n[r]: b.md", "## H `[[a]]` ![i](p.png)\n\nx", "[[a]] (b.md)", "[a [b] c](d.md)",
        "&#91;a] (b)", "(a) [b]", "array[(i)][j]",
    ],
)  # fmt: skip
def test_what_is_a_link_or_looks_like_none_is_not(body: str) -> None:
    assert found(body) == []


def test_a_link_in_a_heading_that_is_the_title_is_found() -> None:
    assert [link.what for link in parsed("# On [a](b.md)\n\nText.").malformed_links] == ["heading"]


@given(st.text(alphabet="[]()|\n ab.md#", max_size=80))
def test_whatever_is_written_the_places_lie_in_the_text(body: str) -> None:
    for link in parsed(HEAD + body).malformed_links:
        assert len(HEAD) <= link.span.start < link.span.end <= len(HEAD + body)


def test_ten_thousand_brackets_take_no_time() -> None:
    for sign in ("[[a ", "[a] (", "(a)[", "[[a\n", "]]", "[a]["):
        parsed(HEAD + sign * 10_000)
