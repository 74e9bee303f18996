"""Building a site beside the last one, and putting it in its place when it is complete."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config.defaults import MkDocsConfig

from lexigraph.graph import Graph
from lexigraph.model import Diagnostic
from lexigraph.site.config import content_of, plugin_of
from lexigraph.site.output import replaceable
from lexigraph.site.plugin import Session
from lexigraph.site.publication import Progress, unnoticed
from lexigraph.site.swap import complete_swap, replacing, work_folder

__all__ = ["BuildResult", "build"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """A site that was built."""

    output: Path
    graph: Graph
    findings: tuple[Diagnostic, ...]
    """Errors and warnings, sorted."""


def build(
    config: MkDocsConfig, output: Path, *, progress: Progress = unnoticed, serve_url: str | None = None
) -> BuildResult:
    """Build the site of a configuration (see `config`) into `output`; whatever fails, the last site stays as it was.

    Raises:
        WrongOutputError: the output holds something that is no site.
        OutputBusyError: another build is writing it.
        Abort: MkDocs stopped, and has logged why; in strict mode also for findings.
    """
    output = replaceable(output, content_of(config))
    complete_swap(output)
    plugin = plugin_of(config)
    config.plugins.on_startup(command="serve" if serve_url else "build", dirty=False)
    plugin.session = Session(exclude=(output, work_folder(output)), progress=progress, counts_findings=False)
    try:
        with replacing(output) as folder:
            config.site_dir = str(folder)
            build_with_mkdocs(config, serve_url=serve_url)
    finally:
        config.plugins.on_shutdown()
    publication = plugin.publication
    if publication is None:
        raise RuntimeError("MkDocs built a site without running the plugin")
    return BuildResult(output=output, graph=publication.graph, findings=publication.findings)
