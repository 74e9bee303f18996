"""The link to GitHub's editor for a new file."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.page.pages import html_of, seen, site
from tests.page.small_world import HOSTILE
from tests.worlds import graph

REPO = "https://github.com/acme/terms"
EDIT = f"{REPO}/edit/main/content/"


def links(files: dict[str, str], edit_url: str = EDIT) -> list[str]:
    made = site(files, repo_url=REPO, edit_url=edit_url)
    return [link for link in seen(html_of(made, "wanted.md")).links if "/new/" in link]


def query(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query, strict_parsing=True).items()}


def test_the_file_begins_with_what_wants_it_in_the_topic_that_wants_it_most():
    world = {
        "index.md": "---\ntitle: Home\n---\nRead [[Mixture of experts]] first.",
        "a/one.md": "# One\n\nX.\n\nA [[Mixture of experts]].",
        "b/two.md": "---\ntitle: Two\nuses: [Mixture of experts: saves time]\n---\nX.",
        "b/three.md": "# Three\n\nX.\n\nA [[mixture of experts]] is said twice. A [[mixture of experts]] is said twice.",
    }
    (link,) = links(world)
    assert link.startswith(f"{REPO}/new/main/content?filename=b/mixture-of-experts.md&value=")
    assert query(link)["value"] == (
        '---\ntitle: "Mixture of experts"\nkind: concept\ndefinition: \nstatus: draft\n'
        "# What other entries say with it (delete these lines when you are done):\n"
        "#   - One: A Mixture of experts.\n"
        "#   - Three: A mixture of experts is said twice.\n"
        "#   - Two: Two uses Mixture of experts: saves time\n"
        "#   - Home: Read Mixture of experts first.\n"
        "---\n\n"
    )


@pytest.mark.parametrize(
    "name", [HOSTILE, "a: b ! c", "--- ...", "%s {x} $(y) `z`", "\\ \"quoted\" 'so'", "größe 猫 🐈", "=1+1", "x\u2028y"]
)
def test_a_hostile_name_arrives_as_that_name(name: str):
    shown = " ".join(name.replace("|", "").split())
    (link, *_) = links({"a.md": f"# A\n\nX.\n\nSee [[{name.replace('|', '')}]] now."}) or [""]
    if not link:
        assert not any(char.isalnum() for char in shown)
        return
    path, text = query(link)["filename"], query(link)["value"]
    read = graph({path: text})
    (entry,) = read.entries.values()
    assert entry.title == shown and path == f"{entry.id}.md"
    assert not [finding for finding in read.diagnostics if finding.code not in ("W012", "E201", "W016", "E104")]


def test_an_address_never_gets_too_long():
    sentence = "Ein sehr langer Satz über [[Größe]] — " + "ä" * 300
    world = {f"{number}.md": f"# {number}\n\nX.\n\n{sentence} {number}." for number in range(40)}
    world["z.md"] = "# Z\n\nX.\n\n[[Other]] and [[" + "猫" * 900 + "]]."
    found = links(world)
    assert found and max(map(len, found)) < 4000
    assert "%23%20%20%20-%20" in next(link for link in found if "filename=gr" in link)


def test_of_many_names_only_the_most_wanted_take_long_sentences_with_them():
    world = {"a.md": "# A\n\n" + "\n\n".join(f"{'word ' * 100}[[name {number}]]." for number in range(120))}
    lengths = sorted(map(len, links(world)))
    assert len(lengths) == 120 and lengths[69] < 500 < lengths[70]


@pytest.mark.parametrize(
    "edit_url", ["", "https://gitlab.com/a/b/-/blob/main/", f"{REPO}?query=root/edit/", "https://example.org/"]
)
def test_without_an_address_for_editing_there_is_none(edit_url: str):
    assert links({"a.md": "# A\n\nX.\n\n[[B]]"}, edit_url) == []
