"""Linking: names resolved, inverses derived, mentions found; parsed entries become the concept graph."""

from lexigraph.link.graph import link
from lexigraph.link.identity import is_entry
from lexigraph.link.references import leaves_content, wanted_name

__all__ = ["is_entry", "leaves_content", "link", "wanted_name"]
