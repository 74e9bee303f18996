import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import graph

NAMES = {
    "language-model.md": "---\ntitle: Language model\naliases: [LM]\n---\nPredicts.",
    "large-language-model.md": "---\ntitle: Large language model\naliases: [LLM]\n---\nBig.",
    "fine-tuning.md": "---\ntitle: Fine-tuning\n---\nAdapts.",
    "policy.md": "---\ntitle: Policy\n---\nDecides.",
    "it.md": "---\ntitle: IT\n---\nComputers.",
    "common.md": "---\ntitle: Common\nautolink: false\n---\nFrequent.",
}


def found(text: str, **more: str):
    world = graph({**NAMES, "a.md": f"---\ntitle: Source\ndefinition: X.\n---\n{text}", **more})
    return [(item.name, item.target) for item in world.mentions_in.get("a", ())]


def test_case_hyphens_newlines_and_plurals_are_folded():
    assert found("Fine tuning.") == [("Fine tuning", "fine-tuning")]
    assert found("after fine-\ntuning") == []
    assert found("two policies and language\nmodels") == [
        ("policies", "policy"),
        ("language\nmodels", "language-model"),
    ]


def test_the_longest_name_wins_and_words_are_whole():
    assert found("A large language model.") == [("large language model", "large-language-model")]
    assert found("An xlarge language model.") == [("language model", "language-model")]
    assert found("metapolicy, policyholder, policy_x, policy-based, e-policy, policy.py, v.policy") == []
    assert found("This is policy.") == [("policy", "policy")]


def test_acronyms_and_short_names_match_as_written():
    assert found("it is so; an llm; an LLM and LLMs") == [("LLM", "large-language-model")]
    assert found("The IT of it.") == [("IT", "it")]


def test_only_the_first_mention_in_each_section_counts():
    text = "A policy, a policy.\n\n## One\n\nA policy.\n\n### Deeper\n\nA policy.\n\n## Two\n\nA policy."
    assert len(found(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "`policy`",
        "## Policy\n\nText.",
        "[policy](https://example.org)",
        "```\npolicy\n```",
        "| policy |\n|---|\n| x |",
        "$policy$",
    ],
)
def test_code_headings_links_table_headers_and_formulas_have_none(text):
    assert found(text) == []


def test_a_link_by_hand_suppresses_the_mention_in_its_section():
    assert found("A [rule](policy.md) or policy.\n\n## Next\n\nA policy.") == [("policy", "policy")]


def test_an_entry_does_not_mention_itself():
    world = graph({"policy.md": "---\ntitle: Policy\n---\nA rule.\n\nA policy is a rule."})
    assert world.mentions == ()


def test_a_name_that_several_entries_claim_and_one_that_opts_out_are_left_alone():
    assert found("A common agent.", **{
        "b.md": "---\ntitle: B\naliases: [agent]\n---\nX.",
        "c.md": "---\ntitle: C\naliases: [agent]\n---\nX.",
    }) == []  # fmt: skip


def test_a_mention_knows_its_place_and_sentence():
    text = (
        "---\ntitle: Source\ndefinition: X.\n---\nFirst one here. Then a *good* language model comes, e.g. this. Last."
    )
    world = graph({**NAMES, "a.md": text})
    (item,) = world.mentions_in["a"]
    assert item.sentence == "Then a good language model comes, e.g. this."
    assert item.sentence[slice(*item.sentence_span)] == "language model"
    assert text[item.span.start : item.span.end] == "language model"
    assert item.span.line == 5


@given(st.text(alphabet=st.sampled_from("policy fine-tuning LLM IT\n*_`[]()#>|é🙂."), max_size=80))
def test_a_mention_is_where_it_says(text):
    source = f"---\ntitle: Source\ndefinition: X.\n---\n{text}"
    world = graph({**NAMES, "a.md": source})
    for item in world.mentions_in.get("a", ()):
        assert item.sentence[slice(*item.sentence_span)].split() == item.name.split()
        assert source[item.span.start] == item.name[0]
