"""Style sheets that one kind of page needs beside those of all pages."""

from lexigraph.page.markup import quoted
from lexigraph.page.sheet import Sheet

__all__ = ["style_sheet"]


def style_sheet(sheet: Sheet, name: str) -> str:
    """The element for the `<head>` that loads `assets/css/<name>.css` of the theme."""
    href = sheet.site.addresses.file_href(sheet.page.path, f"assets/css/{name}.css")
    return f'<link rel="stylesheet" href="{quoted(href)}">'
