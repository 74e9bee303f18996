"""The templates beside this module, filled to HTML. Every value is escaped unless it is `Markup`."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

__all__ = ["fill"]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("lexigraph.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def fill(name: str, **values: Any) -> Markup:
    """The template of that file name with the values filled in; a value it misses is an error."""
    return Markup(_template(name).render(values))  # noqa: S704 - the template escaped every value
