"""The rules 09x: what can be found while a published graph is loaded, with their documentation.

Owns identity and documentation only. Reading the document and fetching it emit them; `check`, which wants a folder of
Markdown, lists them with its own rules and never finds one.
"""

from lexigraph.model import Rule

__all__ = ["BROKEN_RECORD", "RULES", "STALE_COPY"]

BROKEN_RECORD = Rule(
    "E091",
    "broken-record",
    """\
A record of a published `concepts.json` that is not what its schema says.

It is left out and all others are read, so an answer may lack what the site shows. It comes up when a site, its address
or its file is loaded (`--graph https://…`, `lexigraph.load`); a folder of Markdown has no such records.

```json
{"id": "rag", "path": "../rag.md", "title": "RAG"}
```

The message names the place in the document: `$.entries[12].path` is the key `path` of the thirteenth entry. Build the
site again with `lexigraph build`; when it is not yours, tell those who publish it.
""",
)

STALE_COPY = Rule(
    "W092",
    "stale-copy",
    """\
A graph that was read from a copy, because its site could not be reached.

What was fetched from a site is kept in the user's cache folder, and each time the site is asked whether it has
something newer. Without an answer the copy serves, however old it is, so an answer may be what the site said then. The
message says on which day it last answered.

```
$ lexigraph list --graph https://example.org/kb/
warning: this is a copy of 2026-01-01: https://example.org/kb/concepts.json cannot be reached, …
```

Ask again when it can be reached. In Python, `load(address, cache=False)` takes no copy and raises.
""",
)

RULES: tuple[Rule, ...] = (BROKEN_RECORD, STALE_COPY)
"""Every rule of this group, by code."""
