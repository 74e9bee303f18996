"""`lexigraph show`: one entry with all that the graph knows about it, or the parts asked for."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from lexigraph.cli import parts
from lexigraph.cli.answer import Answer, Rows, Table, as_markdown, print_answer, rows_of, tabled
from lexigraph.cli.named import entry_named, name_argument, named_words
from lexigraph.cli.screen import block, dim, filled, head
from lexigraph.cli.shared import WrongUse, shared_options, tell
from lexigraph.cli.source import graph_of, query_options
from lexigraph.cli.usage import unknown_word

if TYPE_CHECKING:
    from lexigraph.concept_graph import Entry

__all__ = ["PARTS", "show"]


class _Part(NamedTuple):
    """A part of what the graph knows about an entry."""

    heading: str
    values: Callable[["Entry"], Sequence[Any]]
    row: str
    """Name of the class of its values, whose rows programs get."""
    lines: Callable[[Sequence[Any]], list[str]]
    table: Callable[[Sequence[Any]], Table]

    def text(self, entry: "Entry") -> str:
        """For people; empty when there is nothing."""
        return block(self.heading, self.lines(self.values(entry)))


class _Relations(_Part):
    """Relations stand below the headings of the vocabulary."""

    __slots__ = ()

    def text(self, entry: "Entry") -> str:
        """For people; empty when there is nothing."""
        return parts.relation_blocks(self.values(entry))


_DEFINITION = "definition"
_PARTS: Mapping[str, _Part] = MappingProxyType(
    {
        "relations": _Relations(
            "Relations", lambda entry: [item for item in entry.relations() if item.kind != "raises"], "Relation",
            lambda relations: [], parts.relation_table,
        ),
        "backlinks": _Part(
            "Mentioned in", lambda entry: [link for link in entry.backlinks() if link.relation is None], "Backlink",
            parts.backlink_lines, parts.backlink_table,
        ),
        "mentions": _Part(
            "Named without a link", lambda entry: entry.mentions(), "Mention", parts.mention_lines, parts.mention_table
        ),
        "questions": _Part(
            "Open questions", lambda entry: entry.questions, "Question", parts.question_lines, parts.question_table
        ),
        "reading-order": _Part(
            "Read first", lambda entry: entry.graph.reading_order(entry), "Entry", parts.order_lines, parts.entry_table
        ),
    }
)  # fmt: skip
"""Name for `--only` → the part, in the order in which programs get them."""

PARTS = (_DEFINITION, *_PARTS)
"""What `--only` takes."""

_SHOWN = ("relations", "questions", "reading-order", "backlinks")
"""The parts that people get without `--only`, in the order of a page."""


@click.command()
@name_argument
@click.option("--only", metavar="PARTS", default="", help=f"Only these, with commas between: {', '.join(PARTS)}.")
@query_options
@shared_options  # fmt: skip
def show(name: str, source: str | None, only: str, style: str) -> None:
    """Print the entry with that id, title, alias or acronym: definition, relations, backlinks, questions.

    \b
    Examples:
      lexigraph show rag
      lexigraph show rag --only relations,questions
    """
    wanted = named_words(only)
    for part in wanted:
        if part not in PARTS:
            raise unknown_word("part", part, PARTS)
    if style == "csv" and len(wanted) > 1:
        raise WrongUse("CSV holds one table", "name one part: --only relations")
    graph = graph_of(source)
    entry = entry_named(graph, name)
    print_answer(_answer(entry, wanted), style)
    if len(wanted) == 1 and wanted[0] in _PARTS and not _PARTS[wanted[0]].values(entry):
        tell(f"'{entry}' has no {wanted[0].replace('-', ' ')}")


def _answer(entry: "Entry", wanted: tuple[str, ...]) -> Answer:
    is_one = len(wanted) == 1 and wanted[0] != _DEFINITION
    return Answer(
        text=lambda: _some(entry, wanted) if wanted else _text(entry),
        rows=lambda: _rows(entry, wanted[0] if is_one else ""),
        table=lambda: _markdown(entry, wanted),
        document=None if is_one else lambda: _record(entry, wanted),
    )


def _text(entry: "Entry") -> str:
    """What a reader meets on its page, in about the same order; a block with nothing in it is not printed."""
    also = dict.fromkeys((*entry.aliases, *([entry.acronym] if entry.acronym else [])))
    lines = [head(entry.title), dim(entry.kind, entry.status, str(entry.path))]
    if also:
        lines.append(filled(f"also called {', '.join(also)}"))
    if _is_published(entry):
        lines.append(dim(entry.url))
    blocks = ["\n".join(lines), filled(entry.definition), *(_PARTS[part].text(entry) for part in _SHOWN)]
    return "\n\n".join(block for block in blocks if block)


def _is_published(entry: "Entry") -> bool:
    """Whether its page has a whole address. (To find the way from the root of a site takes half a second.)"""
    linked = entry.graph.linked
    return bool(linked.site_url)


def _some(entry: "Entry", wanted: tuple[str, ...]) -> str:
    """The parts asked for, and nothing else."""
    blocks = [filled(entry.definition) if part == _DEFINITION else _PARTS[part].text(entry) for part in wanted]
    return "\n\n".join(block for block in blocks if block)


def _rows(entry: "Entry", part: str) -> Rows:
    """The rows of one part; without one the row of the entry."""
    return rows_of(_PARTS[part].row, _PARTS[part].values(entry)) if part else rows_of("Entry", [entry])


def _record(entry: "Entry", wanted: tuple[str, ...]) -> dict[str, Any]:
    """The row of the entry, or its names and definition where parts are asked for; and below, the rows of each part."""
    row = rows_of("Entry", [entry]).rows[0]
    kept = ("id", "title", *([_DEFINITION] if _DEFINITION in wanted else [])) if wanted else tuple(row)
    record = {key: row[key] for key in kept}
    for name in _PARTS:
        if not wanted or name in wanted:
            record[name.replace("-", "_")] = list(_rows(entry, name).rows)
    return record


def _markdown(entry: "Entry", wanted: tuple[str, ...]) -> str:
    """Headings and tables, to be pasted into an issue."""
    blocks = [f"**{as_markdown(entry.title)}** ({entry.kind})"]
    if entry.definition and (not wanted or _DEFINITION in wanted):
        blocks.append(as_markdown(entry.definition))
    for name, part in _PARTS.items():
        values = part.values(entry) if name in (wanted or _SHOWN) else ()
        if values:
            blocks.append(f"{part.heading}\n\n{tabled(part.table(values))}")
    return "\n\n".join(blocks)
