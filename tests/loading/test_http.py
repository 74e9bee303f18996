"""The document of a site, asked for over HTTP on the loopback interface."""

import gzip
import os
import zlib
from collections.abc import Iterator

import pytest

from lexigraph import CannotLoad, ConceptGraph, UnsupportedSchema, load
from lexigraph.loading.http import answer, place_of
from lexigraph.loading.sources import load_address
from tests.loading.published_worlds import document
from tests.loading.sites import Reply, Site, served

DOCUMENT = document("small")


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    monkeypatch.setenv("LEXIGRAPH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", "*")
    with served() as site:
        yield site


def refusal(source, **settings):
    with pytest.raises(CannotLoad) as caught:
        load_address(source, **settings) if settings else load(source)
    assert caught.value.source in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize("address", ["", "index.html", "concepts.json", "?x=1", "#top"])
def test_a_site_is_read_from_the_address_of_its_home_page_or_of_its_document(site, address):
    site.replies = {"/kb/concepts.json": Reply(DOCUMENT), "/kb/concepts.json?x=1": Reply(DOCUMENT)}
    graph = load(f"{site.url}kb/{address}")
    assert graph == ConceptGraph(load_address(f"{site.url}kb"))
    assert (graph.read_only, graph.source) == (True, f"{site.url}kb/concepts.json{'?x=1' if '?' in address else ''}")
    assert graph["rag"].url == f"{site.url}kb/retrieval/rag/"


def test_an_address_that_ends_in_json_is_taken_as_it_is(site):
    site.replies["/data/kb.json"] = Reply(DOCUMENT)
    assert len(load(f"{site.url}data/kb.json")) == 15


def test_what_did_not_change_is_not_sent_again(site):
    site.replies["/concepts.json"] = Reply(DOCUMENT, headers={"ETag": '"one"'})
    first, second = load(site.url), load(site.url)
    assert [headers.get("If-None-Match") for _, headers in site.asked] == [None, '"one"']
    assert first == second
    site.replies["/concepts.json"] = Reply(document("rough"), headers={"ETag": '"two"'})
    assert load(site.url) != first


def test_without_a_cache_nothing_is_read_or_written(site, tmp_path):
    site.replies["/concepts.json"] = Reply(DOCUMENT, headers={"ETag": '"one"'})
    load(site.url, cache=False)
    assert not (tmp_path / "cache").exists()
    load(site.url)
    load(site.url, cache=False)
    assert "If-None-Match" not in site.asked[-1][1]


@pytest.mark.parametrize("trouble", [None, Reply(status=503), Reply(DOCUMENT, headers={"Content-Length": "9999999"})])
def test_a_copy_serves_while_the_site_cannot_be_reached(site, trouble, tmp_path):
    site.replies["/concepts.json"] = Reply(DOCUMENT)
    first = load(site.url)
    (copy,) = (tmp_path / "cache").iterdir()
    os.utime(copy, (1767225600, 1767225600))  # 2026-01-01
    url = site.url
    if trouble is None:
        site.replies.clear()
        with served() as gone:
            url = gone.url
            gone.replies["/concepts.json"] = Reply(DOCUMENT)
            load(url)
            for other in (tmp_path / "cache").iterdir():
                os.utime(other, (1767225600, 1767225600))
    else:
        site.replies["/concepts.json"] = trouble
    again = load(url)
    (finding,) = again.diagnostics
    assert again == first
    assert (finding.code, finding.rule, str(finding.severity)) == ("W092", "stale-copy", "warning")
    assert finding.message.startswith(f"this is a copy of 2026-01-01: {url}concepts.json cannot be reached, ")


def test_a_copy_that_somebody_else_could_have_written_is_no_copy(site, tmp_path):
    site.replies["/concepts.json"] = Reply(DOCUMENT, headers={"ETag": '"one"'})
    load(site.url)
    (copy,) = (tmp_path / "cache").iterdir()
    copy.chmod(0o666)
    load(site.url)
    assert "If-None-Match" not in site.asked[-1][1]
    copy.chmod(0o600)
    copy.write_bytes(copy.read_bytes()[:-5])
    load(site.url)
    assert "If-None-Match" not in site.asked[-1][1]


