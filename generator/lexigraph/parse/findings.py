"""The rules 0xx: what can be found while one file is read, with their documentation.

Owns identity and documentation only. Decoding, the front matter, the scheme and the body emit them; `check`
lists them with its own rules.
"""

from lexigraph.model import Rule
from lexigraph.read import DROPPED_MARKUP, OUTSIDE_CONTENT, UNREADABLE_TEXT

__all__ = [
    "DROPPED_MARKUP", "DUPLICATE_KEY", "EMPTY_ITEM", "HIDDEN_CHARACTERS", "MALFORMED_YAML", "MISSING_TITLE",
    "OUTSIDE_CONTENT", "OVER_LIMIT", "RULES", "TAB_INDENT", "UNCLOSED_FRONT_MATTER", "UNKNOWN_KEY", "UNKNOWN_VALUE",
    "UNQUOTED_COLON", "UNREADABLE_TEXT", "WRONG_CASE", "WRONG_TYPE",
]  # fmt: skip

UNCLOSED_FRONT_MATTER = Rule(
    "E002",
    "unclosed-front-matter",
    """\
An opening `---` that no later `---` closes.

A Markdown parser shows such front matter as text and says nothing, so the entry loses its title and its
relations. The lines below it that read as keys are used all the same, and the rest is the body.

```markdown
---
title: Grounding
kind: concept

Grounding ties an answer to evidence.
```

Put a line `---` after the last key.
""",
)

MALFORMED_YAML = Rule(
    "E003",
    "malformed-yaml",
    """\
YAML that cannot be read: an open quote or bracket, a wrong indent, a line that is no key.

What stands in the broken place is lost to the graph. The other keys of the file are read as usual.

```yaml
title: Grounding
aliases: [attribution, citing
```

Close what was opened, and put values with special characters into quotes: `title: "@mention"`.
""",
)

UNQUOTED_COLON = Rule(
    "E004",
    "unquoted-colon",
    """\
A second `: ` in a value without quotes.

In YAML a colon and a space end a key, so a value that holds them is not a text any more. The value is read as
if it stood in quotes.

```yaml
title: RAG: retrieval-augmented generation
```

Put the value into quotes: `title: "RAG: retrieval-augmented generation"`. `check --fix` does it.
""",
)

TAB_INDENT = Rule(
    "E005",
    "tab-indent",
    """\
A tab where YAML takes spaces.

YAML forbids tabs at the start of a line, because nobody can see how deep they indent. The lines are read as if
each tab were a space.

```yaml
uses:
→- embeddings
```

Use two spaces for each level. `check --fix` does it.
""",
)

DUPLICATE_KEY = Rule(
    "E006",
    "duplicate-key",
    """\
A key that stands twice in one mapping; only the first is read.

Two keys of one name look as if both counted, and what stands under the second is lost. Another glossary's name
for a key that is there already (`short_description` beside `definition`) counts as a second one too.

```yaml
uses: [embeddings]
requires: [foundation-model]
uses: [vector-database]
```

Move the items of the second under the first.
""",
)

UNKNOWN_KEY = Rule(
    "E007",
    "unknown-key",
    """\
A key that is no field, no relation and not in the scheme's `fields`.

Its value would appear nowhere: not on a page, not in the graph, not in an export. Most are slips of the pen.

```yaml
alias: [RAG]
```

Write the nearest key (`aliases`). A relation of your own is declared under `relations` in `scheme.yml`, another
glossary's name for one of our fields under `fields`.
""",
)

WRONG_CASE = Rule(
    "W008",
    "wrong-case",
    """\
A key, or a value from a closed list, with other capitals (`Title:`, `Concept`).

It is read as if written in lower case, but other programs that read the file do not know that.

```yaml
Title: Serverless
kind: Concept
```

Write it in lower case. `check --fix` does it.
""",
)

MISSING_TITLE = Rule(
    "E009",
    "missing-title",
    """\
An entry without a title: no `title` in its front matter, or a blank one, and no first heading.

The entry is shown under its id, which is written for programs and not for readers.

```yaml
kind: concept
definition: Tying an answer to evidence.
```

Add `title:`, singular and without markup.
""",
)

WRONG_TYPE = Rule(
    "E010",
    "wrong-type",
    """\
A value of the wrong shape: a mapping for a text, or a year, date, address or language tag that is none.

A value that cannot be understood is left out, and the others are kept. One item where a list belongs is read as
a list of one.

```yaml
aliases: RAG
last_reviewed: last summer
```

Write what the message asks for. Dates are written `2026-10-02`, addresses begin with `http://` or `https://`,
and lists stand in brackets: `aliases: [RAG]`. `check --fix` puts the brackets.
""",
)

UNKNOWN_VALUE = Rule(
    "E011",
    "unknown-value",
    """\
A value outside a closed list: `kind`, `status`, `level`, `tags`, `state`, `review`, `help_wanted`, `direction`.

Lists stay useful only while each thing in them has one name; the value is left out.

```yaml
kind: method
```

Choose one of those that the message prints. A scheme adds its own under `kinds` and `tags` in `scheme.yml`.
""",
)

EMPTY_ITEM = Rule(
    "W012",
    "empty-item",
    """\
An empty text in a list, an empty list, or a key without a value.

It says nothing, and readers of the file cannot tell whether something was forgotten.

```yaml
tags: ["architecture", ""]
aliases: []
```

Delete the item or the key. `check --fix` does it.
""",
)

OVER_LIMIT = Rule(
    "E014",
    "over-limit",
    """\
A file, a block, front matter, nesting or a number of parts beyond the limits, or a YAML anchor or alias.

Limits keep one file from stopping the whole glossary. What lies beyond them is not read; the rest is.

| what | limit |
|---|---|
| a file | 2 MiB |
| front matter | 64 KiB, 50 levels, no anchors (`&name`) and aliases (`*name`) |
| nesting of blocks, and of inline markup | 100 and 20 |
| the text of one block | 64 KiB |

```yaml
a: &a [x, x]
b: [*a, *a]
```

Split the entry, or write repeated values out.
""",
)

HIDDEN_CHARACTERS = Rule(
    "W016",
    "hidden-characters",
    """\
Bidirectional controls and other characters that nobody sees, in names, links or text.

They make a text read otherwise than it is stored (see *Trojan Source*, 2021), and two names that look the same
differ. Joiners between letters of scripts that need them, and inside emoji, are fine.

```yaml
title: Zero\\u200bwidth
```

Delete them. `check --fix` does it.
""",
)

RULES: tuple[Rule, ...] = (
    UNREADABLE_TEXT, UNCLOSED_FRONT_MATTER, MALFORMED_YAML, UNQUOTED_COLON, TAB_INDENT, DUPLICATE_KEY, UNKNOWN_KEY,
    WRONG_CASE, MISSING_TITLE, WRONG_TYPE, UNKNOWN_VALUE, EMPTY_ITEM, DROPPED_MARKUP, OVER_LIMIT, OUTSIDE_CONTENT,
    HIDDEN_CHARACTERS,
)  # fmt: skip
"""Every rule of this group, by code."""
