"""A suppression that suppresses nothing, because it gives no reason or names no rule.

A finding that is hidden without a reason is found again by the next reader, who has to think it through once more.
A name that no rule has is a slip, and the finding that was meant is still there.

```yaml
uses:
  - expert-parallelism   # lexigraph: allow unknown-entry
```

Give the code or the name of a rule, and after a second colon the reason: `# lexigraph: allow unknown-entry: being
written in #41`; in the body of an entry `<!-- lexigraph: allow broken-link: the handbook moves here in June -->`.
What makes a file unreadable (E001, E002, E003) cannot be suppressed, and neither can this.
"""

from collections.abc import Iterable, Iterator, Mapping

from lexigraph.check.selection import nearest_rules
from lexigraph.check.suppressed import Written, is_suppressible
from lexigraph.model import Diagnostic, Rule
from lexigraph.wording import quoted, the_nearest

RULE = Rule("W802", "malformed-suppression", __doc__)

__all__ = ["RULE", "findings"]


def findings(suppressions: Iterable[Written], rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """Those without a reason or a rule; `rules` are all there are, by code and name."""
    for each in suppressions:
        path, suppression = each
        if suppression.word != "allow":
            yield RULE.at(
                path, suppression.span, f"'{suppression.word}' after 'lexigraph:' suppresses nothing",
                help="write lexigraph: allow RULE: reason", subject=suppression.word,
            )  # fmt: skip
        elif not suppression.selectors:
            yield RULE.at(
                path, suppression.span, "a suppression that names no rule",
                help="write lexigraph: allow RULE: reason, with the code or name that 'lexigraph check' prints",
                subject="rule",
            )  # fmt: skip
        elif not suppression.reason:
            named = ", ".join(suppression.selectors)
            yield RULE.at(
                path, suppression.span, "a suppression without a reason",
                help=f"say why after a second colon: lexigraph: allow {named}: …", subject=named,
            )  # fmt: skip
        else:
            yield from _nameless(each, rules)


def _nameless(each: Written, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    for selector, span in zip(each.suppression.selectors, each.suppression.selector_spans, strict=True):
        rule = rules.get(selector.lower())
        if rule is None:
            near = nearest_rules(tuple(dict.fromkeys(rules.values())), selector)
            help = the_nearest(quoted(near[:1])) if near else "write the code or name that 'lexigraph check' prints"
            yield RULE.at(each.path, span, f"no rule has the name '{selector}'", help=help, subject=selector)
        elif not is_suppressible(rule):
            yield RULE.at(
                each.path, span, f"'{selector}' cannot be suppressed", help="mend what it finds", subject=selector
            )
