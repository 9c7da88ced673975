"""Writes the catalogue's TOML files once more, as the one JSON file that the package reads.

    python -m ldn_compound.catalog.as_json

The TOML is what people write, comment and review; the JSON says the same and is parsed in a
twentieth of the time. A test compares what is committed with what this writes.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from ldn_compound.catalog.load import STORED

MADE = "by 'python -m ldn_compound.catalog.as_json' from the .toml files beside it; edit those"


def as_json(folder: Path) -> str:
    """What the TOML files of a folder say, each under its name and in its own order."""
    files = {
        path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))
    }
    return json.dumps({"made": MADE, "files": files}, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> None:
    """Write the file that is read."""
    (folder / STORED).write_text(as_json(folder), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(__file__).parent / "data")
