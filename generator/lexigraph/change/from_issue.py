"""What somebody filled in on GitHub, as the answers that `lexigraph new` takes.

The text is a stranger's: whatever it says becomes values and comments of one file. What cannot be understood is kept as
a comment, for the person who reads the draft.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lexigraph.change.new import Answers
from lexigraph.change.refusal import CannotChange
from lexigraph.edit.new_file import in_a_line
from lexigraph.graph import Graph
from lexigraph.names import slug
from lexigraph.page.issue_forms import ENTRY, QUESTION, answers
from lexigraph.parse.text_types import read_url
from lexigraph.vocabulary import Vocabulary

__all__ = ["answers_of_issue", "relation_said"]

_LONGEST = 500
"""Characters of a line that are looked at for relations."""
_AUTHOR = re.compile(r"### Suggested by\s+([A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\[bot\])?)\s*$", re.MULTILINE)
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_LINK = re.compile(r"\[\[([^\[\]|#]+)[^\[\]]*\]\]|\[([^\[\]]*)\]\([^()\s]*\)")
_SEPARATOR = re.compile(r"\s*[:;,(.]\s*|\s+[-–—]+\s+|\s+(?:because|since|as|but|and)\s+")
_CONJUNCTION = re.compile(r"(?:because|since|as|but|and)\s+", re.IGNORECASE)
_BEGINNING = re.compile(r"(?:it|this|that)\s+(?=\S)|is\s+(?=an? )", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:\s*|(?<!\S))(10\.\d{4,9}/[^\s<>\"]+)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:https?://arxiv\.org/(?:abs|pdf)/|\barxiv:?\s*)(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?", re.IGNORECASE
)
_AROUND = ' \t,;:.–—-()[]<>"“”*_'


def answers_of_issue(graph: Graph, text: str) -> Answers:
    """The answers in the body of an issue: the form *Suggest an entry*, or *Ask a question*.

    Raises:
        CannotChange: it is neither.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    author = _AUTHOR.match(text.lstrip())
    authors = (author[1],) if author else ()
    entry, question = answers(ENTRY, text), answers(QUESTION, text)
    if entry.get("name"):
        return _entry(graph, entry, authors)
    if question.get("question"):
        return _question(question, authors)
    raise CannotChange(
        f"the issue is neither '{ENTRY.name}' nor '{QUESTION.name}'",
        help=f"it needs a heading '### {ENTRY.fields[0].label}' or '### {QUESTION.fields[0].label}', the answer below",
    )


def relation_said(graph: Graph, line: str) -> tuple[tuple[str, str, str], ...]:
    """The relations that a line speaks of ("uses router and gating: …"): key, id, note; none when it speaks of none."""
    plain = _LINK.sub(lambda link: link[1] or link[2] or "", _BULLET.sub("", line)).strip()[:_LONGEST]
    for words in (plain, _BEGINNING.sub("", plain, count=1)):
        for phrase, key in _phrases(graph.vocabulary):
            found = _named(graph, words[len(phrase) :].strip()) if words.lower().startswith(f"{phrase} ") else ()
            if found:
                return tuple((key, id, note) for id, note in found)
    return ()


def _entry(graph: Graph, said: Mapping[str, str], authors: tuple[str, ...]) -> Answers:
    remarks: list[str] = []
    kind = said.get("kind", "concept").strip().lower()
    if graph.vocabulary.kind(kind) is None:
        remarks.append(f"kind: {said['kind']}")
        kind = "concept"
    topic = next((topic for topic in graph.topics if slug(topic) == slug(said.get("topic", "-"))), None)
    if topic is None and said.get("topic"):
        remarks.append(f"topic: {said['topic']}")
    relations: list[tuple[str, str, str]] = []
    for line in _lines(said.get("relations", "")):
        found = relation_said(graph, line)
        relations += found
        remarks += () if found else (f"relation: {line}",)
    sources, unread = _sources(_lines(said.get("sources", "")))
    return Answers(
        title=said["name"], kind=kind, topic=topic, definition=said.get("definition", ""),
        aliases=tuple(re.split(r"[,;\n]", said.get("aliases", ""))), relations=tuple(dict.fromkeys(relations)),
        sources=sources, authors=authors, remarks=(*remarks, *unread),
    )  # fmt: skip


def _question(said: Mapping[str, str], authors: tuple[str, ...]) -> Answers:
    sources, unread = _sources(_lines(said.get("sources", "")))
    names = (name.strip() for name in re.split(r"[,;\n]", said.get("about", "")))
    return Answers(
        title=said["question"], kind="question", relations=tuple(("about", name, "") for name in names if name),
        why_open=said.get("why_open", ""), evidence_needed=tuple(_lines(said.get("evidence_needed", ""))),
        sources=sources, authors=authors, remarks=unread,
    )  # fmt: skip


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := in_a_line(_BULLET.sub("", raw)))]


def _phrases(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """What may begin a sentence about a relation, in lower case, and its key; the longest first."""
    found: dict[str, str] = {}
    for direction in vocabulary.directions.values():
        for phrase in (direction.words, direction.heading, direction.key.replace("_", " "), direction.key):
            found.setdefault(phrase.lower(), direction.key)
    return sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0]))


def _named(graph: Graph, rest: str) -> list[tuple[str, str]]:
    """The entries that are named at the beginning, each with the note that follows the last."""
    found: list[str] = []
    while rest:
        ends = [len(rest.rstrip(" .")), *(match.start() for match in reversed(list(_SEPARATOR.finditer(rest))))]
        name = next((end for end in ends if len(_ids(graph, rest[:end])) == 1), None)
        if name is None:
            break
        found.append(_ids(graph, rest[:name])[0])
        rest = _after(rest[name:])
    return [(id, rest if number + 1 == len(found) else "") for number, id in enumerate(found)]


def _after(rest: str) -> str:
    """What follows a separator, and a conjunction behind it."""
    separator = _SEPARATOR.match(rest)
    return _without_conjunction(rest[separator.end() :]) if separator else rest.strip(" .")


def _without_conjunction(rest: str) -> str:
    conjunction = _CONJUNCTION.match(rest)
    return rest[conjunction.end() :] if conjunction else rest


def _ids(graph: Graph, name: str) -> tuple[str, ...]:
    name = name.strip(_AROUND)
    return graph.names.candidates(name) or graph.names.candidates(_ARTICLE.sub("", name, count=1))


def _sources(lines: Iterable[str]) -> tuple[tuple[Mapping[str, str], ...], tuple[str, ...]]:
    """The sources that could be read from their lines, and the lines that could not."""
    found: list[Mapping[str, str]] = []
    unread: list[str] = []
    for line in lines:
        source = dict(_source(line))
        if source.get("title") and len(source) > 1:
            found.append(source)
        else:
            unread.append(f"source: {line}")
    return tuple(found), tuple(unread)


def _source(line: str) -> Iterator[tuple[str, str]]:
    for key, pattern in (("arxiv", _ARXIV), ("doi", _DOI), ("url", _ADDRESS)):
        if match := pattern.search(line):
            value = (match[1] if match.lastindex else match[0]).rstrip(".,;)")
            if key != "url" or read_url(value):
                yield "title", _LINK.sub(lambda link: link[2] or "", line.replace(match[0], "")).strip(_AROUND)
                yield key, value
                return
