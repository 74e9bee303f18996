"""Paths in front matter that would leave the content folder (E015)."""

import posixpath
import re
from collections.abc import Container

from lexigraph.parse.findings import OUTSIDE_CONTENT
from lexigraph.parse.reporter import Reporter
from lexigraph.parse.yaml_nodes import Listing, Mapping, Pair, Scalar, keys_of

__all__ = ["leaves_content", "within_content"]

_PATHS = frozenset({"destination", "redirect_from"})
_DRIVE = re.compile(r"[A-Za-z]:/")


def leaves_content(path: str, target: str) -> bool:
    """True when the target, seen from the file at `path`, lies outside the content folder.

    A target that begins with a slash is seen from the content folder itself. Addresses lie outside.
    """
    is_plain = ":" not in target and "\\" not in target and not target.startswith("/")
    if is_plain and target.count("..") <= path.count("/"):
        return False  # what nearly all targets are: not more ways up than folders to leave
    target = target.replace("\\", "/")
    if target.startswith("//") or "://" in target or _DRIVE.match(target):
        return True
    folder = "" if target.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(folder, target.lstrip("/"))).split("/")[0] == ".."


def within_content(tree: Mapping, directions: Container[str], reporter: Reporter) -> Mapping:
    """The tree without targets that leave the content folder, which are reported."""
    pairs = []
    for pair in tree.pairs:
        if pair.key.value in _PATHS or pair.key.value in directions:
            kept = _kept(pair, reporter)
            if kept is not None:
                pairs.append(kept)
        else:
            pairs.append(pair)
    return tree._replace(pairs=tuple(pairs))


def _kept(pair: Pair, reporter: Reporter) -> Pair | None:
    value = pair.value
    if isinstance(value, Scalar):
        return None if _is_outside(value, reporter) else pair
    if not isinstance(value, Listing):
        return pair
    items = []
    for item in value.items:
        target = keys_of(item).get("to") if isinstance(item, Mapping) else None
        scalar = target.value if target else item
        if not (isinstance(scalar, Scalar) and _is_outside(scalar, reporter)):
            items.append(item)
    if len(items) == len(value.items):
        return pair
    return Pair(pair.key, value._replace(items=tuple(items))) if items else None


def _is_outside(scalar: Scalar, reporter: Reporter) -> bool:
    if not any(sign in scalar.value for sign in ("..", "//", "\\")) or not leaves_content(reporter.path, scalar.value):
        return False
    reporter.add(
        OUTSIDE_CONTENT, scalar.start, scalar.end, f"'{scalar.value}' lies outside the content folder",
        help="name an entry, or a path below the content folder", subject=scalar.value,
    )  # fmt: skip
    return True
