"""What needs an extra says how to install it, wherever the need shows."""

import sys

import pytest
from tests.cli.conftest import write


@pytest.mark.parametrize(
    ("arguments", "package", "said"),
    [
        (
            "import skos a.ttl -o content",
            "rdflib",
            "'skos' needs a package that is not installed\n  help: pip install ",
        ),
        ("export parquet -o tables", "duckdb", "'parquet' needs a package that is not installed\n  help: pip install "),
        ("mcp", "mcp", "the server needs the package 'mcp'\n  help: pip install "),
    ],
)
def test_a_missing_package_is_named_with_the_line_that_installs_it(here, run, monkeypatch, arguments, package, said):
    write(here, {"a.ttl": "<http://x/a> a <http://x/b> .\n"})
    for name in [name for name in sys.modules if name.split(".")[0] == package or name.startswith("lexigraph.mcp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    asked = run(*arguments.split())
    assert asked.exit_code == 2
    assert asked.stderr.startswith(f"error: {said}")
    assert "lexigraph[" in asked.stderr
