"""What holds for the whole: title, license, addresses, kinds and relations, and which rules are checked."""

from collections.abc import Callable, Iterable, Iterator

from lexigraph.graph import Graph
from lexigraph.model import Scheme
from lexigraph.query.difference.values import Change, Risk
from lexigraph.vocabulary import Kind, RelationType

__all__ = ["scheme"]

_GRAVE = ("license", "base_iri")
_TEXTS = ("title", "description", "license", "base_iri", "language", "ids")
"""Keys whose value is a text."""


def scheme(old: Graph, new: Graph) -> Iterator[Change]:
    """A change for each key of `scheme.yml` that says something else, and for the list of old findings.

    Every one of them wants care; what makes published addresses or rights mean something else breaks.
    """
    first, second = old.scheme, new.scheme
    if first != second:
        for key in _TEXTS:
            before, after = _said(first, key), _said(second, key)
            is_grave = key in _GRAVE and before != ""  # what was not said before promised nothing
            yield from _value(key, before, after, Risk.BREAKING if is_grave else Risk.CAREFUL)
        yield from _each("tag of the scheme", [(tag, tag) for tag in first.tags], [(tag, tag) for tag in second.tags])
        yield from _kept("kind of the scheme", first.vocabulary.kinds, second.vocabulary.kinds, _kind_text)
        yield from _kept(
            "relation of the scheme", first.vocabulary.relations, second.vocabulary.relations, _relation_text
        )
    if old.published is not None or new.published is not None:
        return  # how files are read and checked is not published
    yield from _each("field of the scheme", list(first.fields.items()), list(second.fields.items()))
    yield from _each("check setting", _settings(first), _settings(second))
    known, found = ([(line, line) for line in _old_findings(graph)] for graph in (old, new))
    yield from _each("baseline line", known, found)


def _said(scheme: Scheme, key: str) -> str:
    """The value of a key; nothing for a base that is not said, where the address of the site is taken."""
    value: str = getattr(scheme, key)
    return "" if key == "base_iri" and "base_iri" not in scheme.places else value


def _value(key: str, before: str, after: str, risk: Risk) -> Iterator[Change]:
    if before != after:
        what = "changed" if before and after else "added" if after else "removed"
        yield Change(kind=f"setting of the scheme {what}", subject="", key=key, before=before, after=after, risk=risk)


def _each(word: str, first: list[tuple[str, str]], second: list[tuple[str, str]]) -> Iterator[Change]:
    """By key what came, went, or says something else."""
    before, after = dict(first), dict(second)
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            what = "added" if key not in before else "removed" if key not in after else "changed"
            yield Change(
                kind=f"{word} {what}", subject="", key=key, before=before.get(key, ""),
                after=after.get(key, ""), risk=Risk.CAREFUL,
            )  # fmt: skip


def _kept(
    word: str, first: Iterable[Kind | RelationType], second: Iterable[Kind | RelationType], text: Callable[..., str]
) -> Iterator[Change]:
    """Kinds or relations by key: one that is not there any more breaks what was written with it."""
    before, after = {item.key: item for item in first}, {item.key: item for item in second}
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            what = "added" if key not in before else "removed" if key not in after else "changed"
            yield Change(
                kind=f"{word} {what}", subject="", key=key,
                before=text(before[key]) if key in before else "", after=text(after[key]) if key in after else "",
                risk=Risk.BREAKING if what == "removed" else Risk.CAREFUL,
            )  # fmt: skip


def _kind_text(kind: Kind) -> str:
    return f"{kind.key}, {kind.plural}"


def _relation_text(relation: RelationType) -> str:
    """Everything that an author or a reader meets of it."""
    flags = [flag for flag in ("symmetric", "transitive", "acyclic", "hierarchical") if getattr(relation, flag)]
    ends = [f"from {', '.join(relation.from_kinds)}"] if relation.from_kinds else []
    ends += [f"to {', '.join(relation.to_kinds)}"] if relation.to_kinds else []
    inverse = [f"{relation.inverse} ({relation.inverse_words})"] if relation.inverse else []
    return "; ".join((f"{relation.key} ({relation.words})", *inverse, *flags, *ends, relation.skos))


def _settings(scheme: Scheme) -> list[tuple[str, str]]:
    return [(key, _plain(setting)) for key, setting in sorted(scheme.check.items())]


def _plain(setting: object) -> str:
    """A setting in the words of YAML, on one line, its keys sorted."""
    if isinstance(setting, str):
        return setting
    if isinstance(setting, bool):
        return str(setting).lower()
    if hasattr(setting, "items"):
        return "{" + ", ".join(f"{key}: {_plain(item)}" for key, item in sorted(setting.items())) + "}"
    if isinstance(setting, Iterable):
        return "[" + ", ".join(map(_plain, setting)) + "]"
    return str(setting)


def _old_findings(graph: Graph) -> tuple[str, ...]:
    """The lines of the list of old findings, in their order."""
    if graph.baseline is None:
        return ()
    lines = graph.baseline.data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    return tuple(line for line in map(str.strip, lines) if line and not line.startswith("#"))
