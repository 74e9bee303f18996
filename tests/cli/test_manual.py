"""Each console example of the manual's page on querying is run on the flagship; `…` stands for anything."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
EXAMPLES = [
    example
    for block in _BLOCK.findall((ROOT / "docs/querying.md").read_text("utf-8"))
    for example in _COMMAND.findall(block)
]


def test_the_manual_has_examples():
    assert len(EXAMPLES) > 8


@pytest.mark.parametrize(("command", "expected"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_of_the_manual_is_what_the_program_prints(run, monkeypatch, command, expected):
    monkeypatch.chdir(ROOT)
    line, _, filter = command.partition(" | head -")
    result = run(*shlex.split(line)[1:])
    printed = "".join(result.output.splitlines(keepends=True)[: int(filter) if filter else None])
    pattern = "".join(
        r"(?:.*\n)*" if line == "…\n" else ".*".join(map(re.escape, line.split("…")))
        for line in expected.splitlines(keepends=True)
    )
    assert re.fullmatch(pattern, printed), f"expected\n{expected}\nbut it prints\n{printed}"
