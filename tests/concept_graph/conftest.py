"""The flagship, copied and loaded once: no example can write into the real one."""

import shutil
from pathlib import Path

import pytest
from tests.concept_graph.flagship import CONTENT

import lexigraph


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the flagship's content."""
    folder = tmp_path_factory.mktemp("flagship") / "content"
    shutil.copytree(CONTENT, folder)
    return folder


@pytest.fixture(scope="session")
def flagship(folder: Path) -> lexigraph.ConceptGraph:
    """The knowledge base of this repository."""
    return lexigraph.load(folder)
