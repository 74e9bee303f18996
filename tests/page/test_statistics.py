import datetime
import re

from tests.page.pages import broken_links, html_of, seen, site
from tests.page.question_world import QUESTIONS
from tests.page.small_world import SCHEME, WORLD

TODAY = datetime.date(2026, 11, 22)
MADE = site(WORLD, scheme=SCHEME, today=TODAY)
HTML = html_of(MADE, "statistics.md")


def tables(html: str) -> dict[str, tuple[list[int], int]]:
    """Title of each table that adds up → its numbers, and what stands under them."""
    found = {}
    for section in html.split('<section class="lx-section">')[1:]:
        if "lx-tally" in section:
            title = re.sub("<.*?>|¶", "", section.partition("</h2>")[0].strip())
            *numbers, total = (int(number) for number in re.findall(r"<td>(\d+)</td>", section))
            found[title] = numbers, total
    return found


def test_the_numbers_of_every_table_add_up_to_what_there_is():
    graph = MADE.graph
    entries, found = len(graph.entries), tables(HTML)
    assert all(sum(numbers) == total for numbers, total in found.values())
    assert {title: total for title, (_, total) in found.items()} == {
        "Questions by state": len(graph.questions), "Entries by kind": entries, "Entries by topic": entries,
        "Entries by status": entries, "Relations": len(graph.relations), "Last reviewed": entries,
    }  # fmt: skip


def test_every_year_adds_up_to_all_questions():
    rows = re.findall(
        r'<tr><th scope="row">(\w+)</th>(.*?)</tr>', HTML.partition("lx-matrix")[2].partition("</table>")[0]
    )
    numbers = {year: [int(number) for number in re.findall(r">(\d+)<", cells)] for year, cells in rows}
    assert list(numbers) == ["2024", "2025", "2026", "Now"]
    assert all(sum(row[:-1]) == row[-1] == len(MADE.graph.questions) for row in numbers.values())
    assert numbers["Now"][:3] == [1, 1, 1]


def test_the_chart_repeats_the_years_of_the_table_and_is_hidden_from_its_readers():
    chart = HTML.partition('<figure class="lx-graph lx-chart">')[2].partition("</figure>")[0]
    assert 'aria-hidden="true"' in chart
    assert re.findall(r'<text class="lx-words"[^>]*>(\d+)</text>', chart) == ["2024", "2025", "2026"]
    assert set(re.findall(r'<rect data-state="([\w-]+)"', chart)) == {"open", "partially-answered", "answered"}
    assert re.findall(r'<span class="lx-swatch" data-state="[\w-]+">(.*?)</span>', chart) == [
        "Open", "Partially answered", "Answered",
    ]  # fmt: skip
    known, total = re.findall(r"(\d+) of (\d+) at the end of 2026", chart)[0]
    assert int(total) == len(MADE.graph.questions)
    assert known == re.findall(r"<text x[^>]*>(\d+)</text>", chart)[-1], "the last column says the same"


def test_without_a_dated_question_there_is_nothing_over_time():
    html = html_of(site({"a.md": "# A\n\nX.\n\n## Open questions\n\n- Why?\n"}), "statistics.md")
    assert "Questions over time" not in html
    assert tables(html)["Questions by state"] == ([1], 1)


def test_names_lead_to_their_lists():
    assert '<a href="../a-z/#kind=lesson">Lesson</a>' in HTML
    assert '<a href="../questions/#state=open">Open</a>' in HTML
    assert '<a href="../training/">Training</a>' in HTML
    assert broken_links(MADE) == []


def test_relations_stand_under_the_words_of_both_directions():
    assert '<th scope="row">uses · is used by</th>' in HTML
    assert '<th scope="row">differs from</th>' in HTML


def test_it_is_linked_from_the_home_page_and_the_questions():
    assert '<a href="statistics/">All numbers</a>' in html_of(MADE, "index.md")
    assert '<a href="../statistics/">How the numbers changed</a>' in html_of(MADE, "questions.md")


def test_without_a_day_of_the_build_no_age_is_told():
    assert "Last reviewed" not in tables(html_of(site(QUESTIONS), "statistics.md"))


def test_an_empty_glossary_has_none():
    assert "statistics.md" not in site({}).pages


def test_its_page_is_in_order():
    page = seen(HTML)
    assert page.empty == []
    assert page.unclosed == []
