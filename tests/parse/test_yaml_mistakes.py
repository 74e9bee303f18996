import pytest
import yaml

from lexigraph.model import LineTable
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_events import TooDeep, YamlMistake, read_node
from lexigraph.parse.yaml_mistakes import Finding, diagnose, quoted


def mistake_in(text: str) -> Finding:
    try:
        read_node(text, 0, Reporter("a.md", text, LineTable(text)))
    except YamlMistake as mistake:
        return diagnose(mistake, text)
    except TooDeep:
        pass
    raise AssertionError("this text can be read")


def fixed(text: str) -> str:
    for start, end, replacement in sorted(mistake_in(text).edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("a: b: c", 'a: "b: c"'),
        ("a: b: c  # d", 'a: "b: c"  # d'),
        ("a: b: c\r\nd: e", 'a: "b: c"\r\nd: e'),
        ("- a: b: c\n- d", '- a: "b: c"\n- d'),
        ("- - a: b: c", '- - a: "b: c"'),
        ("a:\n  - b: c: d\n    e", 'a:\n  - b: "c: d"\n    e'),
        ("{a: b: c, d: e}", '{a: "b: c", d: e}'),
        ('"k y": b: c', '"k y": "b: c"'),
        ("a b: c: d", 'a b: "c: d"'),
        ("a: b\n  words c: d\ne: f", 'a: "b\n  words c: d"\ne: f'),
        ("a:\n\t- b", "a:\n  - b"),
        ("a:\n\tb:\n\t\tc: d", "a:\n  b:\n    c: d"),
    ],
)
def test_a_fix_mends_what_it_is_for(broken: str, whole: str) -> None:
    assert fixed(broken) == whole


@pytest.mark.parametrize("text", ["a: b: c", "a:\n\t- b", "a: @b\nc: d", "a:\n  - `b`\n", "a: b\n  words c: d"])
def test_mended_text_is_as_long_as_the_text_so_that_places_stay_true(text: str) -> None:
    mended = mistake_in(text).mended
    assert mended is not None
    assert len(mended) == len(text)


@pytest.mark.parametrize("text", ['a: "b": c', "a: [b]: c", "a: b\n  c: d", "a: {b}: c"])
def test_quotes_are_not_put_round_what_is_no_plain_text(text: str) -> None:
    assert mistake_in(text).rule.code == "E003"


@pytest.mark.parametrize("text", ["plain", 'a "quoted" one', "back\\slash", "a: b", "# no comment", "{x}"])
def test_quoted_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(quoted(text)) == text
