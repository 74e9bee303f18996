"""What the SKOS Reference asks of a vocabulary, in SPARQL; rdflib reads and answers, so that none of it is our code.

Source: W3C, SKOS Reference, 18 August 2009. Sub-properties count as what they refine, as a reasoner would have it.
"""

import os
from functools import cache
from pathlib import Path

from rdflib import Graph, Namespace

from lexigraph.concept_graph.exports import export_of
from lexigraph.export import Export, skos
from lexigraph.loading import load_graph
from tests.export.exports import flagship

__all__ = ["CONDITIONS", "DCT", "GLOSSARIES", "SKOS", "broken", "read", "real", "refined", "turtle_of"]

SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCT = Namespace("http://purl.org/dc/terms/")
CORPORA = os.environ.get("LEXIGRAPH_CORPORA", "")
GLOSSARIES = ("flagship", *(("cncf", "machine-learning-glossary") if CORPORA else ()))

AXIOMS = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix iso-thes: <http://purl.org/iso25964/skos-thes#> .
skos:topConceptOf rdfs:subPropertyOf skos:inScheme .                    # S7
skos:broader rdfs:subPropertyOf skos:broaderTransitive .                # S22
skos:narrower rdfs:subPropertyOf skos:narrowerTransitive .
skos:broaderTransitive rdfs:subPropertyOf skos:semanticRelation .       # S21
skos:narrowerTransitive rdfs:subPropertyOf skos:semanticRelation .
skos:related rdfs:subPropertyOf skos:semanticRelation .
skos:mappingRelation rdfs:subPropertyOf skos:semanticRelation .         # S39
skos:closeMatch rdfs:subPropertyOf skos:mappingRelation .               # S40
skos:exactMatch rdfs:subPropertyOf skos:closeMatch .                    # S42
skos:broadMatch rdfs:subPropertyOf skos:mappingRelation, skos:broader . # S40, S41
skos:narrowMatch rdfs:subPropertyOf skos:mappingRelation, skos:narrower .
skos:relatedMatch rdfs:subPropertyOf skos:mappingRelation, skos:related .
iso-thes:broaderGeneric rdfs:subPropertyOf skos:broader .               # ISO 25964
iso-thes:broaderPartitive rdfs:subPropertyOf skos:broader .
iso-thes:broaderInstantial rdfs:subPropertyOf skos:broader .
iso-thes:narrowerGeneric rdfs:subPropertyOf skos:narrower .
iso-thes:narrowerPartitive rdfs:subPropertyOf skos:narrower .
iso-thes:narrowerInstantial rdfs:subPropertyOf skos:narrower .
"""
_REFINE = """
INSERT { ?subject ?upper ?object } WHERE { ?lower rdfs:subPropertyOf+ ?upper . ?subject ?lower ?object }
"""
_CONCEPT = """
{ ?x a skos:Concept } UNION { ?x skos:semanticRelation [] } UNION { [] skos:semanticRelation ?x }
UNION { ?x skos:topConceptOf [] } UNION { [] skos:hasTopConcept ?x }
"""
_SCHEME = "{ ?x a skos:ConceptScheme } UNION { [] skos:inScheme ?x } UNION { ?x skos:hasTopConcept [] }"
_COLLECTION = "{ ?x a skos:Collection } UNION { ?x a skos:OrderedCollection } UNION { ?x skos:member [] }"

CONDITIONS = {
    "S9": f"SELECT DISTINCT ?x {{ {{ SELECT DISTINCT ?x {{ {_SCHEME} }} }} {{ {_CONCEPT} }} }}",
    "S13": """
        SELECT ?x ?label {
            { ?x skos:prefLabel ?label ; skos:altLabel ?label } UNION
            { ?x skos:prefLabel ?label ; skos:hiddenLabel ?label } UNION
            { ?x skos:altLabel ?label ; skos:hiddenLabel ?label }
        }""",
    "S14": """
        SELECT ?x ?one ?other {
            ?x skos:prefLabel ?one, ?other FILTER (lcase(lang(?one)) = lcase(lang(?other)) && str(?one) < str(?other))
        }""",
    "S27": """
        SELECT ?x ?y { ?x (skos:related|^skos:related) ?y . ?x (skos:broader|^skos:narrower)+ ?y }""",
    "S37": f"SELECT DISTINCT ?x {{ {{ SELECT DISTINCT ?x {{ {_COLLECTION} }} }} {{ {_CONCEPT} UNION {_SCHEME} }} }}",
    "S46": """
        SELECT ?x ?y {
            ?x (skos:broadMatch|skos:narrowMatch|skos:relatedMatch) ?y . ?x (skos:exactMatch|^skos:exactMatch)+ ?y
        }""",
}
"""Integrity condition → a query that finds what breaks it."""


def turtle_of(export: Export) -> str:
    """The SKOS export as Turtle."""
    return next(skos.artifacts(export)).data.decode()


def read(text: str) -> Graph:
    """The statements of a Turtle file."""
    return Graph().parse(data=text, format="turtle")


def refined(graph: Graph) -> Graph:
    """The statements, and what follows from them by sub-properties."""
    made = Graph()
    made += graph
    made.parse(data=AXIOMS, format="turtle")
    made.update(_REFINE)
    return made


def broken(graph: Graph) -> dict[str, list[tuple[str, ...]]]:
    """Condition → what breaks it; `graph` is refined."""
    found = {name: [tuple(map(str, row)) for row in graph.query(query)] for name, query in CONDITIONS.items()}
    return {name: rows for name, rows in found.items() if rows}


@cache
def real(name: str) -> tuple[Export, Graph]:
    """A real glossary: what exporters see of it, and its SKOS export as rdflib reads it."""
    if name == "flagship":
        export = flagship()
    else:
        folder = Path(CORPORA) / name
        export = export_of(load_graph(folder, cached_as=folder))
    return export, read(turtle_of(export))
