"""The methods of a graph that plan a change. None writes: that is `ChangeSet.apply`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexigraph.concept_graph.arguments import text_of
from lexigraph.concept_graph.change_set import ChangeSet
from lexigraph.concept_graph.entry import Entry
from lexigraph.concept_graph.identity import Identity
from lexigraph.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Changing"]


class Changing(Identity):
    """Changes of the folder that a graph was loaded from."""

    def rename(self, old: str | Entry, new: str, *, title: str | None = None, topic: str | None = None) -> ChangeSet:
        """The entry `old` (any name) under the id `new`, with every reference to it and a redirect from the old id.

        With a title the old one becomes an alias; with a topic its file moves to that folder.

        Raises:
            ReadOnlyGraph: it was read from a file or a site.
            CannotChange: `old` is no entry, `new` is another one or no id, or a reference would mean something else.

        >>> change = lexigraph.load("notes").rename("bert", "bidirectional-model")
        >>> change.changes[0].kind, str(change.risk)
        ('entry renamed', 'safe')
        """
        from lexigraph.change.rename import rename

        self.require_files("changed")
        plan = rename(
            self.linked, _name(old), text_of(new, "an id is a str"), title=title, topic=topic, load=self._reloaded
        )
        return ChangeSet.planned(self.linked, plan.graph, plan.rewrite)

    def merge(self, old: str | Entry, new: str | Entry) -> ChangeSet:
        """The entry `old` folded into the entry `new`; where both have a value, that of `new` stays.

        Raises:
            ReadOnlyGraph: it was read from a file or a site.
            CannotChange: either is no entry, or a reference would mean something else.

        >>> lexigraph.load("notes").merge("gpt", "bert").changes[0].kind
        'entry merged'
        """
        from lexigraph.change.merge import merge

        self.require_files("changed")
        plan = merge(self.linked, _name(old), _name(new), load=self._reloaded)
        return ChangeSet.planned(self.linked, plan.graph, plan.rewrite)

    def new(self, title: str, *, kind: str = "concept", topic: str | None = None, definition: str = "") -> ChangeSet:
        """A new entry, as a draft; without a topic it goes where it is spoken of.

        Raises:
            ReadOnlyGraph: it was read from a file or a site.
            CannotChange: it exists, or nearly; or what was given would bring an error. An entry needs a definition.

        >>> change = lexigraph.load("notes").new("Beam search", definition="Keeping the best few texts at each step.")
        >>> print(change.diff())
        --- /dev/null
        +++ b/beam-search.md
        ...
        """
        from lexigraph.change.new import Answers, new_entry

        self.require_files("changed")
        answers = Answers(title=text_of(title, "a title is a str"), kind=kind, topic=topic, definition=definition)
        made = new_entry(self.linked, answers, load=self._reloaded)
        return ChangeSet.planned(self.linked, made.graph, made.rewrite)

    def fix(self, *, unsafe: bool = False) -> ChangeSet:
        """What `check` finds, mended where it has a fix; with `unsafe`, by guesses too.

        Raises:
            ReadOnlyGraph: it was read from a file or a site.

        >>> lexigraph.load("notes").fix().changes
        []
        """
        from lexigraph.change.fixes import fixes
        from lexigraph.check import check

        self.require_files("changed")
        made = fixes(self.linked, judge=check, load=self._reloaded, unsafe=unsafe)
        return ChangeSet.planned(self.linked, made.graph, made.rewrite)

    def _reloaded(self, overlay: Mapping[str, bytes | None]) -> Graph:
        """The graph with these texts in place of those on disk, read as this one was."""
        from lexigraph.loading import load_graph

        fields = {ours: theirs for theirs, ours in self.linked.scheme.fields.items()}
        return load_graph(self.linked.root, fields=fields, overlay=overlay)


def _name(given: str | Entry) -> str:
    return given.id if isinstance(given, Entry) else text_of(given, "a name is a str or an Entry")
