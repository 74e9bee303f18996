"""Answers about a graph: counts, near names, orders, paths."""
