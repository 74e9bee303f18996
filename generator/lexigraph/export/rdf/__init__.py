"""RDF, the W3C's language of statements: terms and syntaxes, what things are called, the names of properties."""
