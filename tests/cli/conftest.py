from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lexigraph.cli import lexigraph

KNOWLEDGE_BASE = {
    "content/scheme.yml": "title: Retrieval\nlicense: CC-BY-4.0\n",
    "content/methods/rag.md": """---
title: Retrieval-augmented generation
aliases: [RAG]
kind: technique
definition: Fetching documents at query time, so that a model answers from them.
uses:
  - embedding: compares the question with the documents
---

Texts are found by [embedding](../ideas/embedding.md).

## Open questions

- When does a long context make retrieval unnecessary? {#long-context}
""",
    "content/ideas/embedding.md": """---
title: Embedding
definition: A list of numbers that stands for the meaning of a text.
---

Texts with one meaning get near numbers.
""",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a knowledge base in `content`."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, KNOWLEDGE_BASE)


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the command line with the arguments; what it printed and its exit status."""
    return lambda *arguments: CliRunner().invoke(lexigraph, [str(argument) for argument in arguments])
