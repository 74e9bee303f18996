"""Wrong use is told in one form, with the nearest word or the way the verb is used."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("serch x", "error: no such command 'serch'\n  help: the nearest are 'search' and 'serve'\n"),
        ("check --strct", "error: no such option '--strct'\n  help: the nearest are '--strict' and '--select'\n"),
        ("path rag", "error: missing argument 'B'\n  help: lexigraph path [OPTIONS] A B; see lexigraph path --help\n"),
        (
            "check --profile gest",
            "error: --profile: 'gest' is not one of 'default', 'guest'\n  help: lexigraph check [OPTIONS] [PATH]...; see ",
        ),
        ("check --today tomorrow", "error: 'tomorrow' is not a date\n  help: write it as 2026-11-30\n"),
        ("check --today 2026-02-30", "error: '2026-02-30' is not a date\n  help: write it as 2026-11-30\n"),
        ("check --select E9", "error: no rule has the code or name 'E9'\n  help: lexigraph explain --all lists them\n"),
        (
            "check --ignore unkown-entry",
            "error: no rule has the code or name 'unkown-entry'\n  help: the nearest are 'unknown-entry' and ",
        ),
        ("search rag --topic idea", "error: there is no topic 'idea'\n  help: topics are ideas, methods\n"),
        ("export jsn", "error: there is no format 'jsn'\n  help: formats are json, "),
        ("search rag --kind tecnique", "error: there is no kind 'tecnique'\n  help: kinds are concept, technique, "),
    ],
)
def test_wrong_use_says_what_to_do(here, run, arguments, said):
    result = run(*arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)


def test_without_a_verb_the_help_is_shown(run):
    result = run()
    assert result.exit_code == 2
    assert "Usage: lexigraph [OPTIONS] COMMAND" in result.output
