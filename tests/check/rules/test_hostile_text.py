"""What a rule looks for in a text is found in time that grows with the text, however it is made."""

import time

import pytest

from lexigraph.check.rules import block_in_definition, circular_definition, label_markup, weak_definition
from tests.check.world import entry, graph

SIZE = 20_000


@pytest.mark.parametrize(
    "text",
    ["*" * SIZE, "__" + " " * SIZE, "_a " * SIZE, "`" * SIZE, "` `" * SIZE, "<a " * SIZE, "[[" * SIZE, "![" * SIZE,
     "{{" * SIZE, "- a\n" * SIZE, "1) " * SIZE, "|" * SIZE, "# " * SIZE, "not " * SIZE, "see " + "a " * SIZE, "$ " * SIZE,
     "a(" * SIZE, "\n" * SIZE + "- a"],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_hostile_names_and_definitions_cost_little(text: str) -> None:
    quoted = '"' + text.replace("\n", "\\n") + '"'
    one = entry("A", f"aliases: [{quoted}]").replace("definition: What A is.", f"definition: {quoted}")
    world = graph({"a.md": one, "b.md": entry("B", "related: [a]")})
    start = time.process_time()
    for rule in (label_markup, block_in_definition, circular_definition, weak_definition):
        list(rule.findings(world))
    assert time.process_time() - start < 2.0
