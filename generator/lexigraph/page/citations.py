"""Sources of a page: numbered, cited from its parts, listed at its end with the ways back."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from lexigraph.model import Source
from lexigraph.page.anchors import Anchors
from lexigraph.parse.addresses import leads_outside

__all__ = ["Citations"]


class Citations:
    """The numbered sources of one page, and the places that cite them."""

    def __init__(self, sources: Iterable[Source], anchors: Anchors) -> None:
        self.sources: tuple[Source, ...] = tuple(sources)
        self.places: dict[int, list[str]] = {}
        """Index of a source → fragments of the places that cite it."""
        self._anchors = anchors
        self._numbers = {source.id: number for number, source in reversed(list(enumerate(self.sources))) if source.id}
        self._fragments = [anchors.claim(f"source-{number}") for number in range(1, len(self.sources) + 1)]

    def fragment(self, index: int) -> str:
        """Where the source stands on the page."""
        return self._fragments[index]

    def cite(self, name: str, elsewhere: Mapping[str, Source] | None = None) -> Markup:
        """A citation of the source with that id, or of an address.

        `elsewhere` holds the sources of another entry, by id, when the name was written there. What is
        neither is shown as written.
        """
        if not name:
            return Markup("")
        if elsewhere is not None:
            source = elsewhere.get(name)
            return _direct(source.address if source else name, source.title if source else name)
        index = self._numbers.get(name)
        if index is None:
            return _direct(name, name)
        place = self._anchors.claim(f"cite-{index + 1}")
        self.places.setdefault(index, []).append(place)
        return Markup('<sup class="lx-cite" id="{}"><a href="#{}" aria-label="Source {}">[{}]</a></sup>').format(
            place, self._fragments[index], index + 1, index + 1
        )


def _direct(address: str, title: str) -> Markup:
    if leads_outside(address):
        return Markup(' <span class="lx-cite">(<a href="{}" rel="noopener">{}</a>)</span>').format(
            address, title or address
        )
    return Markup(' <span class="lx-cite">({})</span>').format(title or address)
