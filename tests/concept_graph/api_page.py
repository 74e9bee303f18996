"""The manual's page of the Python API, made from signatures and docstrings: `page`."""

import ast
import enum
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import lexigraph
from lexigraph.vocabulary import BUILT_IN

__all__ = ["GROUPS", "INTERNAL", "members", "page"]

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Functions": ("load", "diff", "explain", "formats", "__version__"),
    "The graph": ("ConceptGraph",),
    "Entries and questions": (
        "Entry", "Question", "Source", "Origin", "Contested", "Camp", "FaqItem", "Position", "Evidence", "Resolution",
    ),
    "Result sequences": ("Results", "Diagnostics"),
    "What queries return": (
        "Relation", "Link", "Backlink", "Mention", "Wanted", "Reference", "Place", "Path", "Hit", "Similar", "Contrast",
        "Artifact", "Format",
    ),
    "Findings and changes": (
        "Diagnostic", "Severity", "Related", "Fix", "ChangeSet", "Change", "Risk", "Edit", "Span",
    ),
    "Scheme and vocabulary": ("Scheme", "Vocabulary", "Kind", "RelationType", "Direction"),
    "Errors": (
        "LexigraphError", "UnknownEntry", "AmbiguousName", "UnknownRelation", "UnknownFormat", "UnknownRule",
        "CannotLoad", "UnsupportedSchema", "ReadOnlyGraph", "CannotChange", "FileChanged", "MissingExtra",
    ),
}  # fmt: skip
"""Heading → public names, in the order of the page."""

INTERNAL = frozenset(
    (
        "ConceptGraph.addresses", "ConceptGraph.as_exported", "ConceptGraph.direction", "ConceptGraph.entry", "ConceptGraph.linked", "ConceptGraph.question_facts",
        "ConceptGraph.require_files", "ChangeSet.between", "ChangeSet.planned", "Backlink.of", "Diagnostic.of", "Link.of",
        "Mention.of", "Mention.of_link", "Place.of", "Reference.of", "Relation.asserted", "Relation.of", "Wanted.of",
        "Scheme.check", "Scheme.declared_fields", "Scheme.declared_kinds", "Scheme.declared_relations", "Scheme.places",
        "Scheme.suppressions", "Vocabulary.extended",  "Change.sort_key",
    )
)  # fmt: skip
"""What the program needs itself: no part of the contract."""

_INTRODUCTION = """\
# The Python API

What `import lexigraph` offers. [Asking the graph](../querying.md) shows how it is used; this page says what each part takes,
returns and raises. In the examples `graph` is `lexigraph.load("content")`, the knowledge base of this repository, and `notes` a folder
with two entries; all of them are run by the tests.

- **Names in, entries out.** Wherever a name is taken: an id, a title, an alias or an acronym, whatever the case, spaces or hyphens; or
  an `Entry`.
- **Values are frozen.** They compare by value. A graph never changes; a call that would change files returns a `ChangeSet`, and
  nothing is written until its `apply()`.
- **Lists never hold what was asked about**, and their order is always the same: it is said with each.
- **Bad files are data.** What cannot be read is a `Diagnostic`, and all else loads. An exception means that what was asked for cannot
  be; all of them are `LexigraphError`, and a `KeyError`, `ValueError`, `OSError` … too, where that is what one would catch.
- **Safe among threads**, and nothing is shared between two graphs.
"""
_ORIGIN = "<!-- Made from signatures and docstrings; `make golden` writes it anew. -->\n"
_LONGEST = 100
"""Characters of a signature on one line."""
_VARIABLES = {"ConceptGraph": "graph", "Diagnostics": "findings", "ChangeSet": "change"}
"""What the examples call a value of the class, where that is not its name."""
_FEW = 5
"""Methods that need no list of their own."""


class Member(NamedTuple):
    """Something of a class, or a function."""

    name: str
    type: str
    """As written; empty for a method."""
    doc: str
    value: Any


