"""Every example in a docstring or in the manual is run against the flagship, and says what is true."""

import doctest
import importlib
import re
from pathlib import Path
from typing import Any

import pytest
from tests.concept_graph.api_page import GROUPS, members
from tests.concept_graph.flagship import ROOT
from tests.worlds import write

import lexigraph

PACKAGE = ROOT / "generator"
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
    for path in (PACKAGE / "lexigraph").rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)
PAGES = [page for page in (ROOT / "docs").glob("*.md") if ">>> " in page.read_text("utf-8")]
"""Of the manual; the reference shows the examples of the docstrings."""
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


NOTES = {
    "notes/bert.md": "---\ntitle: BERT\ndefinition: A language model that reads in both directions.\n---\nRead it all.\n",
    "notes/gpt.md": "---\ntitle: GPT\ndefinition: A language model that reads from left to right.\n"
    "contrasts_with: [bert]\n---\nUnlike [BERT](bert.md), it writes. [[T5]] does both.\n",
}


@pytest.fixture
def names(
    flagship: lexigraph.ConceptGraph, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """What an example may use without saying where it comes from; it runs where `content` and `notes` are folders."""
    monkeypatch.chdir(write(tmp_path, NOTES))
    (tmp_path / "content").symlink_to(folder)
    return {"graph": flagship, "lexigraph": lexigraph}


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_a_module_are_true(module: str, names: dict[str, Any]) -> None:
    loaded = importlib.import_module(module)
    tests = doctest.DocTestFinder(exclude_empty=True).find(loaded, module, module=loaded, extraglobs=names)
    _run([test for test in tests if test.examples])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_are_true(page: Path, names: dict[str, Any]) -> None:
    """Each page is read from top to bottom, and what one example makes the next one has."""
    text = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    _run([doctest.DocTestParser().get_doctest(text, dict(names), page.name, str(page), 0)])


def _run(tests: list[doctest.DocTest]) -> None:
    report: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=FLAGS)
    for test in tests:
        runner.run(test, out=report.append)
    assert tests, "there are examples, and none was found"
    assert not runner.failures, "".join(report)


def test_no_example_is_skipped() -> None:
    mark = "# doctest:"
    assert not [
        path
        for path in (*PACKAGE.rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md")
        if mark in path.read_text("utf-8")
    ]


PUBLIC = [(name, thing) for name in lexigraph.__all__ if callable(thing := getattr(lexigraph, name))]
SHOWN = {
    *("load", "diff", "explain", "formats", "ConceptGraph", "Entry", "Question", "Diagnostic", "ChangeSet"),
    *GROUPS["Result sequences"],
    *GROUPS["What queries return"],
}
"""What one calls, and what one is given most."""
METHODS = [
    (f"{name}.{member.name}", member.value)
    for name, thing in PUBLIC
    if isinstance(thing, type) and name in SHOWN
    for member in members(name)
    if member.value is not None
]


@pytest.mark.parametrize(("name", "thing"), [*((name, getattr(lexigraph, name)) for name in sorted(SHOWN)), *METHODS])
def test_what_one_uses_has_an_example(name: str, thing: object) -> None:
    assert ">>> " in (thing.__doc__ or ""), name


@pytest.mark.parametrize(("name", "thing"), PUBLIC)
def test_everything_public_says_what_it_is(name: str, thing: object) -> None:
    assert (thing.__doc__ or "").strip(), name
