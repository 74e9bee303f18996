import pytest

from lexigraph.export import EXPORTERS, published
from tests.export.exports import exported, files_of
from tests.page.small_world import SCHEME, WORLD, hostile_world

SECRETS = {
    "t/a.md": """\
---
title: A  # secret-1
uses: [{to: b, note: "why <!-- secret-2 --> so"}]
---
A thing. %%secret-3%%

<!-- secret-4 -->

%%
secret-5
%%

[//]: # (secret-6)

## Open questions

- Why? <!-- secret-7 --> {#why}

## FAQ

### Is it?

Yes. <!-- secret-8 -->

<!-- secret-9

never closed
""",
    "t/b.md": "---\ntitle: B\ncontested: {summary: 'x <!-- secret-10 --> y'}\n---\nB is b.\n",
    "t/hidden.md": "---\ntitle: secret-11\npublish: false\n---\nsecret-12\n",
}


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_exporter_says_what_it_writes_and_what_it_leaves_out(name):
    exporter = EXPORTERS[name]
    assert exporter.__doc__
    assert isinstance(exporter.LEFT_OUT, tuple)
    assert isinstance(exporter.EXTRA, str)
    assert isinstance(exporter.IS_PUBLISHED, bool)
    assert isinstance(exporter.IS_FOLDER, bool)
    assert (exporter.SUFFIX == "") == exporter.IS_FOLDER


def test_no_file_is_written_twice():
    paths = [artifact.path for artifact in published(exported(WORLD, scheme=SCHEME))]
    assert len(paths) == len(set(paths))
    assert {"concepts.json", "questions.json", "llms.txt", "llms-full.txt", "objects.inv"} <= set(paths)


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_order_of_files_never_changes_a_byte(name):
    backwards = dict(reversed(WORLD.items()))
    made, again = (EXPORTERS[name].artifacts(exported(files, scheme=SCHEME)) for files in (WORLD, backwards))
    assert list(made) == list(again)


@pytest.mark.parametrize("name", EXPORTERS)
def test_nothing_that_the_pages_hide_gets_into_a_file(name):
    found = {path for path, data in EXPORTERS[name].artifacts(exported(SECRETS)) if b"secret" in data}
    assert found == set()


@pytest.mark.parametrize("name", ["]]>", "a\\nb", "</script>", "\u2028", "x: y", "# x", "| x", "[x](y)", "`x", "%%"])
def test_no_name_breaks_an_export(name):
    assert files_of(exported(hostile_world(name)))


def test_an_empty_folder_has_exports_without_entries():
    assert set(files_of(exported({}))) == {
        "concepts.json", "schema/concepts-1.json", "questions.json", "llms.txt", "llms-full.txt",
    }  # fmt: skip
