"""From what was typed to the MkDocs configuration that `build` and `serve` run with."""

from pathlib import Path
from typing import TYPE_CHECKING

from lexigraph.cli.folder import Project, content_folder, project_here
from lexigraph.cli.shared import WrongUse

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["chosen_project", "configuration"]


def chosen_project(given: Path | None) -> tuple[Path, Project | None]:
    """The content folder, and the project in the working folder when it is that project's.

    A folder of somebody else's is never published with a `mkdocs.yml` that lies beside it: such a file may run
    code. Work there (`-C`) to use it.

    Raises:
        WrongUse: there is no such folder, or no Markdown in it.
    """
    project = project_here()
    content = content_folder(given)
    if project is not None and content.resolve() != project.content.resolve():
        project = None
    return content, project


def configuration(content: Path, project: Project | None, **overrides: object) -> "MkDocsConfig":
    """The project's configuration, or the built-in one; `overrides` win over it, None does not.

    Raises:
        WrongUse: MkDocs refuses it.
    """
    from mkdocs.exceptions import Abort, ConfigurationError

    from lexigraph.site.config import built_in_config, project_config

    try:
        if project is not None:
            return project_config(project.settings, **overrides)
        return built_in_config(content, **overrides)
    except ConfigurationError as error:
        raise WrongUse(str(error)) from error
    except Abort as error:
        raise WrongUse("MkDocs does not accept its configuration", "mend what is said above in mkdocs.yml") from error
