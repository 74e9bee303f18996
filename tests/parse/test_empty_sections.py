"""Headings with nothing under them are found while the body is read."""

import pytest

from lexigraph.model import Scheme, SourceFile
from lexigraph.parse.entry import parse_entry


def empty(body: str, front: str = "definition: X.\n") -> list[tuple[str, str]]:
    """Title and text at the place of each empty section."""
    text = f"---\ntitle: A\n{front}---\n\n{body}"
    entry = parse_entry(SourceFile(path="a.md", data=text.encode()), Scheme())
    assert entry is not None
    return [(section.title, text[section.span.start : section.span.end]) for section in entry.empty_sections]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## One\n\n## Two\n\ntext\n", [("One", "One")]),
        ("## One\n\n### Deeper\n\ntext\n", []),
        ("## One\n\n### Deeper\n", [("Deeper", "Deeper")]),
        ("## One\n\n<!-- to do -->\n", [("One", "One")]),
        ("## One\n\n%% to do %%\n", [("One", "One")]),
        ("## One\n\n<!-- to do -->\n\n<b>text</b>\n", []),
        ("## One {#first}\n", [("One", "One")]),
        ("## The *first* [b](b.md)\n", [("The first b", "The *first* [b](b.md)")]),
        ("One\n---\n", [("One", "One")]),
        ("## One\n\n[link]: b.md\n", [("One", "One")]),
        ("## One\n\n```\n```\n", []),
        ("## Open questions\n\n- Why?\n", []),
        ("## See also\n\n- [[b]]\n", []),
        ("## FAQ\n\n### Why?\n\nSo.\n\n### How?\n", [("How?", "How?")]),
        ("## FAQ\n\n**Why?**\n\n**How?** \nSo.\n", [("Why?", "**Why?**")]),
        ("text\n", []),
    ],
)
def test_a_section_is_empty_when_its_page_shows_nothing_under_it(body: str, found: list[tuple[str, str]]) -> None:
    assert empty(body) == found
    assert empty(body.replace("\n", "\r\n")) == found


def test_a_section_whose_only_paragraph_is_the_definition_is_not_empty() -> None:
    assert empty("## What it is\n\nA thing.\n", front="") == []
