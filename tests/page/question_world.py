"""A few questions with every link between them, files and bullets."""

__all__ = ["QUESTIONS"]

QUESTIONS = {
    "t/a.md": (
        "---\ntitle: A\nnarrower: [b]\n---\nThe first.\n\n## Open questions\n\n"
        "- Is it *small*? {#small}\n- Is it old? {#promoted}\n"
    ),
    "t/b.md": "# B\n\nThe second.\n\n## Open questions\n\n- Is b small? {#b-small}\n",
    "t/promoted.md": "---\ntitle: Is it old, and how old?\nkind: question\nabout: [a]\n---\n",
    "t/whole.md": (
        "---\ntitle: Is it good?\nkind: question\nabout: [{to: a, note: in the large}]\nhas_part: [part, done]\n"
        "depends_on: [small: 'what is small is *good*']\nreview: disputed\nreview_date: 2026-02-01\n"
        "raised: {by: Ada, year: 2020}\nhelp_wanted: [experiment]\ndiscussion: https://example.org/talk\n---\n"
    ),
    "t/part.md": "---\ntitle: Is the first half good?\nkind: question\nabout: [a]\nstate: partially-answered\n---\n",
    "t/done.md": (
        "---\ntitle: Is the second half good?\nkind: question\nabout: [a]\nstate: answered\nstate_date: 2026-03-01\n"
        "resolution: {answer: It is., date: 2026-03-01, source: 'https://example.org/s'}\n---\n"
    ),
    "u/stroke.md": (
        "---\ntitle: Is all good?\nkind: question\nabout: [b]\nwould_settle: [whole, {to: part, note: at once}]\n---\n"
    ),
    "u/stale.md": "---\ntitle: Is it late?\nkind: question\nabout: [b]\nreview: stale\nreview_date: 2025-01-02\n---\n",
    "u/ready.md": "---\ntitle: Is it next?\nkind: question\nabout: [b]\ndepends_on: [done]\nreview_date: 2026-04-01\n---\n",
}
"""`whole` consists of `part` and `done` and waits for the bullet `small`; `stroke` would settle it and its open part."""
