"""Files of which something could not be read: what seems to lack there may only be out of sight."""

from lexigraph.graph import Graph

__all__ = ["unread"]

_HIDES_TEXT = frozenset(
    {"unreadable-text", "unclosed-front-matter", "malformed-yaml", "unquoted-colon", "tab-indent", "over-limit"}
)


def unread(graph: Graph) -> frozenset[str]:
    """Paths of files that hide text from us, or have none, so that one cause makes one message."""
    hidden = {finding.path for finding in graph.diagnostics if finding.rule in _HIDES_TEXT}
    blank = (entry for entry in graph.entries.values() if entry.parsed.is_empty and not entry.parsed.places)
    return frozenset(hidden.union(entry.path for entry in blank))
