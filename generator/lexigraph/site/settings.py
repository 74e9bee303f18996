"""Which setting wins: what a scheme, our theme and the missing of a `site_url` change in MkDocs' configuration."""

import re
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from lexigraph.model import Scheme
from lexigraph.page import Site

__all__ = ["apply_scheme", "name_places", "require_search", "trim_theme"]

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def require_search(config: MkDocsConfig) -> None:
    """Hold the configuration to the one search plugin whose box our theme shows.

    In a theme that is not called `material`, `search` means MkDocs' own plugin, and the box vanishes.

    Raises:
        PluginError: the theme is ours and `material/search` is not among the plugins, or MkDocs' own is.
    """
    if config.theme.name != "lexigraph":
        return
    if "search" in config.plugins:
        raise PluginError("in mkdocs.yml, under 'plugins', write 'material/search' instead of 'search'")
    if "material/search" not in config.plugins:
        raise PluginError("in mkdocs.yml, under 'plugins', add 'material/search': the theme's search box needs it")


def apply_scheme(config: MkDocsConfig, scheme: Scheme) -> None:
    """Take title, description and language from the scheme where it has them; escaped, for the theme does not."""
    if scheme.title:
        config.site_name = escape(scheme.title)
    if scheme.description:
        config.site_description = escape(scheme.description)
    if scheme.language != "en" and (language := _language_of_theme(config, scheme.language)):
        config.theme["language"] = language


def name_places(config: MkDocsConfig, site: Site) -> None:
    """Tell the theme's templates, under `lx_places`, the addresses of the single pages by their kind."""
    config.theme["lx_places"] = {kind: site.addresses.url(path) for kind, path in site.special.items()}


def trim_theme(files: Files, config: MkDocsConfig) -> None:
    """Leave out the sitemap, which needs the site's address; in a site for `file://` the 404 page, which is made for
    any depth below a server's root; and the mark by which type checkers know the theme's package.

    To be called once MkDocs has listed the theme's files: it takes a template that is none for a file to be copied.
    """
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")
    if not config.use_directory_urls:
        config.theme.static_templates.discard("404.html")
    if (mark := files.get_file_from_path("py.typed")) is not None:
        files.remove(mark)


def _language_of_theme(config: MkDocsConfig, tag: str) -> str:
    """The nearest language that the theme's own words are translated to: `pt-BR`, else `pt`; empty when neither is."""
    if not _LANGUAGE_TAG.fullmatch(tag):
        return ""
    for name in (tag, tag.partition("-")[0].lower()):
        if any((Path(folder) / "partials" / "languages" / f"{name}.html").is_file() for folder in config.theme.dirs):
            return name
    return ""
