import logging
import re

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from lexigraph.export import site_markdown
from lexigraph.page import Addresses, site_of
from lexigraph.query.subgraph import subgraph
from tests.export.exports import exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD, hostile_world
from tests.worlds import write


def built(export, folder, caplog):
    """What MkDocs says of the site, which it builds by itself, strictly: links to nothing and to no place are warnings."""
    artifacts = {artifact.path: artifact.data for artifact in site_markdown.artifacts(export)}
    write(folder, artifacts)
    config = load_config(
        str(folder / "mkdocs.yml"),
        site_dir=str(folder / "site"),
        plugins=[],
        strict=True,
        validation={"links": {"anchors": "warn", "unrecognized_links": "warn"}},
    )
    with caplog.at_level(logging.WARNING):
        build(config)
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.filterwarnings("ignore")
def test_mkdocs_builds_a_part_of_the_flagship_without_a_warning(tmp_path, caplog):
    graph = flagship().graph
    ids = [id for id, node in graph.entries.items() if node.topic in ("adaptation", "prompting")]
    assert built(site_of(subgraph(graph, ids), Addresses()).export, tmp_path, caplog) == []
    page = (tmp_path / "site" / "adaptation" / "fine-tuning" / "index.html").read_text()
    assert '<a href="../instruction-tuning/">' in page
    assert "<strong>Tip</strong>" in page


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("world", [WORLD, hostile_world(), SECRETS], ids=["small", "hostile", "secret"])
def test_mkdocs_builds_a_world_without_a_warning(world, tmp_path, caplog):
    assert built(exported(world, scheme=SCHEME), tmp_path, caplog) == []
    pages = [path.read_text() for path in (tmp_path / "site").rglob("*.html")]
    assert not [page for page in pages if "secret-" in page or "<img src=x" in page]


def test_every_link_of_the_flagship_leads_to_a_page():
    pages = {artifact.path: artifact.data.decode() for artifact in site_markdown.artifacts(flagship())}
    settings = yaml.safe_load(pages.pop("mkdocs.yml"))
    listed = [
        path for item in settings["nav"] for path in ([item] if isinstance(item, str) else next(iter(item.values())))
    ]
    assert sorted(f"docs/{path}" for path in listed) == sorted(pages)
    assert settings["site_name"] == "AI engineering"
    assert "theme" not in settings
    for path, page in pages.items():
        for target in re.findall(r"\]\(([^)#<:]+\.md)", page):
            parts = path.split("/")[:-1]
            for part in target.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in pages, (path, target)


def test_a_page_says_its_relations_in_words_and_keeps_the_places_that_links_lead_to():
    world = {
        "t/a.md": "---\ntitle: A\nuses: [{to: b, note: why}]\ntags: [x]\n---\nSee [how](b.md#don-t-stop), [why](b.md#why) and [b](b.md#gone).\n",
        "t/b.md": "# B\n\n> [!NOTE]\n> Look.\n\n## Don't *stop*\n\nx\n\n```md\n# Don't stop\n> [!TIP]\n```\n\n## Open questions\n\n- Why? {#why}\n",
    }
    pages = {artifact.path: artifact.data.decode() for artifact in site_markdown.artifacts(exported(world))}
    assert "- A uses [B](b.md): why\n" in pages["docs/t/a.md"]
    assert "- B is used by [A](a.md): why\n" in pages["docs/t/b.md"]
    assert "See [how](b.md#don-t-stop), [why](b.md#why) and [b](b.md)." in pages["docs/t/a.md"]
    assert '## <a id="don-t-stop"></a>Don\'t *stop*\n' in pages["docs/t/b.md"]
    assert "> **Note**\n> \n> Look." in pages["docs/t/b.md"]
    assert "```md\n# Don't stop\n> [!TIP]\n```" in pages["docs/t/b.md"]
    assert '- Why? <a id="why"></a>\n' in pages["docs/t/b.md"]


def test_a_page_takes_no_other_pages_address():
    world = {
        "t.md": "# T\n\nx\n",
        "t/index.md": "# Topic\n\nx\n",
        "t/x.md": "# X\n\nSee [t](../t.md).\n",
        "CON/a:b.md": "# C\n\nx\n",
    }
    pages = {artifact.path: artifact.data.decode() for artifact in site_markdown.artifacts(exported(world))}
    assert {"docs/t-.md", "docs/t/index.md", "docs/t/x.md", "docs/CON-/a b.md", "docs/CON-/index.md"} <= set(pages)
    assert "See [t](../t-.md)." in pages["docs/t/x.md"]


def test_what_has_no_readable_title_has_a_name_in_the_settings():
    world = {"t/index.md": "---\ntitle: \u200f\n---\nx\n", "t/a.md": "# A\n\nx\n", "\u200f/b.md": "# B\n\nx\n"}
    settings = next(iter(site_markdown.artifacts(exported(world, scheme="title: \u200f")))).data
    read = yaml.safe_load(settings)
    assert read["site_name"] == "Glossary"
    assert {name for item in read["nav"] if isinstance(item, dict) for name in item} == {"t", "Topic"}
