"""Whatever is written: every export is made, and what the page hides stays hidden."""

from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph.page import render
from tests.export.exports import files_of
from tests.page.pages import site
from tests.page.test_any_text import LINES

HIDING = [
    "<!-- SECRET -->", "a <!-- SECRET --> b", "%%SECRET%%", "<!-- SECRET", "%%\n\nSECRET\n\n%%", "[//]: # (SECRET)",
    "<?x SECRET ?>", "<script>SECRET</script>", "<style>\nSECRET", "`a <!-- SECRET --> b`", "| <!-- SECRET --> | ` |",
    "> <!-- SECRET", "- <!-- SECRET -->", "a `", "` b", "``", "~~~", "    <!-- SECRET -->", "%%", "<!--", "-->", "$$",
    "<svg>", "</svg>", "[x]: <> (SECRET)", "\\`<!-- SECRET -->", "[[a|<!-- SECRET -->]]", "## H <!-- SECRET -->",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*LINES, *HIDING, *HIDING]), st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=9
    ),
    st.sampled_from(["concept", "lesson", "comparison"]),  # their pages show the whole text
)
def test_what_the_pages_hide_no_export_shows(lines, kind):
    text = "".join(line + end for line, end in lines)
    front = f"---\ntitle: A\nkind: {kind}\nabout: [wasp]\ncompares: [wasp]\n---\n"
    made = site({"t/a.md": front + text, "t/wasp.md": "# Wasp\n\nX."}, attachments=("t/a.png",))
    shown = "".join(unescape(render(page, made).html) for page in made.pages.values())
    files = files_of(made.export)
    if "SECRET" not in shown:
        assert {path for path, data in files.items() if b"SECRET" in data} == set()
