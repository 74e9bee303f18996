"""The report for programs.

Keys, which stay: `schema` (1), `risk`, `headline`, `counts` (kind of change → number), `changes`, `effects`, `checks`
(null when nothing was checked). A change has `kind`, `subject`, `title`, `before`, `after`, `key`, `target`, `risk`,
`why`, `sentence`; an effect has `kind`, `subject`, `title`, `others`, `count`, `detail`, `sentence`; checks have
`introduced`, `fixed` (records as of `check --format json`) and `older` (a number).
"""

import json as standard
from collections import Counter
from typing import Any

from lexigraph.change.report.consequences import sentence
from lexigraph.change.report.headline import headline
from lexigraph.change.report.phrase import plain
from lexigraph.change.report.report import Report
from lexigraph.change.report.words import Words
from lexigraph.check.introduced import Comparison
from lexigraph.check.report.json import record
from lexigraph.query.difference import Change, Effect

__all__ = ["json"]


def json(report: Report) -> str:
    """One JSON object, in lines; ends with a line end."""
    difference = report.difference
    words = Words(difference)
    found = {
        "schema": 1,
        "risk": str(difference.risk),
        "headline": headline(difference),
        "counts": dict(sorted(Counter(change.kind for change in difference.changes).items())),
        "changes": [_change(words, change) for change in difference.changes],
        "effects": [_effect(words, effect) for effect in difference.effects],
        "checks": _checks(report.checks) if report.checks is not None else None,
    }
    text = standard.dumps(found, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode() + "\n"


def _change(words: Words, change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": change.subject,
        "title": change.title,
        "before": change.before,
        "after": change.after,
        "key": change.key,
        "target": change.target,
        "risk": str(change.risk),
        "why": change.why,
        "sentence": plain(words.sentence(change)),
    }


def _effect(words: Words, effect: Effect) -> dict[str, Any]:
    return {
        "kind": effect.kind,
        "subject": effect.subject,
        "title": effect.title,
        "others": list(effect.others),
        "count": effect.count,
        "detail": effect.detail,
        "sentence": plain(sentence(words, effect)),
    }


def _checks(checks: Comparison) -> dict[str, Any]:
    return {
        "introduced": [record(finding) for finding in checks.introduced],
        "fixed": [record(finding) for finding in checks.fixed],
        "older": len(checks.older),
    }
