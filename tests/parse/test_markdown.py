import pytest

from lexigraph.parse.addresses import is_safe_address
from lexigraph.parse.markdown import blocks, inlines


@pytest.mark.parametrize(
    "address",
    [
        "a.md",
        "../a.md#b",
        "/a/",
        "//e.org/a",
        "https://e.org",
        "HTTP://E.org",
        "mailto:a@b.org",
        "",
        "#a",
        "?a:b",
        "./a:b.md",
    ],
)
def test_addresses_that_lead_somewhere(address):
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        " javascript:x",
        "java\nscript:x",
        "JAVASCRIPT:x",
        "\u200bjavascript:x",
        "data:image/png;base64,x",
        "file:///a",
        "C:\\a",
        "unknown:x",
    ],
)
def test_addresses_that_may_do_something(address):
    assert not is_safe_address(address)


def test_one_parser_serves_many_files_without_mixing_them():
    first: dict[str, object] = {}
    blocks("[a]: b.md\n\n[^n]: note", first)
    assert [token.type for token in inlines("[a]", {})] == ["text"]
    assert inlines("[a]", first)[0].type == "link_open"
