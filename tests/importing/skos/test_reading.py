"""Which files are read as RDF, and what is refused: nothing elsewhere is looked at."""

import socket
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from lexigraph.importing.skos import imported
from lexigraph.model import CannotChange, MissingExtra

HARBOUR = (Path(__file__).parent / "harbour.ttl").read_bytes()


def test_the_syntax_of_the_file_makes_no_difference():
    expected = imported(HARBOUR, suffix=".ttl")
    statements = Graph().parse(data=HARBOUR, format="turtle")
    for suffix, syntax in ((".nt", "nt"), (".rdf", "xml"), (".jsonld", "json-ld"), ("", "json-ld"), ("", "xml")):
        data = statements.serialize(format=syntax, encoding="utf-8")
        assert imported(data, suffix=suffix) == expected, (suffix, syntax)


@pytest.mark.parametrize(
    ("data", "suffix", "said"),
    [
        (b"\nnonsense", ".ttl", "the file is no Turtle: line 2: expected directive or statement"),
        (b"@prefix", ".ttl", "the file is no Turtle"),
        (b"\xff\xfe<", ".nt", "the file is no N-Triples"),
        (b"<rdf:RDF", ".rdf", "the file is no RDF/XML"),
        (b"{", ".jsonld", "the file is no JSON"),
        (b"[" * 100_000, ".jsonld", "the file is no JSON"),
        (b"(" * 100_000, ".ttl", "the file is no Turtle"),
        (b'{"@context": "https://x.org/c.jsonld"}', ".jsonld", "the context 'https://x.org/c.jsonld' lies elsewhere"),
        (b'{"@context": [{"a": {"@id": "b:c", "@context": "x"}}]}', ".jsonld", "the context 'x' lies elsewhere"),
        (b'{"@context": {"@import": "https://x.org/"}}', ".jsonld", "the context 'https://x.org/' lies elsewhere"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', ".rdf", "the XML refers to"),
        (b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "https://x.org/a.dtd"><a/>', ".rdf", "the XML refers to"),
        (b"<urn:a> <urn:b> <urn:c> .", ".nt", "the file has no skos:Concept"),
    ],
)
def test_what_is_no_thesaurus_is_refused_with_a_reason(data, suffix, said, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("something was fetched"))
    with pytest.raises(CannotChange) as refused:
        imported(data, suffix=suffix)
    assert str(refused.value).startswith(said)


def test_entities_that_multiply_are_refused():
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{rows}]><a>&a11;</a>'
    with pytest.raises(CannotChange):
        imported(text.encode(), suffix=".rdf")


def test_without_rdflib_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(MissingExtra, match=r"lexigraph\[skos\]"):
        imported(HARBOUR, suffix=".ttl")
