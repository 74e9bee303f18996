import os
import subprocess

import pytest

from lexigraph.read import FILE_LIMIT, is_passive, read_content
from tests.worlds import write


def test_markdown_is_content_and_everything_else_an_attachment(tmp_path):
    write(tmp_path, {"b.md": "B", "a/c.md": "C", "a/pic.png": b"\x89PNG", "NOTES.MD": "x", "scheme.yml": "title: T"})
    reading = read_content(tmp_path)
    assert [file.path for file in reading.files] == ["a/c.md", "b.md"]
    assert reading.attachments == {"a/pic.png"}
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [("E001", "NOTES.MD")]
    assert reading.scheme is not None and reading.scheme.data == b"title: T"


def test_names_with_a_dot_or_underscore_in_front_are_not_content(tmp_path):
    write(tmp_path, {"_draft.md": "", ".hidden.md": "", ".git/x.md": "", "_build/y.md": "", "ok.md": ""})
    reading = read_content(tmp_path)
    assert [file.path for file in reading.files] == ["ok.md"]
    assert not reading.attachments


def test_an_excluded_folder_is_not_content(tmp_path):
    write(tmp_path, {"a.md": "", "site/b.md": ""})
    assert [file.path for file in read_content(tmp_path, exclude=(tmp_path / "site",)).files] == ["a.md"]


def test_a_translation_is_left_out_beside_its_entry_only(tmp_path):
    write(tmp_path, {"rag.md": "", "rag.de.md": "", "node.md": "", "node.js.md": "", "nur.de.md": ""})
    assert [file.path for file in read_content(tmp_path).files] == ["node.js.md", "node.md", "nur.de.md", "rag.md"]


def test_nothing_outside_the_folder_is_read_through_a_symlink(tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    content = write(tmp_path / "content", {"a.md": "A"})
    (content / "b.md").symlink_to(secret)
    (content / "outside").symlink_to(tmp_path)
    (content / "loop").symlink_to(content)
    reading = read_content(content)
    assert [file.path for file in reading.files] == ["a.md"]
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [
        ("E015", "b.md"),
        ("E001", "loop"),
        ("E015", "outside"),
    ]


def test_a_symlink_inside_the_folder_is_followed(tmp_path):
    write(tmp_path, {"a.md": "A"})
    (tmp_path / "b.md").symlink_to("a.md")
    assert [file.data for file in read_content(tmp_path).files] == [b"A", b"A"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path):
    write(tmp_path, {"a.md": "A", "b.md": "B"})
    (tmp_path / "b.md").chmod(0)
    reading = read_content(tmp_path)
    assert [file.path for file in reading.files] == ["a.md"]
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [("E001", "b.md")]


def test_a_symlink_to_nothing_and_one_to_itself_are_findings(tmp_path):
    write(tmp_path, {"a.md": "A"})
    (tmp_path / "b.md").symlink_to("gone.md")
    (tmp_path / "c.md").symlink_to("c.md")
    reading = read_content(tmp_path)
    assert [file.path for file in reading.files] == ["a.md"]
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [("E001", "b.md"), ("E001", "c.md")]


def test_a_huge_file_is_read_only_as_far_as_the_limit(tmp_path):
    write(tmp_path, {"a.md": b"x" * (FILE_LIMIT + 100)})
    assert len(read_content(tmp_path).files[0].data) == FILE_LIMIT + 1


@pytest.mark.parametrize("name", ["a b.md", "ü.md", "x'y\".md", "100%.md", "new\nline.md"])
def test_file_names_of_every_kind_are_read(tmp_path, name):
    write(tmp_path, {name: "A"})
    assert len(read_content(tmp_path).files) == 1


def test_a_named_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    assert read_content(tmp_path).files == ()


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg><script>alert(1)</script></svg>",
        "<svg onload='alert(1)'/>",
        "<svg><a href='java&#115;cript:alert(1)'/></svg>",
        "<svg><foreignObject/></svg>",
        "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>",
        "<?xml-stylesheet href='x'?><svg/>",
        "<x-y:script xmlns:x-y='http://www.w3.org/2000/svg'>alert(1)</x-y:script>",
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg/>",
        "<?xml version='1.0' encoding='ISO-2022-JP'?><svg/>",
        "<svg><a href='java&#9;script:alert(1)'/></svg>",
        "<svg><a><animate attributeName='href' values='x'/></a></svg>",
        "<svg><s:script xmlns:s='http://www.w3.org/2000/svg'/></svg>",
    ],
)
def test_a_drawing_that_would_run_something_is_no_attachment(tmp_path, drawing):
    write(
        tmp_path,
        {"bad.svg": drawing, "good.svg": "<svg><path d='M0 0'/></svg>", "utf16.svg": "<svg/>".encode("utf-16")},
    )
    assert read_content(tmp_path).attachments == {"good.svg"}


def test_what_a_browser_would_run_is_not_passive():
    assert is_passive("a/b.png") and is_passive("b.PDF") and is_passive("c.svg")
    assert not any(
        is_passive(f"x.{ending}") for ending in ("html", "xhtml", "js", "css", "swf", "wasm", "htm", "xml", "")
    )


def test_a_folder_of_any_depth_is_read(tmp_path):
    folder = os.open(tmp_path, os.O_RDONLY)  # a path of this length can only be made in steps
    for _ in range(1200):
        os.mkdir("d", dir_fd=folder)
        deeper = os.open("d", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = deeper
    os.close(folder)
    write(tmp_path, {"a.md": "A", "d/b.md": "B"})
    found = [file.path for file in read_content(tmp_path).files]
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # too deep for the recursion of shutil.rmtree
    assert found == ["a.md", "d/b.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_opened_is_a_finding(tmp_path):
    write(tmp_path, {"a.md": "A", "closed/b.md": "B"})
    (tmp_path / "closed").chmod(0)
    reading = read_content(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert [file.path for file in reading.files] == ["a.md"]
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [("E001", "closed")]


def test_of_two_files_whose_names_are_one_text_the_first_is_read(tmp_path):
    write(tmp_path, {"caf\u00e9.md": "A", "cafe\u0301.md": "B"})
    reading = read_content(tmp_path)
    assert [file.path for file in reading.files] == ["caf\u00e9.md"]
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [("E001", "caf\u00e9.md")]


def test_a_site_built_inside_the_folder_is_no_content(tmp_path):
    page = '<!doctype html>\n<html><head><meta name="generator" content="mkdocs-1.6.1"></head></html>'
    write(
        tmp_path,
        {"a.md": "A", "public/index.html": page, "public/a.md": "A", "demo/index.html": "<p>", "demo/b.md": ""},
    )
    assert [file.path for file in read_content(tmp_path).files] == ["a.md", "demo/b.md"]


def test_a_drawing_that_acts_is_reported_and_left_out(tmp_path):
    write(tmp_path, {"a.svg": "<svg><script/></svg>", "b.svg": "<svg/>"})
    reading = read_content(tmp_path)
    assert reading.attachments == {"b.svg"}
    assert [(finding.code, finding.path) for finding in reading.diagnostics] == [("W013", "a.svg")]
