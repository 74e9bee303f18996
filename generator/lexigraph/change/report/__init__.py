"""The report of a change, for people who decide on it: as text, as JSON, as the comment on a pull request.

Owns the words. What changed is found by `query.difference`, what is wrong now by `check`.
"""

from lexigraph.change.report.json import json
from lexigraph.change.report.markdown import markdown
from lexigraph.change.report.places import Places
from lexigraph.change.report.report import Report
from lexigraph.change.report.text import text

__all__ = ["Places", "Report", "json", "markdown", "text"]
