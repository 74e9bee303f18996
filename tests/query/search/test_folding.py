from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph.query.search.folding import key, plain, singular, tight, words
from lexigraph.query.search.published import folding_script

ASSET = Path(__file__).parents[3] / "theme" / "lexigraph_theme" / "assets" / "search" / "folding.js"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Fine-Tuning", "fine tuning"),
        ("fine_tuning / LoRA", "fine tuning lora"),
        ("C++, C# and Node.js.", "c++ c# and node.js"),
        ("Moore's law", "moores law"),
        ("Größe, façade, Łódź, ÆON", "grosse facade lodz aeon"),
        ("ｅｍｂｅｄｄｉｎｇ ﬁne", "embedding fine"),
        ("R²", "r2"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("検索 システム", "検索 システム"),
        ("שָׁלוֹם", "שלום"),
        ("***", "***"),
        ("", ""),
    ],
)
def test_a_text_is_folded_to_plain_words(text, folded):
    assert plain(text) == folded


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("embedding", "embeddings"), ("query", "queries"), ("cache", "caches"), ("batch", "batches"),
        ("index", "indexes"), ("loss", "losses"), ("size", "sizes"), ("llm", "llms"), ("movie", "movies"),
        ("gpu", "gpus"),
    ],
)  # fmt: skip
def test_both_numbers_of_a_word_are_one_word(one, many):
    assert singular(one) == singular(many)


@pytest.mark.parametrize("word", ["is", "loss", "class", "gas", "c++", "gpt", "検索s"])
def test_what_is_no_plural_stays(word):
    assert singular(word) == word


def test_names_are_compared_without_spaces_and_dots():
    assert tight(plain("Pre-training")) == tight(plain("pretraining"))
    assert tight(plain("Node.js")) == tight(plain("nodejs"))
    assert key(plain("Vector databases")) == "vector database"


def test_unspaced_scripts_are_cut_into_pairs():
    assert words(plain("検索拡張 RAG検索")) == ["検索", "索拡", "拡張", "rag", "検索"]
    assert words(plain("語")) == ["語"]
    assert words("") == []


@settings(deadline=None)  # the table is made as it is asked
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert plain(plain(text)) == plain(text)


@settings(deadline=None)  # the table is made as it is asked
@given(st.text())
def test_any_text_has_words(text):
    assert all(words(plain(text))) and isinstance(key(plain(text)), str)


def test_the_browser_has_the_same_table(golden):
    golden(ASSET, folding_script())
