"""The MkDocs plugin: hands our pages, attachments and navigation to MkDocs' loop, which wraps and writes them.

Works under plain `mkdocs build` and `mkdocs serve`; `build` and `serve` of this package run the same loop and tell
the plugin more through its `session`. What is set on MkDocs' configuration is decided in `settings`.
"""

import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Dir, Optional
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from lexigraph.page import render, unwritable_redirects
from lexigraph.site.attachments import add_attachments
from lexigraph.site.bundles import bundle
from lexigraph.site.clock import epoch_set_to
from lexigraph.site.extras import without_dates, write_artifacts, write_redirects, write_search_script
from lexigraph.site.findings import counted, lines, notes
from lexigraph.site.navigation import navigation, set_parents
from lexigraph.site.page import LexigraphPage, edit_url, pages_of
from lexigraph.site.publication import Progress, Publication, publication, unnoticed
from lexigraph.site.search import add_search_engine, use_search_worker, write_search
from lexigraph.site.settings import apply_scheme, name_places, require_search, trim_theme
from lexigraph.site.shell import Shells

__all__ = ["LexigraphConfig", "LexigraphPlugin", "Session"]

log = get_plugin_logger(__name__)


class LexigraphConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs gives its __init_subclass__ no types
    """The plugin's options in `mkdocs.yml`."""

    content = Optional(Dir(exists=True))
    """The content folder; default: `docs_dir`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What a command that runs MkDocs' loop itself tells the plugin."""

    exclude: tuple[Path, ...] = ()
    """Folders that are never read as content: the output, and what becomes it."""
    progress: Progress = unnoticed
    counts_findings: bool = True
    """False when the command says itself how many findings there are."""


class LexigraphPlugin(BasePlugin[LexigraphConfig]):  # type: ignore[no-untyped-call]  # as above
    """Publishes a knowledge base in MkDocs' loop."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.publication: Publication | None = None
        """What the running build publishes, or the last one did; None before the first."""
        self._pages: dict[str, LexigraphPage] = {}
        self._docs_dir = ""
        self._is_serving = False
        self._written = 0
        self.shells = Shells()
        """The theme's pages round ours, as far as this build has made them."""
        self._undo = ExitStack()

    @property
    def _published(self) -> Publication:
        if self.publication is None:
            raise PluginError("lexigraph: MkDocs ran an event of a build before 'config'")
        return self.publication

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether findings are shown on the pages."""
        self._is_serving = command == "serve"

    @event_priority(100)  # before the search plugin reads the language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load everything, so that what cannot be published fails before MkDocs empties the output folder."""
        self._undo.close()
        require_search(config)
        content = Path(self.config.content or config.docs_dir)
        try:
            self.publication = publication(
                content,
                directory_urls=config.use_directory_urls,
                repo_url=config.repo_url or "",
                edit_url=edit_url(config),
                site_url=config.site_url or "",
                exclude=(Path(config.site_dir), *self.session.exclude),
                progress=self.session.progress,
            )
        except NotADirectoryError as error:
            raise PluginError(f"there is no content folder {content}") from error
        except ValueError as error:
            raise PluginError(str(error)) from error
        self._written = 0
        self.shells = Shells()
        self._undo.enter_context(epoch_set_to(self.publication.time or 0))
        apply_scheme(config, self.publication.graph.scheme)
        name_places(config, self.publication.site)
        use_search_worker(config)
        if not config.site_url:
            log.info("without site_url there is no sitemap, canonical link or feed")
        return config

    @event_priority(-100)  # after whoever looks at docs_dir
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuse a strict build of content with findings; hide the content folder from MkDocs' own walk.

        `get_files` follows symbolic links out of the folder and in circles, and has no switch for it.
        """
        findings = self._published.findings
        if config.strict and findings:
            for line in lines(findings, self._prefix(config)):
                log.warning(line)
            raise PluginError(f"{counted(findings)} in strict mode; nothing was written")
        self._docs_dir, config.docs_dir = config.docs_dir, os.devnull

    @event_priority(100)  # before whoever looks at docs_dir again
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and the attachments that they refer to."""
        config.docs_dir = self._docs_dir
        trim_theme(files, config)
        bundle(files, config)
        if config.theme.get("search_worker"):
            add_search_engine(files, config)
        site = self._published.site
        self._pages, unwritable = pages_of(site.pages.values(), site.addresses, files, config)
        for page in self._pages.values():
            if self._published.time is not None:
                page.date(site.changed(page.planned))
            files.append(page.file)
        for path in [*unwritable, *add_attachments(files, self._published.graph, config)]:
            log.warning(f"'{path}' is not published: it is gone, or its address is taken by another file")
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the navigation, unless `mkdocs.yml` has one."""
        if config.nav is None:
            nav = navigation(self._pages.values(), self._published.site)
        set_parents(self._pages)
        for page in nav.pages:
            if isinstance(page, LexigraphPage):
                page.is_in_navigation = True
        return nav

    @event_priority(100)  # before the search plugin reads the content
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the content of a page of ours, now that it is about to be written."""
        if isinstance(page, LexigraphPage):
            page.fill(render(page.planned, self._published.site))
            if self._is_serving:
                page.content = notes(self._published.findings, page.planned.source_path) + (page.content or "")
            context["lx_page"] = self.shells.function(page)  # type: ignore[typeddict-unknown-key]  # themes add their own
        return context

    @event_priority(-100)  # after whoever looks at the content
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Drop the content of a page of ours."""
        if isinstance(page, LexigraphPage):
            page.drop()
            self._written += 1
            self.session.progress("pages", self._written, len(self._pages))
        return output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave dates out of the sitemap when nothing has one: MkDocs needs some to compress it."""
        if template_name == "sitemap.xml" and self._published.time is None:
            return without_dates(output_content)
        return output_content

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what MkDocs has no place for: redirects, and the search index as a script for `file://`."""
        folder = Path(config.site_dir)
        for path in write_artifacts(self._published.site, folder):
            log.warning(f"'{path}' is not written: there is a page or file already")
        for old in unwritable_redirects(self._published.site):
            log.warning(f"no redirect at '{old}': no page can have that address")
        for path in write_redirects(self._published.site, folder):
            log.warning(f"no redirect at '{path}': there is a page or file already")
        if engine := config.theme.get("search_engine"):
            write_search(self._published.site, folder, engine)
        if not config.use_directory_urls:
            write_search_script(folder)
        if self.session.counts_findings and self._published.findings:
            log.warning(f"{counted(self._published.findings)}; 'lexigraph check' shows them")
        self._undo.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the process as it was."""
        self._undo.close()

    def on_shutdown(self) -> None:
        """Leave the process as it was, and the plugin too: MkDocs keeps it for the next build in this process."""
        self._undo.close()
        self.session, self._pages, self._is_serving = Session(), {}, False

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when the content changes, also where it is not `docs_dir`."""
        if self.config.content:
            server.watch(self.config.content)
        return server

    def _prefix(self, config: MkDocsConfig) -> str:
        """What leads from where the user stands to the content folder, ending in a slash."""
        content = self._published.graph.root
        here = Path.cwd()
        shown = content.relative_to(here) if content.is_relative_to(here) else content
        return "" if shown == Path() else f"{shown.as_posix()}/"
