from hypothesis import given
from hypothesis import strategies as st

from lexigraph.names import fold, initial, plural_forms, slug, sort_key


def test_case_spaces_hyphens_and_underscores_do_not_tell_names_apart():
    assert fold("Fine-Tuning") == fold("fine  tuning") == fold("fine_tuning") == fold(" FINE‑tuning ")


def test_composed_and_decomposed_letters_are_one_name():
    assert fold("Café") == fold("Cafe\u0301")


def test_accents_do_tell_names_apart():
    assert fold("resume") != fold("résumé")


def test_a_slug_keeps_unicode_letters_and_drops_the_rest():
    assert slug("C++ & Node.js (2024)") == "c-node-js-2024"
    assert slug("Größe 注意力") == "größe-注意力"
    assert slug("???") == ""


def test_numbers_sort_by_value():
    assert sorted(["GPT-10", "gpt-2", "GPT-1"], key=sort_key) == ["GPT-1", "gpt-2", "GPT-10"]


def test_accents_and_case_do_not_disturb_the_order():
    assert sorted(["Zeta", "Éclair", "eclipse", "alpha"], key=sort_key) == ["alpha", "Éclair", "eclipse", "Zeta"]


def test_an_initial_is_a_plain_capital_a_digit_range_or_a_sign():
    assert [initial(name) for name in ("éclair", "1x1", "注意", "<unk>", "***")] == ["E", "0–9", "注", "U", "#"]


def test_plurals_are_the_regular_ones_of_the_last_word():
    assert plural_forms("vector database") == ("vector databases",)
    assert plural_forms("policy") == ("policies",)
    assert plural_forms("relay") == ("relays",)
    assert plural_forms("loss") == ("losses",)
    assert plural_forms("LLM") == ("LLMs",)
    assert plural_forms("GPT-3") == ()


@given(st.text())
def test_folding_and_slugs_are_idempotent(name):
    assert fold(fold(name)) == fold(name)
    assert slug(slug(name)) == slug(name)


@given(st.lists(st.text()))
def test_every_list_of_names_can_be_sorted(names):
    backwards = names[::-1]
    assert sorted(set(names), key=sort_key) == sorted(set(backwards), key=sort_key)
