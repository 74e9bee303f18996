"""A small glossary that uses every part of every page."""

__all__ = ["HOSTILE", "SCHEME", "WORLD", "hostile_world"]

SCHEME = "title: Small world\ndescription: A glossary with one of everything.\n"

WORLD = {
    "index.md": "---\ntitle: Small world\n---\nStart with [RAG](retrieval/rag.md).\n\n## How to read\n\nFrom the top.\n",
    "retrieval/index.md": "---\ntitle: Finding things\n---\nHow a model is told what it does not know.\n\nSee [[Embedding]].\n",
    "retrieval/rag.md": """\
---
title: Retrieval-augmented generation
aliases: [RAG]
labels: {de: Abrufgestützte Generierung}
kind: technique
level: intermediate
tags: [search, context]
definition: Fetching documents and putting them in the prompt, see [grounding](grounding.md).
scope_note: Not the cloth.
broader: [grounding]
uses:
  - embedding: compares the question with the documents
  - {to: vector-database, note: holds the `vectors`, source: lewis2020}
  - reranker
requires: [embedding]
contrasts_with:
  - fine-tuning: changes the weights; retrieval changes the context
origin: {by: Patrick Lewis, year: 2020, source: lewis2020}
contested:
  summary: The word covers *two* things.
  camps:
    - {who: Narrow, meaning: Trained together., source: lewis2020}
    - {who: Wide, meaning: Any fetched text., source: "https://example.org/wide"}
sources:
  - {id: lewis2020, title: "RAG for Knowledge-Intensive <Tasks>", arxiv: "2005.11401", year: 2020}
status: stable
reviewed_by: [Ada]
last_reviewed: 2026-10-02
---
An intro that names a vector database & more.

# Why it matters

Models forget. See [[Mixture of experts]] and [gone](gone.md) and [a site](https://example.org/).
An embedding again, and [[Agent]].

## How it works

![A diagram](flow.svg) and `code`.

### Detail

| step | what |
|---|---|
| 1 | fetch |

## Empty

## Key takeaways

- Weights stay.
- Context changes.

## FAQ

### Is it a database?

No, it uses a vector database.

## Open questions

- When does a long context make it unnecessary? {#long-context}
- Does it scale? {#scale}

## Exercises

1. Build one.

## Connections

- [Fine-tuning](../training/fine-tuning.md) — the other way

## Further reading

- [A longer text](https://example.org/long), 2024
""",
    "retrieval/grounding.md": "---\ntitle: Grounding\ntags: [context]\n---\nTying answers to text.\n\nNot a [[Store]].\n",
    "retrieval/embedding.md": "---\ntitle: Embedding\nkind: concept\n---\nA list of numbers that stands for a text. RAG needs it.\n",
    "retrieval/vector-database.md": """\
---
title: Vector database
aliases: [vector db, Store]
alternative_to: [old-search: near vectors instead of equal words]
kind: tool
status: draft
definition: A store that finds near vectors.
implements: [rag]
developed_by: [acme]
---
It answers what [RAG](rag.md) asks.
""",
    "retrieval/acme.md": "---\ntitle: Acme\naliases: [Store]\nkind: organization\ndefinition: A firm.\n---\n",
    "retrieval/old-search.md": """\
---
title: Old search
status: deprecated
deprecation_reason: Nobody uses it.
superseded_by: [rag]
definition: Searching by hand.
redirect_from: [manual-search, "old/search.html"]
---
""",
    "retrieval/agent.md": "---\ntitle: Agent (search)\naliases: [Agent]\nscope_note: Searches.\n---\nA program that searches.\n",
    "training/agent-rl.md": "---\ntitle: Agent (learning)\naliases: [Agent]\nscope_note: Learns.\n---\nA program that learns.\n",
    "training/agents.md": """\
---
title: Agent, several meanings
kind: disambiguation
related: [agent, agent-rl]
---
""",
    "training/fine-tuning.md": "---\ntitle: Fine-tuning\nkind: technique\ndefinition: Changing the weights.\n---\nUnlike RAG, it trains.\n",
    "training/rag-vs-fine-tuning.md": """\
---
title: RAG vs fine-tuning
kind: comparison
definition: Which of the two?
compares: [rag, fine-tuning]
---
## Factors

Both cost.
""",
    "training/first.md": "---\ntitle: First steps\nkind: lesson\ndefinition: You will learn to begin.\n---\nBegin with RAG.\n",
    "training/second.md": """\
---
title: Second steps
kind: lesson
definition: You will learn to go on.
requires: [first, rag]
---
Go on.
""",
    "training/long-context.md": """\
---
title: When does a long context make it unnecessary?
kind: question
about: [rag]
state: partially-answered
state_date: 2026-01-02
review: disputed
review_date: 2026-02-03
raised: {by: Ada, year: 2024, source: paper}
why_open: Prices *move*.
evidence_needed: [A priced trial.]
help_wanted: [experiment]
depends_on: [scaling]
positions:
  - id: never
    claim: It never does.
    held_by: [Ada, Bob]
    reasoning: Search is cheaper.
    evidence:
      - {source: paper, direction: opposes, note: Prices fall.}
      - {source: paper, direction: supports, note: Prices hold.}
sources:
  - {id: paper, title: A paper, doi: 10.1/abc, year: 2025}
---
Contexts grow.
""",
    "training/scaling.md": """\
---
title: Does it scale?
kind: question
about: [fine-tuning]
state: answered
resolution: {answer: It does., date: 2026-03-04, source: "https://example.org/answer"}
---
""",
}

