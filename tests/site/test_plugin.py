import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from tests.site.conftest import KNOWLEDGE_BASE, tree, write
from tests.site.link_checker import problems

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config, project_config

SETTINGS = """
site_name: X
docs_dir: content
repo_url: https://github.com/someone/kb
edit_uri: edit/main/content/
theme: {name: lexigraph, features: [content.action.edit]}
plugins: [material/search, lexigraph]
"""


def mkdocs(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    clean = KNOWLEDGE_BASE | {"methods/rag.md": KNOWLEDGE_BASE["methods/rag.md"].replace(" and [[vector store]]", "")}
    write(tmp_path / "content", clean)
    return write(tmp_path, {"mkdocs.yml": SETTINGS})


def test_plain_mkdocs_builds_a_clean_project_strictly_and_without_a_warning(project):
    run = mkdocs(project, "build", "--strict")
    assert (run.returncode, run.stdout) == (0, "")
    assert "WARNING" not in run.stderr
    assert list(problems(project / "site")) == []


def test_plain_mkdocs_says_once_that_there_are_findings(project):
    write(project / "content", {"x.md": "---\ntitle: X\nuses: [gone, gone-too]\n---\nText.\n"})
    run = mkdocs(project, "build")
    assert run.returncode == 0
    assert [line for line in run.stderr.splitlines() if "WARNING" in line] == [
        "WARNING -  lexigraph: 2 errors; 'lexigraph check' shows them"
    ]


def test_plain_mkdocs_in_strict_mode_names_each_finding_and_keeps_the_last_site(project):
    mkdocs(project, "build")
    before = tree(project / "site")
    write(project / "content", {"x.md": "---\ntitle: X\nuses: [gone]\n---\nText.\n"})
    run = mkdocs(project, "build", "--strict")
    assert run.returncode == 1
    assert "WARNING -  lexigraph: content/x.md:3:8: error[E301] no entry has the name 'gone'\n" in run.stderr
    assert "1 error in strict mode; nothing was written" in run.stderr
    assert tree(project / "site") == before


def built(project: Path, settings: str, log: "pytest.LogCaptureFixture") -> list[str]:
    """Build with those settings; the warnings."""
    write(project, {"mkdocs.yml": settings})
    build(project_config(project / "mkdocs.yml"), project / "site")
    return [record.getMessage() for record in log.records if record.levelname in ("WARNING", "ERROR")]


@pytest.mark.parametrize(
    ("plugins", "help"),
    [
        ("[search, lexigraph]", "in mkdocs.yml, under 'plugins', write 'material/search' instead of 'search'"),
        ("[lexigraph]", "in mkdocs.yml, under 'plugins', add 'material/search': the theme's search box needs it"),
    ],
)
def test_the_wrong_search_plugin_stops_the_build(project, caplog, plugins, help):
    with pytest.raises(Abort):
        built(project, SETTINGS.replace("[material/search, lexigraph]", plugins), caplog)
    assert caplog.messages == [help]


def test_another_theme_may_be_used(project, caplog):
    settings = "site_name: X\ndocs_dir: content\ntheme: material\nplugins: [search, lexigraph]\n"
    assert built(project, settings, caplog) == []
    assert "Retrieval-augmented generation</h1>" in (project / "site" / "methods" / "rag" / "index.html").read_text()


def test_the_content_may_lie_elsewhere_than_the_docs(project, caplog):
    (project / "docs").mkdir()
    settings = SETTINGS.replace("docs_dir: content", "docs_dir: docs")
    assert built(project, settings.replace("lexigraph]", "lexigraph: {content: content}]"), caplog) == []
    assert (project / "site" / "methods" / "rag" / "index.html").is_file()


def test_a_navigation_in_mkdocs_yml_wins(project, caplog):
    assert built(project, f"{SETTINGS}nav: [index.md, methods/rag.md]\n", caplog) == []
    assert navigation_of(project / "site" / "index.html") == [".", "methods/rag/"]


def test_the_edit_link_leads_to_the_file(project, caplog):
    assert built(project, SETTINGS, caplog) == []
    page = (project / "site" / "methods" / "rag" / "index.html").read_text()
    assert "https://github.com/someone/kb/edit/main/content/methods/rag.md" in page


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self.depth or (tag == "nav" and "md-nav--primary" in values.get("class", "")):
            self.depth += tag == "nav"
            if tag == "a" and "md-nav__link" in values.get("class", ""):
                self.found.append(values["href"])

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth) and tag == "nav"


