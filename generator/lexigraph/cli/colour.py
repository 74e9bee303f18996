"""Colour in what `check` prints for people. It is added to the finished lines, so that plain output stays the same."""

import re

import click

__all__ = ["coloured"]

_SEVERITIES = {"error": "red", "warning": "yellow", "info": "blue"}
_HEAD = re.compile(r"^(?P<place>\S.*?:\d+:\d+: )(?P<what>(?P<severity>error|warning|info)\[\w+\])")
_CARET = re.compile(r"^(?P<gutter> +\| +)(?P<caret>\^+)(?P<label>.*)$")
_GUTTER = re.compile(r"^(?P<gutter> *\d* +\|)")
_HELP = re.compile(r"^  (?P<word>help|also):")


def coloured(report: str) -> str:
    """The report in the styles `full` and `concise` with colours for a terminal; `click.echo` strips them elsewhere."""
    lines = []
    colour = ""
    for line in report.split("\n"):
        if head := _HEAD.match(line):
            colour = _SEVERITIES[head["severity"]]
            what = click.style(head["what"], fg=colour, bold=True)
            lines.append(f"{click.style(head['place'], bold=True)}{what}{click.style(line[head.end() :], bold=True)}")
        elif caret := _CARET.match(line):
            mark = click.style(caret["caret"] + caret["label"], fg=colour or None)
            lines.append(f"{click.style(caret['gutter'], dim=True)}{mark}")
        elif gutter := _GUTTER.match(line):
            lines.append(f"{click.style(gutter['gutter'], dim=True)}{line[gutter.end() :]}")
        elif help := _HELP.match(line):
            lines.append(f"  {click.style(help['word'], fg='cyan')}:{line[help.end() :]}")
        else:
            lines.append(line)
    return "\n".join(lines)
