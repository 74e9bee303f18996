"""The script that writes the comment on a pull request, given what a stranger could put into its report."""

from random import Random

import pytest
from playwright.sync_api import Browser
from tests.browser.reporting import BOT, MARK, STOP, Reporter, places, pull, shown, written
from tests.worlds import graph

from lexigraph.change.report import Places, Report, markdown
from lexigraph.check.introduced import compare
from lexigraph.query.difference import difference

REPORT = """\
### 1 entry added, 1 relation added · **safe**

**What changes**
- new: **Mixture of experts** (technique, draft) · *A layer &lt;of&gt; experts \\[two\\]*

**Pages**: [Mixture of experts](https://github.com/acme/terms/blob/0123abc/content/a/mixture-of-experts.md?plain=1#L5) · [live](https://acme.github.io/terms/a/)

```mermaid
graph LR
  n1["Mixture of experts"] ==>|"is a kind of"| n2["Sparse model"]
  n1 -.->|"uses"| n3["Router"]
```

<details><summary>All 2 changes</summary>

- `mixture-of-experts`

</details>"""


@pytest.fixture(scope="module")
def report(browser: Browser) -> Reporter:
    """The script in a browser that opens nothing."""
    page = browser.new_page()
    page.set_content("<title>nothing</title>")
    return Reporter(page)


def test_a_report_arrives_as_it_is(report: Reporter):
    assert report(REPORT).body == REPORT


def test_the_comment_is_written_to_the_pull_request_of_the_event(report: Reporter):
    ran = report(REPORT, pulls=[pull(11, sha="b" * 40), pull(12), pull(13, repository=8)])
    assert ran.calls[0] == (
        "pulls",
        {"owner": "Acme", "repo": "terms", "state": "open", "head": "ada:patch-1", "per_page": 100},
    )
    assert [(name, options["issue_number"]) for name, options in ran.writes] == [("create", 12)]
    assert ran.writes[0][1]["body"].startswith(MARK)


@pytest.mark.parametrize(
    ("given", "options", "reason"),
    [
        (None, {}, "no such file"),
        (f"{MARK}\n".encode() + b"\xff\xfe", {}, ""),
        (f"{MARK}\n{'x' * 60_000}".encode(), {}, "more than 60000 bytes"),
        (b"### Hello", {}, "does not begin as a report does"),
        (b"", {}, "does not begin as a report does"),
        (f"\n{MARK}".encode(), {}, "does not begin as a report does"),
        (f"{MARK}\n{'&' * 50_000}".encode(), {}, "too long"),
        (REPORT, {"ordinary": False}, "not one ordinary file"),
        (REPORT, {"names": ("report.md", "more.md")}, "not one ordinary file"),
    ],
)
def test_what_is_no_report_makes_no_comment(report: Reporter, given: str | bytes | None, options: dict, reason: str):
    ran = report(given, **options)
    assert ran.calls == []
    assert ran.said[0].startswith("no comment: report.md is no report: ") and reason in ran.said[0]


def test_a_commit_that_is_not_the_newest_any_more_makes_no_comment(report: Reporter):
    ran = report(REPORT, pulls=[pull(sha="b" * 40)])
    assert ran.writes == [] and "not the newest" in ran.said[0]


def test_there_is_one_comment_however_many_pushes(report: Reporter):
    ran = report(
        REPORT,
        comments=[written("Nice!", "ada", 1), written(f"{MARK}\nold", number=2), written(f"{MARK}\nb", number=3)],
    )
    assert [(name, options["comment_id"]) for name, options in ran.writes] == [("update", 2)]


def test_the_comment_of_somebody_else_is_left_alone(report: Reporter):
    ran = report(REPORT, comments=[written(f"{MARK}\nfake", "ada"), written(f"text\n{MARK}", BOT)])
    assert [name for name, _ in ran.writes] == ["create"]


def test_a_comment_that_says_this_already_is_not_written_again(report: Reporter):
    body = report(REPORT).writes[0][1]["body"]
    assert report(REPORT, comments=[written(body)]).writes == []


def test_where_nothing_changes_no_comment_is_made_and_an_old_one_says_so(report: Reporter):
    nothing = "### Nothing in the graph changes\n\n**Checks**: 0 errors, 0 warnings introduced · 3 older untouched\n"
    assert report(nothing).writes == []
    assert [name for name, _ in report(nothing.replace("0 warnings", "1 warning")).writes] == ["create"]
    assert [name for name, _ in report(nothing, comments=[written(f"{MARK}\nold")]).writes] == ["update"]


