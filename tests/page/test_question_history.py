import re
import subprocess

from lexigraph.history import read_history
from lexigraph.loading import load_graph
from lexigraph.page import Addresses, site_of
from tests.page.pages import html_of, site
from tests.page.question_world import QUESTIONS
from tests.worlds import write

QUESTION = "---\ntitle: Q?\nkind: question\nabout: [a]\n{}---\n"


def history(html: str) -> list[str]:
    """The events, without their tags."""
    listed = html.partition('id="history"')[2].partition("</ol>")[0]
    return [" ".join(re.sub("<.*?>", " ", item).split()) for item in re.findall("<li>(.*?)</li>", listed)]


def test_what_the_fields_tell_stands_in_order_of_time():
    files = {
        "a.md": "# A\n\nX.",
        "q.md": QUESTION.format(
            "raised: {by: Ada, year: 2020}\ncreated: 2024-05-01\nstate: answered\nstate_date: 2026-01-02\n"
            "review: confirmed\nreview_date: 2026-02-03\nresolution: {answer: Yes., date: 2025-12-01}\n"
        ),
    }
    assert history(html_of(site(files), "q.md")) == [
        "2020 Raised by Ada", "1 May 2024 Written down here", "1 December 2025 Answered",
        "2 January 2026 State: answered", "3 February 2026 Review: confirmed",
    ]  # fmt: skip


def test_a_question_without_dates_has_no_history():
    html = html_of(site({"a.md": "# A\n\nX.", "q.md": QUESTION.format("")}), "q.md")
    assert "History" not in html
    assert history(html_of(site(QUESTIONS), "u/stale.md")) == ["2 January 2025 Review: stale"]


def test_git_tells_who_changed_what(tmp_path):
    def commit(message: str) -> None:
        for command in ("add .", f"-c user.name=Ada -c user.email=a@example.org commit -qm {message}"):
            subprocess.run(["git", "-c", "core.hooksPath=/dev/null", *command.split()], cwd=tmp_path, check=True)

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write(tmp_path, {"a.md": "# A\n\nX.", "q.md": QUESTION.format("")})
    commit("one")
    write(tmp_path, {"q.md": QUESTION.format("state: answered\nresolution: {answer: Yes.}\n")})
    commit("two")
    made = site_of(load_graph(tmp_path), Addresses(), history=read_history(tmp_path))
    first, second = history(html_of(made, "q.md"))
    assert re.fullmatch(r"\d+ \w+ \d{4} Added to this collection by Ada", first)
    assert re.fullmatch(r"\d+ \w+ \d{4} Answered by Ada: answered", second)
