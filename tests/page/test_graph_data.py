import gzip
import json

from lexigraph.page.graph_data import columns, files
from tests.page.pages import site
from tests.page.small_world import SCHEME, WORLD


def known(**options):
    return columns(site(WORLD, scheme=SCHEME, **options))


def named(data, title):
    return data["titles"].index(title)


def edges(data):
    targets = iter(zip(data["to"], data["by"], strict=True))
    for source, count in enumerate(data["out"]):
        for _ in range(count):
            target, type = next(targets)
            yield data["titles"][source], data["types"][type][0], data["titles"][target]


def test_entries_come_by_title_then_wanted_names_and_every_column_has_a_value_for_each():
    data = known()
    made = site(WORLD, scheme=SCHEME)
    assert data["titles"][: data["entries"]] == [node.title for node in made.graph.entries.values()]
    assert data["titles"][data["entries"] :] == [name.name for name in made.graph.wanted]
    assert {len(data[column]) for column in ("kind", "topic", "refs", "x", "y")} == {len(data["titles"])}
    assert len(data["folder"]) == data["entries"]


def test_every_address_follows_from_folder_and_id_or_stands_by_itself():
    for directory_urls in (True, False):
        made = site(WORLD, scheme=SCHEME, directory_urls=directory_urls)
        data = columns(made)
        for number, (id, url) in enumerate(made.urls.items()):
            derived = f"{data['folders'][data['folder'][number]]}{id}{data['suffix']}"
            assert data["urls"].get(number, derived) == url


def test_a_relation_is_one_edge_in_the_direction_of_its_key_a_link_without_relation_is_one_too():
    found = list(edges(known()))
    assert ("Retrieval-augmented generation", "uses", "Embedding") in found
    assert ("Vector database", "implements", "Retrieval-augmented generation") in found
    assert sum(edge[1] == "contrasts_with" for edge in found) == 1
    assert ("Retrieval-augmented generation", "uses", "reranker") in found
    assert ("Retrieval-augmented generation", "", "Mixture of experts") in found
    assert len(found) == len(set(found))


def test_aliases_open_questions_and_kinds_are_there():
    data = known()
    rag = named(data, "Retrieval-augmented generation")
    assert data["aka"][rag] == "RAG"
    assert data["open"][rag] == 2
    assert data["kinds"][data["kind"][named(data, "First steps")]] == ["lesson", "Lesson", "Lessons", 1]


def test_regions_have_names_of_their_own():
    regions = known()["regions"]
    assert regions
    assert len({name for name, *_ in regions}) == len(regions)


def test_the_script_is_an_assignment_of_json_and_definitions_stand_beside_it():
    made = site(WORLD, scheme=SCHEME)
    graph, definitions = files(made)
    assert graph.path == "explore/graph.js"
    text = graph.data.decode()
    assert text.startswith("window.lexigraphGraph={")
    assert json.loads(text.removeprefix("window.lexigraphGraph=")) == json.loads(json.dumps(columns(made)))
    listed = json.loads(definitions.data.decode().removeprefix("lexigraphDefinitions(0,").removesuffix(")\n"))
    assert listed == [node.definition for node in made.graph.entries.values()]


def test_two_runs_give_equal_bytes():
    assert [item.data for item in files(site(WORLD))] == [
        item.data for item in files(site(dict(reversed(WORLD.items()))))
    ]


def test_a_site_without_entries_has_none():
    assert list(files(site({}))) == []


def test_a_thousand_entries_weigh_little():
    made = site({
        f"t{n % 9}/item-{n}.md": f"---\ntitle: Item {n}\nuses: [item-{(7 * n) % 1000}, item-{(n * n) % 1000}]\n---\nText.\n"
        for n in range(1000)
    })  # fmt: skip
    graph, *_ = files(made)
    assert len(gzip.compress(graph.data)) < 35_000
