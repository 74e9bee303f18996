import pytest
from tests.parse.rendered import html_of
from tests.worlds import parsed


@pytest.mark.parametrize(
    "tag", ['{{< figure src="a.png" >}}', "{{% note %}}", "{{</ x >}}", "{% include a.html %}", "{%- if a -%}"]
)
def test_a_tag_of_another_tool_is_dropped_and_reported_at_its_place(tag):
    text = f"# T\n\nbefore {tag} after"
    entry = parsed(text)
    assert html_of(entry.prose.lead) == "before  after"
    assert [(finding.code, text[finding.span.start : finding.span.end]) for finding in entry.diagnostics] == [
        ("W013", tag)
    ]


@pytest.mark.parametrize("text", ["{{ name }}", "`{{< x >}}`", "{x}", "{ % a %}", "{{<"])
def test_braces_that_are_none(text):
    assert parsed(f"# T\n\n{text} x").diagnostics == ()
