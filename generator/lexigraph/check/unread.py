"""Files of which something could not be read: what seems to lack there may only be out of sight."""

from lexigraph.graph import Graph

__all__ = ["unread"]

_HIDES_TEXT = frozenset(
    {"unreadable-text", "unclosed-front-matter", "malformed-yaml", "unquoted-colon", "tab-indent", "over-limit"}
)


def unread(graph: Graph) -> frozenset[str]:
    """Paths of files with a finding that hides text from us, so that one cause makes one message."""
    return frozenset(finding.path for finding in graph.diagnostics if finding.rule in _HIDES_TEXT)
