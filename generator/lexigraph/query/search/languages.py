"""Words of a question that are not what it is about, per language of the content."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["LANGUAGES", "Language", "language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Phrases and words in lower case, with accents, as people type them."""

    before: tuple[str, ...]
    """Phrases that begin a question, left out when something follows them."""
    after: tuple[str, ...]
    """Phrases that end a question which began with one of those."""
    beside: tuple[str, ...]
    """Phrases that end a query of any kind: "RAG definition"."""
    articles: tuple[str, ...]
    """Left out at the start of a query."""
    stop: tuple[str, ...]
    """Words too common to look for, unless there is nothing else."""


_ENGLISH = Language(
    before=(
        "what is", "what are", "what was", "what were", "whats", "what does", "what do", "what did", "what can",
        "what is meant by", "what do you mean by", "what is the meaning of", "what is the definition of",
        "what is the difference between", "what are the differences between", "difference between",
        "differences between", "who is", "who are", "who was", "who made", "who invented", "who developed",
        "how is", "how are", "how does", "how do", "how do i", "how do you", "how do we", "how can", "how can i",
        "how to", "how should i", "how was", "how were", "how much", "how many", "how long", "why is", "why are",
        "why does", "why do", "why do we", "why use", "why should i use", "when is", "when are", "when does",
        "when do", "when to use", "when should i use", "when should", "when to", "where is", "where are", "which",
        "which is", "which are", "can", "can i", "could", "does", "do", "is", "are", "should", "should i", "will",
        "define", "definition of", "meaning of", "explain", "explanation of", "describe", "tell me about",
        "introduction to", "intro to", "guide to", "tutorial on", "example of", "examples of", "kinds of", "types of",
    ),
    after=(
        "mean", "means", "stand for", "work", "works", "used for", "good for", "used", "for", "do", "about",
        "in simple terms", "in simple words", "exactly",
    ),
    beside=("meaning", "definition", "defined", "explained", "tutorial", "example", "examples"),
    articles=("a", "an", "the"),
    stop=(
        "a", "an", "the", "and", "or", "of", "for", "from", "in", "into", "on", "to", "by", "with", "without", "at",
        "as", "is", "are", "be", "it", "its", "that", "this", "than", "then", "vs", "versus", "do", "does", "what",
        "which", "how", "why", "when", "where", "who", "can", "i", "you", "we", "my", "your", "their", "they", "not",
        "was", "were", "has", "have", "if", "so", "but", "no", "about", "up",
    ),
)  # fmt: skip

_GERMAN = Language(
    before=(
        "was ist", "was sind", "was war", "was bedeutet", "was bedeuten", "was heißt", "was macht",
        "was versteht man unter", "was ist der unterschied zwischen", "unterschied zwischen", "wer ist", "wer war",
        "wie funktioniert",
        "wie funktionieren", "wie ist", "wie kann ich", "wie wird", "wie werden", "warum ist", "warum sind", "wann ist",
        "wann", "wo ist", "welche", "welcher", "welches", "definition von", "bedeutung von", "erkläre", "beispiel für",
    ),
    after=("bedeutet", "bedeuten", "funktioniert", "genau"),
    beside=("bedeutung", "definition", "erklärt", "beispiel", "beispiele"),
    articles=("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "eines"),
    stop=(
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "eines", "und", "oder", "von", "vom",
        "für", "in", "im", "auf", "mit", "ohne", "zu", "zum", "zur", "bei", "aus", "ist", "sind", "als", "was", "wie",
        "es", "nicht", "sich", "auch", "an", "am",
    ),
)  # fmt: skip

_FRENCH = Language(
    before=(
        "quest ce que", "quest ce quun", "quest ce quune", "que signifie", "que veut dire", "cest quoi", "qui est",
        "quelle est la différence entre", "différence entre", "comment fonctionne", "comment", "pourquoi", "quand",
        "définition de", "signification de", "définir", "expliquer", "exemple de",
    ),
    after=("signifie", "veut dire", "fonctionne"),
    beside=("définition", "signification", "exemple", "exemples"),
    articles=("le", "la", "les", "un", "une", "des"),
    stop=(
        "le", "la", "les", "un", "une", "des", "du", "de", "et", "ou", "à", "au", "aux", "en", "dans", "sur", "par",
        "pour", "avec", "sans", "est", "sont", "que", "qui", "ce", "cette", "ne", "pas", "se",
    ),
)  # fmt: skip

_SPANISH = Language(
    before=(
        "qué es", "qué son", "qué significa", "quién es", "cuál es la diferencia entre", "diferencia entre",
        "cómo funciona", "cómo funcionan", "cómo", "por qué", "cuándo", "dónde", "definición de", "significado de",
        "explica", "ejemplo de",
    ),
    after=("significa", "funciona"),
    beside=("definición", "significado", "ejemplo", "ejemplos"),
    articles=("el", "la", "los", "las", "un", "una", "unos", "unas"),
    stop=(
        "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "y", "o", "a", "al", "en", "por", "para",
        "con", "sin", "es", "son", "que", "se", "no", "su", "como",
    ),
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = MappingProxyType({"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH})


def language(tag: str) -> Language:
    """The language of a BCP 47 tag; one without a list has no such words."""
    nothing = Language(before=(), after=(), beside=(), articles=(), stop=())
    return LANGUAGES.get(tag.partition("-")[0].lower(), nothing)
