"""The graph as a script: what the pages Explore and Path work on in the browser, also from `file://`.

`explore/graph.js` sets `window.lexigraphGraph` to an object of columns, described in `columns`. Definitions, which
would be most of it, stand in files of their own that are loaded one at a time.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lexigraph.export import Artifact
from lexigraph.graph import Graph
from lexigraph.page.local_graph import family
from lexigraph.page.map_edges import Edges, edges_of
from lexigraph.page.map_regions import regions
from lexigraph.page.page import Site
from lexigraph.query.layout import layout
from lexigraph.query.paths import ENDS

__all__ = ["DATA", "columns", "files", "graph_data"]

DATA = "explore/graph.js"
"""Path of the script below the site's root."""

_SHARD = 500
"""Entries whose definitions stand in one file."""
_DERIVABLE = re.compile(r"[A-Za-z0-9_.~-]+")
"""Ids that need no percent-encoding, so that a browser finds their address from folder and id."""
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def files(site: Site) -> Iterator[Artifact]:
    """The graph and the definitions; nothing without a page that reads them."""
    if "explore" not in site.special and "path" not in site.special:
        return
    yield Artifact(DATA, graph_data(site))
    entries = list(site.graph.entries.values())
    for number, start in enumerate(range(0, len(entries), _SHARD)):
        definitions = [node.definition for node in entries[start : start + _SHARD]]
        script = f"lexigraphDefinitions({number},{_json(definitions)})\n"
        yield Artifact(f"explore/definitions-{number}.js", script.encode())


def graph_data(site: Site) -> bytes:
    """The script, UTF-8."""
    return f"window.lexigraphGraph={_json(columns(site))}\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def columns(site: Site) -> dict[str, Any]:
    """The object. Nodes are numbered from 0: entries by title, then wanted names; a column has one value for each.

    What few nodes have is a mapping from their number. `-1` is none.
    """
    graph = site.graph
    edges = edges_of(graph)
    return {
        "entries": len(graph.entries),
        "shard": _SHARD,
        **_names(graph),
        **_addresses(site),
        **_sorts(site),
        **_relations(graph, edges),
        **_map(site, edges),
    }


def _names(graph: Graph) -> dict[str, Any]:
    """`titles`; `ids` that do not follow from the title; `aka`: other names, one a line."""
    nodes = list(graph.entries.values())
    return {
        "titles": [*(node.title for node in nodes), *(wanted.name for wanted in graph.wanted)],
        "ids": {number: node.id for number, node in enumerate(nodes) if node.id != _plain_slug(node.title)},
        "aka": {number: "\n".join(node.also_called) for number, node in enumerate(nodes) if node.also_called},
    }


def _plain_slug(title: str) -> str:
    """The title in lower-case ASCII letters and digits, as the script derives an id."""
    return _NOT_IN_SLUG.sub("-", "".join(char.lower() if char.isascii() else char for char in title)).strip("-")


def _addresses(site: Site) -> dict[str, Any]:
    """`folders` and `suffix`, between which the id of an entry stands; `urls` that do not follow from that."""
    suffix = "/" if site.addresses.directory_urls else ".html"
    folders: dict[str, int] = {}
    folder, urls = [], {}
    for number, (id, url) in enumerate(site.urls.items()):
        before, is_derived = url.removesuffix(f"{id}{suffix}"), bool(_DERIVABLE.fullmatch(id))
        if not (is_derived and url == f"{before}{id}{suffix}"):
            before, urls[number] = "", url
        folder.append(folders.setdefault(before, len(folders)))
    wanted = site.special.get("wanted", "")
    for number, name in enumerate(site.graph.wanted, len(folder)):
        urls[number] = site.addresses.href("index.md", wanted, name.anchor)
    return {"suffix": suffix, "folders": list(folders), "folder": folder, "urls": urls}


def _sorts(site: Site) -> dict[str, Any]:
    """`kind` and `kinds` (key, label, plural, whether it only ends paths); `topic` and `topics` (key, title); `open`
    questions; `refs`: how much refers to it."""
    graph, listings = site.graph, site.listings
    nodes = list(graph.entries.values())
    labels = {kind.key: [kind.key, kind.label, kind.plural, int(kind.key in ENDS)] for kind in graph.vocabulary.kinds}
    for node in nodes:
        labels.setdefault(node.kind, [node.kind, node.kind, node.kind, 0])
    used = {node.kind for node in nodes}
    kinds = [label for key, label in labels.items() if key in used]
    if graph.wanted:
        kinds.append(["", "Not written yet", "Not written yet", 0])
    place = {kind[0]: number for number, kind in enumerate(kinds)}
    topics = {topic: number for number, topic in enumerate(listings.topics)}
    return {
        "kinds": kinds,
        "kind": [*(place[node.kind] for node in nodes), *(place[""] for _ in graph.wanted)],
        "topics": [[topic, listings.folder_title(topic)] for topic in topics],
        "topic": [*(topics.get(node.topic, -1) for node in nodes), *(-1 for _ in graph.wanted)],
        "open": {number: count for number, node in enumerate(nodes) if (count := listings.open_questions(node.id))},
        "refs": [
            *(listings.importance(node.id) for node in nodes),
            *(len(wanted.references) for wanted in graph.wanted),
        ],
    }


def _relations(graph: Graph, edges: Edges) -> dict[str, Any]:
    """`directions` (key, heading, words, number of the opposite, number of the type); `types` (key, words, family).

    The last type is a link in a text. `out` is the number of edges that start at each node; `to` and `by` are their
    targets and types, by source.
    """
    directions = graph.vocabulary.directions
    place = {key: number for number, key in enumerate(directions)}
    types = {type.key: number for number, type in enumerate(graph.vocabulary.relations)}
    sources = sorted(edges)
    return {
        "directions": [
            [item.key, item.heading, item.words, place[item.opposite], types[item.type.key]]
            for item in directions.values()
        ],
        "types": [
            *([type.key, type.words, family(type)] for type in graph.vocabulary.relations),
            ["", "links to", "link"],
        ],
        **_packed(sources, types),
    }


def _packed(sorted_edges: list[tuple[int, int, str]], types: Mapping[str, int]) -> dict[str, Any]:
    out: list[int] = []
    for source, _, _ in sorted_edges:
        out.extend(0 for _ in range(source + 1 - len(out)))
        out[source] += 1
    return {
        "out": out,
        "to": [target for _, target, _ in sorted_edges],
        "by": [types.get(type, len(types)) for _, _, type in sorted_edges],
    }


def _map(site: Site, edges: Edges) -> dict[str, Any]:
    """`x` and `y`; `regions` (name, x, y, radius, number of nodes), the largest first."""
    graph = site.graph
    weights: dict[tuple[int, int], float] = {}
    for source, target, type in edges:
        pair = (min(source, target), max(source, target))
        weights[pair] = weights.get(pair, 0.0) + (2.0 if type else 1.0)
    nodes = list(graph.entries.values())
    names = [*(node.id for node in nodes), *(f"\n{wanted.anchor}" for wanted in graph.wanted)]
    groups = [*(node.topic for node in nodes), *("" for _ in graph.wanted)]
    placed = layout(names, weights, groups)
    return {
        "x": [x for x, _ in placed.places],
        "y": [y for _, y in placed.places],
        "regions": regions(site, placed.regions),
    }
