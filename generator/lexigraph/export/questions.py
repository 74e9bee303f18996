"""`questions.json`: all questions, with what is known and what would settle them."""

import json
from collections.abc import Iterator

from lexigraph.export.artifact import Artifact, Export
from lexigraph.export.concepts.records import question_record
from lexigraph.query.questions import select_questions

__all__ = ["EXTRA", "IS_FOLDER", "IS_PUBLISHED", "LEFT_OUT", "SUFFIX", "artifacts"]

LEFT_OUT: tuple[str, ...] = ("all but questions", "their bodies, notes and citations of their relations")
EXTRA = ""
IS_PUBLISHED = True
IS_FOLDER = False
SUFFIX = ".json"


def artifacts(export: Export) -> Iterator[Artifact]:
    """The questions by state, then text; a file without any when there are none, so that readers need not guess.

    An address is from the site's root, where the file lies: it holds wherever the file was read from.
    """
    rows = ",\n".join(
        json.dumps(
            question_record(
                question, export.question_facts[question.id], export.site.questions.get(question.id, "")
            ),
            ensure_ascii=False,
        )
        for question in select_questions(export.graph)
    )  # fmt: skip
    head = json.dumps(
        {"schema": 1, "generator": export.generator, "built_from": export.history.commit, "site": export.site.url},
        ensure_ascii=False,
    )[:-1]
    body = f"[\n{rows}\n]" if rows else "[]"
    yield Artifact("questions.json", f'{head},\n"questions": {body}}}\n'.encode())
