"""`questions.json`: all questions, with what is known and what would settle them."""

import json
from collections.abc import Iterator

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.records import question_record

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "artifacts"]

LEFT_OUT: tuple[str, ...] = ("entries", "relations between entries")
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = False


def artifacts(export: Export) -> Iterator[Artifact]:
    """The questions by text; a file without any when there are none, so that readers of it need not guess."""
    rows = ",\n".join(
        json.dumps(question_record(export, question), ensure_ascii=False)
        for question in export.graph.questions.values()
    )
    head = json.dumps({"schema": 1, "generator": export.generator, "built_from": export.history.commit})[:-1]
    body = f"[\n{rows}\n]" if rows else "[]"
    yield Artifact("questions.json", f'{head},\n"questions": {body}}}\n'.encode())
