"""What all tests share: golden files that one option writes anew."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

_CACHES = tempfile.TemporaryDirectory(prefix="lexigraph-tests-")
os.environ["LEXIGRAPH_CACHE"] = _CACHES.name  # the user's own cache is none of the tests' business
settings.register_profile("unhurried", deadline=None)  # the machine may be busy; time is measured by the benchmark
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write golden files from what the program says now, in place of comparing",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With the option, run only the tests that have golden files."""
    if config.getoption("--regenerate-golden"):
        has_golden = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in has_golden])
        items[:] = has_golden


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A function that compares a text byte for byte with a golden file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--regenerate-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} is not there; write it with --regenerate-golden and read it"
        assert text == path.read_bytes().decode()

    return compare
