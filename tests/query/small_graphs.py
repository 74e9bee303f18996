"""Small graphs with circles, islands and every sort of entry, drawn by hypothesis."""

from hypothesis import strategies as st

__all__ = ["entry", "files"]

KEYS = ("broader", "part_of", "requires", "uses", "contrasts_with", "related", "about", "narrower")
KINDS = ("concept", "technique", "tool", "comparison", "question", "disambiguation")
WORDS = ("vector", "vectors", "search", "model", "text", "loss")


def entry(title: str, kind: str = "concept", definition: str = "", body: str = "", **relations: list[str]) -> str:
    """The file of an entry."""
    lines = [f"definition: {definition}"] if definition else []
    lines += [f"{key}: [{', '.join(targets)}]" for key, targets in relations.items()]
    return "\n".join(["---", f"title: {title}", f"kind: {kind}", *lines, "---", body, ""])


@st.composite
def files(draw: st.DrawFn, most: int = 7) -> dict[str, str]:
    """Up to `most` entries in two topics; each has relations, a link, a wanted name and a question, or has not."""
    names = [f"n{number}" for number in range(draw(st.integers(0, most)))]
    found = {}
    for number, name in enumerate(names):
        targets = {key: draw(st.lists(st.sampled_from(names), max_size=2, unique=True)) for key in KEYS}
        body = ["Text of Title 1."]
        if draw(st.booleans()):
            body.append(f"See [it]({draw(st.sampled_from(names))}.md) and [[gone]]; Title 0 too.")
        if draw(st.booleans()):
            body.append(f"## Open questions\n\n- Why {name}? {{#why-{name}}}")
        found[f"t{number % 2}/{name}.md"] = entry(
            f"Title {number}",
            draw(st.sampled_from(KINDS)),
            " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=4))),
            "\n\n".join(body),
            **{key: ids for key, ids in targets.items() if ids},
        )
    return found
