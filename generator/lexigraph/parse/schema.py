"""The JSON Schema of front matter and of `scheme.yml`, printed from the types that validate them."""

import ast
import inspect
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any

from lexigraph.model import fields as model_fields
from lexigraph.parse.fields import FIELD_NAMES, entry_adapter
from lexigraph.parse.scheme import scheme_adapter
from lexigraph.vocabulary import Vocabulary

__all__ = ["entry_schema", "scheme_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def entry_schema(vocabulary: Vocabulary, tags: tuple[str, ...] = ()) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an entry's front matter.

    It takes front matter whose scalars are all texts, and also what an ordinary YAML or form editor makes of
    years, days and flags.

    Args:
        vocabulary: its kinds are the values of `kind`, its relations are keys.
        tags: the closed list of tags; empty: any.
    """
    schema = entry_adapter(vocabulary, tags).json_schema()
    _describe(schema, schema.get("$defs", {}))
    for key, direction in vocabulary.directions.items():
        if key not in FIELD_NAMES:
            schema["properties"][key] = {
                "description": f"Entries of which this one says: it {direction.words} them.",
                "type": "array", "items": {"$ref": "#/$defs/RelationItem"},
            }  # fmt: skip
    schema["properties"]["superseded_by"] = {
        **schema["properties"].get("superseded_by", {}), "type": ["array", "string"],
    }  # fmt: skip
    schema["$defs"]["RelationItem"] = _relation_item(schema["$defs"]["RelationItem"])
    schema["properties"]["sources"]["items"] = {"anyOf": [{"$ref": "#/$defs/Source"}, {"type": "string"}]}
    return _titled(schema, "Lexigraph entry", "Front matter of an entry.")


def scheme_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `scheme.yml`."""
    schema = scheme_adapter().json_schema()
    properties, names = schema["properties"], {"type": "array", "items": {"type": "string"}}
    properties["kinds"]["items"] = {"anyOf": [{"$ref": "#/$defs/KindItem"}, {"type": "string"}]}
    properties["fields"]["additionalProperties"] = {"anyOf": [{"type": "string"}, names]}
    return _titled(schema, "Lexigraph scheme", "What holds for a whole knowledge base.")


def _relation_item(long: dict[str, Any]) -> dict[str, Any]:
    """The three ways to write an item."""
    note = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": "string"}}
    return {
        "description": "An entry; an entry with a note; or an entry with note and source.",
        "anyOf": [{"type": "string"}, {"not": {"required": ["to"]}, **note}, long],
    }


def _titled(schema: dict[str, Any], title: str, description: str) -> dict[str, Any]:
    for part in _parts(schema):
        part.pop("title", None)
    return {"$schema": _DIALECT, "title": title, **schema, "description": description}


def _parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema, its definitions, and the schemas of all their properties."""
    for part in (schema, *schema.get("$defs", {}).values()):
        yield part
        yield from part.get("properties", {}).values()


def _describe(schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Put the docstrings of the dataclasses and their fields where the schema speaks of them."""
    said = _docstrings(model_fields)
    for name, part in {"Fields": schema, **definitions}.items():
        classes = said.get(name, {})
        if "" in classes:
            part.setdefault("description", classes[""])
        for key, of in part.get("properties", {}).items():
            if key in classes:
                of["description"] = classes[key]


@lru_cache(maxsize=1)
def _docstrings(module: ModuleType) -> dict[str, dict[str, str]]:
    """Class → field → docstring; that of the class itself under the empty name."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef):
            fields = found[node.name] = {"": ast.get_docstring(node) or ""}
            for line, after in zip(node.body, node.body[1:], strict=False):
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    text = _constant(after)
                    if text:
                        fields[line.target.id] = " ".join(text.split())
    return found


def _constant(node: ast.stmt) -> str:
    """The text when the statement is one, else empty."""
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    return str(node.value.value) if is_text else ""  # type: ignore[attr-defined] # is_text says so
