"""Errors carry their data, into other processes too."""

import pickle

import pytest

from lexigraph.change import FileChanged
from lexigraph.check import UnknownRule
from lexigraph.concept_graph import (
    AmbiguousName,
    CannotChange,
    CannotLoad,
    UnknownEntry,
    UnknownFormat,
    UnknownRelation,
)
from lexigraph.history import NoSuchRevision
from lexigraph.model import LexigraphError

ERRORS = [
    AmbiguousName("RAG", ("a", "b")),
    CannotChange("it exists", entries=("a",), rows=("a.md",), help="take another name"),
    CannotLoad("x", "there is no such folder"),
    FileChanged("a.md"),
    NoSuchRevision("main", "there is no such revision"),
    UnknownEntry("vectr", ("vector",), what="question"),
    UnknownFormat("xml", ("json",)),
    UnknownRelation("usess", ("uses",)),
    UnknownRule("X1", ("E101",), ("E101",)),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_keeps_its_words_and_its_data_when_it_is_pickled(error: LexigraphError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
