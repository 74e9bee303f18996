"""Measures load, check and build of synthetic glossaries in fresh processes; prints times and ratios.

Run by `make bench`; `python -m tests.bench 100 1000 10000` chooses the sizes.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.corpus import write

_RUNS = 3
_LOAD = "import sys, lexigraph; lexigraph.load(sys.argv[1])"


def _seconds(command: list[str]) -> float:
    """Median wall time of the command."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main(sizes: list[int]) -> None:
    """Print one line per size and measure."""
    lexigraph = str(Path(sys.executable).with_name("lexigraph"))
    print(
        f"{'entries':>8} {'what':<8} {'seconds':>8} {'ms/entry':>9} {'growth':>7}   "
        f"median of {_RUNS}, {os.cpu_count()} cores"
    )
    before: dict[str, tuple[int, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            write(content, size)
            commands = {
                "import": [sys.executable, "-c", "import lexigraph"],
                "load": [sys.executable, "-c", _LOAD, str(content)],
                "check": [lexigraph, "check", str(content), "--format", "concise"],
                "build": [lexigraph, "build", str(content), "-o", str(Path(folder) / "site")],
            }
            for what, command in commands.items():
                seconds = _seconds(command)
                growth = ""
                if what in before and what != "import":
                    small, took = before[what]
                    growth = f"{seconds / took:.1f}x for {size / small:.0f}x"
                before[what] = (size, seconds)
                print(f"{size:>8} {what:<8} {seconds:>8.2f} {1000 * seconds / size:>9.2f} {growth:>7}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of one process: {peak:.0f} MB")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000])
