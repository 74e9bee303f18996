"""Parsing: from one file's bytes to a parsed entry."""
