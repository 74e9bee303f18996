"""A value that was begun is a value."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Thread

import pytest

from lexigraph.model.deferred import Deferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Deferred):
    near: str
    far: str = "?"
    farther: int = 0


ASKED: list[str] = []


def rest() -> Mapping[str, object]:
    ASKED.append("rest")
    return {"far": "b", "farther": 2}


@pytest.fixture
def begun() -> Pair:
    ASKED.clear()
    return Pair.begun({"near": "a"}, rest)


WHOLE = Pair(near="a", far="b", farther=2)


def test_what_is_known_asks_for_nothing(begun: Pair) -> None:
    assert begun.near == "a"
    assert ASKED == []


def test_the_rest_is_asked_for_once(begun: Pair) -> None:
    assert (begun.far, begun.farther, begun.far) == ("b", 2, "b")
    assert ASKED == ["rest"]


def test_it_equals_hashes_and_prints_like_one_that_was_made_whole(begun: Pair) -> None:
    assert begun == WHOLE
    assert hash(Pair.begun({"near": "a"}, rest)) == hash(WHOLE)
    assert repr(Pair.begun({"near": "a"}, rest)) == repr(WHOLE)


def test_a_copy_is_whole(begun: Pair) -> None:
    assert replace(begun, near="c") == Pair(near="c", far="b", farther=2)
    assert copy.deepcopy(Pair.begun({"near": "a"}, rest)) == WHOLE
    assert pickle.loads(pickle.dumps(Pair.begun({"near": "a"}, rest))) == WHOLE  # noqa: S301 - our own bytes


def test_it_has_no_other_attribute(begun: Pair) -> None:
    with pytest.raises(AttributeError, match="'Pair' object has no attribute 'nearer'"):
        begun.nearer  # type: ignore[attr-defined] # noqa: B018 - what is tested
    assert ASKED == []


def test_it_cannot_be_changed(begun: Pair) -> None:
    with pytest.raises(AttributeError):
        begun.far = "c"  # type: ignore[misc] # what is tested


def test_threads_that_ask_at_once_all_get_it() -> None:
    found: list[str] = []
    for _ in range(50):
        one = Pair.begun({"near": "a"}, rest)
        threads = [Thread(target=lambda: found.append(one.far)) for _ in range(4)]  # noqa: B023 - joined below
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == ["b"] * 200
