"""Names that would break out of a report if they were not escaped, one trap each."""

__all__ = ["HOSTILE"]

HOSTILE = (
    "@octocat and @team/all",
    "#123 GH-4 octocat/repo#5 octocat@a5c3785",
    "<img src=x onerror=alert(1)>",
    "</details></summary><script>alert(1)</script>",
    "<!-- lexigraph-report -->",
    "a | b | c",
    "`code` and ``more``",
    "```mermaid",
    "](https://evil.example/) [x](javascript:alert(1))",
    "![](https://evil.example/pixel.png)",
    "**bold** _under_ ~~gone~~ *",
    "$E=mc^2$ and $$x$$",
    ":tada: :+1:",
    "https://evil.example/path www.evil.example",
    "&lt;b&gt; &amp; &#64;octocat",
    "\\\\ backslash \\] end \\\\",
    '"] --> n9["owned"]; click n1 href "https://evil.example"',
    "end",
    "%%{init: {'theme': 'dark'}}%% subgraph x",
    "style n1 fill:#f00; classDef x fill:#f00;",
    "- [ ] task",
    "# heading",
    "> [!WARNING] quote",
    "[^1]: footnote [[wiki]]",
    "right \u202eto left\u202c and \u200bzero",
    "日本語の名前 و العربية 🎉",
    "x" * 400,
)
