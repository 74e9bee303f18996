"""The texts of a folder's files while they are being edited, before anything is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lexigraph.change.comments import loses_comments
from lexigraph.change.files import decoded, inside, read
from lexigraph.change.rewrite import Rewrite
from lexigraph.edit.text import edited
from lexigraph.model import NOWHERE, Edit, FrozenMapping

__all__ = ["Drafts"]

_NONE: FrozenMapping[str, bytes | None] = FrozenMapping()


@dataclass(frozen=True, slots=True)
class Drafts:
    """New contents of some files, over those on disk. Another value after each edit."""

    root: Path
    """The content folder."""
    before: Mapping[str, bytes | None] = _NONE
    """Path → what is on disk, for each file that was edited; None: no file."""
    overlay: Mapping[str, bytes | None] = _NONE
    """Path → what it is now. The same keys."""

    def exists(self, path: str) -> bool:
        """Whether there is such a file, on disk or as a draft."""
        return self._data(path) is not None

    def objection(self, edits: Iterable[Edit]) -> str | None:
        """Why the edits cannot be made; None when they can."""
        return self.objections()(edits)

    def objections(self) -> Callable[[Iterable[Edit]], str | None]:
        """The same to be asked often: each file is read once."""
        length_of = cache(self._length)

        def objection(edits: Iterable[Edit]) -> str | None:
            for edit in edits:
                length = length_of(edit.path)
                if isinstance(length, str):
                    return length
                if length is None and edit.span != NOWHERE:
                    return f"there is no file {edit.path}"
                if length is not None and not 0 <= edit.span.start <= edit.span.end <= length:
                    return f"{edit.path} changed in the meantime"
            return None

        return objection

    def written(self, edit: Edit) -> str:
        """What stands at the place of the edit."""
        data = self._data(edit.path)
        return "" if data is None else decoded(data)[1][edit.span.start : edit.span.end]

    def with_edits(self, edits: Iterable[Edit]) -> "Drafts":
        """The drafts after the edits, which fit together; an edit of a file that is none writes it."""
        by_path: dict[str, list[Edit]] = {}
        for edit in edits:
            by_path.setdefault(edit.path, []).append(edit)
        before, after = dict(self.before), dict(self.overlay)
        for path, some in by_path.items():
            data = self._data(path)
            before.setdefault(path, data)
            bom, text = decoded(data or b"")
            after[path] = bom + edited(text, some)[0].encode()
        return replace(self, before=FrozenMapping(before), overlay=FrozenMapping(after))

    def loses_comments(self, earlier: "Drafts", paths: Iterable[str]) -> bool:
        """Whether an author's comment stood in those files earlier, and stands in none of them now."""
        paths = tuple(paths)
        return loses_comments((earlier._data(path) for path in paths), (self._data(path) for path in paths))

    def rewrite(self) -> Rewrite:
        """What is to be written."""
        changed = sorted(path for path, data in self.overlay.items() if data != self.before[path])
        return Rewrite(
            before=FrozenMapping({path: self.before[path] for path in changed}),
            after=FrozenMapping({path: self.overlay[path] for path in changed}),
        )

    def _length(self, path: str) -> int | str | None:
        """Characters of the file, without its byte-order mark; None: there is none; a text: why it cannot be edited."""
        try:
            data = self._data(path)
            return None if data is None else len(decoded(data)[1])
        except UnicodeDecodeError:
            return f"{path} is not UTF-8"
        except (OSError, ValueError):
            return f"{path} cannot be opened"

    def _data(self, path: str) -> bytes | None:
        return self.overlay[path] if path in self.overlay else read(inside(self.root, path))
