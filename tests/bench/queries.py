"""Asks one loaded graph many seeded questions and prints what they took, as JSON: milliseconds of the processor, since
nothing here waits for anything.

`python -m tests.bench.queries FOLDER`, in a process of its own, by `make bench`.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable

import lexigraph

__all__ = ["queries"]

_PAIRS, _QUERIES = 200, 500
_PROSE = ("when the system is asked", "depends on the reader", "how the parts were joined", "nothing else decides it")


def queries(titles: list[str], count: int, rng: random.Random) -> list[str]:
    """What readers type: names, names not typed to their end, names with a slip, words of texts."""
    found = []
    for _ in range(count):
        title = rng.choice(titles)
        at = rng.randrange(len(title))
        forms = (title, title.lower(), title[: len(title) // 2 + 1], title[:at] + title[at + 1 :], rng.choice(_PROSE))
        found.append(rng.choice(forms))
    return found


def _milliseconds(calls: Iterable[Callable[[], object]]) -> list[float]:
    found = []
    for call in calls:
        start = time.process_time()
        call()
        found.append(1000 * (time.process_time() - start))
    return found


def main(folder: str) -> None:
    """Load, ask, print."""
    graph = lexigraph.load(folder)
    rng = random.Random(7)
    entries = list(graph)
    pairs = [rng.sample(entries, 2) for _ in range(_PAIRS)]
    paths = _milliseconds(lambda pair=pair: graph.path(*pair) for pair in pairs)  # type: ignore[misc] # bound now
    first_name, first_text = _milliseconds(
        (lambda: graph.search(entries[0].title, limit=1), lambda: graph.search("factor"))  # in tables, in no name
    )
    texts = queries([entry.title for entry in entries], _QUERIES, rng)
    searches = _milliseconds(lambda text=text: graph.search(text) for text in texts)  # type: ignore[misc] # bound now
    found = {
        "path median": statistics.median(paths),
        "path longest": max(paths),
        "search first": first_name,
        "search first in texts": first_text,
        "search median": statistics.median(searches),
        "search 95th": statistics.quantiles(searches, n=20)[-1],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
