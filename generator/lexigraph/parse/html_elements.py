"""Which tags are HTML, and which of them an entry may use.

A tag that is no HTML element (`<unk>`, `<start>`) is text. One that is an element and not allowed is
removed by `raw_html`, and reported.
"""

import re

__all__ = ["ALLOWED", "KNOWN", "TAG", "VOID", "WITH_CONTENT_REMOVED"]

ALLOWED = frozenset(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details "
    "dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol "
    "p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time "
    "tr tt u ul var wbr".split()
)
"""Elements an entry may use."""

WITH_CONTENT_REMOVED = frozenset(
    "script style iframe object svg math template noscript noembed noframes title textarea select xmp "
    "audio video canvas applet frameset plaintext".split()
)
"""Elements that go with all that stands in them."""

KNOWN = (
    ALLOWED
    | WITH_CONTENT_REMOVED
    | frozenset(
        "area base basefont bgsound body button data datalist dialog dir embed fieldset font form frame head html input label legend "
        "link map marquee menu menuitem meta meter nobr optgroup option output param picture progress search slot "
        "source track".split()
    )
)
"""All elements of HTML, old ones too."""

VOID = frozenset("area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split())
"""Elements without an end tag."""

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
"""A tag in raw HTML: slash, name, the rest."""
