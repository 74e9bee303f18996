"""How much of a text an agent is given."""

__all__ = ["TOKEN", "cut"]

TOKEN = 4
"""Characters that count as one token: about right for English prose, whatever the model."""


def cut(text: str, budget: int) -> tuple[str, int]:
    """The text's first paragraphs that fit into that many tokens, and how many tokens were left out.

    A first paragraph that is longer is cut at a space.
    """
    limit = budget * TOKEN
    if len(text) <= limit:
        return text, 0
    end = text.rfind("\n\n", 0, limit)
    if end <= 0:
        end = max(text.rfind(" ", 0, limit), 0) or limit
    return text[:end].rstrip(), -(-(len(text) - end) // TOKEN)
