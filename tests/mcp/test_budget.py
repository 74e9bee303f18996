"""What is cut fits, and nothing is lost count of."""

import pytest

from lexigraph.mcp.budget import cut


@pytest.mark.parametrize("budget", [0, 1, 3, 1000])
def test_what_is_cut_and_what_is_left_make_the_whole(budget: int):
    text = "aaaa bbbb cccc\n\ndddd eeee"
    shown, left = cut(text, budget)
    assert text.startswith(shown)
    assert len(shown) <= 4 * budget
    assert bool(left) == (shown != text)
