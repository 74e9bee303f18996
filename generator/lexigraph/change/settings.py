"""What the settings of a knowledge base say of one entry, kept in step when it gets another id or file.

Its exact path under `check.paths` in the scheme, and its lines in the baseline.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lexigraph.change.files import decoded, read
from lexigraph.change.rewrite import Rewrite
from lexigraph.change.steps import Step
from lexigraph.check import CALENDAR_RULES, check
from lexigraph.check.baseline import Line, line_of, read_baseline
from lexigraph.edit.new_file import yaml_scalar
from lexigraph.edit.text import edited
from lexigraph.graph import Graph
from lexigraph.model import Edit, FrozenMapping, SourceFile
from lexigraph.read import SCHEME_FILE

__all__ = ["exemption_edits", "with_baseline"]

_DATED = frozenset(each.RULE.code for each in CALENDAR_RULES)
"""Rules that are not asked here, for what they find depends on the day."""


def exemption_edits(graph: Graph, names: Mapping[str, str]) -> Iterator[Edit]:
    """Edits of `scheme.yml` where `check.paths` names one of the files exactly; `names`: old path → new path.

    Globs that take in more files stay: whether they were meant for this one, its author knows.
    """
    paths = graph.scheme.check.get("paths")
    text = decoded(read(graph.root / SCHEME_FILE) or b"")[1]
    for old, new in names.items():
        span = graph.scheme.places.get(f"key:check/paths/{old}")
        if isinstance(paths, Mapping) and old in paths and new not in paths and span is not None:
            quote = text[span.start : span.start + 1]
            has_quotes = quote in ("'", '"') and not {quote, "\\"} & set(new)
            yield Edit(path=SCHEME_FILE, span=span, text=f"{quote}{new}{quote}" if has_quotes else yaml_scalar(new))


def with_baseline(
    before: Graph, after: Graph, rewrite: Rewrite, names: Mapping[str, str], ids: Mapping[str, str]
) -> tuple[Rewrite, Graph, tuple[Step, ...]]:
    """The change, the graph after it and what was done, with the lines of old findings that the change renames.

    Args:
        before: the graph as it is.
        after: that of the change.
        rewrite: the change.
        names: old path → new path.
        ids: old id → new id.
    """
    file = before.baseline
    if file is None or file.path in rewrite.after:
        return rewrite, after, ()
    renamed = dict(_renamed_lines(before, after, {**names, **ids}))
    if not renamed:
        return rewrite, after, ()
    bom, text = decoded(file.data)
    edits = [Edit(path=file.path, span=line.span, text=now) for line, now in renamed.items()]
    data = bom + edited(text, edits)[0].encode()
    steps = tuple(Step("edit", file.path, line.span, f"{line.text} -> {now}") for line, now in renamed.items())
    made = replace(
        rewrite, before=FrozenMapping(dict(sorted({**rewrite.before, file.path: file.data}.items()))),
        after=FrozenMapping(dict(sorted({**rewrite.after, file.path: data}.items()))),
    )  # fmt: skip
    return made, replace(after, baseline=SourceFile(path=file.path, data=data)), steps


def _renamed_lines(before: Graph, after: Graph, words: Mapping[str, str]) -> Iterator[tuple[Line, str]]:
    """The lines that match no finding any more, and would under the new names."""
    found = Counter(map(line_of, check(replace(after, baseline=None))))
    idle: list[Line] = []
    for line in read_baseline(before.baseline).lines:
        if found[line.text] > 0:
            found[line.text] -= 1
        else:
            idle.append(line)
    for line in idle:
        for now in _candidates(line.text, words):
            if found[now] > 0 or (line.code in _DATED and now != line.text):
                found[now] -= 1
                yield line, now
                break


def _candidates(line: str, words: Mapping[str, str]) -> Iterator[str]:
    """The line with other names: where it says whose finding it is, in what it is about, in both."""
    code, _, rest = line.partition(" ")
    whose, space, subject = rest.partition(" ")
    other, about = words.get(whose, whose), subject
    for old, new in words.items():
        about = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lambda found, new=new: new, about)  # type: ignore[misc]  # bound now
    yield from (f"{code} {other}{space}{subject}", f"{code} {whose}{space}{about}", f"{code} {other}{space}{about}")
