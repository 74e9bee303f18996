"""What all tests share: golden files that one option writes anew."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

if "PYTEST_XDIST_WORKER" not in os.environ:  # the workers inherit it: what one has parsed, the other need not
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


@pytest.fixture(scope="session")
def flagship_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of this repository's content; not to be changed. It takes seconds: all tests share it."""
    from lexigraph.site.build import build  # here: most runs need no site
    from lexigraph.site.config import built_in_config

    content = Path(__file__).parents[1] / "content"
    return build(built_in_config(content), tmp_path_factory.mktemp("flagship") / "site").output


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
