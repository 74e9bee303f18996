"""From one file's bytes to a parsed entry: front matter, body with places, findings."""

from lexigraph.parse.entry import parse_entry

__all__ = ["parse_entry"]
