"""`lexigraph check --write-baseline`: old findings put on record, and taken off it when they are mended."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lexigraph.cli.folder import display_prefix
from lexigraph.cli.shared import WrongUse, tell
from lexigraph.wording import counted

if TYPE_CHECKING:
    from lexigraph.cli.request import Request
    from lexigraph.graph import Graph
    from lexigraph.model import Diagnostic

__all__ = ["write_baseline"]


def write_baseline(graph: "Graph", request: "Request") -> "Graph":
    """Write the baseline that the scheme names, and return the graph with it; an existing one only shrinks.

    Raises:
        WrongUse: the scheme names none, or none that can be written.
    """
    from lexigraph.change import Rewrite
    from lexigraph.model import FrozenMapping, SourceFile

    path = _path(graph)
    found = request.findings(replace(graph, baseline=None))
    before = None if graph.baseline is None else graph.baseline.data
    text, said = _first(found, request) if before is None else _shrunk(graph, found, request)
    after = text.encode()
    if after != before:
        rewrite = Rewrite(before=FrozenMapping({path: before}), after=FrozenMapping({path: after}))
        try:
            rewrite.write(graph.root)
        except (OSError, ValueError) as error:
            raise WrongUse(f"the baseline '{path}' cannot be written", str(error)) from error
    tell(f"{display_prefix(graph.root)}{path}: {said}")
    return replace(graph, baseline=SourceFile(path=path, data=after))


def _first(found: "tuple[Diagnostic, ...]", request: "Request") -> tuple[str, str]:
    """The text of a new baseline, and what is said of it; advice is in it only with `--info`."""
    from lexigraph.check.baseline import line_of
    from lexigraph.model import Severity

    wanted = (each for each in found if request.info or each.severity is not Severity.INFO)
    lines = sorted(line_of(each) for each in wanted if each.rule != "unused-suppression")
    return "".join(f"{line}\n" for line in lines), f"wrote {counted(len(lines), 'finding', 'findings')}"


def _shrunk(graph: "Graph", found: "tuple[Diagnostic, ...]", request: "Request") -> tuple[str, str]:
    """The text of the baseline without the lines that match nothing, and what is said of it."""
    from lexigraph.change import edited
    from lexigraph.check.baseline import idle_lines, read_baseline
    from lexigraph.model import Edit

    baseline = read_baseline(graph.baseline)
    idle = idle_lines(baseline, found, frozenset(rule.code for rule in request.rules(graph)))
    text, _ = edited(baseline.text, (Edit(path=baseline.path, span=line.whole, text="") for line in idle))
    left = f"{len(baseline.lines) - len(idle)} left"
    return text, f"took out {counted(len(idle), 'line', 'lines')}, {left}" if idle else f"nothing to take out, {left}"


def _path(graph: "Graph") -> str:
    path = graph.scheme.check.get("baseline")
    if not isinstance(path, str) or not path:
        raise WrongUse(
            "the scheme names no baseline", "write in scheme.yml, under 'check': baseline: check-baseline.txt"
        )
    if not path.endswith(".txt"):
        raise WrongUse(f"the baseline '{path}' does not end in .txt", "rename it in scheme.yml")
    return path
