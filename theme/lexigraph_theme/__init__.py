"""The look of a Lexigraph site: an MkDocs theme that extends Material for MkDocs.

Holds templates, styles, fonts and scripts; no Python but the line below. Content comes from the `lexigraph`
plugin, whose page templates write against the `lx-` classes described in `assets/css`.
"""

import os

# Material prints a banner about MkDocs 2 on stderr when it is imported, unless this variable is set to anything
# (material/templates/__init__.py). MkDocs imports the theme it was asked for first, and Material after it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
