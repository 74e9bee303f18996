"""`lexigraph serve`: the site while you write."""

from pathlib import Path
from traceback import format_exception

import click

from lexigraph.cli.build import summary
from lexigraph.cli.configuration import chosen_project, configuration
from lexigraph.cli.mkdocs_log import mkdocs_speaks
from lexigraph.cli.shared import Refused, WrongUse, is_quiet, shared_options, tell

__all__ = ["serve"]


@click.command()
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "opens", is_flag=True, help="Open it in a browser.")
@shared_options
def serve(content: Path | None, host: str, port: int, *, opens: bool) -> None:
    """Serve the site on this machine, and rebuild it on save.

    Each page shows the findings of its file at its head.
    """
    content, project = chosen_project(content)

    from mkdocs.exceptions import Abort

    from lexigraph.site.build import BuildResult
    from lexigraph.site.serve import serve as serve_site

    def built(result: BuildResult, url: str) -> None:
        tell(f"{url} {summary(result)}")

    def failed(error: Exception) -> None:
        if isinstance(error, WrongUse):
            error.show()
        elif not isinstance(error, Abort):  # MkDocs has said why
            click.echo("".join(format_exception(error)), err=True)
        tell("not rebuilt; the last pages are still served")

    with mkdocs_speaks(is_quiet=is_quiet()):
        try:
            serve_site(
                lambda url: configuration(content, project, site_url=url),
                host,
                port,
                watched=[content, *([project.settings] if project else [])],
                built=built,
                failed=failed,
                open_in_browser=opens,
            )
        except KeyboardInterrupt:
            pass
        except Abort as error:
            raise Refused("the site could not be built") from error
        except OSError as error:
            raise WrongUse(
                f"cannot serve on {host}:{port}: {error.strerror or error}", "choose another --port"
            ) from error
