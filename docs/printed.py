"""Put under every `<!-- $ COMMAND -->` of a page what the command prints now, so that what the page shows is never made up.

    python docs/printed.py README.md

Commands run in a shell in the project's root, with a throw-away store into which the bundled samples were read, 100 columns wide.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src" / "mercato" / "samples" / "articles.jsonl"
BLOCK = re.compile(r"(<!-- \$ (?P<command>.+?) -->\n```\w*\n)(?P<shown>.*?)(?P<end>```)", re.DOTALL)


def printed(command: str, environment: dict[str, str]) -> str:
    """What `command` prints, trailing blanks cut."""
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return "".join(line.rstrip() + "\n" for line in done.stdout.strip("\n").splitlines())


def main() -> None:
    """Fill the page named on the command line."""
    page = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"MERCATO_STORE": f"{folder}/store.db", "COLUMNS": "100", "PATH": path}
        printed(f"mercato read {SAMPLES}", environment)
        text = BLOCK.sub(lambda block: block[1] + printed(block["command"], environment) + block["end"], page.read_text(encoding="utf-8"))
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
