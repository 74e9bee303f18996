import pytest
from tests.parse.rendered import body_html
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"


def shown(text: str) -> str:
    return body_html(parsed(HEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        "a %%SECRET%% b",
        "%%\nSECRET\n\nSECRET\n%%\nb",
        "a %% SECRET\n\n## SECRET\n\nSECRET %% b",
        "a <!-- SECRET --> b",
        "<!-- SECRET -->\nb",
        "a <!-- SECRET\n\nSECRET --> b",
        "<div>\n<!-- SECRET\n\nSECRET -->\n</div>\n\nb",
        "- a\n  %%SECRET%%\n- b",
        "<!-- SECRET\n\nb",
    ],
)
def test_a_comment_never_leaks(text):
    assert "SECRET" not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "`%%x%%` KEPT",
        "```\n%%KEPT%%\n```",
        "~~~\n<!-- KEPT\n\n-->\n~~~",
        "100%% KEPT",
        "5%% of what is KEPT and 10%% of the rest",
        "``a ` %%KEPT%%``",
        "> ```\n> %%KEPT%%\n> ```",
    ],
)
def test_code_and_single_marks_are_left_alone(text):
    assert "KEPT" in shown(text)


def test_a_comment_that_is_never_closed_is_reported():
    text = HEAD + "a\n\n<!-- hidden\n\nb"
    (finding,) = parsed(text).diagnostics
    assert (finding.code, finding.span.line) == ("W013", 7)
