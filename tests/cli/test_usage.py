"""Wrong use is told in one form, with the nearest word or the way the verb is used."""

import pytest
from tests.cli.conftest import write


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("serch x", "error: no such command 'serch'\n  help: the nearest is 'search'\n"),
        ("check --strct", "error: no such option '--strct'\n  help: the nearest are '--strict' and '--select'\n"),
        (
            "path rag a b",
            "error: got unexpected extra argument (b)\n  help: put quotes round a name of several words; lexigraph path ",
        ),
        (
            "list kind model",
            "error: got unexpected extra arguments (kind model)\n  help: the option is --kind; lexigraph list ",
        ),
        ("list --kind", "error: option '--kind' requires an argument\n  help: see lexigraph list --help\n"),
        (
            "show -name",
            "error: no such option '-n'\n  help: a name that begins with - goes behind two of them: lexigraph show -- ",
        ),
        ("rag show", "error: no such command 'rag'\n  help: the command comes first: lexigraph show …\n"),
        ("neighbors rag", "error: no such command 'neighbors'\n  help: the nearest is 'neighbours'\n"),
        ("questions --status openn", "error: no state 'openn'\n  help: states are open, partially-answered, "),
        (
            "show rag --only relation",
            "error: there is no part 'relation'\n  help: the nearest is 'relations'; parts are definition, ",
        ),
        ("show rag --only relations,questions --format csv", "error: CSV holds one table\n  help: name one part: "),
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
        (
            "search rag --topic idea",
            "error: there is no topic 'idea'\n  help: the nearest is 'ideas'; topics are ideas, methods\n",
        ),
        ("export jsn", "error: there is no format 'jsn'\n  help: the nearest is 'json'"),
        (
            "search rag --kind tecnique",
            "error: there is no kind 'tecnique'\n  help: the nearest is 'technique'; kinds are concept, technique, ",
        ),
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


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_an_empty_name_is_wrong_use(here, run, name):
    for arguments in (("show", name), ("order", name), ("neighbours", name), ("path", name, "rag"), ("search", name)):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert " is empty\n  help: " in result.stderr


def test_the_words_of_a_name_need_no_quotes_and_a_dash_may_begin_it(here, run):
    write(here, {"content/v.md": '---\ntitle: "-v option"\n---\nA.\n'})
    assert run("show", "retrieval-augmented", "generation").stdout == run("show", "RAG").stdout
    assert run("show", "--", "-v", "option").stdout.startswith("-v option\n")


def test_a_folder_in_the_place_of_a_name_is_sent_where_it_belongs(here, run):
    result = run("show", "content", "nothing")
    assert result.exit_code == 1
    assert result.stderr.endswith("help: a folder or an address goes behind --graph\n")


def test_kinds_and_topics_may_have_any_case(here, run):
    assert run("list", "--kind", "Technique", "--topic", "METHODS").stdout.startswith("rag ")
    assert run("search", "rag", "--kind", "Technique").exit_code == 0


def test_a_filter_that_fits_nothing_is_said(here, run):
    result = run("search", "rag", "kind:tecnique", "topic:idea", "is:opened")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "kind:tecnique fits no kind; the nearest is 'technique'; kinds are concept, " in result.stderr
    assert "is:opened fits no status; the nearest is 'open'; statuses are question, open, " in result.stderr
    assert "topic:idea fits" not in result.stderr
