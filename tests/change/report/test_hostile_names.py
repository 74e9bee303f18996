"""Whatever a contributor calls things, the comment shows it as text, and stays within its size."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from tests.change.report.hostile import HOSTILE
from tests.change.report.sample import report_of, titled
from tests.worlds import graph

from lexigraph.change.report import markdown, text
from lexigraph.change.report.phrase import cut

MOST_BYTES = 60_000
OURS = ("https://github.com/example/glossary/", "https://example.org/glossary/")


class Rendered(HTMLParser):
    """The elements, addresses and texts of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.addresses: set[str] = set()
        self.texts: list[str] = []
        self.outside_code: list[str] = []
        self.open: list[str] = []
        self.comments: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.open.append(tag)
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if "code" not in self.open:
            self.outside_code.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def rendered(made: str) -> Rendered:
    """As GitHub's parser reads it, raw HTML included."""
    return Rendered(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(made))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("goes", [False, True], ids=["comes", "goes"])
def test_a_hostile_name_is_text(name: str, goes: bool) -> None:
    before, after = graph({"a.md": "# A\n"}), titled((name, f"other {name}"))
    made = markdown(report_of(after, before) if goes else report_of(before, after))
    page = rendered(made)
    assert page.elements <= {"h3", "p", "strong", "em", "ul", "li", "a", "code", "pre", "details", "summary"}
    assert page.comments == [" lexigraph-report "]
    assert not page.open
    assert all(address.startswith(OURS) for address in page.addresses)
    assert not re.search(r"@\w|#\d|://\S|www\.\w|GH-\d|:[\w+-]+:", "\n".join(page.outside_code))
    shown = "".join(page.texts).replace("\u200b", "")
    assert cut(name, 80).replace("`", "′") in shown.replace("`", "′")
    assert made.count("\n```") == 2 * ("```mermaid" in made.splitlines())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_terminal_gets_no_control_characters(name: str) -> None:
    made = text(report_of(graph({}), titled((name, "\x1b[31mred\x07"))))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


def test_a_great_change_stays_within_the_size_and_on_one_screen() -> None:
    names = tuple(f"{hostile} {number}" for number in range(60) for hostile in HOSTILE)
    made = markdown(report_of(graph({"a.md": "# A\n"}), titled(names)))
    assert len(made.encode()) < MOST_BYTES
    above, _, folded = made.partition("<details>")
    assert len(above.splitlines()) < 80
    assert re.search(r"- … and \d+ more: `lexigraph diff --format json` lists them all\n\n</details>\n$", folded)
    assert not rendered(made).open


def test_a_scheme_cannot_break_out_either() -> None:
    trap = "'</details> @octocat `x` #1 https://evil.example'"
    scheme = f"title: {trap}\nlicense: {trap}\nrelations: [{{key: cites, words: {trap}, inverse: cited_by, inverse_words: {trap}}}]"
    old = graph({"a.md": "# A\n", "b.md": "# B\n"}, scheme="title: x")
    new = graph({"a.md": "---\ntitle: A\ncites: [b]\n---\n", "b.md": "# B\n"}, scheme=scheme)
    page = rendered(markdown(report_of(old, new)))
    assert not re.search(r"@\w|#\d|://\S", "\n".join(page.outside_code))
    assert not page.open


def test_no_name_is_so_long_that_the_rest_is_lost() -> None:
    wide = tuple(f"{sign * 90} {number}" for number in range(40) for sign in ("\U0001f389", "$", "<"))
    paths = {
        f"{'語' * 60}/{'題' * 60}/{'名' * 60}{number}.md": f"---\ntitle: {'@a ' * 40}\nuses: [x]\n---\n"
        for number in range(30)
    }
    for old, new in ((graph({}), titled(wide)), (titled(wide), graph({})), (graph({}), graph(paths))):
        made = markdown(report_of(old, new))
        assert len(made.encode()) < MOST_BYTES
        assert "**What changes**" in made
        assert "**Checks**" in made
        assert not rendered(made).open
