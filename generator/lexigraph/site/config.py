"""Which MkDocs configuration a build runs with: the project's `mkdocs.yml`, or the built-in one."""

import os
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, cast

from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from lexigraph.site.plugin import LexigraphPlugin

__all__ = ["built_in_config", "content_of", "plugin_of", "project_config"]

_UNUSED = ".lexigraph-unused"


def project_config(file: Path, **overrides: object) -> MkDocsConfig:
    """The configuration in `mkdocs.yml`; `overrides` win over it, None does not.

    Raises:
        ConfigurationError: it does not use the `lexigraph` plugin.
        Abort: MkDocs refuses it, and has logged why.
    """
    config = load_config(str(file), **_without_none(overrides))
    if not any(isinstance(plugin, LexigraphPlugin) for plugin in config.plugins.values()):
        raise ConfigurationError(f"{file.name} does not use the plugin: add 'lexigraph' under 'plugins'")
    return config


def built_in_config(content: Path, **overrides: object) -> MkDocsConfig:
    """The configuration that publishes any folder of Markdown; `overrides` win over it, None does not.

    Raises:
        ConfigurationError: MkDocs refuses an override.
    """
    content = content.resolve()
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": _name(content),
            "docs_dir": str(content),
            # never written: `build` sets the real one after MkDocs has compared the two
            "site_dir": f"{content}{_UNUSED}",
            "theme": {"name": "lexigraph"},
            "plugins": ["material/search", "lexigraph"],
            **_without_none(overrides),
        }
    )
    errors, _ = config.validate()
    if errors:
        raise ConfigurationError("; ".join(f"{key}: {error}" for key, error in errors))
    return config


def plugin_of(config: MkDocsConfig) -> LexigraphPlugin:
    """Our plugin in the configuration."""
    return next(plugin for plugin in config.plugins.values() if isinstance(plugin, LexigraphPlugin))


def content_of(config: MkDocsConfig) -> Path:
    """The content folder: the plugin's `content`, else `docs_dir`."""
    return Path(plugin_of(config).config.content or config.docs_dir)


def _name(content: Path) -> str:
    """The folder's name as a title, escaped, for the theme does not; the scheme's title, where there is one, wins."""
    name = content.name.replace("-", " ").replace("_", " ").strip() or os.sep
    return escape(name[:1].upper() + name[1:])


def _without_none(values: Mapping[str, object]) -> dict[str, Any]:
    return cast("dict[str, Any]", {key: value for key, value in values.items() if value is not None})
