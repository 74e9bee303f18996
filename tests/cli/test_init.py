import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from lexigraph.cli import VERBS
from lexigraph.cli.folder import project_here

PROGRAMS = Path(sys.executable).parent


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def program(name: str, *arguments: str, cwd: Path) -> str:
    done = subprocess.run([PROGRAMS / name, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("options", [(), ("--repo", "acme/terms", "--title", 'Acme\'s: "words" & <more>')])
def test_what_it_writes_is_clean_and_builds(tmp_path: Path, options: tuple[str, ...]):
    program("lexigraph", "init", *options, cwd=tmp_path)
    assert "nothing found in 3 entries" in program("lexigraph", "check", "--strict", "--info", cwd=tmp_path)
    program("lexigraph", "build", "--strict", cwd=tmp_path)
    program("mkdocs", "build", "--strict", "--quiet", "--site-dir", "other", cwd=tmp_path)
    home = (tmp_path / "other" / "index.html").read_text("utf-8")
    if options:
        assert "&amp; &lt;more&gt;" in home and "<more>" not in home
        assert "https://github.com/acme/terms/issues/new?template=suggest-an-entry.yml" in (
            tmp_path / "other" / "a-z" / "index.html"
        ).read_text("utf-8")


def test_it_writes_the_same_files_for_github_as_the_flagship_has(tmp_path: Path, run):
    root = Path(__file__).parents[2]
    assert run("init", tmp_path).exit_code == 0
    assert {path for path in below(tmp_path) if path.startswith(".github/")} == {
        path for path in below(root / ".github") for path in [f".github/{path}"] if not path.endswith("/tests.yml")
    }


def test_an_existing_file_is_named_and_left_alone(tmp_path: Path, run):
    (tmp_path / "CONTRIBUTING.md").write_text("Ours.")
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "nowhere")
    done = run("init", tmp_path)
    assert f"kept {tmp_path.as_posix()}/CONTRIBUTING.md, which exists" in done.stdout
    assert f"kept {tmp_path.as_posix()}/mkdocs.yml, which exists" in done.stdout
    assert (tmp_path / "CONTRIBUTING.md").read_text() == "Ours."
    assert not (tmp_path / "nowhere").exists()


def test_a_second_run_writes_nothing(tmp_path: Path, run):
    run("init", tmp_path)
    done = run("init", tmp_path)
    assert (done.exit_code, "wrote" in done.stdout) == (0, False)


def test_a_dry_run_says_what_would_be_written(tmp_path: Path, run):
    done = run("init", tmp_path / "new", "--dry-run")
    assert "would write " in done.stdout and "nothing written" in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_a_link_to_somewhere_else_is_not_written_to(tmp_path: Path, run):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / ".github").symlink_to(tmp_path / "elsewhere")
    done = run("init", tmp_path / "new")
    assert done.exit_code == 2 and "leads out of" in done.stderr
    assert not below(tmp_path / "elsewhere")


@pytest.mark.parametrize("name", ["acme", "acme/", "a/b/c", 'a/b"', "a/b\nc", "-a/b"])
def test_a_name_that_is_no_repository_is_wrong_use(tmp_path: Path, run, name: str):
    done = run("init", tmp_path / "new", "--repo", name)
    assert done.exit_code == 2 and "OWNER/NAME" in done.stderr
    assert not (tmp_path / "new").exists()


def test_the_site_of_an_account_lies_at_its_root(tmp_path: Path, run):
    run("init", tmp_path, "--repo", "Acme/acme.github.io")
    assert yaml.safe_load((tmp_path / "mkdocs.yml").read_text())["site_url"] == "https://acme.github.io/"


def test_other_peoples_markdown_is_copied_and_left_as_it_is(tmp_path: Path, run, monkeypatch):
    notes = tmp_path / "notes"
    (notes / "deep").mkdir(parents=True)
    (notes / "rag.md").write_bytes(b"# RAG\r\n\r\nFetches.\r\n\r\n![x](deep/x.png) [[Wanted]]\r\n")
    (notes / "deep" / "x.png").write_bytes(b"\x89PNG\r\n")
    (notes / ".hidden.md").write_text("secret")
    new = tmp_path / "new"
    assert run("init", new, "--from", notes).exit_code == 0
    assert {path for path in below(new) if path.startswith("content/")} == {
        "content/rag.md", "content/deep/x.png", "content/scheme.yml",
    }  # fmt: skip
    assert (new / "content" / "rag.md").read_bytes() == (notes / "rag.md").read_bytes()
    scheme = yaml.safe_load((new / "content" / "scheme.yml").read_text())
    assert scheme["check"] == {"profile": "guest"} and "license" not in scheme
    assert run("check", "-C", new).exit_code == 0
    monkeypatch.chdir(new)
    assert (project := project_here()) is not None and project.content == new / "content"


def test_a_scheme_that_comes_with_them_is_kept_and_its_kinds_are_offered(tmp_path: Path, run):
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "scheme.yml").write_text("title: Kitchen\nkinds: [{key: recipe, plural: Recipes}]\n")
    (notes / "soup.md").write_text("---\ntitle: Soup\nkind: recipe\n---\nHot.\n")
    new = tmp_path / "new"
    run("init", new, "--from", notes)
    assert (new / "content" / "scheme.yml").read_text() == (notes / "scheme.yml").read_text()
    assert "    - recipe\n" in (new / ".github/ISSUE_TEMPLATE/suggest-an-entry.yml").read_text()
    assert yaml.safe_load((new / "mkdocs.yml").read_text())["site_name"] == "Kitchen"


def test_it_does_not_copy_a_folder_into_itself(tmp_path: Path, run):
    assert run("init", tmp_path / "new", "--from", tmp_path).exit_code == 2


def test_it_is_listed_first():
    assert next(iter(VERBS)) == "init"


def test_markdown_whose_links_begin_with_its_folder_keeps_the_folder(tmp_path: Path, run):
    notes = tmp_path / "terms"
    notes.mkdir()
    (notes / "soup.md").write_text("# Soup\n\nHot.\n\nLike [broth](/terms/broth/).\n")
    (notes / "broth.md").write_text("# Broth\n\nClear.\n")
    new = tmp_path / "new"
    run("init", new, "--from", notes)
    assert (new / "content/terms/soup.md").is_file()
    assert run("check", "-C", new).exit_code == 0
