"""Measures load, queries, check, diff and build of synthetic glossaries in fresh processes; prints times, growth and
budgets.

Run by `make bench`; `python -m tests.bench 100 1000 10000` chooses the sizes. *Cold* is without a cache, *warm* with
the one that the run before left. A budget that is missed is printed as missed.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.corpus import write

_RUNS = 3
_LOAD = "import sys, lexigraph; lexigraph.load(sys.argv[1])"
_IMPORT = "import time; start = time.perf_counter(); import lexigraph; print(time.perf_counter() - start)"
_BUDGETS: Mapping[tuple[str, int], float] = {
    ("load cold", 1_000): 2.0, ("load warm", 1_000): 0.2, ("load warm", 10_000): 1.5,
    ("check warm", 1_000): 0.5, ("check warm", 10_000): 3.0, ("check cold", 10_000): 15.0,
}  # fmt: skip
"""What is measured and the number of entries → seconds."""
_QUERY_BUDGETS: Mapping[tuple[str, int], float] = {
    ("path median", 10_000): 50, ("path longest", 10_000): 50, ("search median", 10_000): 5,
}  # fmt: skip
"""What is asked and the number of entries → milliseconds."""
_IMPORT_BUDGET = 0.060


def _median(command: list[str], before: Callable[[], None]) -> float:
    """Median wall time of the command in seconds; `before` is done before each run and not counted."""
    times = []
    for _ in range(_RUNS):
        before()
        start = time.perf_counter()
        run = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        times.append(time.perf_counter() - start)
        if run.returncode not in (0, 1):
            raise SystemExit(run.stderr.decode())
    return statistics.median(times)


def _verdict(taken: float, budget: float | None, unit: str = "s") -> str:
    if budget is None:
        return ""
    return f"budget {budget:g} {unit}: {'met' if taken <= budget else 'missed'}, {taken / budget:.2f} of it"


def _ask(content: Path, size: int) -> None:
    """Print a line for each kind of question: the median of what the runs took."""
    command = [sys.executable, "-m", "tests.bench.queries", str(content)]
    runs = [json.loads(subprocess.check_output(command)) for _ in range(_RUNS)]
    for what in runs[0]:
        taken = statistics.median(run[what] for run in runs)
        verdict = _verdict(taken, _QUERY_BUDGETS.get((what, size)), "ms")
        print(f"{size:>8} {what:<21} {taken:>9.2f} ms  {verdict}".rstrip())


def _commands(content: Path, site: Path) -> dict[str, list[str]]:
    lexigraph = str(Path(sys.executable).with_name("lexigraph"))
    return {
        "load cold": [sys.executable, "-c", _LOAD, str(content)],
        "load warm": [sys.executable, "-c", _LOAD, str(content)],
        "check cold": [lexigraph, "check", str(content), "--profile", "default", "--format", "concise"],
        "check warm": [lexigraph, "check", str(content), "--profile", "default", "--format", "concise"],
        "diff warm": [lexigraph, "diff", str(content), str(content)],
        "build warm": [lexigraph, "build", str(content), "-o", str(site)],
    }


def main(sizes: list[int]) -> None:
    """Print one line per size and measure."""
    print(f"median of {_RUNS} runs, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    imports = [float(subprocess.check_output([sys.executable, "-c", _IMPORT])) for _ in range(10)]
    seconds = statistics.median(imports)
    print(f"import lexigraph: {1000 * seconds:.0f} ms (median of 10)  {_verdict(seconds, _IMPORT_BUDGET)}")
    print(f"{'entries':>8} {'what':<11} {'seconds':>8} {'ms/entry':>9} {'growth':>13}")
    earlier: dict[str, tuple[int, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            content, cache = Path(folder) / "content", Path(folder) / "cache"
            write(content, size)
            os.environ["LEXIGRAPH_CACHE"] = str(cache)

            def forget(cache: Path = cache) -> None:
                shutil.rmtree(cache, ignore_errors=True)

            for what, command in _commands(content, Path(folder) / "site").items():
                seconds = _median(command, forget if what.endswith("cold") else lambda: None)
                growth = ""
                if what in earlier:
                    small, took = earlier[what]
                    growth = f"{seconds / took:.1f}x for {size / small:.0f}x"
                earlier[what] = (size, seconds)
                verdict = _verdict(seconds, _BUDGETS.get((what, size)))
                print(
                    f"{size:>8} {what:<11} {seconds:>8.2f} {1000 * seconds / size:>9.2f} {growth:>13}  {verdict}".rstrip()
                )
            _ask(content, size)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of one process: {peak:.0f} MB")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000, 10000])
