"""`anki`: entries as cards to learn from, a text file that Anki imports.

Source: Anki manual, "Importing text files". The GUID of a note is made from the entry's id and the title of the
knowledge base, so that a later import changes the note, and another glossary's entry of the same id does not.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from lexigraph.export.artifact import Artifact, Export, line, plain
from lexigraph.graph import EntryNode
from lexigraph.parse.comments import without_html_comments
from lexigraph.query.reading_order import in_reading_order
from lexigraph.vocabulary import UNSETTLED

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = (
    "all but titles, scope notes, definitions, other names, tags and open questions",
    "comparisons, lessons, questions of their own, entries without a definition",
)  # fmt: skip
EXTRA = ""
IS_PUBLISHED = False
IS_FOLDER = False
SUFFIX = ".txt"

_HEAD = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n#columns:GUID\tFront\tBack\tTags\n"
_UNFIT_FOR_A_TAG = re.compile(r"[\s\"]+")


def artifacts(export: Export) -> Iterator[Artifact]:
    """A note for each thing that has a definition, in reading order; kinds of pages (lessons, questions) have none."""
    graph = export.graph
    concepts = {kind.key for kind in graph.vocabulary.kinds if kind.is_concept}
    chosen = [id for id, node in graph.entries.items() if node.kind in concepts and node.definition]
    rows = [_note(export, graph.entries[id]) for id in in_reading_order(graph, chosen)]
    deck = line(export.site.title or graph.scheme.title) or "Glossary"
    yield Artifact("cards.txt", "".join((_HEAD, f"#notetype:Basic\n#deck:{deck}\n", *rows)).encode())


def _note(export: Export, node: EntryNode) -> str:
    fields = node.parsed.fields
    front = _html(node.title) + (f"<br><small>{_html(plain(fields.scope_note))}</small>" if fields.scope_note else "")
    back = _html(node.definition)
    if node.also_called:
        back += f"<br><br>Also: {_html(', '.join(node.also_called))}"
    asked = (export.graph.questions[id] for id in export.graph.questions_about.get(node.id, ()))
    open_questions = [question.text for question in asked if question.state in UNSETTLED]
    if open_questions:
        back += f"<br><br>Nobody knows yet:<ul>{''.join(f'<li>{_html(text)}</li>' for text in open_questions)}</ul>"
    guid = sha256(f"{export.graph.scheme.title}\0{node.id}".encode()).hexdigest()[:20]
    return "\t".join((guid, front, back, _tags(node))) + "\n"


def _tags(node: EntryNode) -> str:
    fields = node.parsed.fields
    levels = (("topic", node.topic), ("kind", node.kind), ("level", fields.level))
    return " ".join(map(_tag, (*(f"{name}::{value}" for name, value in levels if value), *_written(fields.tags))))


def _written(texts: Iterable[str]) -> list[str]:
    return [text for text in map(without_html_comments, texts) if line(text)]


def _tag(text: str) -> str:
    """The text as a tag, which ends at a space."""
    return _UNFIT_FOR_A_TAG.sub("_", line(text))


def _html(text: str) -> str:
    """The text as HTML on one line. No `[`, by which Anki's own `[sound:…]` and `[latex]` begin."""
    return escape(line(without_html_comments(text))).replace("[", "&#91;")