class _Doc:
    """A docstring in parts."""

    def __init__(self, text: str) -> None:
        self.blocks = [block for block in re.split(r"\n\s*\n", inspect.cleandoc(text)) if block.strip()]

    @cached_property
    def prose(self) -> list[str]:
        return [" ".join(block.split()) for block in self.blocks if not block.startswith((">>>", "Raises:"))]

    @cached_property
    def raises(self) -> list[tuple[str, str]]:
        lines = next((block.splitlines()[1:] for block in self.blocks if block.startswith("Raises:")), [])
        text = re.sub(r"\n        +", " ", "\n".join(lines))
        return [(name.strip(), why.strip()) for name, _, why in (line.partition(":") for line in text.splitlines())]

    @cached_property
    def examples(self) -> str:
        return "\n".join(block for block in self.blocks if block.startswith(">>>"))


def page() -> str:
    """The page, Markdown."""
    parts = [_INTRODUCTION, _contents()]
    for heading, names in GROUPS.items():
        parts.append(f"## {heading}\n")
        parts.extend(_section(name) for name in names)
    return "\n".join((*parts, _ORIGIN))


def members(name: str) -> Iterator[Member]:
    """What the class of that name offers, without what every object and every tuple has, and without what is internal.

    Raises:
        ValueError: something has no docstring.
    """
    cls = getattr(lexigraph, name)
    written = _written(cls)
    for attribute in dict.fromkeys((*written, *_in_order(cls))):
        if attribute.startswith("_") or f"{name}.{attribute}" in INTERNAL:
            continue
        value = inspect.getattr_static(cls, attribute, None)
        if isinstance(value, property | cached_property):
            function = value.fget if isinstance(value, property) else value.func
            yield Member(attribute, _type(function.__annotations__.get("return", "")), _said(function, attribute), None)
        elif inspect.isfunction(value) or isinstance(value, classmethod):
            yield Member(attribute, "", _said(value, attribute), getattr(cls, attribute))
        elif attribute in written:
            yield Member(attribute, *written[attribute], None)


_BASES = ("Naming", "Walking", "ConceptGraph", "Identity", "Changing")
"""Where the methods of a graph stand; the order of the page."""


def _in_order(cls: type) -> list[str]:
    """Names that the class and its own bases define, in the order in which they are written, those of bases first."""
    own = [base for base in reversed(cls.__mro__) if base.__module__.startswith("lexigraph.")]
    own.sort(key=lambda base: _BASES.index(base.__name__) if base.__name__ in _BASES else -1)
    return [name for base in own for name in vars(base) if name != "graph"]


def _written(cls: type) -> dict[str, tuple[str, str]]:
    """Fields that are written in the class or made in its constructor: name → type and docstring."""
    found: dict[str, tuple[str, str]] = {}
    for base in cls.__mro__:
        if not base.__module__.startswith("lexigraph.") or base.__name__ == "Handle":
            continue
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(base))).body
        assert isinstance(tree, ast.ClassDef)
        made = [item for item in tree.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"]
        types = {
            argument.arg: argument.annotation for item in made for argument in (*item.args.args, *item.args.kwonlyargs)
        }
        for body in (tree.body, *(item.body for item in made)):
            for item, after in zip(body, [*body[1:], None], strict=True):
                name, annotation = _assigned(item, is_enum=issubclass(cls, enum.Enum))
                if name and not name.startswith("_"):
                    doc = (
                        after.value.value
                        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                        else ""
                    )
                    annotation = annotation or types.get(name)
                    kind = ast.unparse(annotation) if annotation is not None else ""
                    found.setdefault(name, (_type(kind), " ".join(str(doc).split())))
    return found


def _assigned(item: ast.stmt, *, is_enum: bool) -> tuple[str, ast.expr | None]:
    """The field that the statement makes, and its type."""
    if isinstance(item, ast.AnnAssign):
        target, annotation = item.target, item.annotation
    elif isinstance(item, ast.Assign):
        target, annotation = item.targets[0], None
    else:
        return "", None
    if isinstance(target, ast.Attribute):
        return target.attr, annotation
    is_field = isinstance(target, ast.Name) and (is_enum or annotation is not None)
    return target.id if is_field and isinstance(target, ast.Name) else "", annotation


def _said(thing: object, name: str) -> str:
    doc = inspect.getdoc(thing) or ""
    if not doc:
        raise ValueError(f"{name} has no docstring")
    return doc


def _type(annotation: object) -> str:
    """The annotation as a user reads it."""
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation))
    return re.sub(r"\b(?:linked|between|datetime|networkx|model)\.", "", text).strip("'\"")


