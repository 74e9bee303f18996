"""A folder that means ill: every way we know to break a file, next to three good ones.

Each broken file alone would stop, hang or mislead a careless reader. `hostile_folder` makes them all.
"""

from pathlib import Path
from typing import NamedTuple

__all__ = ["BROKEN", "GOOD", "HostileFolder", "hostile_folder"]

GOOD: dict[str, str] = {
    "retrieval/rag.md": """---
title: Retrieval-augmented generation
aliases: [RAG]
kind: technique
definition: Fetching documents at query time and putting them in the prompt.
broader: [grounding]
contrasts_with:
  - fine-tuning: changes the weights; retrieval changes the context
---

Unlike [fine-tuning](../training/fine-tuning.md), it leaves the weights alone, for the sake of [[grounding]].

## Open questions

- When does a long context window make retrieval unnecessary? {#long-context-vs-retrieval}
""",
    "retrieval/grounding.md": """---
title: Grounding
definition: Tying an answer to evidence.
---

A grounded answer names its sources; see [[rag]].
""",
    "training/fine-tuning.md": """---
title: Fine-tuning
definition: Training a model further on few examples of one task.
---

Fine-tuning changes the weights, which [[rag]] leaves alone.
""",
}


def _entry(*lines: str, body: str = "") -> bytes:
    """A file with a title, a definition, and what is wrong with it."""
    front = "\n".join(("title: Broken", "definition: An entry in which something is broken.", *lines))
    return f"---\n{front}\n---\n\n{body}\n".encode()


