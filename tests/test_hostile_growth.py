"""Ten thousand of anything cost time that grows with the text: what once took minutes takes a moment."""

import time
from collections.abc import Callable, Mapping

import pytest

from lexigraph.check import check
from lexigraph.check.introduced import compare
from tests.worlds import graph

Files = Mapping[str, str]
SECONDS = 4.0
"""Of one check; each of these took from 4 seconds to several minutes."""
_SCHEME = "title: World\ndescription: Of hostile files.\nlicense: CC-BY-4.0\n"


def _entry(title: str, front: str = "", body: str = "") -> str:
    return f"---\ntitle: {title}\ndefinition: What it is, said in one line.\n{front}\n---\n\n{body}\n"


def _defined_links() -> Files:
    links = "\n\n".join(f"[x][r{number}]" for number in range(2000))
    names = "\n".join(f"[r{number}]: old.md" for number in range(2000))
    return {"a.md": _entry("A", body=f"{links}\n\n{names}"), "b.md": _entry("B", "redirect_from: [old]")}


def _anchors() -> Files:
    return {"a.md": _entry("A", body="\n\n".join(f"## Head {n}\n\n[x](#hed-{n}s)" for n in range(2000)))}


def _bullets() -> Files:
    questions = "\n".join(f"- Why is it {n}?\n\n  Since [it](b.md) is.\n" for n in range(2000))
    return {"a.md": _entry("A", body=f"## Open questions\n\n{questions}"), "b.md": _entry("B")}


def _suppressions() -> Files:
    comments = "\n".join("<!-- lexigraph: allow broken-link: known -->" for _ in range(2000))
    links = "\n".join("- [x](nowhere.md)" for _ in range(2000))
    return {"a.md": _entry("A", body=f"{comments}\n\n{links}")}


def _long_list() -> Files:
    items = "\n".join("  - old" for _ in range(2000))
    return {"a.md": _entry("A", f"related:\n{items}"), "b.md": _entry("B", "redirect_from: [old]")}


def _flow_list() -> Files:
    return {"a.md": _entry("A", f"aliases: [{', '.join(['b'] * 4000)}]")}


def _ladder() -> Files:
    size, each = 700, 8
    above = {n: ", ".join(f"b{up}" for up in range(n + 1, min(size, n + 1 + each))) for n in range(size)}
    return {f"b{n}.md": _entry(f"B{n}", f"broader: [{ids}]\nrelated: [b{size - 1}]") for n, ids in above.items()}


def _shared_alias() -> Files:
    return {f"b{n}.md": _entry(f"B{n}", "aliases: [other name]") for n in range(700)}


def _redirects() -> Files:
    return {"a.md": _entry("A", "related: [r0]")} | {
        f"r{n}.md": f"---\ndestination: r{n + 1}\n---\n" for n in range(2000)
    }


_WORLDS: tuple[Callable[[], Files], ...] = (
    _defined_links, _anchors, _bullets, _suppressions, _long_list, _flow_list, _ladder, _shared_alias, _redirects,
)  # fmt: skip


@pytest.mark.parametrize("world", _WORLDS, ids=lambda world: world.__name__.strip("_"))
def test_a_check_is_done_in_a_moment(world: Callable[[], Files]) -> None:
    files = world()
    start = time.process_time()
    check(graph(files, scheme=_SCHEME), extend=("I",))
    assert time.process_time() - start < SECONDS


def test_equal_findings_that_all_moved_are_matched_in_a_moment() -> None:
    links = "\n\n".join("[x](nowhere.md)" for _ in range(2000))
    before, after = (
        graph({"a.md": _entry("A", body=f"{first}{links}")}, scheme=_SCHEME) for first in ("", "A line.\n\n")
    )
    start = time.process_time()
    found = compare(after, before)
    assert time.process_time() - start < SECONDS
    assert (found.introduced, found.fixed, len([each for each in found.older if each.rule == "broken-link"])) == (
        (),
        (),
        2000,
    )
