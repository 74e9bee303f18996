"""What is found of one change in a small world: all of it, in its order, with its class."""

from collections.abc import Callable
from pathlib import Path

from tests.query.difference.worlds import WORLDS
from tests.worlds import graph

from lexigraph.query.difference import Change, Effect, difference

GOLDEN = Path(__file__).parents[2] / "golden" / "diff"


def test_each_change_is_found_with_its_class_and_its_effects(golden: Callable[[Path, str], None]) -> None:
    parts = []
    for name, world in WORLDS.items():
        found = difference(world.old, world.new)
        rows = [*map(_change, found.changes), *map(_effect, found.effects)]
        parts.append("\n".join((f"# {name}", *(rows or ["nothing"]), "")))
    golden(GOLDEN / "found.txt", "\n".join(parts))


def _change(change: Change) -> str:
    what = " ".join(filter(None, (change.subject or "scheme", change.key, change.target)))
    values = f" [{change.before}] -> [{change.after}]" if change.before or change.after else ""
    return f"{change.risk}: {change.kind}: {what}{values}{f' ({change.why})' if change.why else ''}"


def _effect(effect: Effect) -> str:
    others = f" by {', '.join(effect.others)}" if effect.others else ""
    return f"effect: {effect.kind}: {effect.subject}{others}{f' x{effect.count}' if effect.count else ''}"


def test_a_bullet_whose_file_has_another_id_by_now_is_the_same_question() -> None:
    asked = {"rag.md": "---\ntitle: RAG\ndefinition: A.\n---\n\n## Open questions\n\n- How long? {#how-long}\n"}
    file = "---\ntitle: How long?\nkind: question\nabout: [rag]\nstate: open\nredirect_from: [how-long]\n---\n"
    promoted = {"rag.md": asked["rag.md"].replace("#how-long", "#what-length"), "what-length.md": file}
    kinds = {change.kind for change in difference(graph(asked), graph(promoted)).changes}
    assert not kinds & {"question removed", "question raised"}