@pytest.mark.parametrize(
    "text",
    [
        "[words](https://evil.example)",
        "[words](//evil.example)",
        "[words](<https://evil.example>)",
        "[words](javascript:alert(1))",
        "[words](data:text/html,x)",
        "[words](mailto:a@evil.example)",
        '[words](https://evil.example "title")',
        "[a [b](https://evil.example) c](https://evil.example)",
        "[words\n](https://evil.example)",
        "[words](\nhttps://evil.example\n)",
        "[words\\](https://evil.example)",
        "[words](https:\\/\\/evil.example)",
        "[words](&#104;ttps://evil.example)",
        "[words](https&colon;//evil.example)",
        "[words][place]\n\n[place]: https://evil.example",
        "[place][]\n\n[place]: <https://evil.example> 'x'",
        "[place]\n\n[place]:\nhttps://evil.example",
        "> [place]\n\n> [place]: https://evil.example",
        "[^1]\n\n[^1]: https://evil.example",
        "<https://evil.example>",
        "<a@evil.example>",
        "https://evil.example",
        "HTTP://EVIL.example",
        "ftp://evil.example",
        "www.evil.example",
        "_www.evil.example_ WWW.evil.example",
        "a@evil.example",
        "mailto:a@evil.example xmpp:a@evil.example",
        "http<b></b>://evil.example",
        "ht<!-- -->tp://evil.example",
        "https&#58;//evil.example https:&#47;&#47;evil.example",
        "h\u200btp://evil.example ｈttp://evil.example https：//evil.example",
        '<a href="https://evil.example">x</a>',
        "<A\nHREF='https://evil.example'>x</A>",
        '<img src="https://evil.example/x.png">',
        "![x](https://evil.example/x.png)",
        "![x](https://acme.github.io/terms/x.png)",
        "![x][place]\n\n[place]: https://evil.example/x.png",
        "![x]<b></b>(https://evil.example/x.png)",
        "[x](https://github.com/acme/terms/../../evil)",
        "[x](https://github.com/acme/terms/%2e%2e/%2e%2e/evil)",
        "[x](https://github.com/acme/terms/..%2f..%2fevil)",
        "[x](https://github.com/acme/terms-evil/)",
        "[x](https://github.com@evil.example/acme/terms/)",
        "[x](https://acme.github.io:password@evil.example/terms/)",
        "[x](https://acme.github.io&period;evil.example/terms/)",
        "[x](https://acme.github.io.evil.example/terms/)",
        "[x](https://acme.github.io\\@evil.example/terms/)",
        "[x](http://acme.github.io/terms/)",
        "[x](https://acme.github.io:444/terms/)",
        "`[x](https://evil.example)`\\`[y](https://evil.example)`",
        "```\n[x](https://evil.example)\n```\n[y](https://evil.example)",
        "~~~\n~~~\n[y](https://evil.example)",
        "    [x](https://evil.example)",
        "<details>[x](https://evil.example)</details>",
        '```mermaid\ngraph LR\n  click n1 "https://evil.example"\n```',
        '```mermaid\ngraph LR\n  n1["x"]\n```\n[x](https://evil.example)',
        "| a |\n|---|\n| [x](https://evil.example) |",
        "$\\href{https://evil.example}{x}$ $$\\href{javascript:alert(1)}{x}$$",
    ],
)
def test_no_link_leaves_the_repository_its_site_and_its_previews(report: Reporter, text: str):
    body = report(text).body
    assert places(body) == []
    assert "<a" not in body.lower() and "<img" not in body.lower()
    assert "\\href" not in body.replace("\\\\", "")


@pytest.mark.parametrize(
    "href",
    [
        "https://github.com/Acme/Terms/blob/0123/content/a.md?plain=1#L5",
        "https://github.com/acme/terms",
        "https://acme.github.io/terms/a/gr%C3%B6%C3%9Fe/#why",
        "https://preview.example.org/12/a/",
    ],
)
def test_a_link_into_the_repository_its_site_or_its_previews_stays(report: Reporter, href: str):
    assert places(report(f"Stop! [`a.md:5`]({href})").body) == [href]


def test_what_is_left_of_a_picture_makes_no_picture_of_a_link(report: Reporter):
    link = "[y](https://acme.github.io/terms/)"
    assert report(f"!!![x](https://evil.example){link} !<b></b>{link} ![x]{link}").body == f"{link}  [x]{link}"


def test_a_query_cannot_hide_an_entity_in_an_address(report: Reporter):
    body = report("[x](https://acme.github.io/terms/?a=1&amp=2&period;)").body
    assert places(body) == ["https://acme.github.io/terms/?a=1&amp=2&period;"]


@pytest.mark.parametrize(
    "text", ["@team", "@acme/team", "x (@team)", "**@team**", "&#64;team", "&#x40;team", "&commat;team", "`@team`", "@<!-- -->team",
             "@<b>team</b>", "[@team](https://acme.github.io/terms/)", "<summary>@team</summary>", "<details>\n@team\n</details>"],
)  # fmt: skip
def test_nobody_is_mentioned(report: Reporter, text: str):
    shown = report(text).body.replace("&#64;", "@")
    assert all(after.startswith(STOP) for after in shown.split("@")[1:])
    assert "&#x40;" not in shown and "&commat;" not in shown


