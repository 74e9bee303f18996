import pytest

from lexigraph.parse.paths import leaves_content


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("a.md", "../b"), ("a/b.md", "../../c"), ("a/b.md", "x/../../../c"), ("a.md", "/../b"), ("a.md", "//host/b"),
        ("a.md", "C:\\b"), ("a.md", "..\\b"), ("a.md", "https://host/b"), ("a.md", ".."), ("a/b.md", "/.."),
    ],
)  # fmt: skip
def test_a_target_beyond_the_folder_leaves_it(path: str, target: str) -> None:
    assert leaves_content(path, target)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("a.md", "b"), ("a/b.md", "../c"), ("a.md", "/b/"), ("a.md", "b/../c"), ("a.md", "C: the language"),
        ("a.md", "..."), ("a.md", "..b"), ("a.md", "and/or"), ("a/b.md", ".."),
    ],
)  # fmt: skip
def test_a_target_within_the_folder_does_not(path: str, target: str) -> None:
    assert not leaves_content(path, target)
