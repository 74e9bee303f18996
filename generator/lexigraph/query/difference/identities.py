"""Entries that came, went, were renamed, moved, merged or split off; and old names that lead on."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lexigraph.graph import EntryNode, Graph
from lexigraph.query.difference.pairs import leads_to
from lexigraph.query.difference.sides import Sides
from lexigraph.query.difference.values import Change, Risk

__all__ = ["identities"]


def identities(sides: Sides) -> Iterator[Change]:
    """A change for each entry that is not where it was, and for each redirect of its own."""
    for id in sides.pairs.added:
        yield from _added(sides, sides.new.entries[id])
    for id in sides.pairs.removed:
        yield from _removed(sides, sides.old.entries[id])
    for old, new in sides.both:
        yield from _moved(sides, old, new)
    yield from _redirects(sides)


def _added(sides: Sides, node: EntryNode) -> Iterator[Change]:
    """Of a question nothing but that it has a file now: that it was raised is said with the questions."""
    source = leads_to(sides.old, node)
    if source:
        yield Change(
            kind="entry split off", subject=node.id, before=sides.pairs.today(source), after=node.id, title=node.title,
            risk=Risk.CAREFUL,
        )  # fmt: skip
    elif node.kind != "question":
        yield Change(kind="entry added", subject=node.id, after=node.title, title=node.title)
    elif node.id in sides.old.questions:
        yield Change(kind="question given a file", subject=node.id, after=node.path, title=node.title)


def _removed(sides: Sides, node: EntryNode) -> Iterator[Change]:
    target = leads_to(sides.new, node)
    if target:
        lost = _lost(sides, node)
        yield Change(
            kind="entry merged", subject=node.id, before=node.id, after=target, title=node.title,
            risk=Risk.BREAKING if lost else Risk.CAREFUL, why=lost,
        )  # fmt: skip
    elif node.kind != "question":
        yield Change(
            kind="entry removed", subject=node.id, before=node.title, title=node.title, risk=Risk.BREAKING,
            why=_nowhere(node.id),
        )  # fmt: skip
    elif node.id in sides.new.questions:
        why = f"the page {node.path.removesuffix('.md')} leads nowhere now"
        yield Change(
            kind="question's file removed", subject=node.id, before=node.path, title=node.title, risk=Risk.BREAKING,
            why=why,
        )  # fmt: skip


def _moved(sides: Sides, old: EntryNode, new: EntryNode) -> Iterator[Change]:
    if (old.id, old.path) == (new.id, new.path):
        return
    renamed = old.id != new.id
    lost = _lost(sides, old)
    yield Change(
        kind="entry renamed" if renamed else "entry moved", subject=new.id,
        before=old.id if renamed else old.path, after=new.id if renamed else new.path, title=new.title,
        risk=Risk.BREAKING if lost else Risk.SAFE, why=lost,
    )  # fmt: skip


def _lost(sides: Sides, old: EntryNode) -> str:
    """Which name of an entry as it was leads nowhere now: its id, or the address of its page; empty: none.

    A redirect without a folder leads on from the root and from the folder of its entry.
    """
    graph = sides.new
    if old.id not in graph.entries and old.id not in graph.redirects:
        return _nowhere(old.id)
    path = PurePosixPath(old.path.removesuffix(".md"))
    if str(path) in sides.new_paths or str(path) in graph.redirects:
        return ""
    target = graph.entries.get(graph.redirects.get(path.name, ""))
    if target is not None and str(path.parent) in (".", str(PurePosixPath(target.path).parent)):
        return ""
    return f"the page {path} leads nowhere now"


def _nowhere(id: str) -> str:
    return f"the id {id} leads nowhere now"


def _redirects(sides: Sides) -> Iterator[Change]:
    """Redirects that came, went or lead elsewhere; those of entries that were renamed or merged are said with these."""
    first = {name: sides.pairs.today(id) for name, id in sides.old.redirects.items()}
    second = sides.new.redirects
    for name, id in first.items():
        if name not in second and not _is_live(sides.new, sides.new_paths, name):
            yield _redirect("removed", name, id, "", sides, Risk.BREAKING)
        elif name in second and second[name] != id:
            yield _redirect("changed", name, id, second[name], sides, Risk.CAREFUL)
    for name, id in second.items():
        if name not in first and not _is_live(sides.old, sides.old_paths, name):
            yield _redirect("added", name, "", id, sides, Risk.SAFE)


def _is_live(graph: Graph, paths: frozenset[str], name: str) -> bool:
    return name in graph.entries or name in paths or name in graph.questions


def _redirect(what: str, name: str, before: str, after: str, sides: Sides, risk: Risk) -> Change:
    subject = after or before
    return Change(
        kind=f"redirect {what}", subject=subject, before=before, after=after, key=name, title=sides.title(subject),
        risk=risk, why=f"{name} leads nowhere now" if risk is Risk.BREAKING else "",
    )  # fmt: skip
