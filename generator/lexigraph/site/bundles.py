"""The theme's style sheets and scripts as one file each: a page asks for one of either, whose name changes with it.

Which files, in which order, is listed in `mkdocs_theme.yml`, Material's with a `*` for the digest in their names; a
theme that lists none is left as it is.
"""

import fnmatch
import hashlib
import posixpath
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

__all__ = ["bundle"]

_SOURCE_MAP = re.compile(r"^/\*# sourceMappingURL=[^*]*\*/$", re.MULTILINE)
_ADDRESS = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|[/#])([^"')]+)\1\s*\)""")
"""A relative address in a style sheet."""


def bundle(files: Files, config: MkDocsConfig) -> None:
    """Replace the files that the theme lists under `style_sheets` and `scripts` by one each, and name it under
    `style_bundle` and `script_bundle`, for the templates.

    To be called once MkDocs has listed the theme's files.

    Raises:
        FileNotFoundError: the theme lists a file that it does not have.
    """
    sheets, scripts = config.theme.get("style_sheets") or (), config.theme.get("scripts") or ()
    if sheets:
        text = "\n".join(_based(_taken(path, files), path) for path in sheets)
        config.theme["style_bundle"] = _added(text, "css", files, config)
    if scripts:
        # each is a function called at once; a semicolon parts them, whatever they end in
        text = "\n;".join(_taken(path, files) for path in scripts)
        config.theme["script_bundle"] = _added(text, "js", files, config)


def _taken(path: str, files: Files) -> str:
    """The text of the theme's file, which is no longer published itself."""
    file = next((file for file in files if fnmatch.fnmatchcase(file.src_uri, path)), None)
    if file is None:
        raise FileNotFoundError(path)
    files.remove(file)
    return _SOURCE_MAP.sub("", file.content_string)


def _based(sheet: str, path: str) -> str:
    """The style sheet with its relative addresses as they are from `assets/`, where the bundle lies."""
    folder = posixpath.dirname(path)

    def moved(match: re.Match[str]) -> str:
        return f'url("{posixpath.relpath(posixpath.join(folder, match[2]), "assets")}")'

    return _ADDRESS.sub(moved, sheet)


def _added(text: str, suffix: str, files: Files, config: MkDocsConfig) -> str:
    """Add a file of that text to the site; its path, in which a digest stands, from the site's root."""
    digest = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    path = f"assets/lexigraph.{digest}.{suffix}"
    files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    return path
