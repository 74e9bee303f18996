"""Linking: names resolved, inverses derived, mentions found; parsed entries become the concept graph."""

from lexigraph.link.graph import link
from lexigraph.link.identity import is_entry
from lexigraph.link.references import wanted_name

__all__ = ["is_entry", "link", "wanted_name"]
