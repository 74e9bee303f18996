"""A synthetic glossary: seeded, so that every run and every generator is measured on the same bytes.

Entries of 3–4 KB: front matter with relations, 3–5 sections, 20–40 links to other entries, a table, a code
block in every third, open questions in every second.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["entries", "write"]

_SYLLABLES = re.findall("..", "bacedifoguhakelimonuparesitovuwaxeyozi")
_PROSE = re.findall(
    r"\w+",
    "when the system is asked for more than it has seen then what it returns depends on how the parts were "
    "joined and on what the reader expects of each of them in turn because nothing else decides it",
)


def _names(count: int, rng: random.Random) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        words = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(rng.randint(1, 3))]
        names[" ".join(words).capitalize()] = None
    return list(names)


def _sentence(rng: random.Random, length: int = 8) -> str:
    return " ".join(rng.choices(_PROSE, k=length)).capitalize() + "."


def entries(count: int, *, seed: int = 7, topics: int = 15) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of `count` entries."""
    rng = random.Random(seed)
    names = _names(count, rng)
    stems = [name.lower().replace(" ", "-") for name in names]
    folders = [f"topic-{number % topics:02}" for number in range(count)]
    for number, name in enumerate(names):
        yield f"{folders[number]}/{stems[number]}.md", _entry(number, name, names, stems, folders, rng)


def _entry(number: int, name: str, names: list[str], stems: list[str], folders: list[str], rng: random.Random) -> str:
    def other() -> int:
        return rng.randrange(len(names))

    lines = ["---", f"title: {name}", f"aliases: [{stems[number].upper()[:6]}{number}]", "kind: technique"]
    lines.append(f"definition: {_sentence(rng)}")
    if number:
        lines.append(f"broader: [{stems[rng.randrange(number)]}]")
    lines += [
        "uses:",
        *(
            f"  - {stems[target]}: {_sentence(rng, 6)[:-1]}"
            for target in sorted({other(), other(), other()} - {number})
        ),
    ]
    lines += ["status: draft", "---", ""]
    for section in range(rng.randint(3, 5)):
        lines += [f"## Part {section} of {name.lower()}", ""]
        for _ in range(rng.randint(2, 3)):
            words = [_sentence(rng)]
            for _ in range(rng.randint(2, 3)):
                target = other()
                words.append(f"See [{names[target].lower()}](../{folders[target]}/{stems[target]}.md).")
                words.append(f"It is like {names[other()].lower()} in that. {_sentence(rng)}")
            lines += [" ".join(words), ""]
    lines += [
        "| factor | value |",
        "|---|---|",
        *(f"| {_sentence(rng, 3)} | {rng.random():.3f} |" for _ in range(4)),
        "",
    ]
    if number % 3 == 0:
        lines += ["```python", *(f"value_{line} = compute({rng.random():.4f})" for line in range(8)), "```", ""]
    if number % 2 == 0:
        lines += ["## Open questions", "", f"- {_sentence(rng, 9)[:-1]}? {{#q-{number}}}", ""]
    return "\n".join(lines)


def write(folder: Path, count: int) -> None:
    """Write the glossary into an empty folder."""
    for path, text in entries(count):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
