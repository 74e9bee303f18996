"""A source that nobody could find: no title, no address, or an identifier that cannot be one; or a citation of none.

A claim is worth as much as the reader's chance to look it up. `source:` of a relation, a position or a resolution names
the `id` of an item of `sources`, or is an address itself.

```
sources:
  - {id: lewis2020, title: Retrieval-Augmented Generation, arxiv: "2005-11401"}
uses:
  - {to: embedding, source: lewis2021}
```

An arXiv id is `2005.11401`, an old one `cs/0112017`; a DOI begins with `10.` and has a slash.
"""

import re
from collections.abc import Iterator
from operator import attrgetter

from lexigraph.graph import EntryNode, Graph
from lexigraph.model import Diagnostic, ParsedEntry, Rule, Source
from lexigraph.parse.addresses import leads_outside
from lexigraph.wording import listed

__all__ = ["RULE", "findings"]

RULE = Rule("E503", "malformed-source", __doc__)

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ARXIV = re.compile(
    r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}(?:v\d+)?"
)
_citation = attrgetter("citation")
_HIDES = frozenset({"wrong-type", "unknown-key"})
_IDENTIFIERS = {
    "doi": (_DOI, "a DOI, such as 10.1145/3442188.3445922"),
    "arxiv": (_ARXIV, "an arXiv id, such as 2005.11401"),
}


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each source that lacks something, each identifier that is none, and each citation of nothing."""
    for entry in graph.entries.values():
        parsed = entry.parsed
        for index, source in enumerate(parsed.fields.sources):
            yield from _of_source(entry, f"sources/{index}", source)
        if not _may_cite(parsed):
            continue
        known = [source.id for source in parsed.fields.sources if source.id]
        for place, name in _citations(parsed):
            if name and name not in known and not leads_outside(name):
                yield _of_citation(entry, place, name, known)


def _of_source(entry: EntryNode, place: str, source: Source) -> Iterator[Diagnostic]:
    lacking = [] if source.title else ["a title"]
    if not (source.url or source.doi or source.arxiv):
        lacking.append("'url', 'doi' or 'arxiv'")
    name = source.id or source.title or source.address
    if lacking and not _is_half_read(entry.parsed, place):
        yield _finding(
            entry, place, f"a source without {listed(lacking, last='and')}",
            "add it, so that a reader can find the work" if len(lacking) == 1 else "name the work, and where it is",
            name or place,
        )  # fmt: skip
    for key, (pattern, expected) in _IDENTIFIERS.items():
        written = getattr(source, key)
        if written and not pattern.fullmatch(written):
            yield _finding(entry, f"{place}/{key}", f"'{written}' is not {expected}", _meant(key, written), written)


def _is_half_read(parsed: ParsedEntry, place: str) -> bool:
    """Whether something in the source could not be read, which is said already."""
    span = parsed.places.get(place)
    return span is not None and any(
        finding.rule in _HIDES and span.start <= finding.span.start < span.end for finding in parsed.diagnostics
    )


def _meant(key: str, written: str) -> str:
    """The way out: the identifier in an address or behind a label, where there is one."""
    pattern, _ = _IDENTIFIERS[key]
    found = re.search(rf"(?:^|[/:\s])({pattern.pattern})", written)
    if found and pattern.fullmatch(found[1]):
        return f"write {found[1]}"
    return "an address belongs under 'url'" if "://" in written else "look it up, or leave it out and give 'url'"


def _may_cite(parsed: ParsedEntry) -> bool:
    fields = parsed.fields
    has_parts = fields.origin or fields.raised or fields.resolution or fields.contested or fields.positions
    return bool(has_parts) or any(map(_citation, parsed.relation_items))


def _citations(parsed: ParsedEntry) -> Iterator[tuple[str, str]]:
    """Each `source:` that cites, with its place."""
    fields = parsed.fields
    counts: dict[str, int] = {}
    for item in parsed.relation_items:
        if item.origin == "field":
            number = counts[item.key] = counts.get(item.key, -1) + 1
            yield f"relations/{item.key}/{number}/source", item.citation
    for key, origin in (("origin", fields.origin), ("raised", fields.raised)):
        if origin is not None:
            yield f"{key}/source", origin.source
    if fields.resolution is not None:
        yield "resolution/source", fields.resolution.source
    for index, camp in enumerate(fields.contested.camps if fields.contested else ()):
        yield f"contested/camps/{index}/source", camp.source
    for index, position in enumerate(fields.positions):
        for number, evidence in enumerate(position.evidence):
            yield f"positions/{index}/evidence/{number}/source", evidence.source


def _of_citation(entry: EntryNode, place: str, name: str, known: list[str]) -> Diagnostic:
    if known:
        ids = [f"'{id}'" for id in known]
        help = f"the id{'s are' if len(ids) > 1 else ' is'} {listed(ids)}; an address is fine too"
    else:
        help = "list the work under 'sources' with this id, or write its address"
    return _finding(entry, place, f"no source of this entry has the id '{name}'", help, name)


def _finding(entry: EntryNode, place: str, message: str, help: str, subject: str) -> Diagnostic:
    places = entry.parsed.places
    span = places.get(place, entry.parsed.title_span)
    lines = entry.parsed.lines
    if lines.span(span.end, span.end).line != span.line:  # a block of several lines: its first
        end = lines.start_of(span.line + 1)
        text = entry.parsed.front_matter[span.start : end].rstrip()
        span = span._replace(end=span.start + len(text))
    return RULE.at(entry.path, span, message, help=help, entry=entry.id, subject=subject)
