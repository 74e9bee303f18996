"""Defects in what an entry says of others."""

from lexigraph.graph import EntryNode
from tests.mutation.spoiler import QUIET, Defect, Found, Spoiler, has_key, line_of, spoiled, with_key

__all__ = [
    "circle_in_what_comes_first",
    "circle_of_two",
    "name_of_another",
    "old_name_of_a_living_entry",
    "related_to_what_stands_above",
    "relation_to_itself",
    "relation_to_nothing",
    "slip_in_a_relation",
]


def relation_to_nothing(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "related") or node.kind in QUIET:
        return None
    text = with_key(text, "related: [qwertzuiopasdfg]")
    return spoiled(node, text, ("E301", line_of(text, "related: [qwertz")))


def slip_in_a_relation(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "related") or node.kind in QUIET:
        return None
    name = spoiler.other(node).id
    slip = f"{name[:2]}q{name[2:]}x"
    text = with_key(text, f"related:\n  - {slip}: a slip of the pen")
    return spoiled(node, text, ("E301", line_of(text, f"  - {slip}:")))


def relation_to_itself(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "related") or node.kind in QUIET:
        return None
    text = with_key(text, f"related: [{node.id}]")
    return spoiled(node, text, ("E302", line_of(text, f"related: [{node.id}]")))


def circle_of_two(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    """`node` becomes a kind of one of its own kinds, which has no other way up."""
    text = spoiler.text(node)
    kinds = [
        view for view in spoiler.graph.views(node.id, "narrower") if not spoiler.graph.views(view.other, "narrower")
    ]
    kinds = [view for view in kinds if len(spoiler.graph.views(view.other, "broader")) == 1]
    if has_key(text, "broader") or has_key(text, "part_of") or has_key(text, "instance_of") or not kinds:
        return None
    low = spoiler.graph.entries[kinds[0].other]
    neighbours = {view.other for view in spoiler.graph.relations_at[low.id] if view.direction.key == "related"}
    if neighbours & spoiler.below(node.id) or low.kind != node.kind:
        return None
    text = with_key(text, f"broader: [{low.id}]")
    if low.path < node.path:  # a circle is printed at the entry whose path comes last
        return spoiled(node, text, ("E303", line_of(text, f"broader: [{low.id}]")))
    line = kinds[0].relation.span.line
    return Defect(node.path, text.encode(), frozenset({Found("E303", low.path, line)}))


def circle_in_what_comes_first(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    before = [view for view in spoiler.graph.views(node.id, "required_for") if view.derived]
    if has_key(text, "requires") or not before or node.kind in QUIET:
        return None
    later = spoiler.graph.entries[before[0].other]
    if later.kind in QUIET:
        return None
    text = with_key(text, f"requires: [{later.id}]")
    if later.path < node.path:
        return spoiled(node, text, ("E304", line_of(text, f"requires: [{later.id}]")))
    return Defect(node.path, text.encode(), frozenset({Found("E304", later.path, before[0].relation.span.line)}))


def related_to_what_stands_above(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    above = sorted(spoiler.above(node.id))
    if has_key(text, "related") or not above or node.kind in QUIET:
        return None
    text = with_key(text, f"related: [{above[0]}]")
    return spoiled(node, text, ("E305", line_of(text, f"related: [{above[0]}]")))


def name_of_another(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "aliases") or has_key(text, "acronym") or node.kind in QUIET:
        return None
    others = [other for other in spoiler.unspoken if other is not node]
    if not others:
        return None
    other = spoiler.rng.choice(others)
    text = with_key(text, f"aliases: [{other.title}]")
    return spoiled(node, text, ("E107", line_of(text, f"aliases: [{other.title}]")))


def old_name_of_a_living_entry(spoiler: Spoiler, node: EntryNode) -> Defect | None:
    text = spoiler.text(node)
    if has_key(text, "redirect_from"):
        return None
    other = spoiler.other(node)
    text = with_key(text, f"redirect_from: [{other.id}]")
    return spoiled(node, text, ("E505", line_of(text, "redirect_from:")))
