"""Answers about a graph."""
