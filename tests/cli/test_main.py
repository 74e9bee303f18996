import os
import signal
import socket
import subprocess
import sys

from lexigraph.cli import VERBS


def command(*arguments: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    line = "from lexigraph.cli import main; main()"
    return subprocess.run([sys.executable, "-c", line, *arguments], capture_output=True, check=False, **options)


def test_help_names_every_verb(run):
    shown = run("--help").stdout
    assert all(f"\n  {verb} " in shown for verb in VERBS)


def test_every_verb_takes_the_shared_options(run):
    for verb in VERBS:
        shown = run(verb, "--help").stdout
        assert all(option in shown for option in ("-C DIR", "--color", "--quiet", "--version"))


def test_every_verb_that_asks_the_graph_shows_an_example(run):
    for verb in list(VERBS)[list(VERBS).index("show") : list(VERBS).index("mcp")]:
        assert f"lexigraph {verb} " in run(verb, "--help").stdout.partition("\n")[2]


def test_the_version_is_printed(run):
    assert run("--version").stdout.startswith("lexigraph ")


def test_help_loads_nothing_that_a_verb_needs():
    line = (
        "import sys\nfrom lexigraph.cli import lexigraph\n"
        "try:\n    lexigraph(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'mkdocs', 'material', 'rich', 'pydantic', 'networkx', 'jinja2'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_an_unknown_verb_is_wrong_use(run):
    assert run("buidl").exit_code == 2


def test_output_is_utf_8_whatever_the_locale(here):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    shown = command("show", "rag", env=environment)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "technique · methods/rag.md" in shown.stdout.decode("utf-8")


def test_a_closed_pipe_ends_quietly(here):
    reader, writer = os.pipe()
    os.close(reader)
    arguments = [sys.executable, "-c", "from lexigraph.cli import main; main()", "stats"]
    run = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert run.stderr == b""


def test_ctrl_c_ends_in_a_word_and_the_status_that_shells_give(here):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        arguments = [sys.executable, "-c", "from lexigraph.cli import main; main()", "list", "--graph", address]
        run = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        waiting, _ = silent.accept()
        with waiting:
            run.send_signal(signal.SIGINT)
            answer, said = run.communicate(timeout=60)
    assert (run.returncode, answer, said) == (130, b"", b"\nstopped\n")
