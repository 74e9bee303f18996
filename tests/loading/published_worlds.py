"""Graphs and the documents that they are published as."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lexigraph.concept_graph.exports import export_of
from lexigraph.export import EXPORTERS
from lexigraph.graph import Graph
from lexigraph.history import History
from lexigraph.loading import load_graph
from tests.page.small_world import SCHEME, WORLD
from tests.questions_world import SCHEME as QUESTIONS_SCHEME
from tests.questions_world import questions_world
from tests.worlds import graph

__all__ = ["ADDRESS", "CONTENT", "HISTORY", "WORLDS", "document", "files_of", "world"]

ADDRESS = "https://example.org/kb/"
CONTENT = Path(__file__).parents[2] / "content"
HISTORY = History(commit="c" * 40)

ROUGH = {
    "index.md": "---\ntitle: Rough\ndefinition: Not *smooth*.\n---\nSee [one](a/one.md), [[nowhere]] and ![P](a/p.png).\n",
    "a/index.md": "# Part A\r\n\r\nIts lead.\r\n\r\n## More\r\n\r\n[out](https://example.org/x#y)\r\n",
    "a/one.md": "---\ntitle: One\naliases: [twin, Uno]\nacronym: ON\nredirect_from: [old-one, z/older]\nuses: [two, Two, three: x, gone, twin]\n"
    "used_by:\n  - two\nrelated: [one, two: again]\nbroader: {to: two, note: 'n <!-- no -->', source: s}\ndefinition: Is [two](two.md) in *one*.\n---\n"
    '%%hidden\n\nmore%%\nFirst [two](two.md#deep-down "T") <!-- gone --> and [[two#Deep down|deep]] and [[one]], [[#Here]].\n\n'
    '## Here\n\nCell:\n\n| a | b |\n|---|---|\n| [[two\\|c]] | ![[p.png]] |\n\n![[two]] ![img](p.png "I") <https://example.org/> '
    "[x](../../out.md) [y](missing.pdf) [z](javascript:alert(1)) [t](../b/index.md) [[twin]] [a](https://example.org/kb/two#f)\n\n"
    "```python\ncode()\n```\n\n## FAQ\n\n### Is it?\n\nYes, three.\n\n## Key takeaways\n\n- Two is near three.\n\n"
    "## Exercises\n\n1. Do two.\n\n## Further reading\n\n- [Book](https://example.org/book)\n\n## Open questions\n\n- Why one? {#why}\n- What of [two](two.md)?\n  And more.\n",
    "a/two.md": "# Two\r\n\r\nThe *lead* of two, which names One.\r\n\r\n## Deep down\r\n\r\nThree is deep. <!-- c -->\r\n\r\n"
    "## Connections\r\n\r\n- [[one]]: said here\r\n- [[three]] because\r\n- [[lost]]\r\n\r\n## See also\r\n\r\n- [[One]]\r\n- [[three]]\r\n",
    "b/three.md": "---\ntitle: Three\naliases: [twin]\nlabels: {de: Drei, fr: Trois}\nautolink: false\nlevel: advanced\nkind: strange\n---\nText.",
    "b/why.md": "---\ntitle: Why, really?\nkind: question\nabout: [one, gone]\ndepends_on: [what-of-two: first]\nstate: answered\n"
    "resolution: {answer: So., date: 2026-01-02, source: s}\npositions:\n  - {id: p, claim: C, held_by: [X], evidence: [{source: s, direction: supports, note: n}]}\n---\nBody.\n",
    "b/moved.md": "---\ntitle: Moved\ndestination: three\n---\n",
    "b/lost.md": "---\ntitle: Lost\ndestination: nowhere\n---\n",
    "b/empty.md": "---\ntitle: Empty\n---\n \n",
    "b/comment.md": "---\ntitle: Comment only\n---\n<!-- nothing -->\n",
    "a/one-two.md": "Setext\n======\n\nA *first* paragraph.\n\nA heading makes the title.\n",
    "b/ONE.md": "---\ntitle: ONE again\n---\nA second file with the id of another.\n\n## Open questions\n\n- Why one? {#why}\n",
}
ROUGH_SCHEME = (
    "title: Rough\ntags: [t]\nids: stem\nkinds: [strange]\n"
    "relations:\n  - {key: feeds, inverse: fed_by, words: feeds}\n  - {key: near, symmetric: true}\ncheck: {ignore: [W301]}\n"
)


@cache
def world(name: str) -> Graph:
    """The graph of that name."""
    if name == "flagship":
        return load_graph(CONTENT, cached_as=CONTENT)
    return _MADE[name]()


_MADE = {
    "small": lambda: graph(WORLD, scheme=SCHEME, attachments=("retrieval/picture.png",)),
    "questions": lambda: graph(questions_world().files(), scheme=QUESTIONS_SCHEME),
    "rough": lambda: graph(ROUGH, scheme=ROUGH_SCHEME, attachments=("a/p.png",)),
    "nothing": lambda: graph({}, scheme=""),
}
WORLDS = ("flagship", *_MADE)


def files_of(made: Graph, format: str, url: str = "") -> Mapping[str, bytes]:
    """What the exporter of that format writes, as of one commit."""
    export = export_of(made, url=url, history=HISTORY)
    return {artifact.path: artifact.data for artifact in EXPORTERS[format].artifacts(export)}


@cache
def document(name: str, url: str = "") -> bytes:
    """The `concepts.json` of the graph of that name."""
    return files_of(world(name), "json", url)["concepts.json"]
