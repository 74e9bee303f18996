import time

import pytest
from tests.parse.rendered import body_html, mistakes
from tests.worlds import parsed

HEAD = "---\ntitle: T\ndefinition: D.\n---\n"
SECONDS = 5
"""Each of these takes well under one; without its limit it would take minutes, or fail."""

BEYOND = {
    "quotes": ">" * 10_000 + " x",
    "quotes, a line each": "\n".join(">" * depth + " x" for depth in range(1, 300)),
    "lists": "- " * 5_000 + "x",
    "numbered lists": "1. " * 5_000 + "x",
    "indented lists": "\n".join("  " * depth + "- x" for depth in range(300)),
    "open images": "![" * 20_000,
    "nested images": "![" * 5_000 + "a" + "](b)" * 5_000,
    "open brackets": "[" * 60_000,
    "brackets": "[" * 30_000 + "]" * 30_000,
    "open wikilinks": "[[a" * 20_000,
    "open link definitions": "[a\n" * 10_000,
    "lines": "a\n" * 200_000,
    "a long line": "word " * 200_000,
    "a long word": "a" * 1_000_000,
    "links in one paragraph": "[a](b) " * 30_000,
    "nested emphasis": "*a **b " * 30 + "c** d*" * 30,
    "cells": "|a|b|c|\n|-|-|-|\n" + "|a|b|c|\n" * 30_000,
    "formulas": "\n\n".join(f"$x_{{{number}}}$" for number in range(4_000)),
    "open elements": "<div>\n\n" * 5_000,
    "raw tags": "<b>x</b>\n\n" * 11_000,
    "raw HTML": "<div>\n" + "x\n" * 40_000,
    "lines that go on with deep quotes": ">" * 95 + " a\n" + "b\n" * 60_000,
}
WITHIN = {
    "stars": "*" * 60_000,
    "stars in words": "a**b" * 15_000,
    "mixed emphasis": "*_" * 20_000,
    "backticks": "".join("`" * length + " " for length in range(1, 350)),
    "angle brackets": "<" * 60_000,
    "open tags": "<a " * 20_000,
    "open comments": "x <!-- " * 9_000,
    "comments that never match": "<!--a" * 12_000 + " --->",
    "entities": "&amp;" * 12_000,
    "dollars": "$a" * 30_000,
    "open formulas": "$$a\n***\n" * 3_000,
    "open formulas in one paragraph": "$$a\n" * 10_000,
    "open template tags": "{{< a " * 10_000,
    "open destinations": "[a](" * 15_000,
    "open titles": '[a](b "' * 9_000,
    "comments": "%%x" * 100_000,
    "questions of one text": "## Open questions\n\n" + "- What?\n" * 3_000,
    "headings": "# a\n" * 5_000,
    "tables": "|a|\n|-|\n|b|\n\n" * 1_000,
    "footnotes": "".join(f"[^{n}] " for n in range(500)) + "\n\n" + "\n".join(f"[^{n}]: x" for n in range(500)),
    "footnotes in a circle": "[^a]\n\n[^a]: see [^b]\n\n[^b]: see [^a]",
    "declarations that are never closed": ("<div>\n" + "<!--" * 4_000 + "<?a <!a <![CDATA[" * 2_000 + "\n\n") * 10,
    "elements closed from within": "<div>\n\n" * 30 + "x\n\n" * 10_000 + "</div>\n\n" * 30,
    "runs of backticks": "%%" + "`` " * 8_000 + "``` " * 8_000,
    "blank lines in code": "```arduino\n" + "\n" * 16_000 + "```\n\n```cpp\n" + "\n" * 16_000 + "```",
    "lines of code": "".join("```csharp\n" + "a\n" * 1_900 + "```\n\n" for _ in range(20)),
    "exclamation marks": "[a](b.md) " + "!" * 60_000,
    "exclamation marks and spaces": "[a](b.md) " + "! " * 20_000 + " " * 20_000,
    "hidden characters": "a\u202eb " * 2_000,
    "spaces": " " * 1_000_000,
}


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_a_limit_is_reported_and_shown_as_written(name):
    start = time.process_time()
    entry = parsed(HEAD + BEYOND[name])
    assert time.process_time() - start < SECONDS
    found = [finding for finding in entry.diagnostics if finding.code == "E014"]
    assert found
    assert all(finding.span.line >= 5 for finding in found)
    assert body_html(entry)


@pytest.mark.parametrize("name", WITHIN)
def test_what_looks_bad_and_is_not_takes_no_time(name):
    start = time.process_time()
    entry = parsed(HEAD + WITHIN[name])
    assert time.process_time() - start < SECONDS
    assert "E014" not in {finding.code for finding in entry.diagnostics}
    assert mistakes(entry) == []


def test_a_block_beyond_a_limit_hides_no_other():
    entry = parsed(HEAD + "[a](a.md)\n\n" + "[" * 60_000 + "\n\n[b](b.md)\n")
    assert [reference.target for reference in entry.references] == ["a.md", "b.md"]


def test_blocks_beyond_the_nesting_keep_their_text():
    assert ">>> x</pre>" in body_html(parsed(HEAD + ">" * 200 + " x")).replace("&gt;", ">")
