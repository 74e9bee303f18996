"""`lexigraph check --write-baseline`: old findings on record; the record only shrinks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import write

from lexigraph.check.baseline import line_of, read_baseline, without_old
from lexigraph.model import Rule, SourceFile

SCHEME = "title: Retrieval\ncheck: {ignore: [I], baseline: old.txt}\n"
BROKEN = "---\ntitle: X\ndefinition: What X is.\nuses: [gone, lost]\n---\n"
RULE = Rule("E301", "unknown-entry", "")


@pytest.fixture
def kept(here):
    return write(
        here, {"content/scheme.yml": SCHEME, "content/x.md": BROKEN, "content/i deas/y z.md": BROKEN.replace("X", "Y")}
    )


def lines(here):
    return (here / "content/old.txt").read_text().splitlines()


def test_a_first_baseline_holds_every_finding_and_the_check_passes(kept, run):
    result = run("check", "--write-baseline")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "content/old.txt: wrote 5 findings\nnothing found in 4 entries\n"
    assert lines(kept) == [
        "E101 y-z y z",
        "E301 x gone",
        "E301 x lost",
        "E301 y-z gone",
        "E301 y-z lost",
    ]
    assert run("check").exit_code == 0


def test_an_existing_baseline_takes_nothing_in(kept, run):
    write(kept, {"content/old.txt": "# old findings\nE301 x gone\n"})
    result = run("check", "--write-baseline", "--select", "E301")
    assert result.exit_code == 1
    assert lines(kept) == ["# old findings", "E301 x gone"]
    assert "content/old.txt: nothing to take out, 1 left\n" in result.stderr


def test_what_is_mended_goes_out_and_the_rest_stays(kept, run):
    run("check", "--write-baseline")
    write(kept, {"content/x.md": BROKEN.replace("gone", "rag")})
    result = run("check", "--format", "concise")
    assert result.stdout == "content/old.txt:2:1: warning[W803] no finding matches this line any more\n"
    result = run("check", "--write-baseline")
    assert result.stderr == "content/old.txt: took out 1 line, 4 left\nnothing found in 4 entries\n"
    assert "E301 x gone" not in lines(kept)


def test_lines_of_rules_that_did_not_run_stay(kept, run):
    run("check", "--write-baseline")
    before = lines(kept)
    write(kept, {"content/x.md": BROKEN.replace("gone, lost", "rag")})
    run("check", "--write-baseline", "--select", "E1")
    assert lines(kept) == before


def test_a_fix_takes_idle_lines_out(kept, run):
    write(kept, {"content/old.txt": "# old findings\nE301 x gone\nE301 x mended\n"})
    result = run("check", "--fix", "--ignore", "E1")
    assert result.stdout.startswith("fixed content/old.txt:3:1 W803 unused-suppression: removed E301 x mended\n")
    assert lines(kept) == ["# old findings", "E301 x gone"]


def test_a_line_number_that_moves_disturbs_no_baseline(kept, run):
    run("check", "--write-baseline")
    write(kept, {"content/x.md": BROKEN.replace("uses", "aliases: [Ex]\nuses")})
    assert run("check").exit_code == 0


def test_one_line_stands_for_one_finding(here, run):
    twice = "---\ntitle: X\ndefinition: One.\nuses: [gone]\n---\n\n[[wish]]\n\n[[wish]]\n"
    write(here, {"content/scheme.yml": SCHEME, "content/x.md": twice, "content/old.txt": "E301 x gone\nW402 x wish\n"})
    assert (
        run("check", "--format", "concise").stdout == "content/x.md:9:1: warning[W402] no entry has the name 'wish'\n"
    )


@pytest.mark.parametrize("flag", ["--fix", "--diff", "--base=HEAD", "content/x.md"])
def test_a_baseline_is_about_the_whole(kept, run, flag):
    assert run("check", "--write-baseline", flag).exit_code == 2
    assert not (kept / "content/old.txt").exists()


@pytest.mark.parametrize(
    "path", ["../old.txt", "/srv/old.txt", "scheme.yml", "methods/rag.md", "7", "[a]", "up/old.txt"]
)
def test_a_baseline_lies_in_the_folder_and_is_a_text(kept, run, path):
    (kept / "content/up").symlink_to(kept)
    write(kept, {"content/scheme.yml": SCHEME.replace("old.txt", path)})
    result = run("check", "--write-baseline")
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (kept / "old.txt").exists()


def test_without_a_name_there_is_no_baseline(here, run):
    result = run("check", "--write-baseline")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: the scheme names no baseline\n  help: ")


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=40)), max_size=6))
def test_any_subject_is_found_again(findings):
    found = [RULE.at(path, entry=entry, subject=subject) for entry, path, subject in findings]
    text = "".join(f"{line}\n" for line in sorted(map(line_of, found)))
    assert text.count("\n") == len(found)
    baseline = read_baseline(SourceFile(path="old.txt", data=text.encode("utf-8", "surrogatepass")))
    assert without_old(found, baseline) == ((), ())
