import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexigraph.parse.sentences import first_sentences, folded, sentence_around


def sentences(text: str) -> list[str]:
    """The sentences in which each word of the text stands, without repetition."""
    found: dict[str, None] = {}
    at = 0
    for word in text.split():
        at = text.index(word, at)
        found[sentence_around(text, at, at + 1)[0]] = None
    return list(found)


@pytest.mark.parametrize(
    "text",
    [
        ["One ends here.", "Another one!", "Is it?", "Yes…", "Good."],
        ["Use e.g. Faiss, i.e. an index, cf. Fig. 3 and Sec. 2.", "Done."],
        ["Smith et al. (2020) said so.", "Lewis et al. 2020 too."],
        ["J. Smith and Dr. Jones agree.", "It is so."],
        ["It has many parts, indexes, etc.", "They differ."],
        ["In 2015.", "Then came 2017."],
        ["Version 3.5 is out.", "GPT-3.5 is a model."],
        ["He said “stop.”", "She stopped."],
        ["It runs (mostly.)", "Fine."],
        ["what is this? said nobody.", "Nobody."],
        ["Is it I.", "It is."],
    ],
)
def test_a_text_falls_into_its_sentences(text):
    assert sentences(" ".join(text)) == text


def test_a_wide_stop_ends_a_sentence_without_a_space():
    assert sentence_around("日本語。次の文。", 5, 6)[0] == "次の文。"


def test_a_blank_line_ends_a_sentence():
    assert sentence_around("A heading\n\nA sentence.", 13, 14)[0] == "A sentence."


def test_the_number_of_an_item_is_no_sentence():
    assert sentences("1. First thing.") == ["1. First thing."]


def test_white_space_is_folded_and_the_part_is_where_it_says():
    sentence, (start, end) = sentence_around("Before. See  the\n link here. After.", 18, 22)
    assert sentence == "See the link here."
    assert sentence[start:end] == "link"


def test_a_part_over_two_sentences_gets_both():
    assert sentence_around("One a. B two. Three.", 4, 8)[0] == "One a. B two."


def test_of_a_very_long_sentence_only_the_words_around_are_quoted():
    text = "word " * 1000
    sentence, (start, end) = sentence_around(text, 2500, 2504)
    assert sentence[start:end] == "word"
    assert sentence[0] == sentence[-1] == "…"
    assert len(sentence) < 520


@given(st.text(alphabet='ab. !?\n\tA("1。', max_size=80), st.integers(0, 80), st.integers(0, 20))
def test_the_part_always_stands_in_its_sentence(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    sentence, (first, last) = sentence_around(text, start, end)
    assert 0 <= first <= last <= len(sentence)
    assert folded(sentence[first:last]) == folded(text[start:end])


def test_a_definition_takes_whole_sentences_up_to_the_limit():
    assert first_sentences("One two.  Three\nfour. Five six seven.", 20) == "One two. Three four."


def test_a_definition_has_its_first_sentence_however_long_it_is():
    assert first_sentences("A" * 400 + ". Then more.", 300) == "A" * 400 + "."


def test_a_text_without_a_stop_is_one_sentence():
    assert first_sentences("no stop here") == "no stop here"


def test_a_sentence_that_is_the_part_alone_gets_the_text_round_it():
    assert sentence_around("Patch. Replace one part by another.", 0, 5)[0] == "Patch. Replace one part by another."
    assert sentence_around("See it. Patch. Replace it.", 8, 13) == ("See it. Patch. Replace it.", (8, 13))
