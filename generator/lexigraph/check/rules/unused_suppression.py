"""A suppression, or a line of the baseline, that no finding needs any more.

What it allowed is mended, so it would hide the same mistake when somebody makes it again. It is looked at only
where its rule ran.

```yaml
uses:
  - embedding   # lexigraph: allow unknown-entry: being written in #41
```

Delete the comment; `check --fix` does it. `check --write-baseline` takes lines out of the baseline.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lexigraph.check.baseline import Baseline
from lexigraph.check.suppressed import Written, is_suppressible
from lexigraph.model import Diagnostic, Edit, Rule, Suppression

RULE = Rule("W803", "unused-suppression", __doc__)

__all__ = ["RULE", "findings", "of_baseline"]


def findings(
    suppressions: Iterable[Written],
    used: frozenset[tuple[Written, str]],
    rules: Mapping[str, Rule],
    has_run: Callable[[str, str], bool],
) -> Iterator[Diagnostic]:
    """Those that suppressed nothing.

    Args:
        suppressions: every one there is.
        used: those that suppressed something, with the name of the rule.
        rules: all rules by code and name.
        has_run: whether a rule, by name, looked at a file, by path.
    """
    for each in suppressions:
        if each.suppression.word != "allow" or not each.suppression.reason:
            continue
        kept, unused = [], []
        for selector in each.suppression.selectors:
            rule = rules.get(selector.lower())
            is_idle = rule is not None and is_suppressible(rule) and has_run(rule.name, each.path)
            if rule is not None and is_idle and (each, rule.name) not in used:
                unused.append(selector)
            else:
                kept.append(selector)
        if unused:
            yield _finding(each.path, each.suppression, kept, unused)


def of_baseline(baseline: Baseline, idle: Iterable[int]) -> Iterator[Diagnostic]:
    """The lines of the baseline, by number, that match nothing."""
    for number in idle:
        line = baseline.lines[number]
        yield RULE.at(
            baseline.path, line.span, "no finding matches this line any more",
            help="delete the line, or run lexigraph check --write-baseline", subject=line.text,
            edits=(Edit(path=baseline.path, span=line.whole, text=""),), safe=True,
        )  # fmt: skip


def _finding(path: str, suppression: Suppression, kept: list[str], unused: list[str]) -> Diagnostic:
    if kept:
        first, last = suppression.selector_spans[0], suppression.selector_spans[-1]
        edit = Edit(path=path, span=first._replace(end=last.end), text=", ".join(kept))
    else:
        edit = Edit(path=path, span=suppression.removal, text="")
    named = ", ".join(unused)
    quoted = " or ".join(f"'{name}'" for name in unused)
    return RULE.at(
        path, suppression.span, f"nothing that this comment covers is {quoted}",
        help=f"take '{named}' out" if kept else "delete the comment", subject=named,
        edits=(edit,), safe=True,
    )  # fmt: skip
