import json


def test_counts_are_printed_for_people(here, run):
    result = run("stats")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines() if line]
    assert ["entries", "2"] in rows
    assert ["no", "inbound", "1"] in rows
    assert ["by", "kind"] in rows


def test_counts_are_printed_for_programs(here, run):
    counts = json.loads(run("stats", "content", "--format", "json").stdout)
    assert counts["entries"] == 2
    assert counts["relations_by_kind"] == {"uses": 1}


def test_problems_while_loading_are_counted_on_stderr(here, run):
    (here / "content" / "bad.md").write_bytes(b"---\ntitle: A\ntags: [a\n---\n")
    assert run("stats").stderr == "1 error while loading; see 'lexigraph check'\n"


def test_a_missing_folder_is_wrong_use(here, run):
    assert run("stats", "nowhere").exit_code == 2