def navigation_of(page: Path) -> list[str]:
    parser = Links()
    parser.feed(page.read_text())
    return list(dict.fromkeys(href for href in parser.found if not href.startswith("#")))


def test_the_navigation_lists_topics_and_listings_and_never_entries(site):
    assert navigation_of(site / "index.html") == [
        ".", "ideas/", "methods/", "a-z/", "questions/", "explore/", "path/", "wanted/", "recent/",
    ]  # fmt: skip
    assert navigation_of(site / "ideas" / "embedding" / "index.html") == [
        "../..", "../", "../../methods/", "../../a-z/", "../../questions/", "../../explore/", "../../path/",
        "../../wanted/", "../../recent/",
    ]  # fmt: skip


def test_only_files_that_a_page_refers_to_are_published(site):
    assert (site / "methods" / "picture.png").read_text() == "no picture"
    assert not (site / "methods" / "unused.png").exists()
    assert not (site / "scheme.yml").exists()


def test_a_file_of_the_content_never_takes_the_place_of_the_themes(site, content, publish):
    script = next((site / "assets" / "javascripts").glob("bundle.*.js")).relative_to(site).as_posix()
    write(content, {script: "alert(1)", "methods/x.md": f"# X\n\nSee [this](../{script}).\n"})
    assert (publish(content) / script).read_bytes() == (site / script).read_bytes()


def test_what_the_configuration_names_is_published(content, publish):
    write(content, {"looks/extra.css": "a { color: red }", "looks/logo.svg": "<svg/>"})
    site = publish(content, extra_css=["looks/extra.css"], theme={"name": "lexigraph", "logo": "looks/logo.svg"})
    assert (site / "looks" / "extra.css").is_file()
    assert (site / "looks" / "logo.svg").is_file()
    assert list(problems(site)) == []


def test_a_redirect_leads_on(site):
    assert "methods/rag/" in (site / "old-rag" / "index.html").read_text()


def test_search_leaves_listings_out(site):
    index = json.loads((site / "search" / "search_index.json").read_text())
    assert index["docs"] == []  # Material's plugin reads none of our pages again
    names = (site / index["config"]["lexigraph"]["names"]).read_text()
    assert '"methods/rag/"' in names
    assert not [listing for listing in ("a-z/", "reading-order/", "recent/") if f'"{listing}"' in names]


def test_an_offline_site_has_its_search_index_as_a_script(offline_site):
    script = (offline_site / "search" / "search_index.js").read_text()
    config = json.loads(script.removeprefix("var __index = "))["config"]["lexigraph"]
    assert (offline_site / config["names"]).is_file()


def test_the_title_and_description_of_the_scheme_win(content, publish):
    site = publish(content, site_name="From mkdocs.yml")
    page = (site / "methods" / "rag" / "index.html").read_text()
    assert "<title>Retrieval-augmented generation - Retrieval</title>" in page


HOSTILE = "<img src=x onerror=alert(1)>\"' & </title></script>"


def test_hostile_names_appear_as_text_everywhere(tmp_path, publish):
    yaml = json.dumps(HOSTILE)
    content = write(
        tmp_path / "content",
        {
            "scheme.yml": f"title: {yaml}\ndescription: {yaml}\n",
            "topic/index.md": f"---\ntitle: {yaml}\n---\n\n## {HOSTILE}\n",
            "topic/a.md": f"---\ntitle: {yaml}\ndefinition: {yaml}\naliases: [{yaml}]\n---\n\n## {HOSTILE}\n\n### {HOSTILE}\n",
        },
    )  # fmt: skip
    site = publish(content, site_url="https://example.org/")
    for page in site.rglob("*.html"):
        text = page.read_text()
        assert "<img src=x" not in text, page
        assert '<img src="x"' not in text, page
        assert text.count("</title>") == 1, page


@pytest.mark.parametrize("serve_url", [None, "http://127.0.0.1:8000/"])
def test_findings_stand_on_their_page_while_it_is_served_only(content, tmp_path, serve_url):
    write(content, {"x.md": "---\ntitle: X\nuses: [gone]\n---\nText.\n"})
    site = build(built_in_config(content), tmp_path / "site", serve_url=serve_url).output
    shown = [path.parent.name for path in site.rglob("*.html") if "lx-findings" in path.read_text()]
    assert sorted(shown) == (["rag", "x"] if serve_url else [])
