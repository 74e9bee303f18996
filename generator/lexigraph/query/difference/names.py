"""Names of an entry: its title, what else it is called, its names in other languages and for search."""

from collections.abc import Iterator

from lexigraph.graph import EntryNode
from lexigraph.names import fold
from lexigraph.query.difference.sides import Sides, items, value
from lexigraph.query.difference.values import Change, Risk

__all__ = ["names"]


def names(sides: Sides, old: EntryNode, new: EntryNode) -> Iterator[Change]:
    """What is different in the names of one entry. A name that it keeps in another place is none that it lost."""
    if old.title != new.title:
        yield from value(
            "title", new.id, old.title, new.title, risk=Risk.CAREFUL, why=_old_title(sides, old, new), title=new.title
        )
    kept = {fold(name) for name in new.names}
    for name in old.also_called:
        if name not in new.also_called:
            lost = _lost(sides, new.id, name) if fold(name) not in kept else ""
            yield Change(
                kind="alias removed", subject=new.id, before=name, title=new.title,
                risk=Risk.CAREFUL if lost else Risk.SAFE, why=lost,
            )  # fmt: skip
    for name in new.also_called:
        if name not in old.also_called:
            yield Change(kind="alias added", subject=new.id, after=name, title=new.title)
    yield from items(
        "search name", new.id, old.parsed.fields.hidden_labels, new.parsed.fields.hidden_labels, title=new.title
    )
    first, second = old.parsed.fields.labels, new.parsed.fields.labels
    for language in sorted({*first, *second}):
        before, after = first.get(language, ""), second.get(language, "")
        yield from value("label", new.id, before, after, key=language, title=new.title)


def _lost(sides: Sides, id: str, name: str) -> str:
    """What became of a name that the entry does not have any more; empty when it leads there all the same."""
    found = sides.new.names.candidates(name)
    if found == (id,):
        return ""
    return "the name leads elsewhere now" if found else "the name leads nowhere now"


def _old_title(sides: Sides, old: EntryNode, new: EntryNode) -> str:
    """What became of the old title, and who is concerned."""
    fate = ""
    if fold(old.title) in {fold(name) for name in new.also_called}:
        fate = "the old title stays as an alias"
    elif fold(old.title) not in {fold(new.title), fold(new.id)}:
        fate = _lost(sides, new.id, old.title).replace("the name", "the old title")
    number = sides.referring(new.id)
    entries = f"{number} {'entry refers' if number == 1 else 'entries refer'} to it" if number else ""
    return "; ".join(filter(None, (entries, fate)))
