"""Names that differ by little are found; names that differ in what counts are not."""

import pytest
from tests.worlds import graph

from lexigraph.query.near_duplicates import NearDuplicates, gist

WORLD = graph({
    "moe.md": "---\ntitle: Mixture of experts\naliases: [MoE layer]\ndefinition: A.\n---\n",
    "gpt-4.md": "---\ntitle: GPT-4\ndefinition: B.\n---\n",
    "semi.md": "---\ntitle: Semi-supervised learning\ndefinition: C.\n---\n",
    "policy.md": "---\ntitle: Policies (of agents)\ndefinition: D.\n---\n",
    "bias.md": "---\ntitle: Bias\ndefinition: E.\n---\n",
    "beam.md": "---\ntitle: Beam search\naliases: [KV cache]\ndefinition: G.\n---\n",
    "system.md": "---\ntitle: System prompt\ndefinition: F.\n---\n",
})  # fmt: skip


@pytest.mark.parametrize(("name", "found"), [
    ("Mixture-of-experts models", ("moe",)), ("The mixture of expert", ("moe",)), ("Mixture of exprets", ("moe",)), ("moe layers", ("moe",)),
    ("GPT-5", ()), ("GPT 4", ("gpt-4",)), ("Self-supervised learning", ()), ("Policy", ("policy",)), ("Bases", ()), ("Biases", ("bias",)), ("Beam searches", ("beam",)), ("KV caches", ("beam",)), ("Prompt", ()), ("", ()), ("?!", ()),
])  # fmt: skip
def test_what_is_near(name: str, found: tuple[str, ...]) -> None:
    assert NearDuplicates(WORLD).of(name) == found


def test_a_name_of_generic_words_keeps_one() -> None:
    assert gist("Models of systems") == ("model",)
    assert gist("The") == ("the",)