def _contents() -> str:
    rows = (
        f"- {heading}: " + ", ".join(f"[`{name}`](#{_anchor(name)})" for name in names)
        for heading, names in GROUPS.items()
    )
    return "\n".join((*rows, ""))


def _anchor(name: str) -> str:
    """As GitHub makes it of the heading `name`; of a method without the point."""
    return name.lower()


def _section(name: str) -> str:
    thing = getattr(lexigraph, name)
    if name == "__version__":
        return f"### {name}\n\nThe version of this package, a `str`.\n"
    if inspect.isfunction(thing):
        return f"### {name}\n\n{_function(f'lexigraph.{name}', thing)}"
    parts = [f"### {name}\n", _prose(_Doc(_said(thing, name)), _bases(thing))]
    items = list(members(name))
    if issubclass(thing, enum.Enum):
        items = [Member(item.value, "", doc, None) for item in thing for doc in [_written(thing)[item.name][1]]]
    if fields := [item for item in items if item.value is None]:
        parts.append(_table(name, fields, is_enum=issubclass(thing, enum.Enum)))
    methods = [
        item
        for item in items
        if item.value is not None and (name == "Results" or item.name not in dir(lexigraph.Results))
    ]
    if len(methods) > _FEW:
        parts.append(
            "Methods: " + ", ".join(f"[`{item.name}`](#{_anchor(name + item.name)})" for item in methods) + "\n"
        )
    if name == "ConceptGraph":
        parts.append(f"#### graph[name]\n\n{_function('graph[name]', thing.__getitem__)}")
    owner = _VARIABLES.get(name, name.lower())
    parts.extend(f"#### {name}.{item.name}\n\n{_function(f'{owner}.{item.name}', item.value)}" for item in methods)
    return "\n".join(parts)


def _bases(thing: type) -> str:
    """Which errors it is, beside its own base."""
    if not issubclass(thing, lexigraph.LexigraphError):
        return ""
    bases = [f"`{base.__name__}`" for base in thing.__bases__ if base is not lexigraph.LexigraphError]
    return f"Caught as {', '.join(bases)} too." if thing is not lexigraph.LexigraphError else ""


def _table(name: str, fields: Iterable[Member], *, is_enum: bool) -> str:
    rows = ["| value | meaning |", "|---|---|"] if is_enum else ["| attribute | type | meaning |", "|---|---|---|"]
    for item in fields:
        if not item.doc:
            raise ValueError(f"{name}.{item.name} has no docstring")
        meaning = " ".join(_Doc(item.doc).prose).replace("|", "\\|")
        kind = item.type.replace("|", "\\|")
        rows.append(f"| `{item.name}` | {meaning} |" if is_enum else f"| `{item.name}` | `{kind}` | {meaning} |")
    if name == "Entry":
        keys = ", ".join(f"`{key}`" for key in BUILT_IN.directions)
        rows.append(
            f"| {keys}, and what the scheme adds | `Results[Entry]` | the entries at the other end of its relations |"
        )
    return "\n".join((*rows, ""))


def _function(shown: str, function: Callable[..., Any]) -> str:
    doc = _Doc(_said(function, shown))
    return f"```python\n{_signature(shown, function)}\n```\n\n{_prose(doc)}"


def _signature(shown: str, function: Callable[..., Any]) -> str:
    signature = inspect.signature(function)
    result = _type(signature.return_annotation)
    if shown.endswith("]"):
        return f"{shown} -> {result}"
    parts, is_keyword = [], False
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not is_keyword:
            is_keyword = True
            parts.append("*")
        star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        parts.append(f"{star}{parameter.name}: {_type(parameter.annotation)}{default}".replace("'", '"'))
    line = f"{shown}({', '.join(parts)}) -> {result}"
    if len(line) <= _LONGEST:
        return line
    return "\n".join((f"{shown}(", *(f"    {part}," for part in parts), f") -> {result}"))


def _prose(doc: _Doc, more: str = "") -> str:
    parts = [*doc.prose, *([more] if more else [])]
    parts += ["Raises:\n\n" + "\n".join(f"- `{name}`: {why}" for name, why in doc.raises)] if doc.raises else []
    parts += [f"```pycon\n{doc.examples}\n```"] if doc.examples else []
    return "\n\n".join(parts) + "\n"
