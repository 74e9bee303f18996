"""Linking: from parsed entries to the concept graph."""
