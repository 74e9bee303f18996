"""What is printed, in every form: nothing in it steers a terminal, and the forms agree."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from tests.cli.conftest import write

FORMATS = ("text", "json", "jsonl", "csv", "markdown")
EVIL = "A\\e]0;owned\\a\\e[2J\\x9b31m\\u202E B"
WORLD = {
    "content/scheme.yml": "title: T\n",
    "content/evil.md": (
        f'---\ntitle: "{EVIL}"\naliases: ["@team #1 https://evil.example", "x\\ty"]\nkind: technique\n'
        f'definition: "One {EVIL} | two"\nuses:\n  - good: "why {EVIL}"\n  - "nobody {EVIL}"\n---\n\n'
        "It names Good and \x1b[31mred\x1b[0m and [good](good.md) \x9b2J here.\n\n"
        "## Open questions\n\n- Why \x1b]8;;https://evil.example\x07click\x1b]8;;\x07 here? {#why}\n"
    ),
    "content/good.md": "---\ntitle: Good\n---\nIt names [[evil]].\n",
}
VERBS = (
    ("show", "evil"),
    ("show", "evil", "--only", "mentions"),
    ("show", "good"),
    ("list",),
    ("search", "good"),
    ("search", "is:question"),
    ("neighbours", "good", "--depth", "2"),
    ("path", "good", "evil"),
    ("order", "evil"),
    ("questions",),
    ("wanted",),
    ("stats",),
    ("show", "\x1b[2Jnobody"),
    ("search", "\x1b[2Jnobody"),
)
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, WORLD)


@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
def test_nothing_in_an_answer_steers_the_terminal(evil, run, arguments):
    for style in FORMATS:
        result = run(*arguments, "--format", style)
        assert not STEERS.search(result.output.replace("\r\n", "\n")), style
        assert not STEERS.search(result.stderr), style


@pytest.mark.parametrize("arguments", [VERBS[0], *VERBS[3:12]], ids=" ".join)
def test_the_forms_for_programs_agree(evil, run, arguments):
    document = json.loads(run(*arguments, "--format", "json").stdout)
    lines = [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]
    assert lines == (document if isinstance(document, list) else [document])
    table = run(*arguments, "--format", "csv").stdout_bytes.decode()
    assert table.endswith("\r\n")
    if isinstance(document, list):
        rows = list(csv.DictReader(io.StringIO(table, newline="")))
        assert len(rows) == len(document)
        assert all(None not in row and None not in row.values() for row in rows)


def _tainted(value, key=""):
    """The document with what steers a terminal in every text that people read."""
    if isinstance(value, dict):
        return {name: _tainted(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_tainted(inner, key) for inner in value]
    is_text = key in ("title", "definition", "note", "sentence", "aliases", "label", "text", "heading", "why_open")
    return f"{value}\x1b[2J\x07\x9b2J\u202e" if is_text else value


def test_neither_does_a_document_of_somebody_else(evil, run, tmp_path):
    document = _tainted(json.loads(run("export", "json").stdout))
    (tmp_path / "concepts.json").write_text(json.dumps(document))
    for arguments in VERBS:
        for style in FORMATS:
            result = run(*arguments, "--format", style, "--graph", tmp_path / "concepts.json")
            assert result.exit_code in (0, 1), result.output
            assert not STEERS.search(result.output.replace("\r\n", "\n")), (arguments, style)


def test_a_markdown_cell_is_no_markup_and_calls_nobody(evil, run):
    row = run("search", "team", "--format", "markdown").stdout.splitlines()[2]
    assert "@team" not in row
    assert "#1 " not in row
    assert "https://" not in row
    assert "One A" in row
    assert "\\| two" in row


def test_every_verb_prints_the_same_bytes_again(evil, run):
    for arguments in VERBS[:12]:
        assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes


def test_a_closed_pipe_ends_quietly_while_there_is_more(here):
    write(
        here,
        {f"content/many/e{number:03}.md": f"---\ntitle: E{number}\n---\n{'long ' * 50}\n" for number in range(400)},
    )
    line = f"{sys.executable} -m lexigraph list --format jsonl | head -1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["id"] == "e000"
    assert run.stderr == ""


def _on_a_terminal(*arguments: str, columns: int, **environment: str) -> str:
    """What the program prints on a terminal of that width."""
    outer, inner = pty.openpty()
    termios.tcsetwinsize(inner, (24, columns))
    surroundings = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    program = [sys.executable, "-m", "lexigraph", *arguments]
    with subprocess.Popen(program, stdout=inner, stderr=inner, env={**surroundings, **environment}):
        os.close(inner)
        parts = []
        while True:
            try:
                parts.append(os.read(outer, 65536))
            except OSError:
                break
            if not parts[-1]:
                break
    os.close(outer)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_on_a_terminal_rows_are_cut_and_prose_is_wrapped(here, run):
    listed = _on_a_terminal("list", "-q", columns=50)
    assert "\x1b" not in listed
    assert all(len(line) <= 50 for line in listed.splitlines())
    assert "Retrieval-augm" in listed
    assert "…" in listed
    shown = _on_a_terminal("show", "rag", "-q", columns=60, NO_COLOR="1")
    assert "\x1b" not in shown
    assert all(len(line) <= 60 for line in shown.splitlines())
    assert " ".join(shown.split()) == " ".join(run("show", "rag").stdout.split())


def test_a_terminal_gets_colour_unless_it_is_not_wanted(here, run):
    assert "\x1b[1mRetrieval-augmented generation\x1b[0m" in _on_a_terminal("show", "rag", "-q", columns=80)
    assert "\x1b" not in run("show", "rag").stdout
    assert "\x1b[1m" in run("show", "rag", "--color", "always").stdout
