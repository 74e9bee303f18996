import os
import subprocess
import sys
from pathlib import Path

import pytest

from lexigraph.site.swap import OutputBusyError, complete_swap, exchange_folders, replacing, work_folder


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def cannot_exchange(one: Path, other: Path) -> bool:
    return False


@pytest.fixture(params=[exchange_folders, cannot_exchange], ids=["exchange", "two renames"])
def exchange(request):
    return request.param


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    output = tmp_path / "site"
    output.mkdir()
    (output / "index.html").write_text("old")
    (output / "gone.html").write_text("old")
    return output


def test_a_new_site_takes_the_place_of_the_old_one_whole(old_site, exchange):
    with replacing(old_site, exchange=exchange) as new:
        (new / "index.html").write_text("new")
    assert tree(old_site.parent) == {"site/index.html": "new"}


def test_the_old_site_stands_until_the_new_one_is_complete(old_site, exchange):
    with replacing(old_site, exchange=exchange) as new:
        (new / "index.html").write_text("new")
        assert tree(old_site) == {"index.html": "old", "gone.html": "old"}


def test_a_failed_build_leaves_the_old_site_and_nothing_else(old_site, exchange):
    with pytest.raises(ZeroDivisionError), replacing(old_site, exchange=exchange) as new:
        (new / "index.html").write_text("half")
        raise ZeroDivisionError
    assert tree(old_site.parent) == {"site/index.html": "old", "site/gone.html": "old"}
    assert list(old_site.parent.iterdir()) == [old_site]


def test_an_interrupted_build_leaves_the_old_site_and_nothing_else(old_site):
    with pytest.raises(KeyboardInterrupt), replacing(old_site):
        raise KeyboardInterrupt
    assert list(old_site.parent.iterdir()) == [old_site]


def test_a_first_site_is_put_in_place(tmp_path, exchange):
    with replacing(tmp_path / "site", exchange=exchange) as new:
        (new / "index.html").write_text("new")
    assert tree(tmp_path) == {"site/index.html": "new"}


def test_missing_folders_above_the_output_are_made(tmp_path):
    with replacing(tmp_path / "a" / "b" / "site") as new:
        (new / "index.html").write_text("new")
    assert tree(tmp_path) == {"a/b/site/index.html": "new"}


def test_a_failed_build_takes_the_folders_it_made_away_again(tmp_path):
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "a" / "b" / "site"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_an_empty_output_is_replaced(tmp_path, exchange):
    (tmp_path / "site").mkdir()
    with replacing(tmp_path / "site", exchange=exchange) as new:
        (new / "index.html").write_text("new")
    assert tree(tmp_path) == {"site/index.html": "new"}


def test_when_the_second_rename_fails_the_old_site_comes_back(old_site):
    with pytest.raises(OSError), replacing(old_site, exchange=cannot_exchange) as new:
        (new / "index.html").write_text("new")
        new.rename(new.with_name("vanished"))
    assert tree(old_site.parent) == {"site/index.html": "old", "site/gone.html": "old"}


KILLED = """
import os, sys
from pathlib import Path
from lexigraph.site import swap

calls = []
rename = Path.rename

def counted(self, target):
    calls.append(target)
    if len(calls) > int(sys.argv[2]):
        os._exit(9)
    return rename(self, target)

Path.rename = counted
with swap.replacing(Path(sys.argv[1]), exchange=lambda one, other: False) as new:
    (new / "index.html").write_text("new")
"""


def killed_after(renames: int, output: Path) -> None:
    run = subprocess.run([sys.executable, "-c", KILLED, str(output), str(renames)], check=False)
    assert run.returncode == 9
    assert work_folder(output).is_dir()


def test_a_build_killed_before_the_renames_leaves_the_old_site_for_the_next_command(old_site):
    killed_after(0, old_site)
    complete_swap(old_site)
    assert tree(old_site.parent) == {"site/index.html": "old", "site/gone.html": "old"}


def test_a_build_killed_between_the_renames_is_completed_by_the_next_command(old_site):
    killed_after(1, old_site)
    assert not old_site.exists()
    complete_swap(old_site)
    assert tree(old_site.parent) == {"site/index.html": "new"}


def test_a_build_killed_between_the_renames_is_completed_before_the_next_build(old_site):
    killed_after(1, old_site)
    with pytest.raises(ZeroDivisionError), replacing(old_site):
        raise ZeroDivisionError
    assert tree(old_site.parent) == {"site/index.html": "new"}


def test_what_an_unfinished_build_left_is_cleared_away(old_site):
    (work_folder(old_site) / "new").mkdir(parents=True)
    (work_folder(old_site) / "new" / "index.html").write_text("half")
    complete_swap(old_site)
    assert list(old_site.parent.iterdir()) == [old_site]
    assert (old_site / "index.html").read_text() == "old"


def test_an_output_made_after_the_killed_build_is_not_replaced_by_its_leftovers(old_site):
    killed_after(1, old_site)
    old_site.mkdir()
    (old_site / "index.html").write_text("newest")
    complete_swap(old_site)
    assert tree(old_site.parent) == {"site/index.html": "newest"}


def test_completing_does_nothing_where_nothing_is_left_over(old_site):
    complete_swap(old_site)
    assert list(old_site.parent.iterdir()) == [old_site]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock on folders")
def test_a_second_build_of_the_same_output_is_refused_while_the_first_runs(old_site):
    with replacing(old_site) as new:
        (new / "index.html").write_text("first")
        with pytest.raises(OutputBusyError), replacing(old_site):
            pass
    assert tree(old_site.parent) == {"site/index.html": "first"}


def test_the_new_site_has_the_rights_that_the_user_gives_to_new_folders(old_site):
    before = os.umask(0o022)
    try:
        with replacing(old_site) as new:
            (new / "index.html").write_text("new")
    finally:
        os.umask(before)
    assert old_site.stat().st_mode & 0o777 == 0o755
