import pytest

from lexigraph.parse.fences import front_matter_end, front_matter_fences


@pytest.mark.parametrize(
    ("text", "inside", "body"),
    [
        ("---\ntitle: RAG\n---\nText.", "title: RAG\n", "Text."),
        ("---\n---\n", "", ""),
        ("---  \na\n---\t\nb", "a\n", "b"),
        ("---\r\na\r\n---\r\nb", "a\r\n", "b"),
        ("---\ra\r---\rb", "a\r", "b"),
        ("---\na\n---", "a\n", ""),
        ("---\na: ---\n----\n--- x\n---\nb\n---\n", "a: ---\n----\n--- x\n", "b\n---\n"),
    ],
)
def test_front_matter_stands_between_two_lines_of_three_hyphens(text: str, inside: str, body: str) -> None:
    fences = front_matter_fences(text)
    assert fences is not None
    assert fences.is_closed
    assert (text[fences.start : fences.end], text[fences.body_start :]) == (inside, body)
    assert front_matter_end(text) == fences.body_start


@pytest.mark.parametrize("text", ["", "Text.", "----\n", "--- a\n---\n", " ---\n---\n", "\n---\n---\n", "--"])
def test_a_text_that_opens_otherwise_has_no_front_matter(text: str) -> None:
    assert front_matter_fences(text) is None
    assert front_matter_end(text) == 0


def test_front_matter_that_nothing_closes_runs_to_the_end() -> None:
    fences = front_matter_fences("---\ntitle: RAG\n")
    assert fences is not None
    assert not fences.is_closed
    assert (fences.start, fences.end) == (4, 15)
    assert front_matter_end("---\ntitle: RAG\n") == 0
