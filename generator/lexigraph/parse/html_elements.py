"""Which tags are HTML, and which of them an entry may use.

A tag that is no HTML element (`<unk>`, `<start>`) is text. One that is an element and not allowed is
removed by `raw_html`, and reported.
"""

import re

__all__ = ["ALLOWED", "KNOWN", "OPTIONAL_END", "PHRASES", "TAG", "VOID", "WITH_CONTENT_REMOVED"]

_ALLOWED = """
    a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
    div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q
    rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul
    var wbr
"""
_WITH_CONTENT_REMOVED = """
    applet audio canvas frameset iframe math noembed noframes noscript object plaintext script select style svg
    template textarea title video xmp
"""
_OTHERS = """
    area base basefont bgsound body button data datalist dialog dir embed fieldset font form frame head html input
    label legend link map marquee menu menuitem meta meter nobr optgroup option output param picture progress search
    slot source track
"""
_VOID = "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"

ALLOWED = frozenset(_ALLOWED.split())
"""Elements an entry may use."""

WITH_CONTENT_REMOVED = frozenset(_WITH_CONTENT_REMOVED.split())
"""Elements that go with all that stands in them."""

KNOWN = ALLOWED | WITH_CONTENT_REMOVED | frozenset(_OTHERS.split())
"""All elements of HTML, old ones too."""

PHRASES = frozenset(
    re.findall(
        r"\w+",
        "abbr b bdi bdo big br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strike "
        "strong sub sup time tt u var wbr",
    )
)
"""Those of the allowed that may stand within a sentence, but for links and images."""

VOID = frozenset(_VOID.split())
"""Elements without an end tag."""

OPTIONAL_END = frozenset({"colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"})
"""Elements whose end tag may be left out."""

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
"""A tag in raw HTML: slash, name, the rest."""
