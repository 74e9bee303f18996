"""`lexigraph build`: the site, built beside the last one and swapped when it is complete."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexigraph.cli.configuration import chosen_project, configuration
from lexigraph.cli.mkdocs_log import mkdocs_speaks
from lexigraph.cli.progress import Watch
from lexigraph.cli.shared import Refused, WrongUse, is_quiet, shared_options, tell
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.site.build import BuildResult

__all__ = ["build", "summary"]


@click.command()
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="DIR", type=click.Path(path_type=Path), help="Where to; default: site.")
@click.option("--offline", is_flag=True, help="A site for file://: links end in .html.")
@click.option("--site-url", metavar="URL", help="Where it will be published; needed for sitemap and canonical links.")
@click.option("--strict", is_flag=True, help="Build nothing when there are errors or warnings.")
@shared_options
def build(content: Path | None, output: Path | None, *, offline: bool, site_url: str | None, strict: bool) -> None:
    """Build the site.

    CONTENT is any folder of Markdown. Without it, the mkdocs.yml of this folder says what to build, and how.
    The last site stays as it is until the new one is complete, and when it cannot be built.
    """
    content, project = chosen_project(content)

    from mkdocs.exceptions import Abort

    from lexigraph.site.build import build as build_site
    from lexigraph.site.output import WrongOutputError
    from lexigraph.site.swap import OutputBusyError

    with mkdocs_speaks(is_quiet=is_quiet()), Watch() as watch:
        config = configuration(
            content,
            project,
            site_url=site_url,
            strict=strict or None,
            use_directory_urls=False if offline else None,
        )
        if output is None:
            output = Path(config.site_dir) if project else Path("site")
        try:
            result = build_site(config, output, progress=watch)
        except WrongOutputError as error:
            raise WrongUse(str(error), error.help) from error
        except OutputBusyError as error:
            raise Refused(f"another build is writing {error.output}", "wait for it to end") from error
        except Abort as error:
            raise Refused(f"no site was built; {output} is as it was") from error
    tell(f"{_shown(output)}: {summary(result)}, {watch.seconds:.1f} s")


def summary(result: "BuildResult") -> str:
    """How much was published: entries, relations, questions, findings."""
    from lexigraph.site.findings import counted as counted_findings

    graph = result.graph
    parts = [
        counted(len(graph.entries), "entry", "entries"),
        counted(len(graph.relations), "relation", "relations"),
        counted(len(graph.questions), "question", "questions"),
        counted_findings(result.findings) + (" (see 'lexigraph check')" if result.findings else ""),
    ]
    return ", ".join(parts)


def _shown(path: Path) -> str:
    """The path as the user would write it."""
    path, here = path.absolute(), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
