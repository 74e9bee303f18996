"""Audits by tools that are no part of the tests."""
