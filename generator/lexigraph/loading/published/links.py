"""Links, mentions, and where references lead, made when they are first asked for."""

from collections.abc import Container, Iterator, Mapping

from lexigraph.graph import Link, Mention, Resolved
from lexigraph.loading.published.entry import PublishedEntry, places_of
from lexigraph.loading.published.records import LinkRecord
from lexigraph.model import Span

__all__ = ["Places", "links_of", "mentions_of"]


class Places(Mapping[str, tuple[Resolved | None, ...]]):
    """By path of a file where each of its references leads; worked out when it is first asked for, and kept."""

    __slots__ = ("_files", "_found", "_ids")

    def __init__(self, files: Mapping[str, PublishedEntry], ids: Mapping[str, object]) -> None:
        self._files = files
        self._ids = ids
        self._found: dict[str, tuple[Resolved | None, ...]] = {}

    def __getitem__(self, path: str) -> tuple[Resolved | None, ...]:
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = places_of(self._files[path], self._ids)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def links_of(files: Mapping[str, PublishedEntry]) -> tuple[Link, ...]:
    """Links of bodies to other entries; by path, which is the order of the files, and place. `files` are by id."""
    found: list[Link] = []
    for id, file in files.items():
        for item, reference in zip(file.referring, file.references, strict=True):
            if isinstance(item, LinkRecord) and item.target in files and item.target != id:
                found.append(Link(source=id, target=item.target, reference=reference, heading=item.heading))
    return tuple(found)


def mentions_of(files: Mapping[str, PublishedEntry], sources: Container[str]) -> tuple[Mention, ...]:
    """Names in the prose of these entries that nobody linked; by path, which is the order of the files, and place.

    Where they stand in the text that a page shows is not known: `area` is empty.
    """
    return tuple(
        Mention(
            source=id, target=item.target, area="", text=0, start=0, end=0, name=item.text, sentence=item.sentence,
            sentence_span=(item.at, item.at + len(item.text)), span=Span(0, 0, item.line, item.column),
        )
        for id, file in files.items()
        for item in (file.mentions if id in sources else ())
        if item.target in files and item.target != id
    )  # fmt: skip
