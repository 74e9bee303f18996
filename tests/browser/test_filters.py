"""Lists that a reader narrows, and tables that a reader sorts; what was chosen stands in the address."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address


@pytest.fixture
def a_to_z(page: Page, specimen_on_disk: str) -> Page:
    page.goto(address(specimen_on_disk, "a-z"))
    return page


@pytest.fixture
def questions(page: Page, specimen_on_disk: str) -> Page:
    page.goto(address(specimen_on_disk, "questions"))
    return page


def names(page: Page) -> list[str]:
    """The names in the rows that are shown, in order."""
    return [text.split("\n")[0] for text in page.locator("[data-lx-row]:visible").all_inner_texts()]


def test_a_kind_that_is_chosen_leaves_its_entries_and_stands_in_the_address(a_to_z: Page):
    everything = a_to_z.locator("[data-lx-row]").count()
    a_to_z.get_by_label("Kind").select_option("lesson")
    shown = a_to_z.locator("[data-lx-row]:visible")
    expect(shown).to_have_count(2)
    assert a_to_z.url.endswith("#kind=lesson")
    expect(a_to_z.locator(".lx-filter output")).to_have_text(f"2 of {everything} shown")
    expect(a_to_z.locator("h2:visible")).to_have_count(2)  # F, S


def test_a_text_is_found_whatever_its_case_and_accents(a_to_z: Page):
    a_to_z.get_by_label("Text").press_sequentially("RÉTRIEVAL AUG")
    expect(a_to_z.locator("[data-lx-row]:visible")).not_to_have_count(0)
    assert "Retrieval-augmented generation" in names(a_to_z) and "Embedding" not in names(a_to_z)
    assert "q=R" in a_to_z.url
    a_to_z.locator(".lx-filter").get_by_role("button", name="Show all").click()
    expect(a_to_z.locator("[data-lx-row][hidden]")).to_have_count(0)
    assert "#" not in a_to_z.url


def test_nothing_found_is_said(a_to_z: Page):
    a_to_z.get_by_label("Text").press_sequentially("zzz")
    expect(a_to_z.locator(".lx-filter output")).to_have_text("Nothing matches")
    expect(a_to_z.locator("[data-lx-row]:visible")).to_have_count(0)


def test_an_address_with_a_filter_opens_so(page: Page, specimen: str):
    page.goto(f"{address(specimen, 'a-z')}#kind=technique&q=fine")
    expect(page.locator("[data-lx-row]:visible")).not_to_have_count(0)
    expect(page.get_by_label("Kind")).to_have_value("technique")
    expect(page.get_by_label("Text")).to_have_value("fine")
    assert all(name.startswith("Fine-tuning") for name in names(page))


def test_back_and_forward_go_through_what_was_chosen(a_to_z: Page):
    kind = a_to_z.get_by_label("Kind")
    kind.select_option("lesson")
    kind.select_option("question")
    a_to_z.go_back()
    expect(kind).to_have_value("lesson")
    expect(a_to_z.locator("[data-lx-row]:visible")).to_have_count(2)
    a_to_z.go_back()
    expect(kind).to_have_value("")
    expect(a_to_z.locator("[data-lx-row][hidden]")).to_have_count(0)
    a_to_z.go_forward()
    expect(kind).to_have_value("lesson")


def test_a_letter_is_an_anchor_and_leaves_the_filter_alone(a_to_z: Page):
    a_to_z.get_by_label("Kind").select_option("lesson")
    a_to_z.locator(".lx-az-bar a:visible", has_text="S").click()
    assert a_to_z.url.endswith("#S")
    expect(a_to_z.locator("[data-lx-row]:visible")).to_have_count(2)
    expect(a_to_z.locator(".lx-az-bar a:visible")).to_have_count(2)


def test_the_kind_on_an_entry_leads_to_the_others_of_it(page: Page, specimen: str):
    page.goto(address(specimen, "finding/rag"))
    page.locator(".lx-meta a.lx-kind").click()
    expect(page.get_by_label("Kind")).to_have_value("technique")
    expect(page.locator("[data-lx-row][hidden]")).not_to_have_count(0)


def test_questions_are_narrowed_by_their_review(questions: Page):
    questions.locator(".lx-filter [name=review]").select_option("disputed")
    expect(questions.locator("tr[data-lx-row]:visible")).to_have_count(1)
    expect(questions.locator("tr[data-lx-row]:visible")).to_contain_text("When should a model retrieve?")


def test_a_heading_sorts_its_column_and_says_so(questions: Page):
    heading = questions.locator("table[data-lx-sort] thead th").first
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    rows = questions.locator("table[data-lx-sort]").first.locator("tbody:visible th[scope=row]").all_inner_texts()
    assert rows == sorted(rows, key=str.casefold)
    assert "sort=question" in questions.url
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    questions.reload()
    expect(heading).to_have_attribute("aria-sort", "descending")
    questions.go_back()
    expect(heading).to_have_attribute("aria-sort", "ascending")


def test_a_filter_and_an_order_stand_in_one_address(questions: Page):
    questions.locator(".lx-filter [name=state]").select_option("open")
    questions.locator("table[data-lx-sort] thead th").first.get_by_role("button").click()
    assert "state=open" in questions.url and "sort=question" in questions.url


def test_without_scripts_there_are_no_controls(without_scripts: Page, specimen_on_disk: str):
    for path in ("a-z", "questions"):
        without_scripts.goto(address(specimen_on_disk, path))
        expect(without_scripts.locator("[data-lx-filter]")).to_be_hidden()
        expect(without_scripts.locator("[data-lx-row]").first).to_be_visible()
