"""Stand-ins: private-use characters for what the HTML cleaner shall not see.

A number between the first two stands for a part, an address between the last two for that of a link or
image. They are removed from all input first, so nobody else can write them.
"""

import re

__all__ = ["ADDRESS", "ADDRESS_END", "END", "STAND_IN", "STAND_INS", "START", "stand_in"]

START, END, ADDRESS, ADDRESS_END = "\U0010fff0\U0010fff1\U0010fff2\U0010fff3"

STAND_INS = re.compile("[\U0010fff0-\U0010fff3]+")
"""Any of these characters."""

STAND_IN = re.compile(f"{START}(\\d+){END}")
"""A stand-in for the part with that number."""


def stand_in(number: int) -> str:
    """The stand-in for the part with that number."""
    return f"{START}{number}{END}"