HOSTILE = "<img src=x onerror=alert(1)> \"q\" 'a' & {{ 7*7 }}"
"""A name that must be text wherever it stands."""


def hostile_world(name: str = HOSTILE) -> dict[str, str]:
    """Entries, relations, notes, questions and wanted names that all carry the name."""
    quoted = "'" + name.replace("'", "''") + "'"
    return {
        "topic/index.md": f"---\ntitle: {quoted}\n---\nText.\n",
        "topic/a.md": (
            f"---\ntitle: {quoted}\naliases: [{quoted[:-1]} alias']\nkind: technique\ndefinition: {quoted}\n"
            f"scope_note: {quoted}\nuses: [{{to: b, note: {quoted}, source: {quoted}}}, {quoted[:-1]} wanted']\n"
            f"origin: {{by: {quoted}, year: 2020, source: {quoted}}}\nauthors: [{quoted}]\nreviewed_by: [{quoted}]\n"
            f"contested: {{summary: {quoted}, camps: [{{who: {quoted}, meaning: {quoted}, source: {quoted}}}]}}\n"
            f"sources: [{{id: s, title: {quoted}, url: 'javascript:alert(1)'}}, {{id: {quoted}, title: T}}]\n"
            f"tags: [{quoted}]\nlabels: {{de: {quoted}}}\nredirect_from: ['old']\n---\nText.\n"
        ),
        "topic/b.md": (
            "---\ntitle: B\nstatus: deprecated\n"
            f"deprecation_reason: {quoted}\nsuperseded_by: [a]\n---\nText. [[{name.replace('|', '')}]]\n"
        ),
        "topic/c.md": f"---\ntitle: {quoted[:-1]} versus'\nkind: comparison\ncompares: [a, b]\n---\nText.\n",
        "topic/q.md": (
            f"---\ntitle: {quoted[:-1]}?'\nkind: question\nabout: [a]\nwhy_open: {quoted}\n"
            f"evidence_needed: [{quoted}]\ndiscussion: 'javascript:alert(1)'\n"
            f"positions: [{{id: p, claim: {quoted}, held_by: [{quoted}], reasoning: {quoted},\n"
            f"  evidence: [{{source: {quoted}, direction: supports, note: {quoted}}}]}}]\n---\nText.\n"
        ),
    }
