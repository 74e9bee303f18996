"""Folding, slugs and sort keys: how two spellings of one name are found to be equal.

Owns what makes names comparable; which entry a name means is decided in `link`.
"""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "fold_label", "initial", "plural_forms", "slug", "sort_key"]

_SEPARATORS = re.compile(r"[\s\-_‐‑‒–—]+")
_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
_NUMBER = re.compile(r"(\d+)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without what does not tell entries apart: case, and runs of spaces, hyphens, underscores.

    >>> fold("Fine-Tuning") == fold("fine  tuning")
    True
    """
    if name.isascii():  # the same, in a third of the time
        return " ".join(name.replace("-", " ").replace("_", " ").split()).lower()
    return _SEPARATORS.sub(" ", unicodedata.normalize("NFC", name)).strip().casefold()


def fold_label(name: str) -> str:
    """What equal names of one entry have in common: all but capitals, unless it begins with two.

    >>> fold_label("Grounding") == fold_label("grounding"), fold_label("RAG") == fold_label("rag")
    (True, False)
    """
    return name if name[1:2].isupper() else name.casefold()


def slug(text: str) -> str:
    """Lower-case words of Unicode letters and digits joined by hyphens (NFC); empty when there are none.

    >>> slug("Retrieval-augmented generation (RAG)")
    'retrieval-augmented-generation-rag'
    """
    if _SLUG.fullmatch(text):  # what nearly all file names are
        return text
    lowered = unicodedata.normalize("NFC", text).lower()
    return _NOT_WORD.sub("-", lowered.replace("_", "-")).strip("-")


@lru_cache(maxsize=65536)
def sort_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Natural order without case and accents: "GPT-2" before "GPT-10"; the name itself breaks ties."""
    if name.isascii():
        plain = name.lower()
        if not _NUMBER.search(plain):
            return ((1, 0, plain),) if plain else (), name
    else:
        decomposed = unicodedata.normalize("NFKD", name)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    parts = tuple(
        (0, int(part), "") if part.isascii() and part.isdigit() and len(part) < 19 else (1, 0, part)
        for part in _NUMBER.split(plain)
        if part
    )
    return parts, name


def initial(name: str) -> str:
    """The letter under which an A–Z files the name: upper case without accent; `0–9`; `#` for all else."""
    for char in unicodedata.normalize("NFKD", name):
        if char.isdigit():
            return "0–9"
        if char.isalpha():
            return char.upper()[:1]
    return "#"


def plural_forms(name: str) -> tuple[str, ...]:
    """The English plurals under which a text may speak of the name, without the name itself.

    Regular endings only, on the last word: -s, -es after a hiss, -ies after consonant and y. A name
    that is all capitals takes a lower-case s (`LLMs`).
    """
    if not name or not name[-1].isalpha() or not name.isascii():
        return ()
    if name[-1].isupper():
        return (name + "s",)
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return (name + "es",)
    if name[-1] == "y" and len(name) > 1 and name[-2].lower() not in "aeiou":
        return (name[:-1] + "ies",)
    return (name + "s",)
