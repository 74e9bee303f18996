"""Names of the regions of the map."""

from collections import Counter
from collections.abc import Sequence

from lexigraph.page.page import Site
from lexigraph.query.layout import Region

__all__ = ["MOST_REGIONS", "regions"]

MOST_REGIONS = 40
"""Regions with a name."""

_FEWEST = 3
"""Entries from which on a region has a name."""


def regions(site: Site, placed: Sequence[Region]) -> list[list[str | int]]:
    """Name, x, y, radius and number of nodes of the largest regions.

    A region is called after the topic that has most of its entries in it and is most of it, else after the entry
    in it that most refers to. No two have the same name.
    """
    named = [region for region in placed if len(region.members) >= _FEWEST][:MOST_REGIONS]
    entries = list(site.graph.entries.values())
    topics = [Counter(entries[node].topic for node in region.members if node < len(entries)) for region in named]
    found: list[list[str | int]] = []
    for region, counts in zip(named, topics, strict=True):
        topic, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
        is_its_home = all(other[topic] < count or other is counts for other in topics)
        own = [node for node in region.members if node < len(entries)]
        if topic and is_its_home and 2 * count >= len(region.members):
            name = site.listings.folder_title(topic)
        elif own:
            name = entries[max(own, key=lambda node: (site.listings.importance(entries[node].id), -node))].title
        else:
            name = site.graph.wanted[region.members[0] - len(entries)].name
        found.append([name, region.x, region.y, region.radius, len(region.members)])
    return found
