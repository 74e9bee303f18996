import os
import stat
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from lexigraph.export import EXPORTERS, Artifact
from lexigraph.export.written import list_name, write
from tests.export.exports import exported

NOTHING = exported({})


def folder_format(*files, fails=None):
    """A format of these files, which fails after the last of them when told so."""

    def artifacts(export):
        yield from (Artifact(path, data) for path, data in files)
        if fails:
            raise fails

    return SimpleNamespace(artifacts=artifacts, IS_FOLDER=True)


def file_format(data):
    return SimpleNamespace(artifacts=lambda export: iter([Artifact("out.x", data)]), IS_FOLDER=False)


def put(format, target, name="x"):
    return write(name, format, NOTHING, target)


def tree(folder):
    """Every file below, with its bytes, but for the lists."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".sha256")
    }


# ---- one file


def test_a_file_is_named_with_its_size(tmp_path):
    assert put(file_format(b"abc"), tmp_path / "a.x") == ((tmp_path / "a.x", 3),)
    assert tree(tmp_path) == {"a.x": b"abc"}


def test_in_a_folder_a_file_has_the_name_of_its_format(tmp_path):
    assert put(file_format(b"abc"), tmp_path) == ((tmp_path / "out.x", 3),)


def test_missing_folders_are_made(tmp_path):
    put(file_format(b"abc"), tmp_path / "a" / "b" / "c.x")
    assert tree(tmp_path) == {"a/b/c.x": b"abc"}


def test_below_a_file_nothing_is_made(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OSError, match="a") as caught:
        put(file_format(b"abc"), tmp_path / "a" / "b.x")
    assert isinstance(caught.value, (NotADirectoryError, FileExistsError))
    assert tree(tmp_path) == {"a": b""}


def test_a_link_is_followed_and_stays(tmp_path):
    (tmp_path / "there.x").write_bytes(b"old")
    (tmp_path / "here.x").symlink_to("there.x")
    assert put(file_format(b"new"), tmp_path / "here.x") == ((tmp_path / "here.x", 3),)
    assert (tmp_path / "here.x").is_symlink()
    assert (tmp_path / "there.x").read_bytes() == b"new"


def test_a_link_that_leads_nowhere_but_round_is_replaced(tmp_path):
    (tmp_path / "loop.x").symlink_to("loop.x")
    put(file_format(b"new"), tmp_path / "loop.x")
    assert tree(tmp_path) == {"loop.x": b"new"}
    assert not (tmp_path / "loop.x").is_symlink()


def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        put(file_format(b"abc"), tmp_path / "pipe")
        assert os.read(reader, 10) == b"abc"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_standard_output_may_be_named_where_it_is_a_pipe():
    reader, writer = os.pipe()
    try:
        put(file_format(b"abc"), Path(f"/dev/fd/{writer}"))
        assert os.read(reader, 10) == b"abc"
    finally:
        os.close(reader)
        os.close(writer)


def test_permissions_are_those_of_the_file_before(tmp_path):
    (tmp_path / "a.x").write_bytes(b"old")
    (tmp_path / "a.x").chmod(0o600)
    put(file_format(b"new"), tmp_path / "a.x")
    put(file_format(b"new"), tmp_path / "b.x")
    (tmp_path / "c.x").write_bytes(b"as the system makes files")
    assert stat.S_IMODE((tmp_path / "a.x").stat().st_mode) == 0o600
    assert (tmp_path / "b.x").stat().st_mode == (tmp_path / "c.x").stat().st_mode


def test_what_fails_leaves_the_old_file_and_no_other(tmp_path):
    (tmp_path / "a.x").write_bytes(b"old")
    format = SimpleNamespace(artifacts=folder_format(fails=ZeroDivisionError()).artifacts, IS_FOLDER=False)
    with pytest.raises(ZeroDivisionError):
        put(format, tmp_path / "a.x")
    assert tree(tmp_path) == {"a.x": b"old"}


def test_a_file_in_place_of_a_folder_is_an_error_that_says_so(tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(NotADirectoryError, match="a file is there, the format needs a folder"):
        put(folder_format(("a", b"")), tmp_path / "out")
    assert tree(tmp_path) == {"out": b"mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_folder_that_may_not_be_written_is_an_error_that_names_the_file(tmp_path):
    if os.geteuid() == 0:
        target = "/proc/lexigraph.x"  # where not even root makes a file
    else:
        (tmp_path / "shut").mkdir(mode=0o500)
        target = tmp_path / "shut" / "a.x"
    with pytest.raises(OSError, match=r"lexigraph\.x|a\.x") as caught:
        put(file_format(b"abc"), Path(target))
    assert caught.value.filename == str(target)


# ---- a folder


def test_a_failure_in_the_middle_changes_nothing(tmp_path):
    put(folder_format(("a", b"1"), ("t/b", b"1")), tmp_path / "out")
    with pytest.raises(ZeroDivisionError):
        put(folder_format(("a", b"2"), ("t/new", b"2"), fails=ZeroDivisionError()), tmp_path / "out")
    assert tree(tmp_path / "out") == {"a": b"1", "t/b": b"1"}


def test_a_failure_leaves_no_folder_that_was_not_there(tmp_path):
    with pytest.raises(ZeroDivisionError):
        put(folder_format(("t/a", b"1"), fails=ZeroDivisionError()), tmp_path / "x" / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../a", "t/../../a", "/tmp/a", "", ".", "a\0b"])  # noqa: S108 - refused
def test_no_name_leads_out_of_the_folder(tmp_path, path):
    with pytest.raises(ValueError, match="an exported file cannot be called"):
        put(folder_format((path, b"1")), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_no_link_leads_out_of_the_folder(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "out" / "t").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="a symbolic link on the way leads out of the folder"):
        put(folder_format(("a", b"1"), ("t/b", b"1")), tmp_path / "out")
    assert tree(tmp_path) == {}


def test_a_link_in_place_of_a_file_is_replaced_and_what_it_led_to_stays(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "out" / "a").symlink_to(tmp_path / "mine")
    put(folder_format(("a", b"1")), tmp_path / "out")
    assert tree(tmp_path) == {"mine": b"mine", "out/a": b"1"}


def test_a_folder_in_place_of_a_file_is_an_error_before_anything_is_moved(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError, match="a folder has the name of a file"):
        put(folder_format(("a", b"1"), ("b", b"1")), tmp_path)
    assert tree(tmp_path) == {}


def test_a_folder_may_be_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "here").symlink_to("there")
    assert put(folder_format(("a", b"1")), tmp_path / "here") == ((tmp_path / "here" / "a", 1),)
    assert tree(tmp_path / "there") == {"a": b"1"}


# ---- again


def test_what_the_last_export_wrote_and_this_one_does_not_is_removed(tmp_path):
    put(folder_format(("t/old", b"1"), ("t/kept", b"1"), ("u/old", b"1")), tmp_path)
    put(folder_format(("t/kept", b"2")), tmp_path)
    assert tree(tmp_path) == {"t/kept": b"2"}
    assert not (tmp_path / "u").exists()


def test_what_somebody_else_wrote_or_changed_stays(tmp_path):
    put(folder_format(("changed", b"1"), ("linked", b"1")), tmp_path)
    (tmp_path / "changed").write_bytes(b"mine")
    (tmp_path / "linked").unlink()
    (tmp_path / "linked").symlink_to("changed")
    (tmp_path / "new").write_bytes(b"mine")
    put(folder_format(("a", b"1")), tmp_path)
    assert tree(tmp_path) == {"a": b"1", "changed": b"mine", "linked": b"mine", "new": b"mine"}


def test_formats_in_one_folder_do_not_remove_what_the_others_wrote(tmp_path):
    put(folder_format(("a", b"1")), tmp_path, name="one")
    put(folder_format(("b", b"1")), tmp_path, name="two")
    put(folder_format(("c", b"1")), tmp_path, name="one")
    assert tree(tmp_path) == {"b": b"1", "c": b"1"}


def test_a_list_that_means_ill_removes_nothing_outside(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "out" / "up").symlink_to(tmp_path)
    hash = sha256(b"mine").hexdigest()
    rows = [f"{hash}  {path}" for path in ("../mine", "up/mine", str(tmp_path / "mine"), "", "a\0")]
    (tmp_path / "out" / list_name("x")).write_bytes("\n".join(rows).encode() + b"\xff\n  \n")
    put(folder_format(("a", b"1")), tmp_path / "out")
    assert tree(tmp_path) == {"mine": b"mine", "out/a": b"1"}


def test_a_name_in_other_letters_is_the_same_file_only_where_the_system_says_so(tmp_path):
    put(folder_format(("A", b"1")), tmp_path)
    put(folder_format(("a", b"1")), tmp_path)
    assert [data for name, data in tree(tmp_path).items() if name.lower() == "a"] == [b"1"]


def test_the_same_export_twice_gives_the_same_folder(tmp_path):
    files = {"t/a.md": "# A\n", "b.md": "---\nuses: [a]\n---\n"}
    for name in ("one", "two"):
        write("csv", EXPORTERS["csv"], exported(files), tmp_path / name)
        write("csv", EXPORTERS["csv"], exported(files), tmp_path / name)
    read = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")]
    assert read[0] == read[1]
    assert set(read[0]) == {"entries.csv", "relations.csv", "questions.csv", ".lexigraph-csv.sha256"}
