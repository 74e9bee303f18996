"""The templates beside this module, filled to HTML. Every value is escaped unless it is `Markup`."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from lexigraph.page.markup import element

__all__ = ["fill"]


def _lines(items: Sequence[Markup]) -> Markup:
    """Finished pieces below each other. (Jinja's `join` would look at each of them again.)"""
    if not all(type(item) is Markup for item in items):
        raise TypeError(items)
    return element("\n".join(items))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("lexigraph.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["lines"] = _lines
    return made


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def fill(name: str, **values: Any) -> Markup:
    """The template of that file name with the values filled in; a value it misses is an error."""
    return element(_template(name).render(values))
