"""Characters as HTML. For what is printed very often; everything else is escaped by the templates."""

from markupsafe import Markup

__all__ = ["element", "escaped", "quoted"]


def escaped(text: str) -> str:
    """The text for between tags; quotation marks stay."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def quoted(value: str) -> str:
    """The value for between the quotation marks of an attribute."""
    return escaped(value).replace('"', "&quot;")


def element(html: str) -> Markup:
    """Finished HTML, of which every part was escaped by the caller."""
    return str.__new__(Markup, html)  # what `Markup(html)` does for a string, four times as fast
