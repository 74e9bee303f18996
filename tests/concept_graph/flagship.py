"""Where the knowledge base of this repository is."""

from pathlib import Path

__all__ = ["CONTENT", "ROOT"]

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
