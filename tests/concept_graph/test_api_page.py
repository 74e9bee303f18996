"""The manual's page of the Python API is what signatures and docstrings say, and names what is public."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.concept_graph.api_page import GROUPS, INTERNAL, members, page
from tests.concept_graph.flagship import ROOT

import lexigraph

PAGE = ROOT / "docs" / "reference" / "api.md"


def test_the_page_of_the_manual_is_up_to_date(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, page())


def test_the_page_names_what_is_public_each_once() -> None:
    named = [name for names in GROUPS.values() for name in names]
    assert sorted(named) == sorted(lexigraph.__all__)
    headings = re.findall(r"^### (\S+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert headings == named


def test_everything_public_of_a_class_is_on_the_page_or_said_to_be_internal() -> None:
    for name in lexigraph.__all__:
        thing = getattr(lexigraph, name)
        if isinstance(thing, type):
            shown = {member.name for member in members(name)}
            hidden = {item.partition(".")[2] for item in INTERNAL if item.startswith(f"{name}.")}
            inherited = {*dir(tuple), *dir(str), *dir(OSError), *dir(ImportError), *dir(KeyError), "graph"}
            public = {attribute for attribute in dir(thing) if not attribute.startswith("_")}
            assert public - inherited <= shown | hidden, name
            assert hidden <= public | {"linked"}, name  # which each graph has, and not the class


def test_every_link_on_the_page_leads_to_a_heading() -> None:
    text = PAGE.read_text("utf-8")
    headings = {re.sub(r"[^\w-]", "", title.lower()) for title in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= headings
