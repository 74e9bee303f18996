"""The search of a site: its index as files that a browser loads piece by piece, and the settings that name them.

Material's search plugin stays, for its box, and indexes none of our pages. What it writes (`search_index.json`, read on
every page) tells our worker where the index is; every other name holds a digest of what is in it. Each file calls a
function with its value, so that it loads from `file://` too.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from lexigraph.page import Site
from lexigraph.query.search import Document, SearchIndex, documents
from lexigraph.query.search.languages import language
from lexigraph.query.search.published import RULES, language_lists, word_files
from lexigraph.query.search.text import areas

__all__ = ["add_search_engine", "use_search_worker", "write_search"]

_WORKER = "assets/search/worker.js"
_WAITS = (150, 2000)
"""Milliseconds for which the worker waits for texts and definitions: with names found, and without."""
_POSTINGS_PER_FILE, _MOST_WORD_FILES = 3000, 256
_DEFINITIONS_PER_FILE = 250_000
"""Characters."""
_LONGEST_DEFINITION = 300
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


def use_search_worker(config: MkDocsConfig) -> None:
    """Put our worker behind the search box of our theme, unless it was told `search_worker: false`, which keeps
    Material's search; another theme keeps the search it has."""
    if config.theme.name == "lexigraph" and config.theme.get("search_worker") is None:
        config.theme["search_worker"] = _WORKER


def add_search_engine(files: Files, config: MkDocsConfig) -> None:
    """Replace the scripts that the theme lists under `search_parts` by one, named under `search_engine`.

    Raises:
        FileNotFoundError: the theme lists a file that it does not have.
    """
    texts = []
    for path in config.theme.get("search_parts") or ():
        file = files.get_file_from_path(path)
        if file is None:
            raise FileNotFoundError(path)
        files.remove(file)
        texts.append(file.content_string)
    text = "\n;".join(texts)
    path = f"assets/search/engine.{_digest(text)}.js"
    files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    config.theme["search_engine"] = path


def write_search(site: Site, folder: Path, engine: str) -> None:
    """Write the index of the site below its folder, and its address into the file that Material reads."""
    stub = folder / "search" / "search_index.json"
    if not stub.is_file():  # the search is switched off
        return
    index = SearchIndex(documents(site.graph), language(site.graph.scheme.language))
    names = {
        **_names(index, site),
        "words": _write_words(index, folder),
        "definitions": _write_definitions(index, folder),
    }
    found = json.loads(stub.read_text("utf-8"))
    found["config"]["lexigraph"] = {
        "engine": engine,
        "names": f"search/names.{_write('names', names, folder)}.js",
        "waits": _WAITS,
    }
    stub.write_text(_json(found), "utf-8", newline="\n")


def _names(index: SearchIndex, site: Site) -> dict[str, object]:
    """Tier 1: a column for each property of the documents, in their order."""
    found = index.documents
    kinds = _numbered([document.kind for document in found])
    topics = _numbered([document.topic for document in found])
    statuses = _numbered([document.status for document in found])
    wanted = site.special.get("wanted")
    return {
        "rules": RULES,
        "language": language_lists(index.language),
        "titles": [document.title for document in found],
        "also": [list(document.names) or 0 for document in found],
        "hidden": {number: document.hidden for number, document in enumerate(found) if document.hidden},
        "kinds": [[kind, _label(kind, site)] for kind in kinds],
        "kind": [kinds[document.kind] for document in found],
        "topics": [[topic, site.listings.folder_title(topic) if topic else ""] for topic in topics],
        "topic": [topics[document.topic] for document in found],
        "statuses": list(statuses),
        "status": [statuses[document.status] for document in found],
        "urls": _urls(found, site),
        "suffix": "/" if site.addresses.directory_urls else ".html",
        "firstPage": next((at for at, document in enumerate(found) if document.is_page), len(found)),
        "questions": sum(bool(document.question) for document in found),
        "home": "" if site.addresses.directory_urls else "index.html",
        "wanted": site.addresses.url(wanted) if wanted else "",
        "propose": f"{site.repo_url}/issues/new?template=suggest-an-entry.yml&title=" if site.repo_url else "",
    }


def _urls(found: Sequence[Document], site: Site) -> list[object]:
    """From the site's root: an address; nothing where it follows from topic and title; for a bullet the number of its
    entry and its fragment, nothing again where that follows from its text."""
    numbers = {document.entry: number for number, document in enumerate(found) if document.entry}
    suffix = "/" if site.addresses.directory_urls else ".html"

    def url(document: Document) -> object:
        slug = _slug(document.title)
        if document.holder:
            return [numbers[document.holder], "" if slug == document.anchor else document.anchor]
        if document.page:
            kind = "topic" if document.kind == "topic" else "home"
            subject = document.page.rpartition("/")[0]
            return site.addresses.url(site.paths.get((kind, subject), document.page))
        address = site.urls[document.entry]
        plain = f"{document.topic}/{slug}{suffix}" if document.topic else f"{slug}{suffix}"
        return 0 if address == plain else address

    return [url(document) for document in found]


def _write_words(index: SearchIndex, folder: Path) -> list[str]:
    """Write tier 2; the digest of each file."""
    shards = 1
    while shards < _MOST_WORD_FILES and shards * _POSTINGS_PER_FILE < index.texts.size:
        shards *= 2
    return [_write(f"words/{number}", words, folder) for number, words in enumerate(word_files(index.texts, shards))]


def _write_definitions(index: SearchIndex, folder: Path) -> dict[str, list[object]]:
    """Write what rows show: for each document its definition and the titles of its sections."""
    starts: list[object] = [0]
    parts: list[list[list[object]]] = [[]]
    size = 0
    for number, document in enumerate(index.documents):
        shown: list[object] = [document.definition[:_LONGEST_DEFINITION]]
        if headings := [heading for heading, _ in areas(document) if heading]:
            shown.append(headings)
        elif not document.definition:
            shown = []
        length = len(_json(shown))
        if size + length > _DEFINITIONS_PER_FILE:
            starts.append(number)
            parts.append([])
            size = 0
        parts[-1].append(shown)
        size += length
    digests: list[object] = [_write(f"definitions-{number}", part, folder) for number, part in enumerate(parts)]
    return {"starts": starts, "files": digests}


def _write(name: str, value: object, folder: Path) -> str:
    """Write a value as a script below `search/`; the digest in its name."""
    script = f'lexigraphSearch.value("{name}",{_json(value)})\n'
    digest = _digest(script)
    path = folder / "search" / f"{name}.{digest}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, "utf-8", newline="\n")
    return digest


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _slug(title: str) -> str:
    """What the worker makes of a title: letters and digits of ASCII, joined by hyphens."""
    return _NOT_IN_SLUG.sub("-", title.lower()).strip("-")


def _numbered(values: list[str]) -> dict[str, int]:
    """Each value once, with its number in order of appearance."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _label(kind: str, site: Site) -> str:
    return {"topic": "Topic", "page": "Page"}.get(kind) or site.stencils.label(kind)
