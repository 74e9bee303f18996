"""Entries as Markdown for others: whole, with links that lead somewhere, and nothing in them that acts."""
