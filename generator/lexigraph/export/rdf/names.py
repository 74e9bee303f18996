"""The names of properties and classes that our RDF uses, and their prefixes."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ADMS", "DCT", "ISO_THES", "NAMESPACES", "OWL", "RDF", "RDFS", "SCHEMA", "SKOS", "VANN", "XSD", "expanded"]

ADMS = "http://www.w3.org/ns/adms#"
DCT = "http://purl.org/dc/terms/"
ISO_THES = "http://purl.org/iso25964/skos-thes#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VANN = "http://purl.org/vocab/vann/"
XSD = "http://www.w3.org/2001/XMLSchema#"

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "adms": ADMS,
        "dct": DCT,
        "iso-thes": ISO_THES,
        "owl": OWL,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "vann": VANN,
        "xsd": XSD,
    }
)
"""Prefix → namespace."""

_ALSO: Mapping[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": DCT,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "prov": "http://www.w3.org/ns/prov#",
        "sdo": SCHEMA,
    }
)
"""Prefixes that a scheme may use for the property of a relation."""


def expanded(name: str) -> str:
    """The IRI of `skos:related`; a whole IRI as it is; empty when the prefix is not known."""
    prefix, colon, local = name.partition(":")
    namespace = NAMESPACES.get(prefix) or _ALSO.get(prefix)
    if colon and namespace and local and not local.startswith("//"):
        return namespace + local
    return name if "://" in name or name.startswith("urn:") else ""