def test_gzip_is_unpacked(site):
    site.replies["/concepts.json"] = Reply(gzip.compress(DOCUMENT), headers={"Content-Encoding": "gzip"})
    assert len(load(site.url)) == 15


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "nothing is there (404); name the home page of a site that lexigraph built"),
        (Reply(status=403), "nobody gets in without a name (403)"),
        (Reply(status=500), "the server is out of order (500); try again later"),
        (Reply(status=418), "the server answers 418"),
        (Reply(b"<!doctype html><title>Login"), "this is a page, not JSON"),
        (Reply(b"{oops"), "this is not JSON"),
        (Reply(b'{"entries": []}'), "it has no 'schema'"),
        (Reply(b'{"schema": "1"}'), "its 'schema' is no number"),
        (Reply(b'{"schema": 1, "scheme": {}, "entries": {}}'), "$.entries: expected 'array', got 'object'"),
        (Reply(b'{"schema": 1, "entries": []}'), "this is no concepts.json: $: object missing required field 'scheme'"),
        (Reply(b'{"schema": 1, "x": ' + b"[" * 100_000), "nested too deep"),
        (Reply(b"abc", headers={"Content-Encoding": "gzip"}), "it is packed with gzip, and it is not"),
        (Reply(gzip.compress(DOCUMENT)[:-9], headers={"Content-Encoding": "gzip"}), "the answer broke off"),
        (Reply(b"abc", headers={"Content-Encoding": "br"}), "packs it as 'br'"),
        (Reply(DOCUMENT, headers={"Content-Length": "9999999"}), "the answer broke off"),
        (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "it leads on to what is not read: 'file:'"),
        (Reply(status=302, headers={"Location": "data:application/json,{}"}), "it leads on to what is not read: 'data:'"),
        (Reply(status=301, headers={"Location": "ftp://example.org/"}), "it leads on to what is not read: 'ftp:'"),
        (Reply(status=307, headers={"Location": "/concepts.json"}), "it leads on more than 10 times"),
        (Reply(status=304), "nothing changed, and there is no copy"),
    ],
)  # fmt: skip
def test_what_is_no_graph_says_why(site, reply, reason):
    site.replies["/concepts.json"] = reply
    assert reason in refusal(site.url)


def test_another_schema_says_what_to_upgrade(site):
    site.replies["/concepts.json"] = Reply(b'{"schema": 2, "anything": "else"}')
    with pytest.raises(UnsupportedSchema, match="pip install --upgrade lexigraph") as caught:
        load(site.url)
    assert (caught.value.found, caught.value.supported) == (2, 1)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/", "'ftp:' is not read"), ("file:///etc/passwd", "'file:' is not read"),
        ("https://", "names no host"), ("http://[::1", "this is no address"), ("http://h:99999/", "this is no address"),
        ("http://a b/", "names no host"), ("javascript:alert(1)", "'javascript:' is not read"),
        ("http://127.0.0.1:1/", "nobody answers at '127.0.0.1:1'"),
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_site_says_why(address, reason):
    assert reason in refusal(address)


def test_redirects_are_followed_and_the_address_in_the_end_is_the_site(site):
    site.replies = {
        "/concepts.json": Reply(status=301, headers={"Location": "/new/concepts.json"}),
        "/new/concepts.json": Reply(DOCUMENT),
    }
    assert load(site.url)["rag"].url == f"{site.url}new/retrieval/rag/"


def test_user_and_password_go_to_no_other_host_and_into_no_message(site):
    with served() as other:
        other.replies["/concepts.json"] = Reply(DOCUMENT)
        site.replies = {
            "/concepts.json": Reply(status=302, headers={"Location": "/moved.json"}),
            "/moved.json": Reply(status=302, headers={"Location": f"{other.url}concepts.json"}),
        }
        graph = load(f"http://ada:s%C3%A9cret@{site.host}/")
        assert [headers.get("Authorization") for _, headers in site.asked] == ["Basic YWRhOnPDqWNyZXQ="] * 2
        assert ["Authorization" in headers for _, headers in other.asked] == [False]
        assert graph.source == f"{site.url}concepts.json"
    with pytest.raises(CannotLoad) as caught:
        load(f"http://ada:secret@{site.host}/none/")
    assert "cret" not in str(caught.value)


def test_more_than_a_graph_needs_is_not_taken(site):
    bomb = zlib.compressobj(9, wbits=31)
    packed = bomb.compress(b" " * 4_000_000) + bomb.flush()
    assert len(packed) < 10_000
    site.replies = {
        "/concepts.json": Reply(packed, headers={"Content-Encoding": "gzip"}),
        "/big.json": Reply(b" " * 2_000_000),
        "/endless.json": Reply(b" " * 2_000_000, says_length=False),
        "/behind.json": Reply(
            gzip.compress(b"{}") + b" " * 2_000_000, headers={"Content-Encoding": "gzip"}, says_length=False
        ),
    }
    for name in ("concepts.json", "big.json", "endless.json", "behind.json"):
        with pytest.raises(CannotLoad, match="larger than 1 MB"):
            answer(place_of(f"{site.url}{name}"), most=1 << 20)


@pytest.mark.parametrize("reply", [Reply(DOCUMENT, pause=5), Reply(DOCUMENT, pause=0.05, parts=1000)])
def test_a_slow_server_is_not_waited_for(site, reply):
    site.replies["/concepts.json"] = reply
    assert refusal(site.url, seconds=0.2) == "no whole answer within 0.2 seconds"
