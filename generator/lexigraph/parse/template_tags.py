"""Tags of other tools' template languages: `{{< figure >}}`, `{{% note %}}`, `{% include x %}`.

They mean nothing here and are dropped with a finding; what stands between a pair of them stays.
"""

import re

from markdown_it.rules_inline import StateInline

__all__ = ["template_tag_rule"]

_TAG = re.compile(r"\{\{[<%][^{}]{0,1000}?[>%]\}\}|\{%-?\s*\w[^{}]{0,1000}?%\}")


def template_tag_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Make a `template_tag` token."""
    if state.src[state.pos] != "{":
        return False
    tag = _TAG.match(state.src, state.pos, state.posMax)
    if tag is None:
        return False
    if not silent:
        state.push("template_tag", "", 0).content = tag[0]
    state.pos = tag.end()
    return True
