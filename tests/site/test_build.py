import os
import shutil
import subprocess
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from tests.site.conftest import KNOWLEDGE_BASE, publish_result, tree, write
from tests.site.link_checker import problems

from lexigraph.site.output import WrongOutputError


def test_every_address_on_every_page_resolves(site):
    assert list(problems(site)) == []


def test_every_address_on_every_page_of_an_offline_site_resolves(offline_site):
    assert list(problems(offline_site)) == []
    assert (offline_site / "methods" / "rag.html").is_file()


def test_two_builds_into_folders_of_different_names_give_equal_bytes(site, content, publish):
    assert tree(publish(content, "nested/long-name")) == tree(site)


def test_two_builds_give_equal_bytes_with_a_sitemap_too(addressed_site, content, publish):
    assert tree(publish(content, site_url="https://example.org/kb")) == tree(addressed_site)


def test_the_order_and_time_in_which_files_were_saved_do_not_change_a_byte(site, tmp_path, publish):
    content = write(tmp_path / "content", dict(reversed(KNOWLEDGE_BASE.items())))
    for file in content.rglob("*"):
        os.utime(file, (1, 1))
    assert tree(publish(content)) == tree(site)


def test_a_second_build_replaces_the_first_whole(content, publish):
    site = publish(content)
    (content / "ideas" / "embedding.md").rename(content / "ideas" / "vector.md")
    publish(content)
    assert not (site / "ideas" / "embedding").exists()
    assert (site / "ideas" / "vector" / "index.html").is_file()
    assert sorted(path.name for path in site.parent.iterdir()) == ["content", "site"]


def test_a_strict_build_of_content_with_findings_leaves_the_last_site_as_it_was(content, publish):
    site = publish(content)
    before = tree(site)
    write(content, {"methods/new.md": "---\ntitle: New\nuses: [nothing-of-the-kind]\n---\n"})
    with pytest.raises(Abort):
        publish(content, strict=True)
    assert tree(site) == before
    assert sorted(path.name for path in site.parent.iterdir()) == ["content", "site"]


def test_a_site_inside_the_content_folder_is_never_read_as_content(site, content):
    first = publish_result(content, content / "site")
    (content / "site" / "stray.md").write_text("# Stray")
    second = publish_result(content, content / "site")
    assert len(second.graph.entries) == len(first.graph.entries) == 2
    assert tree(content / "site") == tree(site)


def test_a_folder_that_is_no_site_is_not_replaced(content, tmp_path):
    write(tmp_path / "site", {"thesis.tex": "years of work"})
    with pytest.raises(WrongOutputError):
        publish_result(content, tmp_path / "site")
    assert tree(tmp_path / "site") == {"thesis.tex": b"years of work"}


def test_the_result_holds_the_graph_and_what_was_found(content, tmp_path):
    result = publish_result(content, tmp_path / "site")
    assert list(result.graph.entries) == ["embedding", "rag"]
    assert [finding.code for finding in result.findings] == ["W402"]


def test_one_broken_file_does_not_keep_the_others_from_being_published(content, publish):
    (content / "methods" / "broken.md").write_bytes(b"---\ntitle: [\xff\n")
    (content / "methods" / "empty.md").write_bytes(b"")
    site = publish(content)
    assert (site / "methods" / "rag" / "index.html").is_file()
    assert list(problems(site)) == []


def test_a_link_to_a_folder_above_neither_hangs_nor_publishes(content, publish):
    (content / "up").symlink_to(content)
    (content / "methods" / "out").symlink_to("/")
    site = publish(content)
    assert not (site / "up").exists()
    assert not (site / "methods" / "out").exists()


NAMES = ("search", "assets", "404", "sitemap", "a-z", "questions", "wanted", "methods")


@pytest.mark.parametrize("offline", [False, True])
def test_an_entry_may_have_the_name_of_anything_that_the_site_holds(content, publish, offline):
    write(content, {f"{name}.md": f"---\ntitle: The entry {name}\ndefinition: It is one.\n---\n" for name in NAMES})
    site = publish(content, use_directory_urls=not offline)
    for name in NAMES:
        page = site / (f"{name}.html" if offline else f"{name}/index.html")
        assert f"The entry {name}</h1>" in page.read_text()
    assert list(problems(site)) == []


def test_an_entry_whose_folder_would_be_a_file_of_the_site_is_written_elsewhere(content, publish):
    for name in ("index.html", "404.html", "search/search_index.json"):
        write(content, {f"{name}.md": "---\ntitle: X\ndefinition: It is one.\n---\n"})
    site = publish(content)
    assert (site / "index.html").is_file()
    assert (site / "methods" / "rag" / "index.html").is_file()
    assert (site / "404-html" / "index.html").is_file()
    assert list(problems(site)) == []


def test_an_entry_with_the_longest_name_is_published_offline(content, publish):
    write(content, {f"{'x' * 252}.md": "# Long\n\nA definition.\n", "b.md": "# B\n\nSee [[Long]].\n"})
    assert list(problems(publish(content, use_directory_urls=False))) == []


def test_the_process_is_left_as_it_was(content, publish, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    publish(content)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def dates_in(site: Path) -> set[str]:
    text = (site / "sitemap.xml").read_text()
    return {line.strip()[9:-10] for line in text.splitlines() if "lastmod" in line}


@pytest.mark.parametrize("variable", ["", "1700000000"])
def test_dates_of_lists_come_from_the_environment_those_of_entries_from_the_content(
    content, publish, monkeypatch, variable
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", variable)
    site = publish(content, site_url="https://example.org/")
    assert dates_in(site) == {"2026-10-02"} | ({"2023-11-14"} if variable else set())


def test_dates_come_from_the_last_commit_that_touched_the_content(content, tmp_path, publish, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    environment = {
        **os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q"], check=True, env=environment)
    subprocess.run([*git, "add", "content"], check=True, env=environment)
    at = {**environment, "GIT_COMMITTER_DATE": "2025-05-05T12:00:00Z"}
    subprocess.run([*git, "commit", "-qm", "content"], check=True, env=at)
    at = {**environment, "GIT_COMMITTER_DATE": "2025-06-06T12:00:00Z"}
    subprocess.run([*git, "commit", "-qm", "else", "--allow-empty"], check=True, env=at)
    assert dates_in(publish(content, site_url="https://example.org/")) == {"2025-05-05"}


def test_a_sitemap_without_any_date_has_none(tmp_path, publish, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    content = write(tmp_path / "content", {"rag.md": "# RAG\n\nA text.\n"})
    assert dates_in(publish(content, site_url="https://example.org/")) == set()


def test_without_an_address_there_is_no_sitemap_and_no_canonical_link(site):
    assert not (site / "sitemap.xml").exists()
    assert 'rel="canonical"' not in (site / "methods" / "rag" / "index.html").read_text()


def test_with_an_address_there_are_both(addressed_site):
    assert "https://example.org/kb/methods/rag/" in (addressed_site / "sitemap.xml").read_text()
    page = (addressed_site / "methods" / "rag" / "index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/kb/methods/rag/">' in page


def test_a_build_whose_clock_cannot_be_read_fails_before_anything_is_written(content, publish, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(Abort):
        publish(content)
    assert sorted(path.name for path in content.parent.iterdir()) == ["content"]


def test_content_that_vanished_fails_before_anything_is_written(content, publish):
    shutil.rmtree(content)
    with pytest.raises(Exception, match="docs_dir"):
        publish(content)