@pytest.mark.parametrize("text", ["#12", "evil/repo#12", "GH-12", "&#35;12", "&num;12", "gh-12"])
def test_no_issue_is_referred_to(report: Reporter, text: str):
    shown = report(text).body.replace("&#35;", "#")
    assert "#12" not in shown.replace("&amp;", "") and "gh-12" not in shown.lower() and "&num;" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <b>bold</b> word", "a bold word"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<style>*{}</style>", "*{}"),
        ("a < b, a \\< b, a &lt; b", "a &lt; b, a &lt; b, a &lt; b"),
        ("<scr<b>ipt>", "&lt;script>"),
        ("<!-- a <!-- b --> c --> d", "&lt;!-- a  c --> d"),
        ("<!-- a\nb -->c", "c"),
        ("<!--", "&lt;!--"),
        ("<details open onclick=x><summary>x</summary>y</details>", "<summary>x</summary>y</details>"),
        ("<DETAILS><Summary>x</summary></details >", "<details><summary>x</summary>\n\n</details>"),
        ("<details><summary>x</summary>", "<details><summary>x</summary>\n\n</details>"),
        ("a\0\x1b[31m\u202eb\r\nc", "a[31mb\nc"),
        (
            "&#1;&#8238;&lt;&nbsp;",
            "&amp;#1;&amp;#8238;&lt;&amp;nbsp;".replace("#1", f"#{STOP}1").replace("#8", f"#{STOP}8"),
        ),
    ],
)
def test_no_html_but_folds_is_left(report: Reporter, text: str, shown: str):
    assert report(text).body == shown


@pytest.mark.parametrize(
    "line",
    [
        'click n1 "https://evil.example"', 'click n1 href "https://evil.example"', "%%{init: {}}%%", "---", "style n1 fill:red",
        'n1["x"] --> n2["y"]; click n1 "z"', 'n1["a"b"]', "subgraph x", 'n1@{ img: "https://evil.example/x.png" }',
        'n1["<img src=x>"]',
    ],
)  # fmt: skip
def test_a_graph_with_anything_but_nodes_and_edges_is_text(report: Reporter, line: str):
    body = report(f"```mermaid\ngraph LR\n  {line}\n```").body
    assert "```" not in body or ("img" not in body and line not in body)


def test_a_graph_ends_the_html_that_is_open(report: Reporter):
    body = report('<details>\n```mermaid\ngraph LR\n  n1["x"]\n```\n</details>').body
    assert body == '<details>\n\n```mermaid\ngraph LR\n  n1["x"]\n```\n\n</details>'


@pytest.mark.parametrize(
    "unit", ["!", "[", "](", "<!--", "<a ", "\\", ":\\", "&", "&#", "`", "```mermaid\n", "[a](https://acme.github.io/terms/", "#1", "@", "<details>", "\n\n", "a" ],
)  # fmt: skip
def test_no_text_keeps_the_script_busy(report: Reporter, unit: str):
    assert report(unit * (59_000 // len(unit))).milliseconds < 2_000


def test_no_mixture_of_markup_leads_away_or_mentions_anybody(report: Reporter):
    pieces = (
        "[", "]", "(", ")", "!", "<", ">", "`", "```", "\\", "&", "#", ":", "//", "@team", "www.", "\n", "\n\n", " ", "*", "_", "|", "~~~",
        "https://evil.example", "http:", "mailto:", "a@b.co", "&#64;", "&colon;", "<!--", "-->", "<details>", "</details>", "<summary>",
        "<a href=x>", "[x]:", "](", "](https://evil.example)", "[x](https://acme.github.io/terms/)", "```mermaid\n", 'n1["x"]', "    ", "- ", "> ",
    )  # fmt: skip
    chance = Random(7)
    for _ in range(400):
        body = report("".join(chance.choices(pieces, k=chance.randint(2, 30)))).body
        assert [place for place in places(body) if not place.startswith("https://acme.github.io/terms/")] == [], body
        assert all(after.startswith(STOP) for after in body.replace("&#64;", "@").split("@")[1:]), body


def test_what_the_program_writes_arrives_whole_whatever_the_entries_are_called(report: Reporter):
    name = "A <b>\"q\"</b> 'a' & [x](https://evil.example) ![y](z) `c` #12 @team www.evil.example $x$ {{ 1 }} \\href"
    quoted = name.replace("'", "''")
    old = graph({"t/b.md": "# B\n\nText."})
    new = graph(
        {"t/a.md": f"---\ntitle: '{quoted}'\ndefinition: '{quoted}'\nuses: [b]\n---\nText.", "t/b.md": "# C\n\nText."}
    )
    known = Places(repo_url="https://github.com/acme/terms", commit="0" * 40, folder="content/")
    text = markdown(Report(difference=difference(old, new), checks=compare(new, old), places=known))
    body = report(text.encode()).body
    assert shown(body) == shown(text.removeprefix(MARK))
    assert "mermaid" in body
    assert all(place.startswith("https://github.com/acme/terms/blob/") for place in places(body))
