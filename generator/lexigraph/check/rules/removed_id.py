"""An id, path or redirect that worked before the change and leads nowhere now.

Other entries, other sites and readers' bookmarks point at it. Ids are promises: an entry nobody should use any more
stays, as deprecated; one that got another name or place keeps the old one as a redirect.

```
adaptation/ft.md -> adaptation/fine-tuning.md      # without 'redirect_from: [ft]'
```

`lexigraph rename` and `lexigraph merge` keep redirects by themselves. Where an intended break is accepted, the check is
run with `--ignore E701`.
"""

from collections.abc import Iterator

from lexigraph.check.facts.since import Since
from lexigraph.edit.front_matter import with_item
from lexigraph.graph import EntryNode, Graph, Question
from lexigraph.model import NOWHERE, Diagnostic, Rule
from lexigraph.names import fold

__all__ = ["RULE", "findings"]

RULE = Rule("E701", "removed-id", __doc__)


def findings(graph: Graph, base: Graph) -> Iterator[Diagnostic]:
    """One for each entry, each question and each redirect of the base that cannot be reached any more."""
    since = Since(graph, base)
    for entry in base.entries.values():
        if not since.works(entry.id):
            yield _entry(since, entry, entry.id, entry.id)
        elif not since.works(path := entry.path.removesuffix(".md")):
            yield _entry(since, entry, path, f"the path '{path}'")
    for old, id in base.redirects.items():
        if not since.works(old):
            yield _redirect(since, old, base.entries[id])
    for question in base.questions.values():
        if not question.entry and not since.works(question.id) and since.works(question.holder):
            yield _question(since, question)


def _entry(since: Since, entry: EntryNode, old: str, said: str) -> Diagnostic:
    new = since.heir(entry)
    subject = f"'{old}'" if said == old else said
    if new is None:
        return RULE.at(
            entry.path,
            NOWHERE,
            f"{subject} leads nowhere now; it was {entry.title}",
            help="keep the file with 'status: deprecated', "
            "or put the id into 'redirect_from' of the entry that readers should find",
            entry=entry.id,
            subject=old,
        )
    return _mended(new, entry, old, f"{subject} leads nowhere now; it was {entry.title}, which is here")


def _redirect(since: Since, old: str, entry: EntryNode) -> Diagnostic:
    new = since.graph.entries.get(since.now(entry.id)) or since.heir(entry)
    message = f"the redirect '{old}' leads nowhere now; it led to {entry.id}"
    if new is None:
        help = "redirects are kept for good: put it into 'redirect_from' of the entry that readers should find"
        return RULE.at(entry.path, NOWHERE, message, help=help, entry=entry.id, subject=old)
    return _mended(new, entry, old, message)


def _mended(new: EntryNode, entry: EntryNode, old: str, message: str) -> Diagnostic:
    """The finding at the entry that readers of the old id should find."""
    edits = with_item(new.parsed, "redirect_from", old)
    return RULE.at(
        new.path,
        new.parsed.title_span,
        message,
        help=f"add 'redirect_from: [{old}]', if this is what its readers should find",
        entry=entry.id,
        subject=old,
        edits=edits,
    )


def _question(since: Since, question: Question) -> Diagnostic:
    holder = since.graph.entries[since.now(question.holder)]
    same = next((each for each in since.graph.questions.values() if fold(each.text) == fold(question.text)), None)
    if same is not None:
        way = f"it has the id '{same.id}' now; write {{#{question.id}}} at its end"
    else:
        way = f"if it was reworded, write {{#{question.id}}} at its end; if answered, keep it in a file of its own"
    return RULE.at(
        holder.path,
        same.span if same is not None and same.path == holder.path else holder.parsed.title_span,
        f"the question '{question.id}' leads nowhere now",
        help=way,
        entry=holder.id,
        subject=question.id,
    )
