"""Lighthouse's scores of the flagship, over http as it is published: `make audit`.

Builds the site, serves it compressed on this machine, and lets Lighthouse, which needs Node, load a page of each kind in
the middle of three runs. Ends with status 1 when a score is below its bar.
"""

import gzip
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any, BinaryIO

from lexigraph.site.build import build
from lexigraph.site.config import project_config
from tests.browser.sites import address, serving

VERSION = "12"
"""Of Lighthouse: a newer one weighs differently."""

PAGES = {"home": "index", "entry": "foundations/foundation-model", "questions": "questions"}
BARS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
RUNS = 3


class Compressing(SimpleHTTPRequestHandler):
    """Serves text compressed, and files that carry a digest for a year, as hosts of static sites do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file, compressed when it is text and the browser takes that."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        kind = self.guess_type(str(path))
        if not path.is_file() or not kind.startswith(("text/", "application/json", "image/svg")):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # GitHub Pages
        self.end_headers()
        return io.BytesIO(body)


def lighthouse(folder: Path) -> Path:
    """The command, installed into the folder when it is not there.

    Raises:
        CalledProcessError: npm failed.
        FileNotFoundError: there is no npm.
    """
    command = folder / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        npm = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", f"lighthouse@{VERSION}"]
        subprocess.run(npm, check=True, stdout=subprocess.DEVNULL)
    return command


def report(command: Path, url: str) -> Mapping[str, Any]:
    """What Lighthouse found, with the throttling of a phone that it simulates by default."""
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    run = subprocess.run(
        [str(command), url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox",
         f"--only-categories={','.join(BARS)}"],
        check=True, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": chromium},
    )  # fmt: skip
    found: Mapping[str, Any] = json.loads(run.stdout)
    return found


def failures(found: Mapping[str, Any]) -> Iterator[str]:
    """What keeps a score below its bar: title and, where there is one, the figure."""
    for name, bar in BARS.items():
        category = found["categories"][name]
        if round(category["score"] * 100) >= bar:
            continue
        for part in category["auditRefs"]:
            audit = found["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


def audited(command: Path, site: str) -> bool:
    """Print a row of scores for each page; whether all reach their bars."""
    is_good = True
    print(f"{'page':<12}" + "".join(f"{name:>16}" for name in BARS))
    for page, path in PAGES.items():
        reports = [report(command, address(site, path)) for _ in range(RUNS)]
        scores = {
            name: round(statistics.median(found["categories"][name]["score"] for found in reports) * 100)
            for name in BARS
        }
        print(f"{page:<12}" + "".join(f"{score:>16}" for score in scores.values()), flush=True)
        if any(scores[name] < bar for name, bar in BARS.items()):
            is_good = False
            for line in sorted({line for found in reports for line in failures(found)}):
                print(f"    {line}")
    return is_good


def main() -> int:
    """The status of the command."""
    tools = Path(sys.argv[1] if len(sys.argv) > 1 else ".venv/node")
    command = lighthouse(tools)
    with tempfile.TemporaryDirectory() as folder:
        # lighthouse wants a canonical address of the host it asks, so the site has none here
        site = build(project_config(Path("mkdocs.yml"), site_url=""), Path(folder) / "site").output
        with serving(site, Compressing) as url:
            return 0 if audited(command, url) else 1


if __name__ == "__main__":
    sys.exit(main())
