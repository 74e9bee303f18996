"""The flagship, and glossaries that other people wrote: published, and every address on every page resolves."""

import os
from pathlib import Path

import pytest
from tests.site.link_checker import problems

from lexigraph.site.build import build
from lexigraph.site.config import built_in_config, project_config

ROOT = Path(__file__).parents[2]
CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")


@pytest.mark.parametrize("directory_urls", [True, False], ids=["http", "offline"])
def test_every_address_of_the_flagship_resolves(tmp_path, directory_urls):
    config = project_config(ROOT / "mkdocs.yml", use_directory_urls=directory_urls)
    result = build(config, tmp_path / "site")
    assert list(problems(result.output)) == []
    assert result.findings == ()


@pytest.mark.skipif(not CORPORA, reason="LEXIGRAPH_CORPORA names no folder of other people's glossaries")
@pytest.mark.parametrize("directory_urls", [True, False], ids=["http", "offline"])
@pytest.mark.parametrize("corpus", ["cncf/terms", "machine-learning-glossary/terms"])
def test_every_address_of_another_glossary_resolves(tmp_path, corpus, directory_urls):
    config = built_in_config(Path(CORPORA, corpus), use_directory_urls=directory_urls)
    assert list(problems(build(config, tmp_path / "site").output)) == []
