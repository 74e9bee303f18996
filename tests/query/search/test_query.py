import pytest

from lexigraph.query.search.languages import language
from lexigraph.query.search.query import parser

parse = parser(language("en"))


@pytest.mark.parametrize(
    ("query", "short"),
    [
        ("What is a foundation model?", "foundation model"),
        ("how does RAG work", "rag"),
        ("what does RLHF stand for", "rlhf"),
        ("difference between RAG and fine-tuning", "rag and fine tuning"),
        ("the transformer", "transformer"),
        ("RAG definition", "rag"),
        ("what is", "what is"),
        ("definition", "definition"),
        ("how it works", "how it works"),
    ],
)
def test_the_phrase_of_a_question_is_left_out_when_something_is_left(query, short):
    assert parse(query).forms[-1] == short


def test_a_query_keeps_its_own_words_as_well():
    assert parse("What is attention?").forms == ("what is attention", "attention")


def test_filters_are_taken_out_and_the_rest_is_the_text():
    query = parse("kind:Technique topic:in-context IS:question vector Databases")
    assert (query.kinds, query.topics, query.states) == (("technique",), ("in context",), ("question",))
    assert query.forms == ("vector databases",)
    assert [(word.raw, word.singular, word.is_last) for word in query.words] == [
        ("vector", "vector", False), ("databases", "database", True),
    ]  # fmt: skip


def test_a_filter_without_a_value_is_not_asked_yet():
    assert parse("kind: rag").forms == ("rag",)


def test_common_words_are_asked_only_when_there_is_nothing_else():
    assert [word.raw for word in parse("mixture of experts").words] == ["mixture", "expert" + "s"]
    assert [word.raw for word in parse("to be or not to be").words] == ["to", "be", "or", "not", "to", "be"]


def test_a_language_without_lists_keeps_every_word():
    assert parser(language("eo"))("what is rag").forms == ("what is rag",)
    assert parser(language("de-AT"))("Was ist ein Modell?").forms[-1] == "modell"


def test_a_query_is_read_up_to_a_limit():
    assert len(parse("a" * 10_000).forms[0]) == 200
    assert len(parse("ab " * 200).words) <= 12
