"""The notebook of the manual runs from top to bottom in a real kernel, and shows what it is committed with."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from tests.concept_graph.flagship import ROOT

NOTEBOOK = ROOT / "docs" / "querying.ipynb"
VARIES = "varies"
"""Tag of a cell whose output changes when an entry is added: it is run, and compared by its form alone."""
SECONDS = 300


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """The notebook as it is after running all its cells, in the folder where a reader opens it."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    client = NotebookClient(notebook, timeout=SECONDS, resources=resources, record_timing=False)
    with ThreadPoolExecutor(1) as thread:  # in this one a browser test may have left a loop running
        thread.submit(lambda: asyncio.run(client.async_execute())).result()
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            output.get("metadata", {}).clear()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def test_it_shows_what_it_is_committed_with(
    executed: nbformat.NotebookNode, golden: Callable[[Path, str], None], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--regenerate-golden"):
        golden(NOTEBOOK, nbformat.writes(executed) + "\n")
    committed = nbformat.read(NOTEBOOK, as_version=4)
    for ran, cell in zip(executed.cells, committed.cells, strict=True):
        assert _shown(ran) == _shown(cell), cell.source


def test_no_cell_fails_and_none_shows_where_it_ran(executed: nbformat.NotebookNode) -> None:
    for cell in executed.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type in ("stream", "execute_result", "display_data"), output
            assert not re.search(r"/home/|/tmp/|/root/|0x[0-9a-f]{8}", str(output))
            assert str(ROOT) not in str(output)
    numbers = [cell.execution_count for cell in executed.cells if cell.cell_type == "code"]
    assert numbers == list(range(1, len(numbers) + 1))


def _shown(cell: nbformat.NotebookNode) -> list[Any]:
    """What a reader sees below the cell; of one that varies, of which kinds it is."""
    shown: list[Any] = []
    for output in cell.get("outputs", ()):
        data = output.get("data") or {output.get("name"): output.get("text")}
        shown.append(sorted(data) if VARIES in cell.metadata.get("tags", ()) else data)
    return shown
