r"""`cypher`: a script that puts entries, questions and relations into Neo4j, or into Ladybug (Kuzu).

It may be run again: nodes are merged by id, relations by their ends. What the graph no longer has stays in the
database. For a file named `.ladybug` or `.kuzu` the tables that those need come first, in place of Neo4j's constraint;
all else is the same. Source: openCypher 9, "Literals": in a string `\\`, `\'` and the escapes of line ends; in a name
between backticks, two of them stand for one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.tables import Row, entry_row, question_row
from lexigraph.graph import Graph, Relation
from lexigraph.parse.comments import without_html_comments

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts", "literal", "name"]

LEFT_OUT: tuple[str, ...] = (
    "bodies", "texts of topics and of the home page", "links in bodies", "mentions",
    "of entries all but title, names, definition, kind, topic, tags, level, status",
    "of questions all but text, state and what they are joined to",
    "citations of relations", "relations of an entry with itself", "redirects", "wanted names",
    "scheme and vocabulary",
)  # fmt: skip
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = False
SUFFIX = ".cypher"

_WITH_TABLES = frozenset({".ladybug", ".lbug", ".kuzu"})
_TYPED = "CAST([] AS STRING[])"
"""An empty list in Ladybug, which otherwise takes it for one of numbers."""
_AT_ONCE = 500
"""Rows of one statement."""
_TEXTS = ("title", "kind", "topic", "definition", "acronym", "level", "status", "state", "path", "url")
_LISTS = ("aliases", "tags")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPED = {
    "\\": "\\\\", "'": "\\'",
    **{chr(code): " " for code in (*range(32), *range(127, 160), 0x2028, 0x2029)},
}  # fmt: skip
"""A control character is of no use in a database, some programs take one for the end of a line, and Ladybug reads
`\\n` as an `n`."""
_TABLE = str.maketrans(_ESCAPED)


def artifacts(export: Export) -> Iterator[Artifact]:
    """The script: one statement for many rows, so that thousands of entries are loaded in seconds."""
    found = _relations(export.graph)
    tables = export.suffix in _WITH_TABLES
    parts = (
        _head(export),
        *(_tables(found) if tables else _CONSTRAINT),
        *_nodes(_node_rows(export), empty=_TYPED if tables else "[]"),
        *(part for type, rows in found.items() for part in _edges(type, rows)),
    )
    yield Artifact("graph.ladybug" if tables else "graph.cypher", "\n".join(parts).encode())


def literal(value: str | int | list[str], *, empty: str = "[]") -> str:
    """The value as Cypher writes it, on one line; `empty` is a list of nothing."""
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]" if value else empty
    if isinstance(value, str):
        return f"'{value.translate(_TABLE)}'"
    return str(value)


def name(key: str) -> str:
    """The key of a relation as a relationship type: in capitals, quoted where it is no plain name."""
    type = key.upper().replace("-", "_")
    quoted = type.translate(_TABLE).replace("`", "``")
    return type if _PLAIN.fullmatch(type) else f"`{quoted}`"


_CONSTRAINT = ("CREATE CONSTRAINT entry_id IF NOT EXISTS FOR (e:Entry) REQUIRE e.id IS UNIQUE;\n",)


def _head(export: Export) -> str:
    title = " ".join(literal(export.graph.scheme.title)[1:-1].split())
    return f"// {title or 'A concept graph'}, written by {export.generator}\n"


def _tables(types: Iterable[str]) -> Iterator[str]:
    columns = [f"{text} STRING" for text in _TEXTS] + [f"{list} STRING[]" for list in _LISTS]
    yield f"CREATE NODE TABLE IF NOT EXISTS Entry (id STRING PRIMARY KEY, {', '.join(columns)});"
    for type in types:
        yield f"CREATE REL TABLE IF NOT EXISTS {type} (FROM Entry TO Entry, note STRING);"
    yield ""


def _node_rows(export: Export) -> Iterator[Row]:
    """Entries by title, then the questions that are bullets, as nodes with the same properties."""
    graph, site = export.graph, export.site
    for id, node in graph.entries.items():
        row = entry_row(node, url=site.absolute(site.entries.get(id, "")))
        yield {**row, "state": graph.questions[id].state} if id in graph.questions else row
    for id, question in graph.questions.items():
        if not question.entry:
            facts = export.question_facts[id]
            row = question_row(question, facts, url=site.absolute(site.questions.get(id, "")))
            yield {**row, "kind": "question", "status": ""}


def _nodes(rows: Iterable[Row], *, empty: str) -> Iterator[str]:
    named = ", ".join(f"e.{column} = row.{column}" for column in (*_TEXTS, *_LISTS))
    for chunk in _chunks(rows):
        values = (
            {"id": row["id"], **{text: row.get(text, "") for text in _TEXTS}, **{x: row.get(x, []) for x in _LISTS}}
            for row in chunk
        )
        yield f"UNWIND [\n{_listed(values, empty)}\n] AS row\nMERGE (e:Entry {{id: row.id}})\nSET {named};\n"


def _relations(graph: Graph) -> dict[str, list[Row]]:
    """Type → its relations, each once, a symmetric one too; what bullets are about included."""
    found: dict[str, dict[tuple[str, str], str]] = {type.key: {} for type in graph.vocabulary.relations}
    for item in (*graph.relations, *graph.question_links):
        if not (item.type.symmetric and (item.target, item.source) in found[item.type.key]):
            found[item.type.key].setdefault((item.source, item.target), _note(item))
    for question in graph.questions.values():
        for about in question.about:
            found["about"].setdefault((question.id, about), "")
    made: dict[str, list[Row]] = {}
    for key, pairs in found.items():
        rows = [{"src": source, "dst": target, "note": note} for (source, target), note in pairs.items()]
        if rows:
            made.setdefault(name(key), []).extend(rows)
    return made


def _note(relation: Relation) -> str:
    return without_html_comments(relation.note)


def _edges(type: str, rows: Iterable[Row]) -> Iterator[str]:
    for chunk in _chunks(rows):
        yield (
            f"UNWIND [\n{_listed(chunk)}\n] AS row\nMATCH (a:Entry {{id: row.src}}), (b:Entry {{id: row.dst}})\n"
            f"MERGE (a)-[r:{type}]->(b)\nSET r.note = row.note;\n"
        )


def _listed(rows: Iterable[Mapping[str, str | int | list[str]]], empty: str = "[]") -> str:
    """The rows as maps, one a line."""
    return ",\n".join(
        "  {" + ", ".join(f"{column}: {literal(value, empty=empty)}" for column, value in row.items()) + "}"
        for row in rows
    )


def _chunks(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    rows = iter(rows)
    while chunk := tuple(islice(rows, _AT_ONCE)):
        yield chunk
