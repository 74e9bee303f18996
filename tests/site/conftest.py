from collections.abc import Callable
from pathlib import Path

import pytest

from lexigraph.site.build import BuildResult, build
from lexigraph.site.config import built_in_config

KNOWLEDGE_BASE = {
    "scheme.yml": "title: Retrieval\nlicense: CC-BY-4.0\n",
    "index.md": "# Retrieval\n\nStart with [RAG](methods/rag.md).\n",
    "methods/index.md": "# Methods\n\nHow it is done. ![Picture](picture.png)\n",
    "methods/picture.png": "no picture",
    "methods/unused.png": "nobody asks for it",
    "methods/rag.md": """---
title: Retrieval-augmented generation
aliases: [RAG]
kind: technique
definition: Fetching documents at query time, so that a model answers from them.
uses:
  - embedding: compares the question with the documents
redirect_from: [old-rag]
last_reviewed: 2026-10-02
---

## Why it matters

It grounds answers. See [embedding](../ideas/embedding.md#how-it-works) and [[vector store]].

## Open questions

- When does a long context make retrieval unnecessary? {#long-context}
""",
    "ideas/embedding.md": """---
title: Embedding
definition: A list of numbers that stands for the meaning of a text.
---

## How it works

Texts with one meaning get near numbers. RAG lives on it.
""",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", KNOWLEDGE_BASE)


def publish_result(content: Path, output: Path, **overrides: object) -> BuildResult:
    return build(built_in_config(content, **overrides), output)


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., Path]:
    """Builds a folder with the built-in configuration; the site."""

    def publish(content: Path, output: str | Path = "site", **overrides: object) -> Path:
        return publish_result(content, tmp_path / output, **overrides).output

    return publish


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge base as built without more ado; not to be changed."""
    folder = tmp_path_factory.mktemp("site")
    return publish_result(write(folder / "content", KNOWLEDGE_BASE), folder / "site").output


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for `file://`; not to be changed."""
    folder = tmp_path_factory.mktemp("offline")
    return publish_result(write(folder / "content", KNOWLEDGE_BASE), folder / "site", use_directory_urls=False).output


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with an address; not to be changed."""
    folder = tmp_path_factory.mktemp("addressed")
    url = "https://example.org/kb"
    return publish_result(write(folder / "content", KNOWLEDGE_BASE), folder / "site", site_url=url).output
