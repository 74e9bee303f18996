"""How a reader can bring a question forward: evidence, an answer, another wording, a discussion."""

from lexigraph.page.actions import Action, edit, form
from lexigraph.page.issue_forms import CHANGE
from lexigraph.page.part import Part
from lexigraph.page.sheet import Sheet
from lexigraph.page.template import fill
from lexigraph.parse.addresses import leads_outside

__all__ = ["contribute"]

_EVIDENCE = """\
Position:
Direction (supports, opposes or mixed):
What was found, and under which conditions:
"""


def contribute(sheet: Sheet) -> Part | None:
    """Links that open the file, a form with the question filled in, or the discussion; the page as Markdown."""
    question = sheet.graph.questions[sheet.id]
    title, path = sheet.entry.title, sheet.entry.path
    ways: list[tuple[str, tuple[Action, ...]]] = [
        (
            "A study, a measurement or a proof that speaks for or against an answer",
            form(sheet, CHANGE, "Add evidence", title=f"Evidence: {title}", page=path, wrong=_EVIDENCE),
        ),
        (
            "An answer or a position that is missing, or a better wording of the question",
            form(sheet, CHANGE, "Suggest a change", title=f"{title}: ", page=path),
        ),
        (
            "What others have said",
            (Action("Join the discussion", question.discussion),) if leads_outside(question.discussion) else (),
        ),
        ("The file itself, with all its fields", edit(sheet)),
    ]
    found = [(words, action) for words, actions in ways for action in actions]
    copy = (Action("Copy as Markdown", sheet.markdown_href, is_markdown=True),)
    if not found:
        return Part(html=fill("actions.html", actions=copy))
    html = fill("contribute.html", ways=found, actions=copy)
    return Part(
        title="How to contribute", anchor=sheet.anchors.claim("how-to-contribute"), css="lx-contribute", html=html,
        is_derived=True,
    )  # fmt: skip
