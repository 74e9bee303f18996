"""The search box in a real browser, over http and from the disk: Material's page, our worker."""

import json
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.sites import address


def type_into_search(page: Page, words: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(words, delay=10)  # Material listens to keys


def rows(page: Page):
    return page.locator(".md-search-result__item")


def test_an_alias_is_first_and_says_so(page: Page, site: str):
    page.goto(address(site, "index"))
    type_into_search(page, "rag")
    first = rows(page).first
    expect(first.locator(".lx-hit__title")).to_have_text("Retrieval-augmented generation")
    expect(first.locator(".lx-hit__about")).to_contain_text("RAG, also called")
    expect(first.locator(".lx-hit__about")).to_contain_text("Technique in Retrieval")
    expect(first.locator("p")).to_contain_text("documents")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"\d+ results"))


MEANT = {
    "retreival augmented": "Retrieval-augmented generation",
    "embedings": "Embedding",
    "finetuning": "Fine-tuning",
    "what is a foundation model": "Foundation model",
    "kv cache": "Key-value cache",
    "halucination": "Hallucination",
    "moe": "Mixture of experts",
    "database vec": "Vector database",
    "kind:tool faiss": "Faiss",
    "Tokenn": "Token",
}


def test_what_readers_type_finds_what_they_mean(page: Page, file_site: str):
    page.goto(address(file_site, "foundations/embedding"))
    page.keyboard.press("Control+k")
    for query, title in MEANT.items():
        page.keyboard.press("Control+a")
        page.keyboard.type(query, delay=10)
        expect(rows(page).first.locator(".lx-hit__title")).to_have_text(title)


def test_enter_opens_the_first_row(page: Page, site: str):
    page.goto(address(site, "index"))
    type_into_search(page, "faiss")
    expect(rows(page).first).to_contain_text("Faiss")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_contain_text("Faiss")


def test_arrows_walk_the_rows_and_escape_returns_the_focus(page: Page, file_site: str):
    page.goto(address(file_site, "foundations/embedding"))
    link = page.locator("article a[href]").first
    link.focus()
    type_into_search(page, "quantization")
    expect(rows(page).first.locator("mark").first).to_have_text("Quantization")  # the last key has its answer
    page.keyboard.press("ArrowDown")
    expect(rows(page).first.locator("a")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(rows(page).nth(1).locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_an_address_with_a_query_opens_with_results(page: Page, site: str):
    page.goto(f"{address(site, 'index')}?q=embeddings")
    expect(rows(page).first.locator(".lx-hit__title")).to_have_text("Embedding")


def test_the_last_row_asks_the_questions_without_leaving_the_page(page: Page, file_site: str):
    page.goto(address(file_site, "foundations/embedding"))
    here = page.url
    type_into_search(page, "mmlu")
    last = page.locator("[data-lx-query]")
    expect(last).to_have_text("Search open questions for “mmlu”")
    last.click()
    expect(page.locator(".md-search__input")).to_have_value("is:question mmlu")
    expect(rows(page).first.locator(".lx-hit__kind")).to_contain_text("question")
    assert page.url == here


def test_nothing_found_offers_the_nearest_names(page: Page, file_site: str):
    page.goto(address(file_site, "index"))
    type_into_search(page, "emdeddgin")
    expect(page.locator(".md-search-result__meta")).to_have_text("Nothing found. The nearest names:")
    expect(rows(page).first.locator(".lx-hit__title")).to_have_text("Embedding")


def test_a_text_hit_says_where_it_matched_and_marks_the_words(page: Page, site: str):
    page.goto(address(site, "index"))
    type_into_search(page, "reciprocal neighbours graph walk")
    expect(rows(page).locator("mark").first).to_be_visible()


def test_hostile_names_appear_as_text(open_page, publish, tmp_path_factory):
    content = tmp_path_factory.mktemp("hostile") / "content"
    (content / "a").mkdir(parents=True)
    (content / "scheme.yml").write_text("title: Hostile\n")
    image, quotes = "<img src=x onerror=alert(1)>", "\"&'</script>"
    for number, title in enumerate((image, quotes)):
        fields = {"title": title, "aliases": [f"<b>bold</b> alias {number}"], "definition": "A hostile \"&' name"}
        body = f"## {title}\n\nHostile prose.\n\n## Open questions\n\n- Is {title} text?\n"
        text = f"---\n{json.dumps(fields)}\n---\n\n{body}"  # JSON is YAML
        (content / "a" / f"e{number}.md").write_text(text)
    for offline in (False, True):
        site = publish(content, offline=offline)
        page = open_page()
        page.on("dialog", lambda dialog: pytest.fail("a script of the content ran"))
        page.goto(address(site, "index"))
        type_into_search(page, "<img src=x onerror=alert(1)>")
        expect(rows(page).first.locator(".lx-hit__title")).to_have_text(image)
        expect(rows(page).first.locator("p").first).to_contain_text("A hostile \"&' name")
        assert page.locator(".md-search-result__list img").count() == 0
        page.locator(".md-search__input").press("Control+a")
        page.keyboard.type("alias 1", delay=10)
        expect(rows(page).first.locator(".lx-hit__about b")).to_have_text("<b>bold</b> alias 1")
        expect(rows(page).first.locator(".lx-hit__title")).to_have_text(quotes)


def test_a_reader_who_never_searches_loads_no_search_data(open_page, http_site: str):
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(http_site, "foundations/embedding"))
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/names" in url or "/search/words" in url or "engine" in url] == []


def test_every_query_gets_one_answer_in_order_however_fast_they_come(page: Page, http_site: str):
    page.goto(http_site)
    answers = page.evaluate(
        """async ([worker, root, queries]) => {
          const settings = await (await fetch(root + "search/search_index.json")).json()
          const asked = new Worker(worker), answers = []
          asked.onmessage = ({ data }) => data.type === 3 && answers.push(data.data.items[0]?.[0].location ?? "")
          asked.postMessage({ type: 0, data: settings })
          for (const query of queries) asked.postMessage({ type: 2, data: query })
          while (answers.length < queries.length) await new Promise(next => setTimeout(next, 20))
          await new Promise(next => setTimeout(next, 300))
          return answers
        }""",
        [f"{http_site}assets/search/worker.js", http_site, ["r", "ra", "rag", "", "token", "faiss"]],
    )
    assert answers[2:] == ["retrieval/retrieval-augmented-generation/", "", "foundations/token/", "retrieval/faiss/"]
    assert len(answers) == 6


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_results_fit_the_smallest_screen(open_page, http_site: str, colours: str):
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme=colours)
    page.goto(address(http_site, "foundations/embedding"))
    type_into_search(page, "retrieval")
    expect(rows(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
