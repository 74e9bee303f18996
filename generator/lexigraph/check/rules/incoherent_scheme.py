"""Something in `scheme.yml` that contradicts the entry format or itself, and therefore does nothing.

A relation whose key is a field's or another attribute's of an entry, whose inverse is taken, that is symmetric and has
an inverse, or that names an unknown kind; a kind that is there already; `fields` onto no field; a `check` setting that
names no rule. What is wrong is passed over, and whoever wrote it believes that it holds.

```yaml
relations:
  - {key: tags, inverse: tagged_by}     # 'tags' is a field
check:
  ignore: [broken-links]                # the rule is called 'broken-link'
```

Choose another key, or write the name that the message gives.
"""

from collections.abc import Iterator, Mapping, Sequence

from lexigraph.check.selection import PROFILES, nearest_rules, of_scheme
from lexigraph.graph import Graph
from lexigraph.model import NOWHERE, Diagnostic, Rule, Scheme, Severity
from lexigraph.parse.fields import FIELD_NAMES
from lexigraph.vocabulary import ATTRIBUTES, BUILT_IN, RelationType
from lexigraph.wording import listed, nearest, quoted, the_nearest

__all__ = ["RULE", "findings"]

RULE = Rule("E801", "incoherent-scheme", __doc__)

_PATH = "scheme.yml"
_SETTINGS = ("profile", "select", "extend", "ignore", "severity", "paths", "baseline")
_READ_APART = frozenset({"category", "draft", "publish", "published"})
"""Names under `fields` that are no fields and still mean something."""


def findings(graph: Graph) -> Iterator[Diagnostic]:
    """One for each contradiction; where a thing is wrong in two ways, the first is said."""
    scheme = graph.scheme
    yield from _kinds(scheme)
    yield from _relations(scheme)
    for ours in scheme.declared_fields:
        if ours.lower() not in FIELD_NAMES | _READ_APART and ours.lower() not in scheme.vocabulary.directions:
            near = nearest(ours.lower(), FIELD_NAMES)
            help = "the left side is our name, the right side that of the files"
            help += f"; {the_nearest(quoted(near))}" if near else ""
            yield _at(scheme, f"key:fields/{ours}", f"'{ours}' is no field of an entry", help)
    yield from _settings(scheme)


def _kinds(scheme: Scheme) -> Iterator[Diagnostic]:
    known = {kind.key for kind in BUILT_IN.kinds}
    for index, kind in enumerate(scheme.declared_kinds):
        if kind.key in known:
            place = f"kinds/{index}/key"
            yield _at(scheme, place, f"the kind '{kind.key}' is there already", "delete it; what it says is not used")
        known.add(kind.key)


def _relations(scheme: Scheme) -> Iterator[Diagnostic]:
    taken = dict.fromkeys(BUILT_IN.directions, "a relation of the entry format")
    kinds = {kind.key for kind in (*BUILT_IN.kinds, *scheme.declared_kinds)}
    for index, relation in enumerate(scheme.declared_relations):
        place = f"relations/{index}"
        clash = next(_clashes(relation, taken, scheme, place), None)
        if clash is not None:
            at, message, help = clash
            yield _at(scheme, at, message, help)
        taken |= dict.fromkeys(filter(None, (relation.key, relation.inverse)), "a relation of this scheme")
        for side, names in (("from", relation.from_kinds), ("to", relation.to_kinds)):
            for number, name in enumerate(names):
                if name not in kinds:
                    help = f"kinds are {', '.join(sorted(kinds))}; your own are declared under 'kinds'"
                    yield _at(scheme, f"{place}/{side}/{number}", f"'{name}' is not a kind", help)


