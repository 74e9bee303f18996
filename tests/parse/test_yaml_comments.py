"""Comments of YAML are found where the parser says that they are, and nowhere else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import parsed

from lexigraph.parse.yaml_comments import yaml_comments

SAID = "lexigraph: allow unknown-entry: being written in #41"


def comments(text: str) -> list[str]:
    return [text[start:end] for start, end in yaml_comments(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b # c\n", ["# c"]),
        ("a: b# c\n", []),
        ("a: 'b # c'\n", []),
        ('a: "b # c" # d\n', ["# d"]),
        ('a: "b\n  # c"\n', []),
        ("a: |\n  # b\n  c\n# d\n", ["# d"]),
        ("a: | # b\n  # c\n", ["# b"]),
        ("a: >-2  # b\n  # c\n# d\n", ["# b", "# d"]),
        ("a: [b, # c\n  d] # e\n", ["# c", "# e"]),
        ("# a\n\n# b", ["# a", "# b"]),
        ("a: b # c # d\n", ["# c # d"]),
        ("a:\n- b # c\n # d\n- e\n", ["# c", "# d"]),
        ("? a # b\n: c # d\n", ["# b", "# d"]),
        ("{a: b} # c", ["# c"]),
        ("a: b # ä 検索\r\nc: d\r\n", ["# ä 検索"]),
        ("", []),
    ],
)
def test_a_comment_begins_where_the_parser_leaves_off(text: str, expected: list[str]) -> None:
    assert comments(text) == expected


WORDS = st.text("abc#:'\" -", max_size=12)
PLAIN = st.text("abc", min_size=1, max_size=6)
SCALARS = st.one_of(
    PLAIN,
    WORDS.map(lambda text: "'" + text.replace("'", "''") + "'"),
    WORDS.map(lambda text: '"' + text.replace('"', '\\"') + '"'),
    st.lists(PLAIN, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
)


@given(st.lists(st.tuples(PLAIN, SCALARS, WORDS | st.none()), max_size=8))
def test_what_was_written_as_a_comment_is_found_and_nothing_else(lines: list[tuple[str, str, str | None]]) -> None:
    text = "".join(
        f"{key}{number}: {value}{'' if said is None else f' #{said}'}\n"
        for number, (key, value, said) in enumerate(lines)
    )
    assert comments(text) == [f"#{said}" for _, _, said in lines if said is not None]


@given(st.lists(st.tuples(PLAIN, st.lists(WORDS, max_size=3)), max_size=4))
def test_nothing_in_a_block_of_text_is_a_comment(blocks: list[tuple[str, list[str]]]) -> None:
    text = "".join(
        f"{key}{number}: |  # head\n" + "".join(f"  #{line}\n" for line in lines) + "# between\n"
        for number, (key, lines) in enumerate(blocks)
    )
    assert comments(text) == ["# head", "# between"] * len(blocks)


@given(st.text("ab#:-|>'\"[]{}, \n\r", max_size=60))
def test_taking_the_comments_out_of_any_yaml_leaves_its_meaning(text: str) -> None:
    try:
        before = yaml.load(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    except (ValueError, TypeError):
        return  # a value that the safe loader makes no object of
    after = text
    for start, end in reversed(yaml_comments(text)):
        assert text[start] == "#"
        assert "\n" not in text[start:end]
        after = after[:start] + after[end:]
    assert yaml.load(after, yaml.CSafeLoader) == before
    assert yaml_comments(after) == []


@given(st.binary(max_size=200) | st.text("# lexigraph: allow E301:x\n-<!->'\"|[]", max_size=120).map(str.encode))
def test_no_bytes_make_suppressions_raise_and_their_places_hold(data: bytes) -> None:
    entry = parsed(b"---\n" + data + b"\n---\n" + data)
    for suppression in entry.suppressions:
        assert 0 <= suppression.removal.start <= suppression.span.start <= suppression.span.end
        assert suppression.start < suppression.end or suppression.start == suppression.span.start
        assert len(suppression.selectors) == len(suppression.selector_spans)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_suppression_has_its_place_with_any_line_end(end: str) -> None:
    text = end.join(["---", "title: A", "uses:", f"  - b  # {SAID}", "---", "", f"<!-- {SAID} -->", "Text.", ""])
    places = [(text[each.span.start : each.span.end], text[each.selector_spans[0].start : each.selector_spans[0].end])
              for each in parsed(text).suppressions]  # fmt: skip
    assert places == [(f"# {SAID}", "unknown-entry"), (f"<!-- {SAID} -->", "unknown-entry")]


def test_a_suppression_never_reaches_a_page() -> None:
    entry = parsed(
        f"---\ntitle: A\ndefinition: It is. # {SAID}\n---\n\nText <!-- {SAID} --> more.\n\n<!-- {SAID} -->\n\n%% {SAID} %%\n"
    )
    assert "lexigraph" not in repr([segments for _, segments in entry.areas()])
    assert "lexigraph" not in entry.markdown
    assert "lexigraph" not in entry.definition


def test_many_suppressions_take_time_that_grows_with_their_number_only() -> None:
    lines = f"- b # {SAID}\n# {SAID}\n" * 500
    body = f"<!-- {SAID} -->\nText.\n\n" * 5_000
    entry = parsed(f"---\nuses:\n{lines}---\n{body}")
    assert len(entry.suppressions) == 6_000
