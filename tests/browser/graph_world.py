"""A glossary whose paths, neighbours and filters are known: what the tests of the graph's pages walk through."""

import random
from pathlib import Path

from tests.worlds import write

__all__ = ["HOSTILE", "built"]

HOSTILE = "<img src=x onerror=alert(1)> \"q\" & 'a'"
"""A title that must be text wherever it stands."""


def _entry(title: str, kind: str = "concept", more: str = "", text: str = "Text.") -> str:
    return f"---\ntitle: {title}\nkind: {kind}\ndefinition: What {title.strip(chr(39))[:6]} is.\n{more}---\n{text}\n"


_FILES = {
    "scheme.yml": "title: Known\n",
    "search/rag.md": _entry(
        "Retrieval-augmented generation", "technique",
        "aliases: [RAG]\nuses: [embedding, vector-database]\nrequires: [prompt]\ncontrasts_with: [tuning]\nrelated: [Nowhere yet]\n",
        "Text.\n\n## Open questions\n\n- Does it scale? {#scale}",
    ),
    "search/embedding.md": _entry("Embedding", "concept", "requires: [token]\n"),
    "search/vector-database.md": _entry("Vector database", "tool", "uses: [embedding]\n"),
    "models/token.md": _entry("Token"),
    "models/prompt.md": _entry("Prompt", "concept", "requires: [token]\n"),
    "models/tuning.md": _entry("Fine-tuning", "technique", "uses: [token]\n"),
    "models/hostile.md": _entry("'" + HOSTILE.replace("'", "''") + "'", "model", "uses: [token, embedding]\n"),
    "models/island.md": _entry("Island"),
    "models/which.md": _entry("RAG or tuning", "comparison", "compares: [rag, tuning]\n"),
    "models/when.md": "---\ntitle: When is it enough?\nkind: question\nabout: [rag, tuning]\n---\nText.\n",
}  # fmt: skip


def built(folder: Path, *, entries: int = 0) -> Path:
    """The folder with the known entries, and `entries` more with relations among them."""
    write(folder, _FILES)
    rng = random.Random(11)
    keys = ("broader", "uses", "requires", "contrasts_with", "related")
    kinds = ("concept", "technique", "tool", "lesson", "comparison", "disambiguation", "question")
    for number in range(entries):
        lines = [f"{key}: [item-{rng.randrange(entries)}]" for key in keys if rng.random() < 0.3]
        kind = rng.choice(kinds) if rng.random() < 0.25 else "concept"
        more = "".join(f"{line}\n" for line in lines if f"[item-{number}]" not in line)
        write(folder, {f"more/item-{number}.md": _entry(f"Item {number}", kind, more)})
    return folder