def _clashes(
    relation: RelationType, taken: Mapping[str, str], scheme: Scheme, place: str
) -> Iterator[tuple[str, str, str]]:
    """Place, message and way out of each clash of a relation's keys."""
    inverse_at = f"{place}/inverse"
    is_written = inverse_at in scheme.places
    for key, at in ((relation.key, f"{place}/key"), (relation.inverse, inverse_at)):
        if key in FIELD_NAMES:
            yield at, f"'{key}' is a field of an entry", "choose another key; the relation cannot be written"
        elif key in ATTRIBUTES:
            yield at, f"'{key}' is another attribute of an entry", "choose another key; the relation is not read"
        elif key in taken:
            yield at, f"'{key}' is {taken[key]} already", "choose another key; only the first of the two is read"
    if relation.symmetric and is_written:
        yield (
            inverse_at, f"'{relation.key}' is symmetric and has an inverse",
            "a symmetric relation reads the same from both ends: delete one of the two",
        )  # fmt: skip
    elif is_written and relation.inverse == relation.key:
        yield inverse_at, f"'{relation.key}' is its own inverse", "write symmetric: true in place of the inverse"


def _settings(scheme: Scheme) -> Iterator[Diagnostic]:
    for key, value in scheme.check.items():
        place = f"check/{key}"
        if key not in _SETTINGS:
            near = nearest(key, _SETTINGS)
            help = the_nearest(quoted(near)) if near else f"the settings are {', '.join(_SETTINGS)}"
            yield _at(scheme, f"key:{place}", f"'check' has no setting '{key}'", help)
        elif key in ("select", "extend", "ignore"):
            yield from _selectors(scheme, value, place)
        elif key == "profile" and value not in PROFILES:
            yield _at(scheme, place, f"'{_short(value)}' is no profile", f"profiles are {listed(list(PROFILES))}")
        elif key == "severity":
            yield from _severities(scheme, value, place)
        elif key == "paths":
            yield from _paths(scheme, value, place)


def _severities(scheme: Scheme, value: object, place: str) -> Iterator[Diagnostic]:
    if not isinstance(value, Mapping):
        yield _at(scheme, place, "'severity' takes a mapping", "write rule: severity, such as orphan-entry: error")
        return
    for rule, severity in value.items():
        yield from _selectors(scheme, (rule,), f"key:{place}/{rule}", is_key=True)
        if severity not in tuple(Severity):
            help = f"severities are {listed([each.value for each in Severity])}"
            yield _at(scheme, f"{place}/{rule}", f"'{_short(severity)}' is no severity", help)


def _paths(scheme: Scheme, value: object, place: str) -> Iterator[Diagnostic]:
    help = 'write a glob with the rules it is exempt from: "drafts/**": {ignore: [W202]}'
    if not isinstance(value, Mapping):
        yield _at(scheme, place, "'paths' takes a mapping", help)
        return
    for glob, settings in value.items():
        if not isinstance(settings, Mapping) or set(settings) != {"ignore"}:
            yield _at(scheme, f"key:{place}/{glob}", "'paths' takes rules to ignore for each glob", help)
        else:
            yield from _selectors(scheme, settings["ignore"], f"{place}/{glob}/ignore")


def _selectors(scheme: Scheme, value: object, place: str, *, is_key: bool = False) -> Iterator[Diagnostic]:
    from lexigraph.check import RULES  # the table holds this rule too

    if isinstance(value, Mapping) or not isinstance(value, str | Sequence):
        yield _at(scheme, place, "a list of rules belongs here", "write codes, names or groups: [E107, 3xx]")
        return
    items = (value,) if isinstance(value, str) else value
    for index, item in enumerate(items):
        if isinstance(item, str) and of_scheme(RULES, item):
            continue
        near = nearest_rules(RULES, str(item)) if isinstance(item, str) else ()
        at = place if is_key or isinstance(value, str) else f"{place}/{index}"
        help = the_nearest(quoted(near)) if near else "see lexigraph explain --all"
        yield _at(scheme, at, f"'{_short(item)}' names no rule", help)


def _short(value: object) -> str:
    line = " ".join(str(value).split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _at(scheme: Scheme, place: str, message: str, help: str) -> Diagnostic:
    span = scheme.places.get(place, scheme.places.get(place.removeprefix("key:"), NOWHERE))
    return RULE.at(_PATH, span, message, help=help, subject=place.removeprefix("key:"))
