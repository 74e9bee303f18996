from tests.page.pages import html_of, seen, site
from tests.page.small_world import SCHEME, WORLD

HTML = html_of(site(WORLD, scheme=SCHEME), "training/long-context.md")


def test_state_and_review_have_their_dates():
    assert (
        '<a class="lx-state" data-state="partially-answered" href="../../questions/#state=partially-answered">'
        "partially answered</a>"
    ) in HTML
    assert 'since <time datetime="2026-01-02">2 January 2026</time>' in HTML
    assert (
        '<a class="lx-badge" href="../../questions/#review=disputed">Disputed</a> <span>reviewed <time '
        'datetime="2026-02-03">'
    ) in HTML


def test_its_parts_stand_in_order():
    assert [text for level, text in seen(HTML).headings if level == 2] == [
        "About", "Why it is open", "Positions", "What would settle it", "Parts and dependencies", "History", "Sources",
    ]  # fmt: skip


def test_a_position_names_who_holds_it_and_its_evidence_for_then_against():
    assert '<h3 id="never">It never does.' in HTML
    assert '<p class="lx-holder">Held by Ada, Bob</p>' in HTML
    assert HTML.index('data-direction="supports"') < HTML.index('data-direction="opposes"')
    assert '<b>Opposes</b> Prices fall.<sup class="lx-cite"' in HTML


def test_what_would_settle_it_and_the_help_wanted_are_told():
    assert "<li>A priced trial.</li>" in HTML
    assert 'Help wanted: <a href="../../questions/#help=experiment">experiment</a>.' in HTML


def test_other_questions_are_sentences():
    assert '</b> depends on </span><a href="../scaling/">Does it scale?</a>' in HTML
    other = html_of(site(WORLD, scheme=SCHEME), "training/scaling.md")
    assert '<b>Does it scale?</b> holds up </span><a href="../long-context/">' in other


def test_an_answer_is_shown_only_when_it_is_answered():
    answered = html_of(site(WORLD, scheme=SCHEME), "training/scaling.md")
    assert '<p>It does. <span class="lx-cite">(<a href="https://example.org/answer"' in answered
    assert 'Answered <time datetime="2026-03-04">4 March 2026</time>.' in answered
    assert "Answer" not in [text for _, text in seen(HTML).headings]
