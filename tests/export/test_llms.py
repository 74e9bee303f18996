from tests.export.exports import text_of
from tests.page.small_world import HOSTILE, SCHEME, WORLD, hostile_world


def test_the_overview_says_what_this_is_and_leads_to_every_entry():
    text = text_of(WORLD, "llms.txt", scheme=SCHEME)
    assert text.startswith("# Small world\n\n> A glossary with one of everything.\n")
    for path in WORLD:
        if not path.endswith("index.md"):
            assert f"]({path})" in text


def test_an_entry_comes_with_its_definition():
    text = text_of(WORLD, "llms.txt", scheme=SCHEME)
    assert "- [Vector database](retrieval/vector-database.md): A store that finds near vectors.\n" in text


def test_everything_stands_in_reading_order():
    text = text_of(WORLD, "llms-full.txt", scheme=SCHEME)
    assert text.index("# Embedding\n") < text.index("# Retrieval-augmented generation\n")
    assert text.index("# First steps\n") < text.index("# Second steps\n")


def test_in_one_file_links_lead_from_the_root():
    assert "](retrieval/grounding.md)" in text_of(WORLD, "llms-full.txt", scheme=SCHEME)


def test_a_hostile_name_stays_on_its_line():
    text = text_of(hostile_world(), "llms.txt")
    assert HOSTILE not in text
    assert sum(line.startswith("- [") for line in text.split("## Optional")[0].splitlines()) == len(hostile_world()) - 1
