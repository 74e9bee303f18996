import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parse.reading import codes, decoded, printed, source

from lexigraph.model import LineTable
from lexigraph.parse.decoding import decode
from lexigraph.read import FILE_LIMIT


def test_text_is_decoded_without_its_byte_order_mark() -> None:
    assert decoded(b"\xef\xbb\xbfna\xc3\xafve\r\n\t") == ("naïve\r\n\t", ())


def test_a_byte_that_is_not_utf_8_is_found_at_its_line_and_column() -> None:
    text, found = decoded("Bayes\nhé Naïve".encode("latin-1"))
    assert text == "Bayes\nh\ufffd Na\ufffdve"
    assert printed(found) == "2:2 error[E001] byte 0xE9 is not UTF-8\n  help: save the file as UTF-8"


def test_columns_count_characters_and_not_bytes() -> None:
    assert codes(decoded("日本語 ".encode() + b"\xff")[1]) == ["E001 1:5"]


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x85", "\x9f", "\ufdd0", "\ufffe"])
def test_a_control_character_is_found_once_and_replaced_everywhere(char: str) -> None:
    text, found = decoded(f"a\n{char}b{char}".encode())
    assert text == "a\n\ufffdb\ufffd"
    assert printed(found) == f"2:1 error[E001] the control character U+{ord(char):04X}\n  help: delete it"


def test_bad_bytes_and_control_characters_are_two_findings() -> None:
    assert codes(decoded(b"A sentence.\xff\x01")[1]) == ["E001 1:12", "E001 1:13"]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)) * 9, b"\0" * 100, b"MZ" + b"\0" * 50]
)
def test_a_binary_file_is_one_finding_and_no_text(data: bytes) -> None:
    text, found = decoded(data)
    assert text == ""
    assert [finding.message for finding in found] == ["the file is binary"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_one_finding_and_no_text(encoding: str) -> None:
    text, found = decoded("---\ntitle: RAG\n---\n".encode(encoding))
    assert text == ""
    assert codes(found) == ["E001 1:1"]


def test_another_alphabet_in_an_old_encoding_is_no_binary_file() -> None:
    text, found = decoded("Извлечение документов".encode("cp1251"))
    assert len(text) == 21
    assert [finding.message for finding in found] == ["byte 0xC8 is not UTF-8"]


def test_of_a_file_over_the_limit_only_the_front_matter_is_read() -> None:
    head = "---\ntitle: RAG\n---\n"
    text, found = decoded(head.encode() + b"a" * FILE_LIMIT)
    assert text == head
    assert codes(found) == ["E014 1:1"]
    assert decoded(b"a" * (FILE_LIMIT + 1))[0] == ""


def test_a_file_at_the_limit_is_read() -> None:
    assert decoded(b"a" * FILE_LIMIT)[1] == ()


@given(st.binary(max_size=200))
def test_any_bytes_become_text_with_findings_inside_it(data: bytes) -> None:
    text, found = decode(source(data))
    assert all(finding.span == LineTable(text).span(finding.span.start, finding.span.end) for finding in found)
    assert found or text.encode() == data.removeprefix(b"\xef\xbb\xbf")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=200))
def test_text_without_control_characters_is_decoded_as_it_is(text: str) -> None:
    assert decoded(text.encode()) == (text.removeprefix("\ufeff"), ())
