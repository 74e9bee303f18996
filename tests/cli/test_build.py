import re

from tests.cli.conftest import write
from tests.site.link_checker import problems

PROJECT = "site_name: X\ndocs_dir: content\nsite_dir: public\ntheme: {name: lexigraph}\nplugins: [material/search, lexigraph]\n"


def test_a_folder_is_built_into_site(here, run):
    result = run("build")
    assert result.exit_code == 0, result.output
    assert (here / "site" / "methods" / "rag" / "index.html").is_file()
    assert list(problems(here / "site")) == []


def test_the_summary_counts_what_was_published_on_stderr(here, run):
    result = run("build")
    assert result.stdout == ""
    without_seconds = re.sub(r"\d+\.\d s", "N s", result.stderr)
    assert without_seconds.splitlines() == [
        "without site_url there is no sitemap, canonical link or feed",
        "site: 2 entries, 1 relation, 1 question, 0 findings, N s",
    ]


def test_quiet_says_nothing(here, run):
    assert run("build", "-q").output == ""


def test_any_folder_of_markdown_can_be_built(here, run):
    write(here, {"notes/a.md": "# A\n\nA text.\n", "mkdocs.yml": PROJECT})
    assert run("build", "notes", "-o", "out").exit_code == 0
    assert (here / "out" / "a" / "index.html").is_file()


def test_an_offline_site_has_links_that_end_in_html(here, run):
    assert run("build", "--offline", "-o", "out").exit_code == 0
    assert (here / "out" / "methods" / "rag.html").is_file()


def test_the_settings_of_the_project_hold(here, run):
    write(here, {"mkdocs.yml": PROJECT})
    assert run("build").exit_code == 0
    assert (here / "public" / "index.html").is_file()


def test_another_folder_is_worked_in(here, run, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("build", "-C", here).exit_code == 0
    assert run("-C", here, "build", "-o", "second").exit_code == 0
    assert (here / "second" / "index.html").is_file()


def test_findings_do_not_fail_a_build(here, run):
    write(here, {"content/x.md": "---\ntitle: X\ndefinition: One.\nuses: [gone]\n---\n"})
    result = run("build")
    assert result.exit_code == 0
    assert "1 error (see 'lexigraph check')" in result.stderr


def test_findings_fail_a_strict_build_and_leave_the_last_site(here, run):
    run("build")
    write(here, {"content/x.md": "---\ntitle: X\ndefinition: One.\nuses: [gone]\n---\n"})
    result = run("build", "--strict")
    assert result.exit_code == 1
    assert "content/x.md:4:8: error[E301] no entry has the name 'gone'" in result.stderr
    assert "error: no site was built; site is as it was" in result.stderr
    assert not (here / "site" / "x").exists()


def test_a_missing_folder_is_wrong_use(here, run):
    result = run("build", "nowhere")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: there is no folder nowhere\n  help: name the folder that holds the Markdown files\n"
    )


def test_a_folder_without_markdown_is_wrong_use(here, run):
    (here / "empty").mkdir()
    result = run("build", "empty")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "error: there is no Markdown in empty")


def test_an_output_that_is_no_site_is_wrong_use_and_left_alone(here, run):
    write(here, {"out/thesis.tex": "years of work"})
    result = run("build", "-o", "out")
    assert result.exit_code == 2
    assert "holds no site; nothing in it was touched" in result.stderr
    assert [path.name for path in (here / "out").iterdir()] == ["thesis.tex"]


def test_settings_without_the_plugin_are_wrong_use(here, run):
    write(here, {"mkdocs.yml": "site_name: X\ndocs_dir: content\n"})
    result = run("build")
    assert (result.exit_code, "add 'lexigraph' under 'plugins'" in result.stderr) == (2, True)


def test_settings_that_mkdocs_refuses_are_wrong_use(here, run):
    write(here, {"mkdocs.yml": PROJECT + "site_url: 7\n"})
    result = run("build")
    assert result.exit_code == 2
    assert "site_url" in result.stderr


def test_an_address_that_is_none_is_wrong_use(here, run):
    result = run("build", "--site-url", "no address")
    assert (result.exit_code, "site_url" in result.stderr) == (2, True)
