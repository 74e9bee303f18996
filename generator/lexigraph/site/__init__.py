"""The MkDocs adapter: our pages inside Material's shell, and builds that never leave a half-written site.

Importing this package loads nothing of MkDocs; `LexigraphPlugin`, which the entry point names, is loaded when it is
asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lexigraph.site.plugin import LexigraphPlugin

__all__ = ["LexigraphPlugin"]


def __getattr__(name: str) -> type["LexigraphPlugin"]:
    """Load the plugin's class at first use (PEP 562)."""
    if name == "LexigraphPlugin":
        from lexigraph.site.plugin import LexigraphPlugin

        return LexigraphPlugin
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
