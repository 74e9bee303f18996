"""Changes to a content folder: fixes, new entries, renames, merges. Each is planned as a `Rewrite`, then written.

Text is edited in place, as ranges of characters that the parser found: YAML and Markdown are never written out again
from data, so comments, quotes, order and line ends stay as their author left them.
"""

from lexigraph.change.fixes import Fixed, Fixes, Left, fixes
from lexigraph.change.rewrite import Rewrite, plan
from lexigraph.edit.text import edited
from lexigraph.model import FileChanged

__all__ = ["FileChanged", "Fixed", "Fixes", "Left", "Rewrite", "edited", "fixes", "plan"]
