from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.pages import html_of, seen, site

LINES = [
    "# H", "## H", "### H {#x}", "#### ", "##### `c`", "text wasp", "[[wasp]]", "[[no]]", "[x](wasp.md#deep)",
    "[x](gone.md)", "![i](gone.png)", "![](a.png)", "[](wasp.md)", "<h1>raw</h1>", '<div id="connections">x</div>',
    "<a href=wasp.md>raw [[wasp]] wasp</a>", "<div id=x>", "</div>", "## Open questions", "- why? {#x}",
    "- [b](wasp.md) — note", "## FAQ", "### Is it?", "**Bold?**", "## Connections", "## See also", "## Key takeaways",
    "- take [[no]]", "## Exercises", "1. do", "## Sources", "- [s](https://e.org)", "> # q", "> text", "[^1]",
    "[^1]: note wasp", "| a | b |\n|---|---|\n| wasp | [[wasp]] |", "```\ncode\n```", "$x$", "<script>alert(1)</script>",
    "<svg><a xlink:href=javascript:x>", "- a\n\n  b", "  - nested", "text ^blk", "---", "\\", "&lt;", "<b",
    "[![i](a.png)](wasp.md)", "<img src=x onerror=1 id=open-questions>", "[x](#x)", "[[#h]]",
]  # fmt: skip
KINDS = ["concept", "question", "comparison", "lesson", "disambiguation"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n"])), max_size=12), st.sampled_from(KINDS)
)
def test_whatever_is_written_every_page_is_in_order(lines, kind):
    text = "".join(line + end for line, end in lines)
    front = f"---\ntitle: A\nkind: {kind}\nabout: [wasp]\ncompares: [wasp]\nuses: [wasp, no]\n---\n"
    files = {"t/a.md": front + text, "t/wasp.md": "# Wasp\n\nX.\n\n## Deep\n\nText."}
    made = site(files, attachments=("t/a.png",))
    for path in made.pages:
        page = seen(html_of(made, path))
        assert [level for level, _ in page.headings].count(1) == 1, path
        assert sorted(page.ids) == sorted(set(page.ids)), path
        assert page.unclosed == [], path
        assert page.misplaced == [], path
        assert page.nested_links == 0, path
        assert "script" not in page.tags, path
        assert page.tags.count("svg") <= 1 or path == "statistics.md", path  # the local graph
        assert not {"section", "ul", "ol", "table", "h1", "h2", "h3", "a"} & set(page.empty), path
