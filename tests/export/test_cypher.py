r"""The script is taken apart by the rules of openCypher, by nothing of ours.

A string in single quotes ends at the first quote without a backslash before it; a name between backticks at the first
single backtick; a statement at a semicolon outside of both.
"""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexigraph.export import cypher
from lexigraph.export.cypher import literal, name
from lexigraph.query.network import network
from tests.export.exports import exported, flagship
from tests.export.test_exporters import SECRETS
from tests.page.small_world import SCHEME, WORLD, hostile_world

STRING = re.compile(r"'((?:[^'\\\n]|\\.)*)'")
TOKEN = re.compile(r"'(?:[^'\\\n]|\\.)*'|`(?:[^`\n]|``)*`|//[^\n]*\n|[^'`/;]|;\n|/(?!/)")
ESCAPES = {"\\'": "'", "\\\\": "\\"}  # the two that Neo4j and Ladybug read alike


def script(made, suffix=".cypher"):
    (artifact,) = cypher.artifacts(replace(made, suffix=suffix))
    return artifact.data.decode()


def value(string):
    return re.sub(r"\\.", lambda escape: ESCAPES[escape[0]], string)


def statements(text):
    """Each statement with its strings as ''."""
    found, part, at = [], "", 0
    while at < len(text):
        token = TOKEN.match(text, at)
        assert token, text[at : at + 80]
        at = token.end()
        if token[0] == ";\n":
            found.append(part.strip())
            part = ""
        elif not token[0].startswith("//"):
            part += "''" if token[0].startswith("'") else token[0]
    assert not part.strip()
    return found


def unordered(text):
    """The statements whatever the order of their rows, which are by title."""
    return [sorted(line.rstrip(",") for line in statement.split("\n")) for statement in statements(text)]


def nodes(text):
    return {
        value(row[1]): {key: value(text) for key, text in re.findall(rf"(\w+): {STRING.pattern}", row[2])}
        for row in re.finditer(rf"^  {{id: {STRING.pattern}, (.*)}},?$", text, re.MULTILINE)
    }


def edges(text):
    found = set()
    for block in re.finditer(
        r"^UNWIND \[\n((?:  \{src: .*\n)+).*\n.*\nMERGE \(a\)-\[r:(\w+)\]->\(b\)$", text, re.MULTILINE
    ):
        for row in re.finditer(rf"src: {STRING.pattern}, dst: {STRING.pattern}", block[1]):
            found.add((value(row[1]), block[2], value(row[2])))
    return found


@pytest.mark.parametrize("made", [flagship(), exported(WORLD, scheme=SCHEME)], ids=["flagship", "small"])
def test_every_node_and_relation_is_in_the_script_once(made):
    text = script(made)
    written = network(made.graph)
    assert set(nodes(text)) == set(written)
    assert {id: row["title"] for id, row in nodes(text).items()} == dict(written.nodes(data="title"))
    symmetric = {type.key for type in made.graph.vocabulary.relations if type.symmetric}
    found = edges(text)
    assert found <= {(a, key.upper(), b) for a, b, key in written.edges(keys=True)}
    for a, b, key in written.edges(keys=True):
        ways = {(a, key.upper(), b), (b, key.upper(), a)} & found
        assert len(ways) == (1 if key in symmetric or (b, a, key) not in written.edges else 2)


def test_the_first_statement_makes_ids_unique_and_all_others_merge():
    first, *others = statements(script(exported(WORLD, scheme=SCHEME)))
    assert first == "CREATE CONSTRAINT entry_id IF NOT EXISTS FOR (e:Entry) REQUIRE e.id IS UNIQUE"
    assert all("\nMERGE " in statement for statement in others)


def test_for_ladybug_tables_come_first():
    text = script(exported(WORLD, scheme=SCHEME), suffix=".ladybug")
    assert "CREATE NODE TABLE IF NOT EXISTS Entry (id STRING PRIMARY KEY, title STRING" in text
    assert "CREATE REL TABLE IF NOT EXISTS USES (FROM Entry TO Entry, note STRING);" in text
    assert "CONSTRAINT" not in text
    assert nodes(text) == nodes(script(exported(WORLD, scheme=SCHEME)))


def test_many_rows_are_one_statement():
    files = {f"e{number}.md": f"# E{number}\n" for number in range(1001)}
    made = statements(script(exported(files)))
    assert len(made) == 1 + 3
    assert max(statement.count("{id: ''") for statement in made) == 500


HOSTILE = ["'", "\\", "\\'", "'}] AS row MATCH (n) DETACH DELETE n //", ";\n", "`", "\\u0027", "*/", "\u2028"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_world_changes_what_the_script_does(text):
    assert unordered(script(exported(hostile_world(text)))) == unordered(script(exported(hostile_world("x"))))


@settings(max_examples=300)
@given(
    st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("'\\`;/*u0027\n\r\t{}")), max_size=20)
)
def test_no_text_ends_a_string(text):
    written = literal(text)
    assert STRING.fullmatch(written)
    kept = "".join(char if char.isprintable() or not char.isascii() else " " for char in text)
    read = value(written[1:-1])
    assert [a for a, b in zip(kept, read, strict=True) if a != b and b != " "] == []
    # an engine that reads \u0027 as a quote before it looks for strings finds a backslash before that quote
    assert STRING.fullmatch(re.sub(r"\\u0027", "'", written))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_no_key_ends_the_name_of_a_type(key):
    assert re.fullmatch(r"[A-Z_a-z]\w*|`(?:[^`\n]|``)*`", name(key))


def test_no_comment_gets_into_the_script():
    assert "secret" not in script(exported(SECRETS))
