"""A glossary that is a graph."""
