"""Takes the manual's picture of the comment on a pull request: `python -m tests.browser.comment_picture FILE`.

The comment is a real one: of a change to the flagship, written by `lexigraph diff`, cleaned by the script of the trusted
workflow, made HTML by GitHub's own parser. Only the style is an imitation.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from playwright.sync_api import sync_playwright
from tests.browser.reporting import Reporter
from tests.starter.scratch import PROGRAMS, commit, run
from tests.story.transcript import clone_of

__all__ = ["sample", "take"]

ROOT = Path(__file__).parents[2]
MERMAID = ROOT / "theme/lexigraph_theme/assets/mermaid/mermaid.tiny.js"

NEW = """\
---
title: Greedy decoding
kind: technique
definition: Taking the most probable token at each step, so that one prompt always gives one text. Nothing is drawn by chance. It is the setting that most tests ask for, because their results can then be compared, and the one that most conversations avoid, because the likeliest text is often a dull one that falls into loops and says the same thing over and over again.
broader: [autoregressive-decoding]
contrasts_with:
  - sampling: draws at random, in proportion to the probabilities
status: draft
---

[Beam search](beam-search.md) keeps several beginnings instead of one.

## Open questions

- Why is the likeliest text so often a dull one? {#why-is-likely-text-dull}
"""

STYLE = """
body {margin: 0; padding: 24px; background: #fff; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
      color: #1f2328; width: 812px}
.box {border: 1px solid #d1d9e0; border-radius: 6px}
.by {background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; padding: 8px 16px; color: #59636e}
.by b {color: #1f2328} .by span {border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-size: 12px; margin-left: 4px}
.text {padding: 16px} .text > :first-child {margin-top: 0} .text > :last-child {margin-bottom: 0}
h3 {font-size: 17.5px; margin: 0 0 16px; line-height: 1.25} p, ul, details {margin: 0 0 16px} ul {padding-left: 2em}
a {color: #0969da} li + li {margin-top: 3px}
code {background: #818b981f; border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, "Liberation Mono", monospace}
.mermaid {border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px; margin-bottom: 16px; text-align: center}
"""


def sample(folder: Path) -> str:
    """The report of a change to the flagship: an entry added, a title changed."""
    clone = clone_of(ROOT, folder)
    path = "content/inference/beam-search.md"
    text = (clone / path).read_text("utf-8")
    renamed = text.replace("title: Beam search\n", "title: Beam decoding\naliases: [beam search]\n", 1)
    commit(clone, {"content/inference/greedy-decoding.md": NEW, path: renamed})
    done = run(
        PROGRAMS / "lexigraph", "diff", "origin/main", "--format", "markdown", "--output", "report.md", cwd=clone
    )
    assert done.returncode == 0, done.stderr
    return (clone / "report.md").read_text("utf-8")


def take(file: Path) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = sample(Path(folder))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 860, "height": 600}, device_scale_factor=1.5)
        page.set_content("<title>comment</title>")
        own = Reporter(page, own="lexigraph/lexigraph")
        body = own(report.encode()).body
        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_HARDBREAKS | Options.CMARK_OPT_GITHUB_PRE_LANG
        html = github_flavored_markdown_to_html(body, options)
        html = html.replace('<pre lang="mermaid"><code>', '<div class="mermaid">').replace("</code></pre>", "</div>")
        page.set_content(
            f"<style>{STYLE}</style><div class=box><div class=by><b>github-actions</b><span>bot</span> commented</div>"
            f"<div class=text>{html}</div></div>"
        )
        page.add_script_tag(path=MERMAID)
        page.evaluate("mermaid.initialize({startOnLoad: false, theme: 'default'}), mermaid.run()")
        page.wait_for_selector(".mermaid svg")
        page.locator("body").screenshot(path=file)
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