_BOMB = "\n".join(
    [
        "---",
        "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]",
        *(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "title: Bomb",
        "---",
    ]
).encode()

BROKEN: dict[str, bytes] = {
    # no text
    "bytes/empty.md": b"",
    "bytes/blank.md": b" \n\n\t\n \n",
    "bytes/binary.md": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "bytes/latin-1.md": "---\ntitle: Na\u00efve Bayes\ndefinition: Na\u00efve.\n---\n".encode("latin-1"),
    "bytes/utf-16.md": "---\ntitle: Sixteen\n---\n".encode("utf-16"),
    "bytes/nul.md": _entry(body="one\x00two"),
    "bytes/terminal.md": _entry(body="\x1b]0;owned\x07\x1b[2J and gone"),
    "bytes/surrogate.md": b"---\ntitle: Half \xed\xa0\x80\n---\n",
    # front matter
    "front/unclosed.md": b"---\ntitle: Unclosed\ndefinition: It never ends.\n\nText.\n",
    "front/bomb.md": _BOMB,
    "front/brackets.md": b"---\ntitle: " + b"[" * 30_000 + b"]" * 30_000 + b"\n---\n",
    "front/open-brackets.md": b"---\ntitle: " + b"[" * 30_000 + b"\n---\n",
    "front/braces.md": b"---\ntitle: " + b"{a: " * 10_000 + b"}" * 10_000 + b"\n---\n",
    "front/indents.md": b"---\n" + b"".join(b" " * n + b"a:\n" for n in range(300)) + b"---\n",
    "front/duplicate-keys.md": _entry("title: Broken again"),
    "front/open-quote.md": b'---\ntitle: "Never closed\ndefinition: At all.\n---\n',
    "front/open-list.md": _entry("related: [grounding"),
    "front/tab.md": _entry("related:", "\t- grounding"),
    "front/colon.md": b"---\ntitle: Colon: a second one\ndefinition: It has two.\n---\n",
    "front/list.md": b"---\n- title\n- definition\n---\n",
    "front/scalar.md": b"---\njust a sentence\n---\n",
    "front/wrong-types.md": _entry("aliases: {a: b}", "created: yesterday", "sources: [[[x]]]", "labels: [en]"),
    "front/code.md": _entry("aliases: !!python/object/apply:os.system ['touch pwned']", "acronym: {a: b}"),
    "front/merge.md": _entry("origin: &o {by: me}", "contested: {<<: *o}"),
    "front/escape.md": b'---\ntitle: "\\ud800 \\x00"\ndefinition: [An, escape]\n---\n',
    "front/two-documents.md": b"---\ntitle: One\naliases: {x: y}\n--- \ntitle: Two\n...\n---\n",
    "front/long-front-matter.md": _entry("aliases: [" + ", ".join(["another name"] * 10_000) + "]"),
    # body
    "body/megabyte-line.md": _entry(body="word " * 200_000),
    "body/megabyte-word.md": _entry(body="w" * 1_000_000),
    "body/three-megabytes.md": _entry(body="A line like any other.\n" * 150_000),
    "body/quotes.md": _entry(body=">" * 10_000 + " far away"),
    "body/lists.md": _entry(body="- " * 10_000 + "far in"),
    "body/images.md": _entry(body="![" * 50_000),
    "body/links.md": _entry(body="[" * 50_000 + "a" + "](b)" * 50_000),
    "body/stars.md": _entry(body="*a **b _c " * 20_000),
    "body/formula.md": _entry(body="$" + "{" * 100_000 + "$"),
    "body/wikilinks.md": _entry(body="[[" * 50_000),
    "body/backticks.md": _entry(body=" ".join("`" * n for n in range(1, 450))),
    # what is said to check, and asked
    "said/suppressions.md": _entry(
        *("# lexigraph: allow E302,W999 ::error::x%0A" for _ in range(20)),
        body="<!-- lexigraph: allow everything -->\n" * 20 + "\n- [x](nowhere.md)" * 20,
    ),
    "said/selectors.md": _entry(
        body="<!-- lexigraph: allow " + "E302,</script>,@team," * 20 + ": ]]> -->\n\n[x](no.md)"
    ),
    "said/redirects.md": _entry("redirect_from: [../../../etc/passwd, /etc/passwd, retrieval/rag, 'a\"><script>']"),
    # references
    "references/outside-link.md": _entry(body="[passwords](../../../../../../etc/passwd)"),
    "references/outside-image.md": _entry(body="![secret](../../secret.md)"),
    "references/nowhere.md": _entry(body="[nowhere](nowhere-at-all.md)"),
    "references/unknown.md": _entry("uses: [no-such-entry-anywhere]"),
    "references/self.md": _entry("related: [references/self]"),
    "references/circle.md": _entry("broader: [references/beside-circle]"),
    "references/redirect.md": b"---\ndestination: no-such-entry-either\n---\n",
    "references/case.md": _entry("related: [grounding]"),
}
"""Path → bytes of each broken file; what `hostile_folder` makes besides cannot be said in bytes."""

_COMPANIONS: dict[str, bytes] = {
    "references/Case.md": _entry("related: [grounding]"),
    "references/beside-circle.md": _entry("broader: [references/circle]"),
}
"""Files that are broken only together with another, at which the finding stands."""


class HostileFolder(NamedTuple):
    """What was made, as paths below the folder."""

    root: Path
    good: frozenset[str]
    broken: frozenset[str]
    """Each has a finding."""


def hostile_folder(root: Path, *, scheme: str | None = None) -> HostileFolder:
    """Make the folder at `root`, and a secret beside it that must not be read; `scheme` is its `scheme.yml`."""
    for path, data in {**BROKEN, **_COMPANIONS, **{path: text.encode() for path, text in GOOD.items()}}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        own_title = f"title: Broken by {path.removesuffix('.md').replace('/', ' ')}\n"
        file.write_bytes(data.replace(b"title: Broken\n", own_title.encode()))
    if scheme is not None:
        (root / "scheme.yml").write_text(scheme)
    secret = root.parent / "secret.md"
    secret.write_text("---\ntitle: A secret of the machine\n---\n\nhunter2\n")
    (root / "links").mkdir()
    (root / "links" / "outside.md").symlink_to(secret)
    (root / "links" / "folder").symlink_to(root.parent, target_is_directory=True)
    (root / "links" / "up").symlink_to(root, target_is_directory=True)
    (root / "links" / "loop.md").symlink_to("loop.md")
    made = frozenset({"links/outside.md", "links/folder"})
    return HostileFolder(root=root, good=frozenset(GOOD), broken=frozenset(BROKEN) | made)
