"""Titles that differ by little are found among many, and those that are told apart are left alone."""

import pytest

from lexigraph.check.rules.near_duplicate import findings
from lexigraph.graph import Graph
from tests.check.world import entry, graph


def world(*titles: str) -> Graph:
    return graph({f"entry-{number:04}.md": entry(f'"{title}"') for number, title in enumerate(titles)})


def pairs(*titles: str) -> list[str]:
    return sorted(finding.message for finding in findings(world(*titles)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quantization", "Quantisation"),
        ("Fine-tuning", "Finetuning"),
        ("Multi-head attention", "Multihead attentions"),
        ("The Pile", "Pile"),
        ("Strategy", "Strategies"),
        ("Large language model", "Language model, large"),
        ("Behavior cloning", "Behaviour cloning"),
        ("Attention head", "Attentoin head"),
        ("Fine-tuning vs retrieval", "Retrieval vs. fine-tuning"),
        ("Recurrent network", "Recurent network"),
    ],
)
def test_titles_are_near_whichever_comes_first(one: str, other: str) -> None:
    assert pairs(one, other) == [f"'{other}' is nearly '{one}'"]
    assert pairs(other, one) == [f"'{one}' is nearly '{other}'"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Encoder", "Decoder"),
        ("Supervised learning", "Unsupervised learning"),
        ("GPT-2", "GPT-3"),
        ("Data model", "Model data"),
        ("Loss", "Less"),
        ("Embedding", "Embedding model"),
        ("Layer", "Lawyer"),
        ("Llama 3.1", "Llama 3.2"),
        ("Class", "Clas"),
        ("Fine-tuning", "fine tuning"),  # duplicate-title speaks of them
    ],
)
def test_other_titles_are_not(one: str, other: str) -> None:
    assert pairs(one, other) == []


def test_an_id_is_no_title() -> None:
    assert not list(findings(graph({"tokens.md": entry("Unit"), "token.md": entry("Token")})))


def test_many_titles_of_one_word_are_compared_in_bounded_time() -> None:
    # each differs from all others in one letter of one word, so that all share their halves
    titles = [f"Prefix{chr(97 + one)}{chr(97 + other)}suffix" for one in range(26) for other in range(26)]
    assert len(pairs(*titles)) <= len(titles) * 2 * 40
    assert pairs(*[f"Word {'x' * number}" for number in range(300)])
