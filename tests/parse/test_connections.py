import pytest
from tests.parse.rendered import body_html
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n## Connections\n\n"


def items(line: str, path: str = "topic/t.md") -> list[tuple[str, str, str, str]]:
    found = parsed(HEAD + line, path).relation_items
    return [(item.key, item.target, item.note, item.origin) for item in found]


@pytest.mark.parametrize("dash", [" — ", " – ", " - ", " -- ", ": ", " : ", "—\n  "])
def test_an_item_is_a_link_a_dash_and_why(dash):
    assert items(f"- [A b](../other/a.md){dash}why *so*\n  and more") == [
        ("", "other/a.md", "why *so* and more", "connections")
    ]


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("[A](a.md)", "topic/a.md"),
        ("[A](./a.md#x)", "topic/a.md"),
        ("[A](/a/)", "/a/"),
        ("[A](a%20b.md)", "topic/a b.md"),
        ("[[A b|c]]", "A b"),
        ("llms/claude", "llms/claude"),
        ("claude", "claude"),
    ],
)
def test_a_target_is_a_name_or_a_path_from_the_content_folder(written, target):
    assert items(f"- {written} — why") == [("", target, "why", "connections")]


def test_a_link_or_a_path_needs_no_reason_but_a_word_does():
    assert items("- [A](a.md)") == [("", "topic/a.md", "", "connections")]
    assert items("- llms/claude") == [("", "llms/claude", "", "connections")]
    assert items("- claude") == []


@pytest.mark.parametrize(
    "line", ["- see [A](a.md) — why", "- [A](https://e.org) — why", "- [A](a.md) and more", "- a b — c"]
)
def test_what_is_no_connection_stays(line):
    entry = parsed(HEAD + line)
    assert entry.relation_items == ()
    assert body_html(entry).startswith("<ul>\n<li>")


def test_a_lifted_item_leaves_the_list_and_its_links_stay_references():
    text = HEAD + "- [A](a.md) — why [b](b.md)\n- other\n"
    entry = parsed(text)
    assert body_html(entry) == "<ul>\n<li>other</li>\n</ul>\n"
    assert [reference.target for reference in entry.references] == ["a.md", "b.md"]
    (item,) = entry.relation_items
    assert text[item.span.start : item.span.end] == "[A](a.md)"


def test_an_item_with_paragraphs_of_its_own_is_a_connection_and_stays():
    entry = parsed(HEAD + "- [A](a.md) — why\n\n  More.\n")
    assert len(entry.relation_items) == 1
    assert "More." in body_html(entry)


def test_every_link_under_see_also_is_related():
    entry = parsed(
        "# T\n\nlead\n\n## See also\n\n- [A](a.md)\n- [[B]]: why\n- both [C](c.md) and [D](d.md)\n\nSee [E](e.md), [x](https://e.org)."
    )
    assert [(item.key, item.target, item.note, item.origin) for item in entry.relation_items] == [
        ("related", "a.md", "", "related"), ("related", "B", "why", "related"), ("related", "c.md", "", "related"),
        ("related", "d.md", "", "related"), ("related", "e.md", "", "related"),
    ]  # fmt: skip
    assert body_html(entry) == (
        "<ul>\n<li>both <ref n=2>C</ref> and <ref n=3>D</ref></li>\n</ul>\n"
        "<p>See <ref n=4>E</ref>, <ref n=5>x</ref>.</p>\n"
    )
