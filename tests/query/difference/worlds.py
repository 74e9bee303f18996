"""Small worlds before and after one change each: what the difference, and the report of it, are tested on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tests.worlds import graph

from lexigraph.graph import Graph

__all__ = ["WORLDS", "World", "entry"]


def entry(title: str, *lines: str, body: str = "") -> str:
    """A file with that title and those lines of front matter; its definition is made of its title."""
    definition = (
        ()
        if any(line.startswith(("definition:", "kind: question")) for line in lines)
        else (f"definition: What {title} means.",)
    )
    return "\n".join(("---", f"title: {title}", *definition, *lines, "---", body, ""))


class World(NamedTuple):
    """One change."""

    before: dict[str, str]
    """Files that are there before only, or are different."""
    after: dict[str, str]
    """What becomes of them."""
    both: Mapping[str, str] = MappingProxyType({})
    """Files that stay."""
    schemes: tuple[str, str] = ("title: World", "title: World")
    attachments: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def old(self) -> Graph:
        return graph({**self.both, **self.before}, scheme=self.schemes[0], attachments=self.attachments[0])

    @property
    def new(self) -> Graph:
        return graph({**self.both, **self.after}, scheme=self.schemes[1], attachments=self.attachments[1])


RAG, EMBEDDING, GROUNDING = "retrieval/rag.md", "ideas/embedding.md", "ideas/grounding.md"
TWO = {EMBEDDING: entry("Embedding"), GROUNDING: entry("Grounding")}
REFERRING = {f"r/r{number}.md": entry(f"R{number}", "related: [rag]") for number in range(5)}
LONG = "A text that is long enough to be known again wherever it is moved."
ASKED = "kind: question"


def rag(*lines: str, body: str = "", title: str = "RAG") -> dict[str, str]:
    return {RAG: entry(title, *lines, body=body)}


def asked(*lines: str, body: str = "", title: str = "Why?") -> dict[str, str]:
    return {"q/why.md": entry(title, ASKED, "about: [embedding]", *lines, body=body)}


def bullets(*items: str) -> dict[str, str]:
    return rag(body="\n".join(("## Open questions", "", *(f"- {item}" for item in items))))


POSITION = "positions: [{id: yes, claim: It does., evidence: [{source: https://x.org/1, direction: supports}]}]"

WORLDS: dict[str, World] = {
    "an entry comes": World({}, rag("kind: technique", "status: draft", "uses: [embedding]"), TWO),
    "an entry goes": World(rag("uses: [embedding]"), {}, TWO),
    "an entry goes to which others lead": World(rag(), {}, {EMBEDDING: entry("Embedding", "uses: [rag]", body="See [it](../retrieval/rag.md).")}),
    "an entry is renamed with a redirect": World(rag(body=LONG), {"retrieval/retrieval.md": entry("Retrieval", "redirect_from: [rag]", body=LONG)}),
    "an entry is renamed without a redirect": World(rag(body=LONG), {"retrieval/retrieval.md": entry("RAG", body=LONG)}),
    "an entry is renamed and rewritten": World(rag(body=LONG), {"retrieval/retrieval.md": entry("RAG", body="Another text.")}),
    "an entry moves to another topic": World(rag(), {"ideas/rag.md": entry("RAG")}),
    "an entry moves to another topic with a redirect": World(rag(), {"ideas/rag.md": entry("RAG", "redirect_from: [retrieval/rag]")}),
    "an entry is folded into another": World(rag() | TWO, {EMBEDDING: entry("Embedding", "redirect_from: [rag, retrieval/rag]"), GROUNDING: TWO[GROUNDING]}),
    "an entry is split off": World({EMBEDDING: entry("Embedding", "redirect_from: [rag]")}, {EMBEDDING: entry("Embedding")} | rag()),
    "a redirect goes": World(rag("redirect_from: [old]"), rag()),
    "a redirect comes": World(rag(), rag("redirect_from: [old]")),
    "a redirect leads elsewhere": World(rag("redirect_from: [old]") | TWO, rag() | {EMBEDDING: entry("Embedding", "redirect_from: [old]"), GROUNDING: TWO[GROUNDING]}),
    "a title changes and stays an alias": World(rag(), rag("aliases: [RAG]", "definition: What RAG means.", title="Retrieval"), REFERRING),
    "a title changes and is lost": World(rag(title="Fetching"), rag("definition: What Fetching means.", title="Retrieval")),
    "an alias comes": World(rag(), rag("aliases: [fetching]")),
    "an alias goes": World(rag("aliases: [fetching]"), rag()),
    "an alias goes to another entry": World(rag("aliases: [fetching]") | TWO, rag() | {EMBEDDING: entry("Embedding", "aliases: [fetching]"), GROUNDING: TWO[GROUNDING]}),
    "an alias changes its case": World(rag("aliases: [fetching]"), rag("aliases: [Fetching]")),
    "a definition changes": World(rag(), rag("definition: Another one.")),
    "the definition of an entry that many refer to changes": World(rag(), rag("definition: Another one."), REFERRING),
    "a definition in the text changes": World({RAG: "# RAG\n\nOne thing.\n\nText.\n"}, {RAG: "# RAG\n\nAnother thing.\n\nText.\n"}),
    "a kind changes": World(rag(), rag("kind: technique")),
    "an entry is deprecated": World(rag("status: stable"), rag("status: deprecated", "deprecation_reason: Nobody does it.")),
    "an entry is stable no longer": World(rag("status: stable"), rag("status: draft")),
    "an entry becomes stable": World(rag("status: draft"), rag("status: stable", "reviewed_by: [Ann]", "last_reviewed: 2026-01-02")),
    "a relation comes": World(rag(), rag("uses: [{embedding: to compare}]"), TWO),
    "a relation comes that many have": World(rag(), rag("uses: [embedding, grounding]"), TWO),
    "a relation goes": World(rag("uses: [embedding]"), rag(), TWO),
    "a relation is written on the other side": World(rag("uses: [embedding]") | TWO, rag() | {EMBEDDING: entry("Embedding", "used_by: [rag]"), GROUNDING: TWO[GROUNDING]}),
    "a symmetric relation is written on the other side": World(rag("related: [embedding]") | TWO, rag() | {EMBEDDING: entry("Embedding", "related: [rag]"), GROUNDING: TWO[GROUNDING]}),
    "the note of a relation changes": World(rag("uses: [{embedding: to compare}]"), rag("uses: [{embedding: to find}]"), TWO),
    "an entry with others below gets a parent": World(rag(), rag("broader: [grounding]"), TWO | {"retrieval/x.md": entry("X", "broader: [rag]")}),
    "an entry with none below gets a parent": World(rag(), rag("broader: [grounding]"), TWO),
    "a relation is wanted": World(rag(), rag("uses: [nothing-yet]"), TWO),
    "a wanted entry comes": World({}, rag(), {EMBEDDING: entry("Embedding", "uses: [rag]", body="See [[RAG]]."), "x/n.md": entry("N", body="It is like RAG in that.")}),
    "a text changes": World(rag(body="One."), rag(body="Two.")),
    "a link comes": World(rag(body="It needs one."), rag(body="It needs [one](../ideas/embedding.md)."), TWO),
    "a bullet is asked": World(rag(), bullets("Why? {#why}")),
    "a bullet is asked without an id and reworded": World(bullets("Why does it work so well?"), bullets("Why does it work so badly?")),
    "a bullet with an id is reworded": World(bullets("Why? {#why}"), bullets("Why is it so? {#why}")),
    "a bullet goes": World(bullets("Why? {#why}", "How? {#how}"), bullets("How? {#how}")),
    "a bullet moves": World(bullets("Why? {#why}") | TWO, rag() | {EMBEDDING: entry("Embedding", body="## Open questions\n\n- Why? {#why}"), GROUNDING: TWO[GROUNDING]}),
    "a bullet gets a file": World(bullets("Why? {#why}"), bullets("Why? {#why}") | {"q/why.md": entry("Why?", ASKED, "about: [rag]")}),
    "a question is raised": World({}, asked(), TWO),
    "a question goes": World(asked(), {}, TWO),
    "a question is answered": World(asked("state: open"), asked("state: answered", "resolution: {answer: Because., source: https://x.org/}"), TWO),
    "a question is reopened": World(asked("state: answered"), asked("state: open"), TWO),
    "a question is dissolved": World(asked(), asked("state: dissolved"), TWO),
    "a question is partially answered": World(asked(), asked("state: partially-answered"), TWO),
    "a question is disputed": World(asked("review: confirmed"), asked("review: disputed"), TWO),
    "a position comes": World(asked(), asked(POSITION), TWO),
    "evidence points elsewhere": World(asked(POSITION), asked(POSITION.replace("supports", "opposes")), TWO),
    "a question gets its subject": World({}, rag(), {"q/why.md": entry("Why?", ASKED, "about: [rag]")}),
    "a question is unblocked": World({"q/a.md": entry("A?", ASKED, "about: [embedding]")}, {"q/a.md": entry("A?", ASKED, "about: [embedding]", "state: answered", "state_date: 2026-01-02")}, TWO | asked("depends_on: [a]", "state_date: 2026-01-01")),
    "a reading order changes": World({EMBEDDING: entry("Embedding")}, {EMBEDDING: entry("Embedding", "requires: [grounding]")}, {GROUNDING: TWO[GROUNDING], "x/l.md": entry("Lesson", "kind: lesson", "requires: [embedding]")}),
    "a source comes": World(rag(), rag("sources: [{id: a, title: A work, url: https://x.org/, year: 2020}]")),
    "other fields change": World(
        rag("scope_note: One.", "level: intro", "tags: [a]", "hidden_labels: [rga]", "labels: {de: Abruf}", "mappings: {exact: [https://x.org/1]}"),
        rag("scope_note: Two.", "level: advanced", "tags: [b]", "hidden_labels: [rag s]", "labels: {de: Abholen}", "origin: {by: Ann, year: 2020}", "autolink: false", "authors: [Ann]", "created: 2026-01-02", "contested: {summary: Nobody agrees.}"),
    ),
    "a page of a topic changes": World({"ideas/index.md": "# Ideas\n\nOne.\n"}, {"ideas/index.md": "# Ideas\n\nTwo.\n"}, TWO),
    "an attachment comes": World(rag(), rag(body="![a picture](a.png)"), attachments=((), ("retrieval/a.png",))),
    "the scheme changes": World(
        {}, {}, TWO,
        ("title: World\nlicense: MIT\nkinds: [{key: law}]\ncheck: {ignore: [E107]}\ntags: [a, b]", "title: Worlds\nlicense: CC-BY-4.0\nbase_iri: https://x.org/\ncheck: {ignore: [E107, W402]}\ntags: [a]\nrelations: [{key: cites, inverse: cited_by}]"),
    ),
    "only a comment in YAML changes": World({RAG: "---\ntitle: RAG # one\n---\nText.\n"}, {RAG: "---\ntitle: 'RAG' # two\n---\nText.\n"}),
}  # fmt: skip
